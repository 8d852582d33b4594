import { showFieldValue } from './dossier-choices.ts';
import { dossierFields } from './dossier-fields.ts';
import type { DossierField, DossierFields, FieldChoice } from './dossier-fields.ts';
import type { FieldReason, FieldResult } from './field-result.ts';
import { checkCreditCode } from './identifiers.ts';
import { parseCapital } from './money.ts';
import { flattenText, hasHiddenCharacters, tidyText } from './normalise-text.ts';
import { parseDay } from './parse-date.ts';

const MAXIMUM_TEXT = 200;
const MAXIMUM_LONG_TEXT = 20_000;

/** Ten billion yuan is 1,000,000 万元: from there on somebody probably wrote 元, so a person confirms. */
const PLAUSIBLE_DIGITS = 6;

/** What people write into a cell that has nothing to say. */
const NOTHING = new Set(['', '-', '--', '/', '\\', '无', '没有', '空', 'n/a']);

function refuse(reason: FieldReason, values: Readonly<Record<string, string | number>> = {}): FieldResult {
  return { ok: false, reason, values };
}

function accept(value: string | null, canonical: boolean): FieldResult {
  return canonical ? { ok: true, value } : { ok: true, value, interpreted: true };
}

function parseText(field: DossierField, text: string): FieldResult {
  if (hasHiddenCharacters(text)) return refuse('field-control-character');
  const maximum = field.kind === 'long-text' ? MAXIMUM_LONG_TEXT : MAXIMUM_TEXT;
  if (text.length > maximum) return refuse('field-too-long', { maximum, length: text.length });
  return accept(field.kind === 'long-text' ? text : text.replace(/\s*\n\s*/gu, ' '), true);
}

function matchesChoice(choice: FieldChoice, flat: string): boolean {
  return choice.aliases.some((alias) => flattenText(alias).toLowerCase() === flat);
}

function parseChoice(field: DossierField, text: string): FieldResult {
  const flat = flattenText(text).toLowerCase();
  const choices = field.choices ?? [];
  const exact = choices.find(({ value, label }) =>
    [value, label.zh, label.en].some((name) => flattenText(name).toLowerCase() === flat),
  );
  if (exact) return accept(exact.value, true);
  const understood = choices.find((choice) => matchesChoice(choice, flat));
  if (understood) return accept(understood.value, false);
  return refuse('field-choice-unknown', { choices: choices.map(({ label }) => label.zh).join('、') });
}

function parseCode(text: string): FieldResult {
  const result = checkCreditCode(text);
  return result.ok ? accept(result.code, !result.interpreted) : refuse(result.reason, result.values);
}

function parseMoney(text: string): FieldResult {
  const result = parseCapital(text);
  if (!result.ok) return refuse(result.reason, result.values);
  const looksLikeYuan = (result.value.split('.')[0] ?? '').length > PLAUSIBLE_DIGITS;
  return accept(result.value, !result.interpreted && !looksLikeYuan);
}

function parseNumber(text: string): FieldResult {
  const flat = flattenText(text);
  if (/^-\d/u.test(flat)) return refuse('field-negative');
  const plain = flat.replace(/年$/u, '');
  const [whole = '', fraction = '0', ...more] = plain.split('.');
  if (more.length > 0 || !/^\d{1,9}$/u.test(whole) || !/^\d{1,4}$/u.test(fraction)) {
    return refuse('field-not-a-number');
  }
  return accept(plain, plain === text);
}

function parseDate(text: string): FieldResult {
  const day = parseDay(text);
  return day === null ? refuse('field-date-not-understood') : accept(day, day === text);
}

/**
 * Reads the text of one cell or input as a value of the field. Pure; never throws. `value` is canonical
 * (see `DossierFields`), null for an empty text; `interpreted` marks a text that a person should confirm.
 */
export function parseField(field: DossierField, cellText: string): FieldResult {
  const text = tidyText(cellText);
  const isNothing = field.kind !== 'text' && field.kind !== 'long-text' && !field.choices;
  if (text === '' || (isNothing && NOTHING.has(text.toLowerCase()))) {
    return field.required ? refuse('field-required') : accept(null, text === '');
  }
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return parseText(field, text);
    case 'code':
      return parseCode(text);
    case 'capital':
      return parseMoney(text);
    case 'number':
      return parseNumber(text);
    case 'date':
      return parseDate(text);
    case 'yes-no':
    case 'choice':
      return parseChoice(field, text);
  }
}

/** The facts that may be the investor's instead of the enterprise's. */
const RELIED_UPON = new Set(['tradeExperience', 'sourcing', 'overseasChannel']);

export interface FieldProblem {
  readonly key: string;
  readonly reason: FieldReason;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong across the fields of one dossier: a required fact is absent, or an investor is relied
 * upon (seed 001 art. 3(3)) without its name and code.
 */
export function checkDossierFields(fields: DossierFields): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of dossierFields) {
    if (field.required && (fields[field.key] ?? null) === null) {
      problems.push({ key: field.key, reason: 'field-required', values: {} });
    }
  }
  const reliant = dossierFields.find(({ key }) => RELIED_UPON.has(key) && fields[key] === 'investor');
  if (!reliant) return problems;
  const values = { because: `${reliant.label.zh}：${showFieldValue(reliant, fields[reliant.key] ?? null)}` };
  for (const key of ['investorName', 'investorCode']) {
    if ((fields[key] ?? null) === null) problems.push({ key, reason: 'field-investor-missing', values });
  }
  return problems;
}
