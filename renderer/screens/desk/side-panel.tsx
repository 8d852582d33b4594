import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import type { DeskMaterial } from '../../../shared/schema/material.ts';
import { MaterialView } from '../materials/material-view.tsx';
import { DeskFiles } from './desk-files.tsx';
import { factGroups } from './field-words.ts';
import { judgedOf } from './sheet-table.tsx';

function Materials({ sheet }: { readonly sheet: DeskSheet }): ReactNode {
  const [opened, setOpened] = useState<DeskMaterial | null>(null);
  if (opened !== null) {
    return <MaterialView materialId={opened.materialId} name={opened.name} onBack={() => setOpened(null)} />;
  }
  return (
    <>
      <DeskFiles materials={sheet.materials} onOpen={setOpened} />
      <Facts sheet={sheet} />
    </>
  );
}

function Facts({ sheet }: { readonly sheet: DeskSheet }): ReactNode {
  const t = useText();
  const groups = sheet.fields === null ? [] : factGroups(t, sheet.fields);
  if (groups.length === 0) return <p className="soft">{t('desk.noFields')}</p>;
  return groups.map(({ group, lines }) => (
    <section key={group} aria-label={t(`desk.group-${group}`)}>
      <h2>{t(`desk.group-${group}`)}</h2>
      <dl>
        {lines.map(({ key, label, words }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Bands(props: { readonly scheme: CompiledScheme; readonly chosenItem: string | null }): ReactNode {
  const t = useText();
  const judged = judgedOf(props.scheme);
  const chosen = useRef<HTMLElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [props.chosenItem]);
  return props.scheme.items.map((item) => (
    <section
      key={item.id}
      ref={item.id === props.chosenItem ? chosen : undefined}
      className={item.id === props.chosenItem ? 'chosen' : undefined}
    >
      <h2>
        {item.name} {t('desk.outOf', { cap: item.capText })}
      </h2>
      {judged[item.id] !== '' && <p className="soft small">{judged[item.id]}</p>}
      {item.bands.length === 0 && <p className="soft small">{t('desk.noBands')}</p>}
      <dl>
        {item.bands.map((band) => (
          <div key={band.name}>
            <dt>{band.name}</dt>
            <dd>
              {band.from}–{band.to}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

export interface SidePanelProps {
  readonly scheme: CompiledScheme;
  readonly sheet: DeskSheet;
  readonly chosenItem: string | null;
  readonly onClose: () => void;
}

/** What is read beside the sheet: the application, or the bands of the items. */
export function SidePanel({ scheme, sheet, chosenItem, onClose }: SidePanelProps): ReactNode {
  const t = useText();
  const [tab, setTab] = useState<'materials' | 'bands'>('materials');
  return (
    <aside className="side" aria-label={t('desk.side')}>
      <div className="head">
        {(['materials', 'bands'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="pick"
            aria-pressed={tab === each}
            onClick={() => setTab(each)}
          >
            {t(`desk.${each}`)}
          </button>
        ))}
        <Button kind="quiet" onClick={onClose}>
          {t('desk.sideClose')}
        </Button>
      </div>
      {/* Focusable, so that long materials scroll by keyboard. */}
      <div className="inside" role="region" aria-label={t(`desk.${tab}`)} tabIndex={0}>
        {tab === 'materials' ? (
          <Materials key={sheet.dossierId} sheet={sheet} />
        ) : (
          <Bands scheme={scheme} chosenItem={chosenItem} />
        )}
      </div>
    </aside>
  );
}
