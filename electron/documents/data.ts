/** Input of every document: pure, JSON-safe data. Documents print it and never compute. */
import type {
  HandoverRegisterData,
  OpinionFormData,
  RuleCardData,
  ScoreSheetData,
  SignInSheetData,
} from './data/forms.ts';
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
  HandoverRegisterData,
  OpinionFormData,
  RuleCardData,
  RuleCardExample,
  ScoreSheetData,
  ScoreSheetPage,
  SignInSheetData,
} from './data/forms.ts';
export type {
  AnnexEnterprise,
  AttendancePerson,
  MemberAnnex,
  MinutesAbsence,
  MinutesCorrection,
  MinutesData,
  MinutesDissent,
  MinutesRecusal,
  MinutesResult,
  MinutesSession,
  PanelMember,
} from './data/minutes.ts';
export type { NoticeData } from './data/notice.ts';
export type { ResultsData, ResultsDetailRow, ResultsSummaryRow } from './data/results.ts';

/** Every PDF by kind, with the data it is made from. */
export interface PdfInputs {
  readonly minutes: MinutesData;
  readonly notice: NoticeData;
  readonly 'score-sheets': ScoreSheetData;
  readonly 'sign-in': SignInSheetData;
  readonly 'rule-card': RuleCardData;
  readonly 'opinion-form': OpinionFormData;
  readonly 'handover-register': HandoverRegisterData;
}

export type PdfKind = keyof PdfInputs;
