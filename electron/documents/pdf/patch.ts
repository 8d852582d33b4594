import { addBookmark, finishBookmarks } from './bookmarks.ts';
import { drawPlainLine } from './draw-line.ts';
import { drawPlainVector } from './draw-vector.ts';
import { drawingOf } from './drawing.ts';
import { addSignatureField, finishForm } from './fields.ts';
import type { Inline, Line, PdfKitDocument, PdfPage, Vector } from './kit.ts';
import { prototypeOf } from './libraries.ts';
import { buildLinesQuickly } from './lines.ts';
import { measureQuickly, provideSharedFonts, refuseLostBlocks } from './patch-layout.ts';
import { writeStructure } from './structure.ts';

interface DocumentPrototype {
  _addInfo: (this: PdfKitDocument) => void;
  addContent: (this: PdfKitDocument, text: string) => PdfKitDocument;
  flushPages: (this: PdfKitDocument) => void;
  end: (this: PdfKitDocument) => void;
}

interface Renderer {
  readonly pdfDocument: PdfKitDocument;
}

interface RendererPrototype {
  renderLine: (this: Renderer, line: Line, x: number, y: number) => void;
  renderVector: (this: Renderer, vector: Vector) => void;
  renderImage: (this: Renderer, image: unknown) => void;
}

let patched = false;

/** Applies our corrections of pdfmake and pdfkit once in this thread. */
export function patchPdfmake(): void {
  if (patched) return;
  patched = true;
  const document = prototypeOf<DocumentPrototype>('pdfDocument');
  provideSharedFonts(prototypeOf('pdfDocument'));
  escapeMetadata(document);
  gatherContent(document);
  finishDocument(document);
  drawPlainly(prototypeOf('renderer'));
  refuseLostBlocks(prototypeOf('pageElementWriter'));
  measureQuickly(prototypeOf('docMeasure'));
  buildLinesQuickly(prototypeOf('layoutBuilder'));
}

/** pdfkit writes `&` and `<` of a title into XMP as they are, which isn't well-formed. */
function escapeMetadata(document: DocumentPrototype): void {
  const addInfo = document._addInfo;
  document._addInfo = function addEscapedInfo() {
    const info = this.info;
    this.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    addInfo.call(this);
    this.info = info;
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Operators are kept as text and become bytes once a page; pdfkit makes a buffer of each. */
function gatherContent(document: DocumentPrototype): void {
  const pages = new WeakMap<PdfPage, string[]>();
  const { flushPages } = document;
  document.addContent = function keepContent(text) {
    const kept = pages.get(this.page);
    if (kept) kept.push(text);
    else pages.set(this.page, [text]);
    return this;
  };
  document.flushPages = function writeContent() {
    for (const page of this._pageBuffer) {
      const kept = pages.get(page);
      if (kept !== undefined && page === this.page) drawingOf(this).endMark();
      if (kept !== undefined) page.write(kept.join('\n'));
    }
    flushPages.call(this);
  };
}

function finishDocument(document: DocumentPrototype): void {
  const end = document.end;
  document.end = function endWithEverything() {
    const { root, owners, endMark } = drawingOf(this);
    endMark();
    finishBookmarks(this);
    finishForm(this);
    writeStructure(this, root, owners);
    end.call(this);
  };
}

/** Lines and rules in our own short operators; header cells that repeat and all rules are no content. */
function drawPlainly(renderer: RendererPrototype): void {
  const { renderLine, renderVector } = renderer;
  renderer.renderLine = function renderTaggedLine(line, x, y) {
    const drawing = drawingOf(this.pdfDocument);
    const tag = firstTag(line.inlines);
    drawing.mark(tag);
    addBookmark(this.pdfDocument, line, tag, y);
    if (drawPlainLine(this.pdfDocument, drawing, line, x, y)) return;
    const { _outline: _noted, ...rest } = line;
    renderLine.call(this, Object.setPrototypeOf(rest, Object.getPrototypeOf(line) as object) as Line, x, y);
    drawing.forget();
  };
  renderer.renderVector = function renderVectorOrField(vector) {
    const { pdfDocument } = this;
    if (vector.signatureField !== undefined) {
      return addSignatureField(pdfDocument, vector.signatureField, vector);
    }
    const drawing = drawingOf(pdfDocument);
    drawing.mark(undefined);
    if (drawPlainVector(drawing, vector)) return;
    renderVector.call(this, vector);
    drawing.add('0 J 0 j [] 0 d');
    drawing.forget();
  };
  const saving = ['beginClip', 'endClip', 'beginVerticalAlignment', 'endVerticalAlignment', 'renderImage'];
  for (const name of saving) markAround(renderer as unknown as Record<string, Step>, name);
}

type Step = (this: Renderer, item: unknown) => void;

/** These save or restore the graphics state, so no mark lies across them. */
function markAround(renderer: Record<string, Step>, name: string): void {
  const step = renderer[name];
  if (step === undefined) throw new Error(`pdfmake has no ${name}`);
  renderer[name] = function stepBetweenMarks(item) {
    const drawing = drawingOf(this.pdfDocument);
    if (name === 'renderImage') drawing.mark(undefined);
    else drawing.endMark();
    step.call(this, item);
    drawing.forget();
  };
}

/** The tag of a line that is drawn for the first time; a table draws its header again on every page. */
function firstTag(inlines: readonly Inline[]): Inline['tag'] {
  const [first] = inlines;
  if (first === undefined || first.drawn === true) return undefined;
  first.drawn = true;
  return first.tag;
}
