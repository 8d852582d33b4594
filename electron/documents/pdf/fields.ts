import { drawingOf } from './drawing.ts';
import type { PdfKitDocument, PdfReference, Vector } from './kit.ts';

const fields = new WeakMap<PdfKitDocument, PdfReference[]>();

/** An empty signature field with an empty appearance (PDF/A wants one), on the page being drawn. */
export function addSignatureField(document: PdfKitDocument, name: string, box: Vector): void {
  const drawing = drawingOf(document);
  const appearance = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, box.w, box.h],
    Resources: {},
  });
  // Without a byte it would be a dictionary, and an appearance must be a stream.
  appearance.end(Buffer.from('q Q\n'));
  const top = document.page.height - box.y;
  const { tag } = box;
  const widget = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(name),
    F: 4,
    Rect: [box.x, top - box.h, box.x + box.w, top],
    P: document.page.dictionary,
    AP: { N: appearance },
    ...(tag === undefined ? {} : { StructParent: drawing.owners.push(tag) - 1 }),
  });
  if (tag !== undefined) tag.widget = { field: widget.id, page: document.page.dictionary.id };
  widget.end();
  document.page.annotations.push(widget);
  fields.set(document, [...(fields.get(document) ?? []), widget]);
}

/** The form, written by hand because pdfkit's asks viewers to redraw. Before the catalog is written. */
export function finishForm(document: PdfKitDocument): void {
  const all = fields.get(document);
  if (all === undefined) return;
  document._acroform = { fonts: {}, defaultFont: 'none' };
  document._root.data['AcroForm'] = document.ref({ Fields: all, SigFlags: 3, DR: { Font: {} } });
}
