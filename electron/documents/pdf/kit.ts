/**
 * pdfmake 0.3.11 / pdfkit 0.19.1 as far as we touch them. Positions are in points from the top left corner.
 */
import type { Font } from 'fontkit';
import type { TagNode } from './tags.ts';

export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  end: (body?: Uint8Array) => void;
  write: (bytes: Uint8Array | string) => void;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly dictionary: PdfReference;
  readonly annotations: PdfReference[];
  readonly fonts: Record<string, PdfReference>;
  write: (chunk: string) => void;
}

export interface PdfKitDocument {
  info: Record<string, unknown>;
  readonly page: PdfPage;
  readonly _pageBuffer: readonly PdfPage[];
  readonly _root: PdfReference;
  readonly _offsets: (number | null)[];
  readonly _offset: number;
  _acroform?: { readonly fonts: Record<string, unknown>; readonly defaultFont: string };
  ref: (data: Record<string, unknown>) => PdfReference;
  font: (bytes: Uint8Array) => { readonly _font: PdfFont };
  addContent: (text: string) => PdfKitDocument;
  addNamedDestination: (name: string, ...place: readonly (string | number | null)[]) => void;
  _write: (data: Uint8Array | string) => void;
}

/** One position of a glyph, in thousandths of the size. */
interface GlyphPosition {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export interface PdfFont {
  readonly id: string;
  ascender: number;
  descender: number;
  font: Font;
  subset: { readonly includeGlyph: (glyph: number) => number };
  /** From units of the font to thousandths. */
  readonly scale: number;
  /** By number in the subset: width, and what is extracted as text. */
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  widthOfString: (text: string, size: number, features?: unknown) => number;
  ref: () => PdfReference;
  /** Hexadecimal glyph numbers of four digits, and their positions. */
  encode: (text: string) => readonly [readonly string[], readonly GlyphPosition[]];
}

export interface Inline {
  readonly text: string;
  readonly font: PdfFont;
  readonly fontSize: number;
  readonly x: number;
  readonly width: number;
  readonly color: unknown;
  readonly opacity: number;
  readonly heavy: boolean;
  tag: TagNode | undefined;
  /** Set when it was drawn: the second time it is the repeated header of a table. */
  drawn: boolean;
  readonly alignment: string;
  readonly fontFeatures: unknown;
  readonly characterSpacing: number;
  readonly decoration: unknown;
  readonly decorationColor: unknown;
  readonly decorationStyle: unknown;
  readonly decorationThickness: unknown;
  readonly background: unknown;
  readonly link: unknown;
  readonly linkToPage: unknown;
  readonly linkToDestination: unknown;
  readonly sup: boolean;
  readonly sub: boolean;
}

export interface Line {
  readonly x: number;
  readonly y: number;
  readonly inlines: readonly Inline[];
  readonly _outline?: { readonly text: string; readonly id?: string; readonly parentId?: string };
  readonly _pageNodeRef?: unknown;
  readonly id?: unknown;
  getAscenderHeight: () => number;
}

/** A part of a canvas; `signatureField` and `tag` are ours and never reach pdfkit. */
export interface Vector {
  readonly type: string;
  readonly signatureField?: string;
  tag?: TagNode;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly lineWidth?: number;
  readonly lineColor?: unknown;
  readonly color?: unknown;
}
