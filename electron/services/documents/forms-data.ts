import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { correctionReasons } from '../../../shared/domain/correction-reasons.ts';
import { explainRules } from '../../../shared/domain/explain-rules.ts';
import { twoPlacesText } from '../../../shared/domain/total-text.ts';
import { workedExample } from '../../../shared/domain/worked-example.ts';
import { createText } from '../../../shared/text/index.ts';
import type {
  PrintedScheme,
  RuleCardData,
  RuleCardExample,
  ScoreSheetData,
  ScoreSheetPage,
  SignInSheetData,
} from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { meetingsOf } from '../../database/meetings.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { frozen, reviewById } from '../../database/reviews.ts';
import { membersOf, seatsOf } from '../../database/seats.ts';
import { fingerprint, readAloud } from '../../signing/fingerprint.ts';
import { scoredDossiers } from '../sheets/pairs.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import {
  frameOf,
  kindLabel,
  officialSentence,
  printedScheme,
  printedTime,
  titleWith,
  roleLabel,
} from './print.ts';

/** Pre-filled paper sheets: a page for each member and enterprise, recused pairs without cells. */
export function scoreSheetData(db: ReadDb, reviewId: string, software: string): ScoreSheetData {
  const freezing = frozen(db, reviewId);
  const { source } = frozenScheme(db, reviewId);
  const scheme = printedScheme(source, freezing);
  const recused = new Set(recusalsOf(db, reviewId).map((row) => `${row.seat_id}\n${row.dossier_id}`));
  const dossiers = scoredDossiers(db, reviewId);
  const categories = printedCategories(scheme);
  const pages = membersOf(db, reviewId).flatMap((seat, index) =>
    dossiers.map((dossier): ScoreSheetPage => {
      const number = String(dossier.number).padStart(2, '0');
      return {
        member: seat.name,
        memberOrganisation: seat.organisation === '' ? undefined : seat.organisation,
        number,
        enterprise: dossier.name,
        code: sheetCode(freezing.scheme_hash, index, number),
        state: recused.has(`${seat.id}\n${dossier.id}`) ? 'recused' : 'blank',
        categories,
      };
    }),
  );
  return {
    ...frameOf(db, reviewById(db, reviewId), software),
    schemeTitle: scheme.title,
    schemeHash: scheme.hash,
    full: scheme.total,
    pages,
  };
}

/** The code typed when a paper sheet is entered: scheme, member in the order of seating (from 0), enterprise. */
export function sheetCode(schemeHash: string, memberIndex: number, number: string): string {
  return `${schemeHash.slice(0, 4).toUpperCase()}-${String(memberIndex + 1).padStart(2, '0')}-${number}`;
}

/** Categories as a sheet shows them: one that is scored as a whole stands as its own item. */
export function printedCategories(scheme: PrintedScheme): ScoreSheetPage['categories'] {
  return scheme.categories.map(({ name, cap, items }) => ({
    name,
    cap,
    items: items.length > 0 ? items : [{ name, cap }],
  }));
}

/** One sheet without member and enterprise, to be copied and filled in by hand. */
export function blankSheetData(db: ReadDb, reviewId: string, software: string): ScoreSheetData {
  const freezing = frozen(db, reviewId);
  const scheme = printedScheme(frozenScheme(db, reviewId).source, freezing);
  const code = `${scheme.hash.slice(0, 4).toUpperCase()}-　　-　　`;
  const page = { member: '', number: '', enterprise: '', code, state: 'open' } as const;
  return {
    ...frameOf(db, reviewById(db, reviewId), software),
    schemeTitle: scheme.title,
    schemeHash: scheme.hash,
    full: scheme.total,
    pages: [{ ...page, categories: printedCategories(scheme) }],
  };
}

/** Sign-in sheet of the last meeting; blank time and place before one is entered. */
export function signInData(db: ReadDb, reviewId: string, software: string): SignInSheetData {
  const review = reviewById(db, reviewId);
  const meeting = meetingsOf(db, reviewId).at(-1);
  return {
    ...frameOf(db, review, software),
    title: titleWith(review, '会议签到表'),
    time: meeting === undefined ? '' : printedTime(meeting),
    place: meeting?.place ?? '',
    matter: meeting?.title,
    rows: seatsOf(db, reviewId).map((seat) => ({
      name: seat.name,
      organisation: seat.organisation,
      role: seat.role === 'member' && seat.chair !== 1 ? kindLabel(seat) : roleLabel(seat),
    })),
    spareRows: 4,
  };
}

/** 评分细则 of the frozen scheme, with the authority's fingerprint to be read aloud. */
export function ruleCardData(db: ReadDb, reviewId: string, software: string): RuleCardData {
  const freezing = frozen(db, reviewId);
  const scheme = frozenScheme(db, reviewId);
  const text = createText('zh-CN');
  const authority = fingerprint(freezing.authority_public);
  return {
    ...frameOf(db, reviewById(db, reviewId), software),
    scheme: printedScheme(scheme.source, freezing),
    basis: scheme.source.basis ?? [],
    eligibility: (scheme.source.eligibility ?? []).map((condition) => ({
      text: condition.text,
      article: condition.article,
    })),
    rules: explainRules(scheme).map(({ key, values }) => officialSentence(text.of(key, values))),
    correctionReasons: scheme.source.correctionReasons ?? correctionReasons,
    example: exampleOf(scheme),
    authority,
    authorityAloud: readAloud(authority),
  };
}

/** The invented example that the editor of the scheme shows too, in words. */
function exampleOf(scheme: CompiledScheme): RuleCardExample | undefined {
  const example = workedExample(scheme);
  if (example === null) return undefined;
  const text = createText('zh-CN');
  const places = new Map([...scheme.categories, ...scheme.items].map(({ id, name }) => [id, name]));
  const member = (letter: string): string => `成员${letter}`;
  return {
    members: example.explanation.members.map((line) => ({
      name: member(line.member),
      total: line.total === null ? '' : twoPlacesText(line.total),
      mark: line.mark === 'dropped' ? '去掉' : '计入',
    })),
    steps: example.explanation.steps
      .filter(({ key }) => !key.startsWith('explain-category'))
      .map(({ key, values }) => {
        const place = places.get(String(values['place'] ?? '')) ?? '';
        return text.of(key, { ...values, place, member: member(String(values['member'] ?? '')) });
      }),
    score: example.result.score ?? '',
  };
}
