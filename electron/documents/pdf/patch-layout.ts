import type { FontName, OpenFonts } from './fonts.ts';
import { splitByFont } from './glyphs.ts';
import { extent, inlinesOf } from './inlines.ts';
import type { LayoutInline, Run } from './inlines.ts';
import type { PdfFont, PdfKitDocument } from './kit.ts';
import type { TagNode } from './tags.ts';
import { styleOf, styleOfRun } from './text-style.ts';
import type { StyleStack, TextStyle } from './text-style.ts';

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
    // Typed by the library as taking glyphs, it takes their numbers.
    font.subset = font.font.createSubset() as unknown as PdfFont['subset'];
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
  text?: unknown;
  readonly _textRef?: unknown;
  readonly _tocItemRef?: unknown;
  _inlines?: LayoutInline[];
  _minWidth?: number;
  _maxWidth?: number;
}

interface PushedStack extends StyleStack {
  readonly clone: () => PushedStack;
  readonly push: (node: object) => void;
  /** Also the named styles of the node. */
  readonly autopush: (node: object) => number;
}

interface Measure {
  readonly styleStack: PushedStack;
  readonly pdfDocument: PdfKitDocument & FontProvider;
}

interface MeasurePrototype {
  measureLeaf: (this: Measure, node: Leaf) => Leaf;
}

interface Measured {
  readonly inlines: readonly LayoutInline[];
  readonly least: number;
  readonly most: number;
}

/**
 * A text is measured once: a heading that moves to the next page makes pdfmake lay everything out again. Each
 * character stands in the first font of the chain that has it, and the text's tag goes along with every piece.
 */
export function measureQuickly(measure: MeasurePrototype): void {
  const { measureLeaf } = measure;
  const measured = new WeakMap<Leaf, Measured>();
  measure.measureLeaf = function measureLeafOnce(node) {
    // References to pages and other texts are known later only: pdfmake's own way.
    if (refersElsewhere(node)) return tagged(measureLeaf.call(this, spelt(this, node)));
    const known = measured.get(node) ?? measureText(this, node);
    measured.set(node, known);
    node._inlines = [...known.inlines];
    return Object.assign(node, { _minWidth: known.least, _maxWidth: known.most });
  };
}

function refersElsewhere({ text, _textRef, _tocItemRef }: Leaf): boolean {
  if (_textRef !== undefined || _tocItemRef !== undefined) return true;
  const runs = Array.isArray(text) ? (text as readonly unknown[]).flat(8) : [];
  return runs.some(
    (run) => typeof run === 'object' && run !== null && Object.keys(run).some((key) => key.startsWith('_')),
  );
}

/** Also there, every character in a font that has it. */
function spelt({ styleStack }: Measure, node: Leaf): Leaf {
  const { text } = node;
  const runs =
    typeof text === 'string' ? byFont(text, (styleStack.getProperty('font') ?? 'serif') as FontName) : [];
  if (runs.length > 1) node.text = runs.map((run) => ({ ...run }));
  return node;
}

function tagged(node: Leaf): Leaf {
  const { tag } = node;
  if (tag !== undefined) for (const inline of node._inlines ?? []) inline.tag = tag;
  return node;
}

function measureText({ styleStack, pdfDocument }: Measure, node: Leaf): Measured {
  const stack = styleStack.clone();
  stack.push(node);
  const style = styleOf(stack);
  const runs: Run[] = [];
  for (const run of flatRuns(node.text)) {
    const own = runStyle(stack, style, run);
    const heavy = typeof run !== 'string' && run['heavy'] === true;
    for (const { text, font } of byFont(
      typeof run === 'string' ? run : String(run['text'] ?? ''),
      own.font as FontName,
    )) {
      runs.push({ text, style: own, font: pdfDocument.provideFont(font), heavy });
    }
  }
  const inlines = inlinesOf(runs);
  const { tag } = node;
  if (tag !== undefined) for (const inline of inlines) inline.tag = tag;
  return { inlines, ...extent(inlines, style.noWrap === true) };
}

function runStyle(stack: PushedStack, style: TextStyle, run: RunDefinition): TextStyle {
  if (typeof run === 'string') return style;
  if (run['style'] === undefined) return styleOfRun(style, run);
  const named = stack.clone();
  named.autopush(run);
  return styleOf(named);
}

function byFont(
  text: string,
  wanted: FontName,
): readonly { readonly text: string; readonly font: FontName }[] {
  if (fontsOfThread === undefined) throw new Error('no fonts');
  return splitByFont(text, wanted, fontsOfThread);
}

type RunDefinition = string | Readonly<Record<string, unknown>>;

/** As pdfmake flattens a text: lists of lists of runs. */
function flatRuns(text: unknown): RunDefinition[] {
  if (Array.isArray(text)) return text.flatMap(flatRuns);
  if (typeof text !== 'object' || text === null) return [String(text ?? '')];
  const run = text as Readonly<Record<string, unknown>>;
  return Array.isArray(run['text']) ? flatRuns(run['text']) : [run];
}
