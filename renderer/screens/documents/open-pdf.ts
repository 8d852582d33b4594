import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface OpenPdf {
  readonly pages: number;
  /** Height over width of the first page; the others are assumed alike until they are drawn. */
  readonly ratio: number;
  /** Draws a page (from 1) so that it is `width` device pixels wide. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  readonly close: () => void;
}

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let library: Promise<Library> | undefined;

/**
 * `trusted-types 'none'` refuses `new Worker` with an address, so pdf.js reads in the page itself: it takes
 * this global for its reading side and then asks for no worker.
 */
async function loadLibrary(): Promise<Library> {
  const [pdf, reader] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: reader });
  return pdf;
}

/**
 * Opens a PDF for drawing on canvases: no scripts, no forms to fill in, no web assembly (which the content
 * policy refuses), nothing fetched. Rejects when the bytes are no PDF.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPdf> {
  library ??= loadLibrary();
  const { getDocument, AnnotationMode, VerbosityLevel } = await library;
  const task = getDocument({
    data: bytes,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableWorkerRendering: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  const file: PDFDocumentProxy = await task.promise;
  const first = (await file.getPage(1)).getViewport({ scale: 1 });
  return {
    pages: file.numPages,
    ratio: first.height / first.width,
    draw: async (number, canvas, width) => {
      const page = await file.getPage(number);
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
    },
    close: () => void task.destroy(),
  };
}
