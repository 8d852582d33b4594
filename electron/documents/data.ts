/** Input of every document: pure, JSON-safe data. Documents print it and never compute. */
import type {
  HandOverData,
  OpinionFormData,
  RankingData,
  RuleCardData,
  ScoreSheetData,
  SignInSheetData,
} from './data/forms.ts';
import type { LettersData } from './data/letters.ts';
import type { DocumentFrame } from './data/frame.ts';
import type { MinutesData } from './data/minutes.ts';
import type { NoticeData } from './data/notice.ts';

export type {
  DocumentFrame,
  PrintedCategory,
  PrintedItem,
  PrintedScheme,
  SignatureSlot,
} from './data/frame.ts';
export type {
  HandOverData,
  OpinionFormData,
  OpinionPage,
  RankingData,
  RuleCardData,
  RuleCardExample,
  ScoreSheetData,
  ScoreSheetPage,
  SignInSheetData,
} from './data/forms.ts';
export type {
  AnnexEnterprise,
  AttendancePerson,
  InspectionFinding,
  MemberAnnex,
  MinutesAbsence,
  MinutesCorrection,
  MinutesData,
  MinutesDissent,
  MinutesRecusal,
  MinutesReplacement,
  MinutesResult,
  MinutesSession,
  OfficialHead,
  PanelMember,
} from './data/minutes.ts';
export type { LettersData, ResultLetter } from './data/letters.ts';
export type { NoticeData } from './data/notice.ts';
export type { RecountRule, ResultsData, ResultsDetailRow, ResultsSummaryRow } from './data/results.ts';

/** Every single document by kind, with the data it is made from. */
export interface PaperInputs {
  readonly minutes: MinutesData;
  readonly notice: NoticeData;
  readonly letters: LettersData;
  readonly 'score-sheets': ScoreSheetData;
  readonly 'sign-in': SignInSheetData;
  readonly 'rule-card': RuleCardData;
  readonly 'opinion-form': OpinionFormData;
  readonly ranking: RankingData;
  readonly 'hand-over': HandOverData;
}

export type PaperKind = keyof PaperInputs;

/** A document with its data. */
export type PaperContent = {
  readonly [Kind in PaperKind]: { readonly kind: Kind; readonly data: PaperInputs[Kind] };
}[PaperKind];

/** Several documents in one file with bookmarks, after a page that lists them. */
export interface BoundData extends DocumentFrame {
  readonly title: string;
  readonly parts: readonly { readonly title: string; readonly content: PaperContent }[];
}

/** Every PDF by kind. */
export interface PdfInputs extends PaperInputs {
  readonly everything: BoundData;
}

export type PdfKind = keyof PdfInputs;
