import type { Correction } from '../../../shared/schema/result.ts';
import type { PaperSheet } from '../../../shared/schema/sheet.ts';
import type { TextKey } from '../../../shared/text/index.ts';
import type { ChipKind } from '../../components/page.tsx';

/** What a reopened sheet waits for. */
export function correctionState({ done, paper }: Correction): {
  readonly kind: ChipKind;
  readonly key: TextKey;
} {
  if (done) return { kind: 'good', key: 'law.correctionDone' };
  if (paper === null) return { kind: 'warn', key: 'law.correctionOpen' };
  if (paper.scanFile === null) return { kind: 'warn', key: 'law.correctionNoScan' };
  return { kind: paper.state === 'differs' ? 'bad' : 'warn', key: `board.paper-${paper.state}` };
}

/** A reopened paper sheet as the typing form takes it. */
export function typedSheet(correction: Correction): PaperSheet | null {
  const { seatId, dossierId, number, name, label: member, paper } = correction;
  return paper === null ? null : { seatId, dossierId, number, name, member, scanHash: null, ...paper };
}
