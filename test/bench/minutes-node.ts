/** The parts of a pdfmake node that our documents use; sizes in points. */
export interface Node {
  readonly text?: unknown;
  readonly stack?: readonly unknown[];
  readonly columns?: readonly unknown[];
  readonly table?: { readonly widths: readonly unknown[]; readonly body: readonly (readonly unknown[])[] };
  readonly canvas?: readonly { readonly w?: number; readonly h?: number }[];
  readonly width?: unknown;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly font?: string;
  readonly alignment?: string;
  readonly color?: string;
  readonly fillColor?: string;
  readonly leadingIndent?: number;
  readonly margin?: readonly number[];
  readonly pageBreak?: string;
  readonly unbreakable?: boolean;
}

/** A text or number as it is printed; anything else has no text. */
export function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}
