import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { compileItems } from '../../shared/domain/compile-items.ts';
import { compileScheme } from '../../shared/domain/compile-scheme.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import type { TallyInput } from '../../shared/domain/tally-types.ts';
import { reviewFileShape, type ReviewFile } from '../../shared/schema/review-file.ts';
import { schemeShape } from '../../shared/schema/scheme.ts';
import type { Text } from '../../shared/text/index.ts';
import { describeDefects } from './describe-defects.ts';
import { readJsonInput, type JsonInput } from './read-json-input.ts';
import type { InputDefect } from './tally-defect.ts';
import { unreadableFile } from './unreadable-file.ts';
import { readSheets, type ItemTable } from './tally-sheets.ts';

export interface TallyFiles {
  readonly scheme: string;
  readonly sheets: string;
  readonly review: string | null;
}

export type ReadInput =
  | { readonly ok: true; readonly tally: TallyInput; readonly hash: string }
  | { readonly ok: false; readonly lines: readonly string[] };

interface FileText {
  readonly text: string | null;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  readonly defects: readonly InputDefect[];
}

/** Reads and checks all files; what is wrong in one never hides what is wrong in another. */
export async function readTallyInput(files: TallyFiles, words: Text): Promise<ReadInput> {
  const [schemeFile, sheetsFile] = await Promise.all([readText(files.scheme), readText(files.sheets)]);
  const reviewFile = files.review === null ? null : await readText(files.review);
  const scheme = readJson(schemeFile, (text) => readJsonInput<Scheme>(text, schemeShape));
  const review =
    reviewFile === null
      ? null
      : readJson(reviewFile, (text) => readJsonInput<ReviewFile>(text, reviewFileShape));
  const compiled = scheme.value === null ? null : compileScheme(scheme.value);
  const facts = review?.value ?? null;
  const sheets =
    sheetsFile.text === null
      ? { dossiers: [], sheets: [], defects: [] }
      : readSheets(sheetsFile.text.replace(/^\uFEFF/u, ''), itemTable(scheme.value), facts);
  const ruleDefects: readonly InputDefect[] =
    compiled === null || compiled.ok
      ? []
      : compiled.problems.map((problem) => ({ ...problem, values: problem.values ?? {} }));
  const lines = [
    ...describeDefects(files.scheme, [...schemeFile.defects, ...scheme.defects, ...ruleDefects], words),
    ...describeDefects(
      files.review ?? '',
      [...(reviewFile?.defects ?? []), ...(review?.defects ?? [])],
      words,
    ),
    ...describeDefects(files.sheets, [...sheetsFile.defects, ...sheets.defects], words),
  ];
  if (lines.length > 0 || compiled === null || !compiled.ok) return { ok: false, lines };
  return {
    ok: true,
    hash: schemeFile.hash,
    tally: {
      scheme: compiled.scheme,
      dossiers: sheets.dossiers,
      members: facts?.members,
      sheets: sheets.sheets,
      review: facts ?? undefined,
    },
  };
}

async function readText(path: string): Promise<FileText> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { text: null, hash: '', defects: [unreadableFile(error)] };
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, hash, defects: [] };
  } catch {
    return { text: null, hash, defects: [{ reason: 'file-encoding', values: {} }] };
  }
}

function readJson<Value>(file: FileText, read: (text: string) => JsonInput<Value>): JsonInput<Value> {
  return file.text === null ? { value: null, defects: [] } : read(file.text);
}

/** Limits wherever a cap can be read, so that scores are checked even under a scheme with other defects. */
function itemTable(scheme: Scheme | null): ItemTable | null {
  if (scheme === null) return null;
  return new Map(compileItems(scheme, []).items.map((item) => [item.id, item.cap === 0 ? null : item]));
}
