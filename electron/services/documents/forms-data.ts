import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { correctionReasons } from '../../../shared/domain/correction-reasons.ts';
import { explainRules } from '../../../shared/domain/explain-rules.ts';
import { twoPlacesText } from '../../../shared/domain/total-text.ts';
import { workedExample } from '../../../shared/domain/worked-example.ts';
import { createText } from '../../../shared/text/index.ts';
import type {
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
  const categories = scheme.categories.map(({ name, cap, items }) => ({
    name,
    cap,
    items: items.length > 0 ? items : [{ name, cap }],
  }));
  const pages = membersOf(db, reviewId).flatMap((seat, index) =>
    dossiers.map((dossier): ScoreSheetPage => {
      const number = String(dossier.number).padStart(2, '0');
      return {
        member: seat.name,
        memberOrganisation: seat.organisation === '' ? undefined : seat.organisation,
        number,
        enterprise: dossier.name,
        code: `${freezing.scheme_hash.slice(0, 4).toUpperCase()}-${String(index + 1).padStart(2, '0')}-${number}`,
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
