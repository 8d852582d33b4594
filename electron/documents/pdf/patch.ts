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

interface RendererPrototype {
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
