import type { ReactNode } from 'react';
import type { DocumentTemplate } from '../../../shared/domain/document-template.ts';
import type { TemplateView } from '../../../shared/schema/document-template.ts';
import { Button } from '../../components/button.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';

export interface TemplateVersionsProps {
  readonly view: TemplateView;
  readonly shipped: DocumentTemplate;
  readonly maySave: boolean;
  /** Puts a version into the form; it is saved as a new one only when asked. */
  readonly onTake: (template: DocumentTemplate) => void;
}

/** Every version that was saved, who saved it, and the way back to one. */
export function TemplateVersions({ view, shipped, maySave, onTake }: TemplateVersionsProps): ReactNode {
  const t = useText();
  return (
    <details className="older">
      <summary>{t('template.versions')}</summary>
      <ul className="document-list">
        {view.versions.map(({ version, name, atMs, template }) => (
          <li key={version}>
            <span className="what">
              {t('template.version.of', { version, name })}
              <span className="soft small">
                <WhenText timeMs={atMs} />
              </span>
            </span>
            <Button kind="quiet" disabled={!maySave} onClick={() => onTake(template)}>
              {t('template.takeVersion')}
            </Button>
          </li>
        ))}
        <li>
          <span className="what">{t('template.version.shipped')}</span>
          <Button kind="quiet" disabled={!maySave} onClick={() => onTake(shipped)}>
            {t('template.takeShipped')}
          </Button>
        </li>
      </ul>
    </details>
  );
}
