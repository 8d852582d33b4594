import type { OpenFonts } from './fonts.ts';
import type { Inline, PdfFont, PdfKitDocument } from './kit.ts';
import type { TagNode } from './tags.ts';
import type { FontName } from './fonts.ts';

interface FontProvider {
  provideFont: (this: PdfKitDocument, family: string) => PdfFont;
}

let fontsOfThread: OpenFonts | undefined;

/** The fonts of the next document of this thread. */
export function useFonts(fonts: OpenFonts): void {
  fontsOfThread = fonts;
}

/**
 * Every font gets the em box of Chinese type, so that mixed fonts keep one line pitch, and shares the tables
 * that the check of the glyphs has already read.
 */
export function provideSharedFonts(document: FontProvider): void {
  const provided = new WeakMap<PdfKitDocument, Map<string, PdfFont>>();
  document.provideFont = function provideSharedFont(family) {
    const own = provided.get(this) ?? new Map<string, PdfFont>();
    provided.set(this, own);
    const known = own.get(family);
    if (known !== undefined) return known;
    if (fontsOfThread === undefined) throw new Error('no fonts');
    const font = this.font(fontsOfThread.bytesOf(family as FontName))._font;
    font.font = fontsOfThread.fontOf(family as FontName);
    font.subset = font.font.createSubset();
    font.ascender = 880;
    font.descender = -120;
    own.set(family, font);
    return font;
  };
}

interface Fragment {
  readonly height: number;
}

interface WriterPrototype {
  transactionLevel: number;
  context: () => { readonly pages: readonly unknown[] };
  addFragment: (
    this: WriterPrototype,
    fragment: Fragment,
    ...rest: readonly (boolean | undefined)[]
  ) => unknown;
  commitUnbreakableBlock: (this: WriterPrototype, x?: number, y?: number) => void;
}

/** A part that must not break is higher than a page. */
export class BlockTooHigh extends Error {}

/** pdfmake silently drops an unbreakable part that is higher than a page; a record must never lose a line. */
export function refuseLostBlocks(writer: WriterPrototype): void {
  const { addFragment, commitUnbreakableBlock } = writer;
  writer.addFragment = function addWholeFragment(fragment, ...rest) {
    const added = addFragment.call(this, fragment, ...rest);
    if (added === false) throw new BlockTooHigh(`a block of ${fragment.height} pt`);
    return added;
  };
  writer.commitUnbreakableBlock = function commitWholeBlock(x, y) {
    const inPage = x === undefined && y === undefined;
    if (inPage && this.transactionLevel === 1 && this.context().pages.length > 1) {
      throw new BlockTooHigh('a block of several pages');
    }
    commitUnbreakableBlock.call(this, x, y);
  };
}

interface Leaf {
  readonly tag?: TagNode;
  readonly _textRef?: unknown;
  readonly _tocItemRef?: unknown;
  _inlines?: Inline[];
  _minWidth?: number;
  _maxWidth?: number;
}

interface MeasurePrototype {
  measureLeaf: (this: unknown, node: Leaf) => Leaf;
}

interface InlinesPrototype {
  widthOfText: (text: string, inline: { readonly font: PdfFont; readonly fontSize: number }) => number;
}

interface Measured {
  readonly inlines: readonly Inline[];
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/**
 * A heading that moves to the next page makes pdfmake lay everything out again, so a text is measured once
 * and copied from then on. Its tag goes along with every piece.
 */
export function rememberMeasures(measure: MeasurePrototype, inlines: InlinesPrototype): void {
  const { measureLeaf } = measure;
  const measured = new WeakMap<Leaf, Measured>();
  measure.measureLeaf = function measureLeafOnce(node) {
    const known = measured.get(node);
    if (known !== undefined) {
      node._inlines = known.inlines.map((inline) => ({ ...inline }));
      return Object.assign(node, { _minWidth: known.least, _maxWidth: known.most });
    }
    const done = measureLeaf.call(this, node);
    const { tag } = node;
    if (tag !== undefined) for (const inline of done._inlines ?? []) inline.tag = tag;
    if (node._textRef === undefined && node._tocItemRef === undefined) {
      const copies = (done._inlines ?? []).map((inline) => ({ ...inline }));
      measured.set(node, { inlines: copies, least: done._minWidth, most: done._maxWidth });
    }
    return done;
  };
  rememberWidths(inlines);
}

/** Widths in thousandths of the size: most texts are one Chinese character. */
function rememberWidths(inlines: InlinesPrototype): void {
  const { widthOfText } = inlines;
  const widths = new WeakMap<PdfFont, Map<string, number>>();
  inlines.widthOfText = function widthOfKnownText(text, inline) {
    const extra = inline as { readonly fontFeatures?: unknown; readonly characterSpacing?: number };
    if (extra.fontFeatures || extra.characterSpacing) return widthOfText.call(this, text, inline);
    const known = widths.get(inline.font) ?? new Map<string, number>();
    widths.set(inline.font, known);
    const width = known.get(text) ?? widthOfText.call(this, text, { font: inline.font, fontSize: 1000 });
    known.set(text, width);
    return (width * inline.fontSize) / 1000;
  };
}
