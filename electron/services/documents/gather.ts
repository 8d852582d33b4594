import type { PrintedKind } from '../../../shared/schema/result.ts';
import type { PdfInputs, PdfKind, ResultsData } from '../../documents/data.ts';
import type { Attachment } from '../../documents/pdf-contract.ts';
import type { QueryContext } from '../../api/context.ts';
import { reviewById } from '../../database/reviews.ts';
import { soundRecord } from '../review/sound-record.ts';
import { resultRecordOf } from '../results/result-hash.ts';
import { resultOf } from '../results/tally.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { ruleCardData, scoreSheetData, signInData } from './forms-data.ts';
import { minutesData } from './minutes-data.ts';
import { notReady, requirePhase, resultNeeds } from './needs.ts';
import { noticeData } from './notice-data.ts';
import { titleWith } from './print.ts';
import { resultsData } from './results-data.ts';
import { slotsOf, type SeatSlot } from './signature-slots.ts';

type PdfContent = {
  readonly [Kind in PdfKind]: { readonly pdf: Kind; readonly data: PdfInputs[Kind] };
}[PdfKind];

/** What a document is made from. `slots`: who signs it, empty for a document that nobody signs. */
export type Gathered = (PdfContent | { readonly pdf: null; readonly data: ResultsData }) & {
  readonly title: string;
  readonly slots: readonly SeatSlot[];
  readonly attachments?: readonly Attachment[];
};

export interface DocumentChoice {
  readonly reviewId: string;
  readonly kind: PrintedKind;
  readonly signing: 'electronic' | 'paper';
}

/**
 * Assembles the data of a document from the store.
 * @throws AppError `not-ready` with the reasons
 */
export function gatherDocument({ db, environment }: QueryContext, choice: DocumentChoice): Gathered {
  const { reviewId, kind, signing } = choice;
  const { version } = environment;
  const review = reviewById(db, reviewId);
  const named = (word: string): string => titleWith(review, word);
  if (kind === 'score-sheets') {
    const data = scoreSheetData(db, reviewId, version);
    if (data.pages.length === 0) throw notReady([{ path: '', reason: 'document-need.members' }]);
    return { pdf: 'score-sheets', data, title: named('评分表'), slots: [] };
  }
  if (kind === 'sign-in') {
    return {
      pdf: 'sign-in',
      data: signInData(db, reviewId, version),
      title: named('会议签到表'),
      slots: [],
    };
  }
  if (kind === 'rule-card') {
    const data = ruleCardData(db, reviewId, version);
    return { pdf: 'rule-card', data, title: named('评分细则'), slots: [] };
  }
  requirePhase(db, reviewId, 'opened');
  const result = resultOf(db, reviewId);
  if (kind === 'results') {
    return { pdf: null, data: resultsData(db, reviewId, result, version), title: named('结果'), slots: [] };
  }
  if (kind === 'notice') {
    requirePhase(db, reviewId, 'signed');
    const data = noticeData(db, reviewId, result, version);
    return { pdf: 'notice', data, title: data.title, slots: [] };
  }
  requirePhase(db, reviewId, 'concluded');
  soundRecord(db, reviewId);
  const needs = resultNeeds(db, reviewId, result);
  if (needs.length > 0) throw notReady(needs);
  const archive = kind === 'minutes-archive';
  const form = { version: archive ? 'archive' : 'public', signing, software: version } as const;
  const data = minutesData(db, reviewId, result, form);
  const slots = slotsOf(db, reviewId, kind);
  const title = `${data.title}（${archive ? '归档版' : '公开版'}）`;
  return { pdf: 'minutes', data, title, slots, attachments: archive ? [resultRecord(result)] : [] };
}

/** The very bytes whose digest the minutes print; only in the archive version, which is complete anyway. */
function resultRecord({ round, result }: ReviewResult): Attachment {
  return {
    name: 'result-record.json',
    description: '评审结果记录（其 SHA-256 即纪要所印评审结果摘要）',
    mediaType: 'application/json',
    text: resultRecordOf(round, result),
  };
}
