import type { Verification, VerificationLine } from '../../../shared/schema/verification.ts';
import type { Text, TextKey, TextValues } from '../../../shared/text/index.ts';

export interface Comparison {
  readonly authority: string;
  readonly expected: readonly string[];
}

/** 64 hexadecimal digits, spaces and colons between them allowed; empty is no comparison. */
export function isFingerprint(text: string): boolean {
  const digits = text.replace(/[\s:]/g, '');
  return digits === '' || /^[0-9a-fA-F]{64}$/.test(digits);
}

/** The names typed, one a line, without empty lines. */
export function expectedLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const fieldKeys: Readonly<Record<string, TextKey>> = {
  member: 'verifying.fieldMember',
  recorder: 'verifying.fieldRecorder',
  supervisor: 'verifying.fieldSupervisor',
};

/** Our own fields (`member-3`) by their place; foreign ones by their name. */
function fieldWords(t: Text, name: string): string {
  const [kind = '', number = ''] = name.split('-');
  const key = fieldKeys[kind];
  return key !== undefined && /^\d+$/.test(number) ? t(key, { number }) : t('verifying.fieldOther', { name });
}

/** `2026-11-21T01:00:00.000Z` as the day and time of this computer's clock. */
function timeWords(t: Text, text: string): string {
  const then = new Date(text);
  if (text === '' || Number.isNaN(then.getTime())) return '—';
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  return t('time.full', { time, year: then.getFullYear(), month: then.getMonth() + 1, day: then.getDate() });
}

function shownValues(t: Text, values: VerificationLine['values']): TextValues {
  const shown = { ...values };
  const { time, field, fields } = values;
  if (time !== undefined) shown['time'] = timeWords(t, String(time));
  if (field !== undefined) shown['field'] = fieldWords(t, String(field));
  if (fields !== undefined) {
    const names = String(fields).split(', ');
    shown['fields'] = names.map((name) => fieldWords(t, name)).join('、');
  }
  return shown;
}

export interface Finding {
  readonly tone: VerificationLine['tone'];
  /** Number of the check in a result bundle; empty otherwise. */
  readonly number: string;
  readonly sentence: string;
  /** Where it is wrong, e.g. whose sheet of which enterprise; empty when there is nothing to name. */
  readonly places: string;
}

/** A result bundle is told by its lines. */
export function isBundle({ lines }: Verification): boolean {
  return lines.some(({ key }) => key.startsWith('bundle.'));
}

/** People and enterprises; names of parts and hashes are for the command line. */
function namedPlaces(places: string): string {
  return places
    .split('；')
    .filter((place) => /[^ -~…]/u.test(place))
    .join('；');
}

/** The lines below the verdict, in plain words. */
export function findingsOf(t: Text, verification: Verification): readonly Finding[] {
  return verification.lines
    .filter(({ key }) => !/^(?:verify|bundle)\.(?:valid|invalid|unreadable)$/u.test(key))
    .map(({ tone, key, values }) => ({
      tone,
      number: String(values['number'] ?? '').replace(/^\d+$/u, ''),
      places: namedPlaces(String(values['places'] ?? '')),
      sentence: t.of(key, shownValues(t, values), t('verifying.note')),
    }));
}

/** As the verdict, with a word of its own where every signature holds and only some are missing. */
export function shownVerdict({ verdict, lines }: Verification): Verification['verdict'] | 'incomplete' {
  const bad = lines.filter(({ tone, key }) => tone === 'bad' && key !== 'verify.invalid');
  const onlyMissing = bad.length > 0 && bad.every(({ key }) => key === 'verify.expected-missing');
  return verdict === 'invalid' && onlyMissing ? 'incomplete' : verdict;
}

/** What to do, the most important first. */
export function thingsToDo(verification: Verification, given: Comparison): readonly TextKey[] {
  if (isBundle(verification)) return bundleToDo(verification, given);
  const keys = new Set(verification.lines.map(({ key }) => key));
  if (verification.verdict === 'unreadable') return ['verifying.todoPdf', 'verifying.todoOriginal'];
  if (keys.has('verify.no-signatures')) return ['verifying.todoUnsigned'];
  if (shownVerdict(verification) === 'incomplete') return ['verifying.todoMissing'];
  if (verification.verdict === 'invalid') {
    const missing = keys.has('verify.expected-missing') ? (['verifying.todoMissing'] as const) : [];
    return [...missing, 'verifying.todoOriginal', 'verifying.todoReport'];
  }
  const open: readonly TextKey[] = [
    ...(keys.has('verify.unsigned-field') ? (['verifying.todoOpenPlaces'] as const) : []),
    ...(given.authority.trim() === '' ? (['verifying.todoPin'] as const) : []),
    ...(given.expected.length === 0 ? (['verifying.todoExpected'] as const) : []),
  ];
  return [...open, open.length === 0 ? 'verifying.todoKeep' : 'verifying.todoThenKeep'];
}

function bundleToDo(verification: Verification, given: Comparison): readonly TextKey[] {
  const keys = new Set(verification.lines.map(({ key }) => key));
  if (keys.has('bundle.newer-bundle')) return ['verifying.todoUpdate'];
  if (verification.verdict === 'unreadable') return ['verifying.todoOriginal'];
  if (verification.verdict === 'invalid') return ['verifying.todoOriginal', 'verifying.todoReport'];
  const open: readonly TextKey[] = [
    ...(given.authority.trim() === '' ? (['verifying.todoPin'] as const) : []),
    ...(keys.has('bundle.keeper-missing') ? (['verifying.todoKeeper'] as const) : []),
  ];
  return [...open, open.length === 0 ? 'verifying.todoKeepBundle' : 'verifying.todoThenKeep'];
}

/** The whole result as plain text for pasting elsewhere. */
export function resultText(t: Text, fileName: string, verification: Verification): string {
  const lines = findingsOf(t, verification).map(
    ({ tone, number, sentence, places }, index) =>
      `${number === '' ? `${String(index + 1)}.` : number} ${t(`verifying.${tone}`)}　${sentence}${places === '' ? '' : `（${places}）`}`,
  );
  return [t('verifying.file', { name: fileName }), t(verdictWords(verification).title), ...lines].join('\n');
}

/** The large words of the verdict and the sentence below. */
export function verdictWords(verification: Verification): {
  readonly title: TextKey;
  readonly text: TextKey;
} {
  const verdict = shownVerdict(verification);
  if (!isBundle(verification) || verdict === 'incomplete')
    return { title: `verifying.${verdict}`, text: `verifying.${verdict}Text` };
  return { title: `verifying.bundle-${verdict}`, text: `verifying.bundle-${verdict}Text` };
}
