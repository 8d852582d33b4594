import { createRequire } from 'node:module';
import type { KeyObject } from 'node:crypto';
import { createAuthority, issueCertificate } from '../../electron/signing/authority.ts';
import type { Appearance } from '../../electron/signing/pdf/appearance.ts';
import { openOutlineFont } from '../../electron/signing/pdf/outline.ts';
import type { OutlineFont } from '../../electron/signing/pdf/outline.ts';
import { signPdf } from '../../electron/signing/pdf/sign.ts';
import type { PdfSigning } from '../../electron/signing/pdf/sign.ts';
import type { Handwriting } from '../../shared/schema/handwriting.ts';
import { newSigner } from './support.ts';

const require = createRequire(import.meta.url);
export const fontPath =
  require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');

/** The little of pdfmake's printer and of pdfkit's document that an empty field needs. */
interface KitReference {
  readonly data: Record<string, unknown>;
  readonly end: (body?: Buffer) => void;
}
interface KitDocument {
  _acroform?: object;
  readonly _root: KitReference;
  readonly page: { readonly dictionary: KitReference; readonly annotations: KitReference[] };
  readonly ref: (data: Record<string, unknown>) => KitReference;
  readonly on: (event: string, listener: (chunk: Buffer) => void) => void;
  readonly end: () => void;
}
interface Printer {
  readonly createPdfKitDocument: (definition: Record<string, unknown>) => Promise<KitDocument>;
}
type PrinterClass = new (
  fonts: Record<string, Record<string, string>>,
  files: object,
  urls: object,
) => Printer;

/** A two-page PDF 1.7 by pdfmake with empty signature fields on its last page. */
export async function makeSamplePdf(fields: readonly string[]): Promise<Buffer> {
  const { default: PdfPrinter } = require('pdfmake/js/Printer.js') as { default: PrinterClass };
  const urls = { resolve: () => undefined, resolved: () => Promise.resolve() };
  const printer = new PdfPrinter({ Serif: { normal: fontPath } }, { existsSync: () => false }, urls);
  const document = await printer.createPdfKitDocument({
    version: '1.7',
    subset: 'PDF/A-2b',
    info: { title: '示例评审纪要', creationDate: new Date('2026-01-01T00:00:00Z') },
    defaultStyle: { font: 'Serif' },
    content: [
      { text: '示例评审纪要' },
      { text: '示例企业甲 综合评分 86.42', pageBreak: 'after' },
      { text: '签名' },
    ],
  });
  const widgets = fields.map((name, index) => addField(document, name, index));
  const form = document.ref({ Fields: widgets, SigFlags: 3, DR: {} });
  document._root.data['AcroForm'] = form;
  document._acroform = { fonts: {}, defaultFont: 'none' };
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.end();
  });
}

function addField(document: KitDocument, name: string, index: number): KitReference {
  const empty = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 150, 40], Resources: {} });
  empty.end();
  const left = 60 + (index % 3) * 160;
  const bottom = 600 - Math.floor(index / 3) * 60;
  const widget = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(name),
    Rect: [left, bottom, left + 150, bottom + 40],
    F: 4,
    P: document.page.dictionary,
    AP: { N: empty },
  });
  widget.end();
  document.page.annotations.push(widget);
  return widget;
}

export const from = new Date('2026-01-01T00:00:00Z');
export const to = new Date('2036-01-01T00:00:00Z');
export const authority = createAuthority('评审机构 示例评审', { from, to });

export interface Person {
  readonly field: string;
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly publicSpki: string;
  readonly certificate: string;
}

const rareNames = ['张䶮', '李堃', '王喆', '赵镕', '陈犇', '孙翀', '周旻昇', '吴烜', '郑玥', '冯彧'];

/** People of the sample with certificates of `authority`; rare characters on purpose. */
export function makePeople(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const { privateKey, publicSpki } = newSigner();
    const name = `${rareNames[index % rareNames.length]}（示例）`;
    const role = index === 0 ? '组长' : '专家';
    const certificate = issueCertificate(authority, publicSpki, { name, role, serial: index + 2, from, to });
    return { field: `member-${index + 1}`, name, privateKey, publicSpki, certificate };
  });
}

let font: OutlineFont | undefined;

/** Name and day, with handwriting beside them where given. */
export function appearanceOf(person: Person, handwriting?: Handwriting): Appearance {
  font ??= openOutlineFont(fontPath);
  return { lines: [person.name, '2026-03-01'], font, handwriting };
}

/** Signs as one person, with a drawn appearance, at a fixed claimed time. */
export function signAs(pdf: Uint8Array, person: Person, change: Partial<PdfSigning> = {}): Buffer {
  return signPdf(pdf, {
    field: person.field,
    privateKey: person.privateKey,
    certificate: person.certificate,
    chain: [authority.certificate],
    name: person.name,
    reason: '签署评审纪要',
    claimedTime: new Date('2026-03-01T08:00:00Z'),
    appearance: appearanceOf(person),
    ...change,
  });
}
