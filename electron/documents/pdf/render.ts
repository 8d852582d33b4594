import type { TCreatedPdf } from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PdfInputs, PdfKind } from '../data.ts';
import { definitionOf } from '../definition.ts';
import type { FontSet, PdfOptions } from '../pdf-contract.ts';
import { expectTags } from './drawing.ts';
import { openFonts } from './fonts.ts';
import { refuseMissingGlyphs } from './glyphs.ts';
import { pdfmake as library } from './libraries.ts';
import { patchPdfmake } from './patch.ts';
import { BlockTooHigh, useFonts } from './patch-layout.ts';
import { newTag, tagContent } from './tags.ts';
import { allowBreaks, mapContent } from './walk.ts';
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
  { attachments = [], level }: Pick<PdfOptions, 'attachments' | 'level'> = {},
): Promise<Uint8Array> {
  progress(5);
  const opened = openFonts(fonts);
  refuseMissingGlyphs(data, opened);
  progress(15);
  const pdfmake = preparePdfmake(opened.names, progress);
  useFonts(opened);
  // pdfmake writes into what it lays out, so every attempt begins with the data.
  const draw = (visitor?: Visitor): Promise<Uint8Array> => {
    const definition = definitionOf(kind, data);
    const content = visitor ? mapContent(definition.content, visitor) : definition.content;
    const root = newTag('Document');
    tagContent(content, root);
    expectTags(root);
    const whole = { ...definition, content, ...attached(attachments, definition), ...levelled(level) };
    return pdfmake.createPdf(whole).getBuffer();
  };
  progress(20);
  const bytes = await draw().catch((error: unknown) => {
    // An uncommonly long text made a part higher than a page: let everything break instead of losing it.
    if (error instanceof BlockTooHigh) return draw(allowBreaks);
    throw error;
  });
  progress(100);
  return new Uint8Array(bytes);
}

/** With a file inside, the document is of level 3, which differs from level 2 in nothing else. */
function attached(
  attachments: NonNullable<PdfOptions['attachments']>,
  definition: TDocumentDefinitions,
): Partial<TDocumentDefinitions> {
  if (attachments.length === 0) return {};
  const created = definition.info?.creationDate ?? new Date(0);
  const files = attachments.map(({ name, description, mediaType, text }) => ({
    src: `data:${mediaType};base64,${Buffer.from(text, 'utf8').toString('base64')}`,
    name,
    description,
    relationship: 'Data',
    creationDate: created,
    modifiedDate: created,
  }));
  return {
    subset: 'PDF/A-3b',
    files: Object.fromEntries(files.map((file) => [file.name, file])),
  } as Partial<TDocumentDefinitions>;
}

function levelled(level: PdfOptions['level']): Partial<TDocumentDefinitions> {
  return level === undefined ? {} : { subset: level, version: '1.4' };
}

function preparePdfmake(names: readonly string[], progress: (percent: number) => void): Pdfmake {
  patchPdfmake();
  const pdfmake = library as Pdfmake;
  // The fonts themselves are provided by our patch; pdfmake only knows that they are there.
  pdfmake.setFonts(Object.fromEntries(names.map((name) => [name, { normal: name }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  // Layout is silent and takes about half of the time; drawing reports itself.
  let last = 20;
  pdfmake.setProgressCallback((ratio) => {
    const percent = 50 + Math.floor(ratio * 48);
    if (percent > last) progress((last = percent));
  });
  return pdfmake;
}
