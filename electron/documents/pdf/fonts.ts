import { readFileSync } from 'node:fs';
import type { Font } from 'fontkit';
import type { FontSet } from '../pdf-contract.ts';
import { openFontFile } from './libraries.ts';

/** `serif` and `sans` as definitions name them, then `fallback-1`… */
export type FontName = 'serif' | 'sans' | `fallback-${number}`;

/** A set of fonts that are read when the first character needs them, each once. */
export interface OpenFonts {
  /** In the order of the chain. */
  readonly names: readonly FontName[];
  readonly covers: (font: FontName, codePoint: number) => boolean;
  /** The file, as pdfkit wants it. */
  readonly bytesOf: (font: FontName) => Buffer;
  /** The opened font, whose decoded tables everybody shares. */
  readonly fontOf: (font: FontName) => Font;
}

/** @throws Error of the file system for a font that isn't there, when it is first asked */
export function openFonts(fonts: FontSet): OpenFonts {
  const paths = new Map<FontName, string>([
    ['serif', fonts.serif],
    ['sans', fonts.sans],
    ...fonts.fallbacks.map((path, index): [FontName, string] => [`fallback-${index + 1}`, path]),
  ]);
  const bytes = new Map<FontName, Buffer>();
  const bytesOf = (name: FontName): Buffer => {
    const known = bytes.get(name) ?? readFileSync(paths.get(name) ?? '');
    bytes.set(name, known);
    return known;
  };
  const opened = new Map<FontName, Font>();
  const fontOf = (name: FontName): Font => {
    const font = opened.get(name) ?? openFont(bytesOf(name), paths.get(name) ?? '');
    opened.set(name, font);
    return font;
  };
  const answers = new Map<FontName, Map<number, boolean>>([...paths.keys()].map((name) => [name, new Map()]));
  const covers = (name: FontName, codePoint: number): boolean => {
    const known = answers.get(name)?.get(codePoint);
    if (known !== undefined) return known;
    const answer = canDraw(fontOf(name), codePoint);
    answers.get(name)?.set(codePoint, answer);
    return answer;
  };
  return { names: [...paths.keys()], covers, bytesOf, fontOf };
}

function openFont(bytes: Buffer, path: string): Font {
  const font = openFontFile(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} is a collection, not a font`);
  return font;
}

/** False also for a font of the computer whose licence (OS/2 `fsType`) allows no embedding. */
function canDraw(font: Font, codePoint: number): boolean {
  // Typed by the library as a number, decoded by it as flags.
  const rights = font['OS/2'].fsType as unknown as { readonly noEmbedding?: boolean };
  return rights.noEmbedding !== true && font.hasGlyphForCodePoint(codePoint);
}
