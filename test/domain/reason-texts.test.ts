import { expect, test } from 'vitest';
import type { SchemeReason } from '../../shared/domain/compiled-scheme.ts';
import type { CodeCheck } from '../../shared/domain/identifiers.ts';
import type { ParsedCapital } from '../../shared/domain/money.ts';
import type { SheetDefect } from '../../shared/domain/sheet.ts';
import type { JsonProblem } from '../../shared/domain/strict-json.ts';
import { sentences } from '../../shared/text/index.ts';

type ReasonOf<Outcome> =
  Extract<Outcome, { readonly ok: false }> extends { readonly reason: infer Reason } ? Reason : never;
type AnyReason =
  | SchemeReason
  | SheetDefect['reason']
  | JsonProblem['reason']
  | ReasonOf<CodeCheck>
  | ReasonOf<ParsedCapital>;

/** The compiler keeps this list complete: a new reason without a line here doesn't build. */
const reasons: Readonly<Record<AnyReason & string, true>> = {
  'score-blank': true,
  'score-not-a-number': true,
  'score-decimals': true,
  'score-over-cap': true,
  'score-off-step': true,
  'score-unknown-item': true,
  'json-syntax': true,
  'json-repeated-key': true,
  'json-number': true,
  'json-depth': true,
  'json-half-character': true,
  'code-length': true,
  'code-character': true,
  'code-check-digit': true,
  'money-blank': true,
  'money-negative': true,
  'money-chinese-numerals': true,
  'money-currency': true,
  'money-not-understood': true,
  'scheme-decimal': true,
  'scheme-not-positive': true,
  'scheme-step': true,
  'scheme-step-over-cap': true,
  'scheme-id-empty': true,
  'scheme-id-repeated': true,
  'scheme-no-categories': true,
  'scheme-no-items': true,
  'scheme-category-sum': true,
  'scheme-total-sum': true,
  'scheme-band-range': true,
  'scheme-band-hole': true,
  'scheme-band-overlap': true,
  'scheme-places': true,
  'scheme-rounding-mode': true,
  'scheme-rounding-point': true,
  'scheme-rank-on': true,
  'scheme-aggregate': true,
  'scheme-trim-count': true,
  'scheme-trim-scope': true,
  'scheme-trim-minimum': true,
  'scheme-median-point': true,
  'scheme-tie-unknown': true,
  'scheme-tie-category': true,
  'scheme-tie-shared-last': true,
  'scheme-quorum': true,
  'scheme-deviation': true,
  'scheme-quota': true,
  'scheme-pass-mark-over-total': true,
};

test.each(['zh-CN', 'en'] as const)('every refusal of the domain has a sentence in %s', (language) => {
  const missing = Object.keys(reasons).filter((reason) => !Object.hasOwn(sentences[language], reason));
  expect(missing).toEqual([]);
});
