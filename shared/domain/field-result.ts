import type { CodeCheck } from './identifiers.ts';
import type { ParsedCapital } from './money.ts';

/** Why a text is not a value of its field; each is a key of `shared/text`. */
export type FieldReason =
  | 'field-required'
  | 'field-too-long'
  | 'field-control-character'
  | 'field-formula'
  | 'field-error-value'
  | 'field-not-a-number'
  | 'field-negative'
  | 'field-date-not-understood'
  | 'field-choice-unknown'
  | 'field-investor-missing'
  | Extract<CodeCheck, { ok: false }>['reason']
  | Extract<ParsedCapital, { ok: false }>['reason'];

/** `interpreted` is set where the text was understood but not canonical, so that a person confirms it. */
export type FieldResult =
  | { readonly ok: true; readonly value: string | null; readonly interpreted?: true | undefined }
  | {
      readonly ok: false;
      readonly reason: FieldReason;
      readonly values: Readonly<Record<string, string | number>>;
    };
