import type { DocumentKind, NoticeFields } from '../../../shared/schema/result.ts';
import type { PdfInputs, PdfKind, ResultsData } from '../../documents/data.ts';
import type { QueryContext } from '../../api/context.ts';
import type { ReadDb } from '../../database/access.ts';
import { reviewById } from '../../database/reviews.ts';
import { soundRecord } from '../review/sound-record.ts';
import { resultOf } from '../results/tally.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { boundData } from './bound-data.ts';
import { filledSheetData } from './filled-sheets.ts';
import { blankSheetData, ruleCardData, scoreSheetData, signInData } from './forms-data.ts';
import { handOverData } from './hand-over-data.ts';
import { lettersData } from './letters-data.ts';
import { minutesData } from './minutes-data.ts';
import { notReady, requirePhase, resultNeeds } from './needs.ts';
import { noticeData } from './notice-data.ts';
import { opinionFormData, rankingData } from './result-forms.ts';
import { titleWith } from './print.ts';
import { resultsData } from './results-data.ts';
import { slotsOf, type SeatSlot } from './signature-slots.ts';
import type { TemplateDrafts } from './wording.ts';

type PdfContent = {
  readonly [Kind in PdfKind]: { readonly pdf: Kind; readonly data: PdfInputs[Kind] };
}[PdfKind];

/** What a document is made from. `slots`: who signs it, empty for a document that nobody signs. */
export type Gathered = (PdfContent | { readonly pdf: null; readonly data: ResultsData }) & {
  readonly title: string;
  readonly slots: readonly SeatSlot[];
};

export interface DocumentChoice {
  readonly reviewId: string;
  readonly kind: DocumentKind;
  readonly signing: 'electronic' | 'paper';
  /** What a preview tries out in place of what is stored. */
  readonly templates?: TemplateDrafts | undefined;
  readonly notice?: NoticeFields | undefined;
}

type GatherContext = Pick<QueryContext, 'db' | 'environment'>;

interface Gathering extends DocumentChoice {
  readonly db: ReadDb;
  readonly version: string;
  /** The name of this document of the review. */
  readonly named: (word: string) => string;
}

type Unsigned = PdfContent & { readonly title: string };

/** Documents that need a frozen scheme only. */
const forms: Readonly<Partial<Record<DocumentKind, (given: Gathering) => Unsigned>>> = {
  'score-sheets': ({ db, reviewId, version, named }) => {
    const data = scoreSheetData(db, reviewId, version);
    if (data.pages.length === 0) throw notReady([{ path: '', reason: 'document-need.members' }]);
    return { pdf: 'score-sheets', data, title: named('评分表') };
  },
  'blank-sheet': ({ db, reviewId, version, named }) => ({
    pdf: 'score-sheets',
    data: blankSheetData(db, reviewId, version),
    title: named('评分表（空白）'),
  }),
  'sign-in': ({ db, reviewId, version, named }) => ({
    pdf: 'sign-in',
    data: signInData(db, reviewId, version),
    title: named('会议签到表'),
  }),
  'rule-card': ({ db, reviewId, version, named }) => ({
    pdf: 'rule-card',
    data: ruleCardData(db, reviewId, version),
    title: named('评分细则'),
  }),
  'hand-over': ({ db, reviewId, version, named }) => ({
    pdf: 'hand-over',
    data: handOverData(db, reviewId, version),
    title: named('文件交接登记表'),
  }),
};

/** Documents made from the result, after the opening. */
const ofResult: Readonly<
  Partial<Record<DocumentKind, (given: Gathering, result: ReviewResult) => Unsigned>>
> = {
  ranking: ({ db, reviewId, version, named }, result) => ({
    pdf: 'ranking',
    data: rankingData(db, reviewId, result, version),
    title: named('结果排名表'),
  }),
  'opinion-form': ({ db, reviewId, version, named }, result) => ({
    pdf: 'opinion-form',
    data: opinionFormData(db, reviewId, result, version),
    title: named('意见表'),
  }),
  'filled-sheets': ({ db, reviewId, version, named }, result) => ({
    pdf: 'score-sheets',
    data: filledSheetData(db, reviewId, result, version),
    title: named('评分表（已填）'),
  }),
  letters: ({ db, reviewId, version, templates, named }, result) => {
    requirePhase(db, reviewId, 'signed');
    const data = lettersData(db, reviewId, result, { software: version, templates });
    return { pdf: 'letters', data, title: named('结果通知书') };
  },
  notice: ({ db, reviewId, version, templates, notice }, result) => {
    requirePhase(db, reviewId, 'signed');
    const data = noticeData(db, reviewId, result, { software: version, templates, notice });
    return { pdf: 'notice', data, title: data.title };
  },
};

/**
 * Assembles the data of a document from the store.
 * @throws AppError `not-ready` with the reasons
 */
export function gatherDocument(context: GatherContext, choice: DocumentChoice): Gathered {
  return gatherWith(context, choice, () => resultOf(context.db, choice.reviewId));
}

/** `resultOnce` answers the result; the volume asks for it once and hands it to each of its parts. */
function gatherWith(
  context: GatherContext,
  choice: DocumentChoice,
  resultOnce: () => ReviewResult,
): Gathered {
  const { db } = context;
  const { reviewId, kind } = choice;
  const { version } = context.environment;
  const review = reviewById(db, reviewId);
  const named = (word: string): string => titleWith(review, word);
  const given: Gathering = { ...choice, db, version, named };
  const form = forms[kind];
  if (form !== undefined) return { ...form(given), slots: [] };
  requirePhase(db, reviewId, 'opened');
  const result = resultOnce();
  if (kind === 'results') {
    return { pdf: null, data: resultsData(db, reviewId, result, version), title: named('结果'), slots: [] };
  }
  const made = ofResult[kind];
  if (made !== undefined) return { ...made(given, result), slots: [] };
  requirePhase(db, reviewId, 'concluded');
  if (kind === 'everything') {
    const data = boundData(db, review, version, (part) =>
      gatherWith(context, { ...choice, kind: part, signing: 'paper' }, () => result),
    );
    return { pdf: 'everything', data, title: data.title, slots: [] };
  }
  return gatherMinutes(given, result, kind === 'minutes-public' ? 'minutes-public' : 'minutes-archive');
}

function gatherMinutes(
  given: Gathering,
  result: ReviewResult,
  kind: 'minutes-archive' | 'minutes-public',
): Gathered {
  const { db, reviewId, signing, version, templates } = given;
  soundRecord(db, reviewId);
  const needs = resultNeeds(db, reviewId, result);
  if (needs.length > 0) throw notReady(needs);
  const archive = kind === 'minutes-archive';
  const form = { version: archive ? 'archive' : 'public', signing, software: version, templates } as const;
  const data = minutesData(db, reviewId, result, form);
  const slots = slotsOf(db, reviewId, kind);
  return { pdf: 'minutes', data, title: `${data.title}（${archive ? '归档版' : '公开版'}）`, slots };
}
