import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../electron/workbook/read-workbook.ts';
import { workbookLimits } from '../../electron/workbook/workbook-limits.ts';
import { sentences } from '../../shared/text/index.ts';
import { AppError } from '../../shared/api/problem.ts';
import type { Problem } from '../../shared/api/problem.ts';
import { answers, applicationRows, previewByWorker, workbook, workerFile } from './applications.ts';
import { rawZip, textCellXml, workbookParts } from './raw-zip.ts';

async function refusalOf(work: Promise<unknown>): Promise<Problem | 'accepted'> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError) return error.problem;
    throw error;
  }
}

function compoundFile(stream: string): Buffer {
  const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([magic, Buffer.alloc(1016), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
}

const plain = workbookParts(applicationRows([answers()]));
const part = (name: string, bytes = Buffer.from('x')) => ({ name, bytes });
const wordParts = [part('[Content_Types].xml'), part('word/document.xml')];
const entity = Buffer.from('<!DOCTYPE lolz [<!ENTITY lol "lol">]><worksheet><sheetData/></worksheet>');

const refused: readonly (readonly [string, Buffer, string, string | null])[] = [
  ['a text file', Buffer.from('企业名称,统一社会信用代码\n'), 'file-not-workbook', 'workbook-not-zip'],
  ['a file of no bytes', Buffer.alloc(0), 'file-empty', null],
  ['a workbook with a password', compoundFile('EncryptedPackage'), 'file-encrypted', null],
  ['an old .xls', compoundFile('Workbook'), 'file-not-workbook', 'workbook-old-xls'],
  ['another compound file', compoundFile('WordDocument'), 'file-not-workbook', 'workbook-not-zip'],
  ['a Word document', rawZip(wordParts), 'file-not-workbook', 'workbook-other-office'],
  ['a torn download', rawZip(plain).subarray(0, 900), 'file-not-workbook', 'workbook-damaged'],
  ['macros', rawZip([...plain, part('xl/vbaProject.bin')]), 'file-not-workbook', 'workbook-macros'],
  [
    'two parts of one name',
    rawZip([...plain, part('XL/workbook.xml')]),
    'file-not-workbook',
    'workbook-damaged',
  ],
  [
    'a path that climbs out',
    rawZip([...plain, part('../evil.xml')]),
    'file-not-workbook',
    'workbook-damaged',
  ],
  [
    'entity tricks',
    rawZip([...plain, part('xl/worksheets/sheet2.xml', entity)]),
    'file-not-workbook',
    'workbook-damaged',
  ],
  [
    'an encrypted entry',
    rawZip(plain.map((entry) => ({ ...entry, encrypted: true }))),
    'file-encrypted',
    null,
  ],
  [
    'more entries than a workbook has',
    rawZip([...plain, ...Array.from({ length: 200 }, (_unused, index) => part(`xl/media/${index}.png`))]),
    'file-too-large',
    'workbook-limit-entries',
  ],
];

describe('a file that is no workbook is refused with its own problem', () => {
  it.each(refused)('%s', async (_name, bytes, code, reason) => {
    const problem = await refusalOf(readWorkbook(bytes, { workerFile }));
    expect(problem).toMatchObject({ code });
    expect(problem === 'accepted' ? null : (problem.places?.[0]?.reason ?? null)).toBe(reason);
    expect(sentences['zh-CN']).toHaveProperty([reason ?? `problem.${code}`]);
  });
});

describe('a workbook past the limits is refused before a parser sees it', () => {
  it('names the number of rows of a sheet with 100,000 rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_unused, index) => {
      return `<row r="${index + 1}">${textCellXml(`A${index + 1}`, 'x')}</row>`;
    });
    expect(await refusalOf(previewByWorker(workbook(rows.join(''))))).toMatchObject({
      code: 'file-too-large',
      values: { limit: workbookLimits.rows, found: 100_000 },
      places: [{ reason: 'workbook-limit-rows' }],
    });
  });

  it('names the number of cells of a wide sheet', async () => {
    const cell = (number: number) => `<c><v>${(number * 7_368_787) % 1_000_003}</v></c>`;
    const row = (number: number) => {
      const cells = Array.from({ length: 201 }, (_unused, index) => cell(number * 201 + index));
      return `<row r="${number}">${cells.join('')}</row>`;
    };
    const rows = Array.from({ length: 1000 }, (_unused, index) => row(index + 1));
    expect(await refusalOf(previewByWorker(workbook(rows.join(''))))).toMatchObject({
      code: 'file-too-large',
      values: { found: 201_000 },
      places: [{ reason: 'workbook-limit-cells' }],
    });
  });

  const bomb = Buffer.alloc(49_000_000, 0x20);

  it('a zip bomb that says its size', async () => {
    const bytes = rawZip([...plain, part('xl/sharedStrings.xml', bomb)]);
    expect(await refusalOf(previewByWorker(bytes))).toMatchObject({
      code: 'file-too-large',
      places: [{ reason: 'workbook-limit-ratio' }],
    });
  });

  it('a zip bomb in pieces', async () => {
    const piece = Buffer.alloc(990_000, 0x20);
    const pieces = Array.from({ length: 60 }, (_unused, index) =>
      part(`xl/worksheets/sheet${index + 2}.xml`, piece),
    );
    expect(await refusalOf(previewByWorker(rawZip([...plain, ...pieces])))).toMatchObject({
      code: 'file-too-large',
      places: [{ reason: 'workbook-limit-inflatedBytes' }],
    });
  });

  it('a zip bomb that lies about its size', async () => {
    const bytes = rawZip([...plain, { name: 'xl/sharedStrings.xml', bytes: bomb, declaredSize: 1000 }]);
    expect(await refusalOf(previewByWorker(bytes))).toMatchObject({
      code: 'file-not-workbook',
      places: [{ reason: 'workbook-damaged' }],
    });
  });

  it('a reading that takes too long or too much memory is ended', async () => {
    const bytes = rawZip(plain);
    const slow = readWorkbook(bytes, { workerFile, limits: { ...workbookLimits, timeMs: 0 } });
    expect(await refusalOf(slow)).toMatchObject({ places: [{ reason: 'workbook-limit-timeMs' }] });
    const greedy = readWorkbook(bytes, { workerFile, limits: { ...workbookLimits, memoryMegabytes: 4 } });
    expect(await refusalOf(greedy)).toMatchObject({ places: [{ reason: 'workbook-limit-memoryMegabytes' }] });
  });
});

describe('a readable workbook without usable content says what it lacks', () => {
  it('a sheet with no rows is empty', async () => {
    expect(await refusalOf(previewByWorker(workbook('')))).toMatchObject({ code: 'file-empty' });
  });

  it('a header with no rows below is empty', async () => {
    expect(await refusalOf(previewByWorker(workbook(applicationRows([]))))).toMatchObject({
      code: 'file-empty',
    });
  });

  it('every missing column is named', async () => {
    const rows = applicationRows([answers()], { omit: ['creditCode', 'paidInCapital', 'netAssets'] });
    expect(await refusalOf(previewByWorker(workbook(rows)))).toMatchObject({
      code: 'file-columns-missing',
      values: { sheet: '申报表', columns: '统一社会信用代码、实缴资本' },
      places: [
        { reason: 'column-missing', values: { column: '统一社会信用代码' } },
        { reason: 'column-missing', values: { column: '实缴资本' } },
      ],
    });
  });

  it('a column that stands twice is named', async () => {
    const rows = applicationRows([answers()]).replace('</row>', `${textCellXml('AZ1', '企业名称')}</row>`);
    expect(await refusalOf(previewByWorker(workbook(rows)))).toMatchObject({
      code: 'file-columns-missing',
      places: [{ path: '申报表!AZ1', reason: 'column-twice' }],
    });
  });
});
