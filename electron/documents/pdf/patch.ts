import { createRequire } from 'node:module';

/**
 * pdfmake 0.3.11 / pdfkit 0.19.1 as far as we touch them. They stay outside every bundle, because pdfkit
 * reads its colour profile from its own folder; hence `createRequire`.
 */
export interface PdfReference {
  readonly data: Record<string, unknown>;
  end: () => void;
  write: (bytes: Uint8Array) => void;
}

export interface PdfKitDocument {
  info: Record<string, unknown>;
  readonly page: {
    readonly height: number;
    readonly dictionary: PdfReference;
    readonly annotations: PdfReference[];
  };
  readonly outline: { options: Record<string, unknown> };
  readonly _root: PdfReference;
  _acroform?: { readonly fonts: Record<string, unknown>; readonly defaultFont: string };
  signatureFields?: PdfReference[];
  ref: (data: Record<string, unknown>) => PdfReference;
  lineWidth: (width: number) => void;
  strokeColor: (colour: string) => void;
  text: (text: string, x: number, y: number, options: Record<string, unknown>) => void;
}

interface PdfFont {
  ascender: number;
  descender: number;
}

interface DocumentPrototype {
  provideFont: (this: PdfKitDocument, family: string, bold: boolean, italics: boolean) => PdfFont;
  _addInfo: (this: PdfKitDocument) => void;
  end: (this: PdfKitDocument) => void;
}

/** A canvas rectangle; `signatureField` is our marker and never reaches pdfkit. */
interface Vector {
  readonly signatureField?: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
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

interface Line {
  readonly inlines: readonly { readonly heavy?: boolean; readonly color?: string }[];
}

interface RendererPrototype {
  renderLine: (this: { readonly pdfDocument: PdfKitDocument }, line: Line, x: number, y: number) => void;
  renderVector: (this: { readonly pdfDocument: PdfKitDocument }, vector: Vector) => void;
}

const load = createRequire(import.meta.url);
let patched = false;

/** Applies the corrections below once in this thread. */
export function patchPdfmake(): void {
  if (patched) return;
  patched = true;
  const { prototype: document } = load('pdfmake/js/PDFDocument').default as { prototype: DocumentPrototype };
  const { prototype: renderer } = load('pdfmake/js/Renderer').default as { prototype: RendererPrototype };
  normaliseMetrics(document);
  escapeMetadata(document);
  finishForm(document);
  catchSignatureMarkers(renderer);
  drawHeavyLines(renderer);
  const { prototype: writer } = load('pdfmake/js/PageElementWriter').default as {
    prototype: WriterPrototype;
  };
  refuseLostBlocks(writer);
}

/** Every font gets the em box of Chinese type, so that mixed fonts keep one line pitch. */
function normaliseMetrics(document: DocumentPrototype): void {
  const provideFont = document.provideFont;
  document.provideFont = function provideNormalisedFont(family, bold, italics) {
    const font = provideFont.call(this, family, bold, italics);
    font.ascender = 880;
    font.descender = -120;
    return font;
  };
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

/** The outline root needs a count; the form is written by hand, because pdfkit's asks viewers to redraw. */
function finishForm(document: DocumentPrototype): void {
  const end = document.end;
  document.end = function endWithForm() {
    this.outline.options = { expanded: true };
    if (this.signatureFields) {
      this._acroform = { fonts: {}, defaultFont: 'none' };
      this._root.data['AcroForm'] = this.ref({ Fields: this.signatureFields, SigFlags: 3, DR: { Font: {} } });
    }
    end.call(this);
  };
}

/** pdfmake silently drops an unbreakable part that is higher than a page; a record must never lose a line. */
function refuseLostBlocks(writer: WriterPrototype): void {
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

/** Titles get a thin outline: two font weights are packed, no more, and 小标宋 is heavier than our serif. */
function drawHeavyLines(renderer: RendererPrototype): void {
  const renderLine = renderer.renderLine;
  renderer.renderLine = function renderHeavyLine(line, x, y) {
    const document = this.pdfDocument;
    if (!line.inlines.some((inline) => inline.heavy === true)) return renderLine.call(this, line, x, y);
    const text = document.text;
    document.lineWidth(0.45);
    document.strokeColor(line.inlines[0]?.color ?? 'black');
    document.text = (run, left, top, options) =>
      text.call(document, run, left, top, { ...options, fill: true, stroke: true });
    renderLine.call(this, line, x, y);
    document.text = text;
  };
}

function catchSignatureMarkers(renderer: RendererPrototype): void {
  const renderVector = renderer.renderVector;
  renderer.renderVector = function renderVectorOrField(vector) {
    if (vector.signatureField === undefined) return renderVector.call(this, vector);
    addSignatureField(this.pdfDocument, vector.signatureField, vector);
  };
}

/** An empty signature field with an empty appearance (PDF/A wants one), on the page being drawn. */
function addSignatureField(document: PdfKitDocument, name: string, box: Vector): void {
  const appearance = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, box.w, box.h],
    Resources: {},
  });
  appearance.end();
  const top = document.page.height - box.y;
  const widget = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(name),
    F: 4,
    Rect: [box.x, top - box.h, box.x + box.w, top],
    P: document.page.dictionary,
    AP: { N: appearance },
  });
  widget.end();
  document.page.annotations.push(widget);
  document.signatureFields = [...(document.signatureFields ?? []), widget];
}
