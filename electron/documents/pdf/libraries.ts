/**
 * pdfmake with the parts of it that we correct, in one place: the packer puts them and what they need into the
 * worker's own file, so that a document waits for the reading of one file instead of some hundred.
 */
import { create } from 'fontkit';
import lineBreaker from 'linebreak';
import pdfmakeLibrary from 'pdfmake';
import docMeasure from 'pdfmake/js/DocMeasure.js';
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import line from 'pdfmake/js/Line.js';
import pageElementWriter from 'pdfmake/js/PageElementWriter.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import renderer from 'pdfmake/js/Renderer.js';

export const openFontFile = create;
export const LineBreaker = lineBreaker;
export const pdfmake: unknown = pdfmakeLibrary;

/** CommonJS modules come as they are, with their class under `default`. */
function classOf(module: { readonly default: unknown }): unknown {
  return module.default;
}

export const NewLine = classOf(line);

const classes = { docMeasure, layoutBuilder, pageElementWriter, pdfDocument, renderer };

/** The prototype of one of pdfmake's classes, as far as the caller knows it. */
export function prototypeOf<Prototype>(name: keyof typeof classes): Prototype {
  return (classOf(classes[name]) as { readonly prototype: Prototype }).prototype;
}
