import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { Correction } from '../../../shared/schema/result.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { listed } from '../board/listed.ts';
import { ScanButton } from '../board/scan-view.tsx';
import { itemNames } from '../board/typing.ts';
import { CorrectionScanDialog } from './correction-scan.tsx';
import { correctionState } from './correction-state.ts';

/** The first value struck, the corrected one beside it. */
function Changes({ correction }: { readonly correction: Correction }): ReactNode {
  const t = useText();
  if (!correction.done) return <span className="soft">—</span>;
  if (correction.items.length === 0) return <span className="soft">{t('law.correctionUnchanged')}</span>;
  return (
    <ul className="plain-lines">
      {correction.items.map(({ itemId, item, before, after }) => (
        <li key={itemId}>
          {t('law.correctionItem', { item })}
          <del>{t('law.correctionFirst', { before })}</del> <ins>{t('law.correctionThen', { after })}</ins>
        </li>
      ))}
    </ul>
  );
}

/** Whether the sheet waits, for whom, and who typed it. */
function State({ correction }: { readonly correction: Correction }): ReactNode {
  const t = useText();
  const { paper, atMs } = correction;
  const { kind, key } = correctionState(correction);
  return (
    <>
      <Chip kind={kind}>{t(key)}</Chip>
      {paper !== null && paper.typedBy.length > 0 && (
        <p className="soft small">{t('law.correctionTypists', { names: listed(t, paper.typedBy) })}</p>
      )}
      <p className="soft small">
        <WhenText timeMs={atMs} />
      </p>
    </>
  );
}

export interface CorrectionTableProps {
  readonly reviewId: string;
  readonly corrections: readonly Correction[];
  /** The frozen scheme names the items in which two typists differ; null while it is loading. */
  readonly scheme: CompiledScheme | null;
  readonly mayAttach: boolean;
  /** Null for who doesn't type. */
  readonly onType: ((correction: Correction) => void) | null;
}

/** Every reopened sheet; for one on paper also its scan and its typing. */
export function CorrectionTable(props: CorrectionTableProps): ReactNode {
  const t = useText();
  const { reviewId, corrections, scheme, mayAttach, onType } = props;
  const [attaching, setAttaching] = useState<Correction | null>(null);
  const onPaper = corrections.some(({ paper }) => paper !== null) && (mayAttach || onType !== null);
  return (
    <>
      <DataTable
        label={t('law.correctionTitle')}
        rows={corrections}
        rowKey={({ seatId, dossierId, atMs }) => `${seatId} ${dossierId} ${atMs}`}
        columns={[
          {
            key: 'enterprise',
            title: t('law.correctionEnterprise'),
            heading: true,
            cell: ({ name }) => name,
          },
          {
            key: 'member',
            title: t('law.correctionMember'),
            narrow: true,
            cell: ({ label, paper }) => (
              <>
                {label}
                {paper !== null && <span className="soft small"> {t('law.correctionPaper')}</span>}
              </>
            ),
          },
          {
            key: 'change',
            title: t('law.correctionChange'),
            cell: (correction) => <Changes correction={correction} />,
          },
          {
            key: 'reason',
            title: t('law.correctionReason'),
            cell: ({ reason, note }) => (
              <>
                {reason}
                {note !== '' && <p className="soft small">{note}</p>}
              </>
            ),
          },
          {
            key: 'state',
            title: t('law.correctionState'),
            narrow: true,
            cell: (correction) => <State correction={correction} />,
          },
          ...(onPaper
            ? [
                {
                  key: 'paper',
                  title: t('board.paperScan'),
                  narrow: true,
                  cell: (correction: Correction) => (
                    <PaperActs {...props} correction={correction} onAttach={setAttaching} />
                  ),
                },
              ]
            : []),
        ]}
        detail={({ done, paper }) =>
          !done && paper?.state === 'differs' ? (
            <span className="bad">
              {t('board.differences', {
                items: scheme === null ? '' : listed(t, itemNames(scheme, paper.differences)),
              })}
            </span>
          ) : null
        }
      />
      {attaching !== null && (
        <CorrectionScanDialog reviewId={reviewId} correction={attaching} onClose={() => setAttaching(null)} />
      )}
    </>
  );
}

interface PaperActsProps extends CorrectionTableProps {
  readonly correction: Correction;
  readonly onAttach: (correction: Correction) => void;
}

function PaperActs({ correction, mayAttach, onType, onAttach }: PaperActsProps): ReactNode {
  const t = useText();
  const { paper, done } = correction;
  if (paper === null) return null;
  return (
    <span className="row">
      {paper.scanFile !== null && <ScanButton file={paper.scanFile} />}
      {mayAttach && !done && (
        <Button onClick={() => onAttach(correction)}>
          {t(paper.scanFile === null ? 'law.correctionAttach' : 'law.correctionAttachAgain')}
        </Button>
      )}
      {onType !== null && !done && (
        <Button disabled={paper.scanFile === null} onClick={() => onType(correction)}>
          {t('law.correctionType')}
        </Button>
      )}
    </span>
  );
}
