import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { useQuery } from '../../api/use-query.ts';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import type { Editing } from './editing.ts';

/** The three shipped schemes. Taking one replaces everything below, so it asks first. */
export function Presets({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  const presets = useQuery('scheme.presets', {}, []);
  const take = async (preset: string, name: string): Promise<void> => {
    const reply = await call('scheme.preset', { preset });
    if (!reply.ok) return;
    const question = {
      title: t('scheme.presetTitle', { name }),
      sentence: t('scheme.presetText'),
      verb: t('scheme.presetTake'),
    };
    if (await confirm(question)) editing.edit(() => reply.value);
  };
  return (
    <div className="presets" role="group" aria-label={t('scheme.presets')}>
      {(presets.value ?? []).map(({ preset, title }) => {
        const name = t.of(`scheme.preset-${preset}`, {}, title);
        const chosen = editing.scheme.title === title;
        return (
          <button key={preset} type="button" aria-pressed={chosen} onClick={() => void take(preset, name)}>
            <strong>{name}</strong>
            <span className="soft small">{t.of(`scheme.preset-${preset}-text`, {}, '')}</span>
          </button>
        );
      })}
    </div>
  );
}
