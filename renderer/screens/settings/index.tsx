import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { ChoiceField } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { setLanguage, setTheme, useAppearance } from '../../stores/language.ts';

/** Language, appearance, and where the data lies. */
export function Screen(): ReactNode {
  const { text: t, theme } = useAppearance();
  const status = useQuery('app.status', {}, []);
  return (
    <Page title={t('settings.title')}>
      <ProblemNote problem={status.problem} />
      <dl className="panel facts">
        <dt>{t('settings.language')}</dt>
        <dd>
          <ChoiceField
            label={t('settings.language')}
            value={t.language}
            onValue={setLanguage}
            options={[
              { value: 'zh-CN', label: t('settings.zh') },
              { value: 'en', label: t('settings.en') },
            ]}
          />
        </dd>
        <dt>{t('settings.theme')}</dt>
        <dd>
          <ChoiceField
            label={t('settings.theme')}
            value={theme}
            onValue={setTheme}
            options={[
              { value: 'auto', label: t('settings.themeAuto') },
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') },
            ]}
          />
        </dd>
        <dt>{t('settings.idle')}</dt>
        <dd>{t('settings.idleText')}</dd>
        <dt>{t('settings.dataFolder')}</dt>
        <dd>
          <code>{status.value?.dataFolder ?? ''}</code>
          <p className="soft small">{t('settings.dataFolderHint')}</p>
        </dd>
        <dt>{t('settings.version')}</dt>
        <dd>{status.value?.version ?? ''}</dd>
      </dl>
    </Page>
  );
}
