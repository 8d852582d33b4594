import type { VerificationLine } from '../../../shared/schema/verification.ts';
import type { BundleReport } from './verify-bundle.ts';

/** Places that are named with a failed check; the others are counted. */
const MOST_PLACES = 5;

/** What a member's own laptop knows of the review: sheets that must be in it, ends of the record it has seen. */
export interface OwnEvidence {
  readonly sheets: number;
  readonly missingSheets: number;
  readonly heads: number;
  readonly otherHeads: number;
}

type Values = VerificationLine['values'];

/** A report as lines of the text subject `bundle`: the verdict, every check with its number, what wasn't checked. */
export function bundleLines(report: BundleReport, own: OwnEvidence | null = null): VerificationLine[] {
  const { verdict, reason, bundle, lines, pinned, keeperMissing } = report;
  if (verdict === 'unreadable') return [line('bad', reason)];
  const bad = lines.filter(({ state }) => state === 'bad');
  const isWrong = bad.length > 0 || ownLines(own).some(({ tone }) => tone === 'bad');
  const skipped = lines.filter(({ number, state }) => state === 'not-judged' && number !== '2A');
  return [
    isWrong
      ? line('bad', 'invalid', {
          count: bad.length + ownLines(own).filter(({ tone }) => tone === 'bad').length,
        })
      : line('good', 'valid', { title: bundle?.title ?? '' }),
    ...ownLines(own),
    ...[...bad, ...lines.filter(({ state }) => state === 'good')].map(({ number, state, failures }) =>
      line(state === 'bad' ? 'bad' : 'good', `${state}.${number}`, { number, ...placesOf(failures) }),
    ),
    ...(pinned ? [] : [line('note', 'not-pinned')]),
    ...(keeperMissing ? [line('note', 'keeper-missing')] : []),
    ...(bundle?.kind === 'reduced' ? [line('note', 'reduced')] : []),
    ...(skipped.length === 0
      ? []
      : [line('note', 'not-judged', { numbers: skipped.map(({ number }) => number).join(' ') })]),
  ];
}

function ownLines(own: OwnEvidence | null): VerificationLine[] {
  if (own === null) return [];
  const { sheets, missingSheets, heads, otherHeads } = own;
  const wrong = [
    ...(missingSheets > 0 ? [line('bad', 'own-missing', { count: missingSheets })] : []),
    ...(otherHeads > 0 ? [line('bad', 'own-record', { count: otherHeads })] : []),
  ];
  return wrong.length > 0 ? wrong : [line('good', 'own-good', { sheets, heads })];
}

function placesOf(failures: BundleReport['lines'][number]['failures']): Values {
  const places = [...new Set(failures.map(({ place }) => place))].filter((place) => place !== '');
  if (places.length === 0) return {};
  const more = places.length - MOST_PLACES;
  return { places: places.slice(0, MOST_PLACES).join('；') + (more > 0 ? ` … +${more}` : '') };
}

function line(tone: VerificationLine['tone'], code: string, values: Values = {}): VerificationLine {
  return { tone, key: `bundle.${code}`, values };
}
