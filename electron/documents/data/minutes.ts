import type { DocumentFrame, PrintedScheme, SignatureSlot } from './frame.ts';

/** A person as printed in the attendance list. */
export interface AttendancePerson {
  readonly name: string;
  readonly organisation?: string | undefined;
  /** Reason of leave or absence; archive version only. */
  readonly reason?: string | undefined;
}

/** One meeting (评审会) of the review with its own attendance. */
export interface MinutesSession {
  /** e.g. `2026年3月5日 9:00—17:30`. */
  readonly time: string;
  readonly place: string;
  /** e.g. `材料审核、现场答辩`. */
  readonly matter?: string | undefined;
  /** 出席. */
  readonly present: readonly AttendancePerson[];
  /** 请假. */
  readonly excused: readonly AttendancePerson[];
  /** 缺席. */
  readonly absent: readonly AttendancePerson[];
  /** 列席. */
  readonly observing: readonly AttendancePerson[];
}

export interface PanelMember {
  readonly name: string;
  readonly organisation: string;
  readonly title?: string | undefined;
  /** 部门代表 or 行业专家. */
  readonly kind: string;
  /** 组长, 副组长 or empty. */
  readonly role?: string | undefined;
}

export interface MinutesRecusal {
  readonly member: string;
  readonly enterprise: string;
  /** Archive version only. */
  readonly reason: string;
}

/** A member who left the panel and whose sheets are void; who came instead, where known. */
export interface MinutesReplacement {
  readonly member: string;
  readonly organisation: string;
  /** As printed: `2026年3月5日`. */
  readonly date: string;
  /** Archive version only. */
  readonly reason: string;
}

/** Findings of the visit (实地考察) to one enterprise. */
export interface InspectionFinding {
  readonly enterprise: string;
  readonly findings: string;
}

/** Head of an official paper (版头): the red mark and the number below it. */
export interface OfficialHead {
  /** e.g. `示例市商务局会议纪要`. */
  readonly mark: string;
  /** 发文字号, e.g. `示商纪〔2026〕3号`; empty: none is printed. */
  readonly number: string;
}

export interface MinutesAbsence {
  readonly member: string;
  /** `全部企业` or the enterprise's name. */
  readonly scope: string;
  readonly reason: string;
}

export interface MinutesResult {
  /** `1`, or `—` when not ranked. */
  readonly rank: string;
  readonly name: string;
  /** Published score, e.g. `87.13`; `—` when there is none. */
  readonly score: string;
  /** Exact value where the published scores print alike or the scheme wants it, e.g. `609.9/7`. */
  readonly exact?: string | undefined;
  /** Counted members, e.g. `7`. */
  readonly members: string;
  /** Empty, or 不符合准入条件, 暂定 … */
  readonly status?: string | undefined;
  /** 推荐, 不推荐, 暂缓. */
  readonly conclusion: string;
  /** 评审意见; archive version only. */
  readonly opinion?: string | undefined;
  /** e.g. `2份纸质`. */
  readonly paper?: string | undefined;
}

export interface MinutesCorrection {
  readonly member: string;
  readonly enterprise: string;
  readonly item: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

export interface MinutesDissent {
  readonly member: string;
  readonly text: string;
}

/** Scores of one enterprise, one row a member; cells in the order of `MemberAnnex.columns`. */
export interface AnnexEnterprise {
  readonly name: string;
  readonly rows: readonly {
    /** Name or code (专家3), as the scheme says. */
    readonly member: string;
    /** Empty for a recused or absent member. */
    readonly cells: readonly string[];
    readonly total: string;
    /** 纸质, 回避, 缺席, 更正 …; empty otherwise. */
    readonly mark: string;
  }[];
  readonly average: { readonly cells: readonly string[]; readonly total: string };
  /** How the number came about, one sentence a step. */
  readonly steps?: readonly string[] | undefined;
}

export interface MemberAnnex {
  /** One a category (or item): name and cap. */
  readonly columns: readonly { readonly name: string; readonly cap: string }[];
  readonly enterprises: readonly AnnexEnterprise[];
}

/** The signed record. `version: 'public'` prints a projection without anything personal. */
export interface MinutesData extends DocumentFrame {
  readonly version: 'archive' | 'public';
  readonly signing: 'electronic' | 'paper';
  /** e.g. `太原市二手车出口试点企业评审会议纪要`. */
  readonly title: string;
  /** Absent: plain paper. */
  readonly head?: OfficialHead | undefined;
  /** Paragraphs between the title and the facts of the meeting. */
  readonly opening: readonly string[];
  /** Paragraphs above the signatures. */
  readonly closing: readonly string[];
  /** Organiser (组织单位). */
  readonly organisation: string;
  readonly sessions: readonly MinutesSession[];
  /** 评审依据, one document or article a line. */
  readonly basis: readonly string[];
  readonly chair: string;
  readonly secretary: string;
  readonly recorder?: string | undefined;
  readonly supervisor?: string | undefined;
  readonly panel: {
    /** How the panel was formed and the chair elected, in sentences. */
    readonly formation: readonly string[];
    readonly members: readonly PanelMember[];
  };
  readonly recusals: readonly MinutesRecusal[];
  readonly replacements: readonly MinutesReplacement[];
  readonly absences: readonly MinutesAbsence[];
  /** 评审过程, paragraphs: files received, eligibility, hearing, decision on the visit, opening … */
  readonly process: readonly string[];
  /** Rules of the calculation as sentences: mean, rounding, ties, quorum … */
  readonly rules: readonly string[];
  readonly results: readonly MinutesResult[];
  /** Decisions on ties and preference, in sentences. */
  readonly decisions: readonly string[];
  readonly corrections: readonly MinutesCorrection[];
  readonly dissents: readonly MinutesDissent[];
  readonly annex: MemberAnnex;
  /** Empty when nobody visited. */
  readonly inspections: readonly InspectionFinding[];
  readonly scheme: PrintedScheme;
  /** SHA-256 of the result record, hex. */
  readonly resultHash: string;
  /** Hash of the last entry of the review's record (log head), hex. */
  readonly recordHead: string;
  /** SHA-256 of the review authority's public key, hex. */
  readonly authority: string;
  /** The same in digits, as it is read aloud at the meeting, e.g. `0312 4711 …`. */
  readonly authorityAloud?: string | undefined;
  /** Chair first; one each; empty for a version that nobody signs. */
  readonly signatures: readonly SignatureSlot[];
}
