import { createRequire } from 'node:module';
import type { TCreatedPdf } from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PdfInputs, PdfKind } from '../data.ts';
import { definitionOf } from '../definition.ts';
import type { FontSet } from '../pdf-contract.ts';
import { openCoverage, refuseMissingGlyphs, splitByFont } from './glyphs.ts';
import { BlockTooHigh, patchPdfmake } from './patch.ts';
import { allowBreaks, keepAll, mapContent } from './walk.ts';
import type { Visitor } from './walk.ts';

interface Pdfmake {
  createPdf: (definition: TDocumentDefinitions, options?: object) => TCreatedPdf;
  setFonts: (fonts: Record<string, { normal: string }>) => void;
  setProgressCallback: (callback: (ratio: number) => void) => void;
  setUrlAccessPolicy: (callback: () => boolean) => void;
  setLocalAccessPolicy: (callback: (path: string) => boolean) => void;
}

/**
 * Makes a PDF in the calling thread; `pdf-worker.ts` calls it. The same data gives the same bytes.
 * @throws AppError `glyphs-missing` when a character is in none of the fonts.
 */
export async function renderPdf<Kind extends PdfKind>(
  kind: Kind,
  data: PdfInputs[Kind],
  fonts: FontSet,
  progress: (percent: number) => void,
): Promise<Uint8Array> {
  progress(5);
  const covers = openCoverage(fonts);
  refuseMissingGlyphs(data, covers);
  progress(15);
  const pdfmake = preparePdfmake(fonts, progress);
  const definition = definitionOf(kind, data);
  const fallback: Visitor = {
    text: (text, font) => splitByFont(text, font, covers),
    node: (node) => node,
  };
  const content = mapContent(definition.content, 'serif', fallback);
  const header = mapContent(headerOf(definition), 'serif', fallback);
  // pdfmake writes into what it lays out, so every attempt gets a copy.
  const draw = (visitor: Visitor): Promise<Uint8Array> =>
    pdfmake.createPdf({ ...definition, header, content: mapContent(content, 'serif', visitor) }).getBuffer();
  progress(20);
  const bytes = await draw(keepAll).catch((error: unknown) => {
    // An uncommonly long text made a part higher than a page: let everything break instead of losing it.
    if (error instanceof BlockTooHigh) return draw(allowBreaks);
    throw error;
  });
  progress(100);
  return new Uint8Array(bytes);
}

/** Our headers are the same on every page. */
function headerOf(definition: TDocumentDefinitions): Content {
  return typeof definition.header === 'object' ? definition.header : '';
}

function preparePdfmake(fonts: FontSet, progress: (percent: number) => void): Pdfmake {
  patchPdfmake();
  const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake;
  pdfmake.setFonts({ serif: { normal: fonts.serif }, sans: { normal: fonts.sans } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === fonts.serif || path === fonts.sans);
  // Layout is silent and takes about half of the time; drawing reports itself.
  let last = 20;
  pdfmake.setProgressCallback((ratio) => {
    const percent = 50 + Math.floor(ratio * 48);
    if (percent > last) progress((last = percent));
  });
  return pdfmake;
}
