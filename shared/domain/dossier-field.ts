/** The kinds of an application field; each has one canonical text form, see `DossierFields`. */
export type DossierFieldKind =
  'text' | 'long-text' | 'code' | 'capital' | 'yes-no' | 'number' | 'date' | 'choice';

export type DossierFieldGroup =
  'identity' | 'capital' | 'trade' | 'preference' | 'record' | 'plan' | 'contact' | 'district';

export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export interface FieldChoice {
  /** The canonical value that is stored. */
  readonly value: string;
  readonly label: LocalText;
  /** Other cell texts that mean the same. */
  readonly aliases: readonly string[];
}

/** One field of an application (申报表), as data. */
export interface DossierField {
  readonly key: string;
  readonly label: LocalText;
  readonly kind: DossierFieldKind;
  readonly required: boolean;
  readonly group: DossierFieldGroup;
  /** Unit of a number as printed in the header, e.g. 万元 or 年. */
  readonly unit?: LocalText | undefined;
  /** For `choice` and `yes-no`: the possible answers. */
  readonly choices?: readonly FieldChoice[] | undefined;
  /** For `choice` and `yes-no`: the values with which a condition of kind `yes` is met. */
  readonly favourable?: readonly string[] | undefined;
  /** Other headers that mean the same column. */
  readonly aliases?: readonly string[] | undefined;
  /** How to fill the cell, printed on the sheet 填表说明. */
  readonly hint: LocalText;
  /** The value of the 示例 row of the template. */
  readonly example: string;
}

/**
 * The facts of one dossier by field key. Canonical values: capital a decimal string of 万元 ("3000",
 * "2560.5"), yes-no "yes" or "no", choice the choice's value, number a decimal string, date ISO
 * (2026-01-31), code 18 upper-case characters, text trimmed. null: not given.
 */
export type DossierFields = Readonly<Record<string, string | null>>;
