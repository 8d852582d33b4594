import { z } from 'zod';
import { DECIMAL_PATTERN } from '../domain/decimal.ts';
import type { Scheme } from '../domain/scheme.ts';

/**
 * The strict shape of `scheme.json`: types and names, unknown keys refused. Values (sums, ranges, ids) are
 * the business of `compileScheme`, which says them all at once; `meta` only publishes them in the JSON schema.
 */
const text = z.string().max(2000);
const decimalText = z.string().max(64).meta({ pattern: DECIMAL_PATTERN.source });
const identifierText = z.string().max(200).meta({ minLength: 1 });
const wholeNumber = (minimum: number, maximum?: number) =>
  z.int().meta(maximum === undefined ? { minimum } : { minimum, maximum });

export const bandShape = z.strictObject({ name: text, from: decimalText, to: decimalText });

export const schemeItemShape = z.strictObject({
  id: identifierText,
  name: text,
  cap: decimalText,
  step: decimalText.optional(),
  judged: text.optional(),
  bands: z.array(bandShape).max(100).optional(),
});

export const schemeCategoryShape = z.strictObject({
  id: identifierText,
  name: text,
  cap: decimalText,
  weight: decimalText.optional(),
  items: z.array(schemeItemShape).max(1000).meta({ minItems: 1 }).optional(),
});

export const eligibilityConditionShape = z.strictObject({
  id: identifierText,
  text,
  kind: z.enum(['at-least', 'yes', 'judged']),
  fact: text,
  threshold: decimalText.optional(),
  alternative: text.optional(),
  article: text,
  effect: z.enum(['veto', 'warn', 'preference']),
});

export const tallyRulesShape = z.strictObject({
  aggregate: z.union([
    z.enum(['mean', 'median']),
    z.strictObject({
      trimmed: z.strictObject({
        high: wholeNumber(0),
        low: wholeNumber(0),
        scope: z.enum(['sheet', 'category', 'item']),
        minimumMembers: wholeNumber(1),
      }),
    }),
  ]),
  rounding: z
    .strictObject({
      places: wholeNumber(0, 4).optional(),
      mode: z.enum(['half-up', 'half-even']).optional(),
      point: z.enum(['end', 'category']).optional(),
    })
    .optional(),
  rankOn: z.enum(['exact', 'published']).optional(),
  ties: z
    .array(z.string().max(220).meta({ pattern: '^(preference|vote|shared|category:.+)$' }))
    .max(1000)
    .optional(),
  quorum: wholeNumber(1).optional(),
});

export const schemeShape: z.ZodType<Scheme> = z.strictObject({
  title: text,
  total: decimalText,
  categories: z.array(schemeCategoryShape).max(1000).meta({ minItems: 1 }),
  tally: tallyRulesShape,
  basis: z.array(text).max(100).optional(),
  note: text.optional(),
  validity: z.strictObject({ from: z.iso.date(), to: z.iso.date().optional() }).optional(),
  eligibility: z.array(eligibilityConditionShape).max(200).optional(),
  panel: z
    .strictObject({ minimum: wholeNumber(1).optional(), show: z.enum(['names', 'codes']).optional() })
    .optional(),
  deviation: z.union([z.literal('off'), decimalText]).optional(),
  selection: z
    .strictObject({ passMark: decimalText.optional(), quota: wholeNumber(1).optional() })
    .optional(),
  correctionReasons: z.array(text).min(1).max(20).optional(),
});
