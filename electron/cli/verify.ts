/** `panel verify`: a signed PDF or a result bundle, told apart by what is inside. No network, no clock, no database. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createText, fill } from '../../shared/text/index.ts';
import type { VerificationLine } from '../../shared/schema/verification.ts';
import { bundle as enBundle } from '../../shared/text/en/bundle.ts';
import { bundle as zhBundle } from '../../shared/text/zh/bundle.ts';
import { verify as en } from '../../shared/text/en/verify.ts';
import { verify as zh } from '../../shared/text/zh/verify.ts';
import { bundleLines } from '../exchange/bundle/lines.ts';
import { looksLikeBundle } from '../exchange/bundle/read-bundle.ts';
import { verifyBundle, type BundleReport } from '../exchange/bundle/verify-bundle.ts';
import { normaliseFingerprint } from '../signing/fingerprint.ts';
import { chosenLanguage } from './chosen-language.ts';
import { readExpectedSigners } from '../signing/pdf/expected.ts';
import { verificationLines } from '../signing/pdf/lines.ts';
import { verifyPdf } from '../signing/pdf/verify.ts';
import type { ExpectedSigner, Verification } from '../signing/pdf/verify.ts';

const USAGE = `Usage: npm run -s panel -- verify FILE [--panel-key FINGERPRINT …] [--expected FILE]
         [--format json|text]

FILE.pdf: lists every signature, whether it holds, and what was added to the file after it.
result.bundle: recomputes the whole result and prints the numbered checks of resources/spec/bundle.md, all
that failed first.
--panel-key (or --authority) pins the review authority: SHA-256 of its public key, 64 hexadecimal digits.
  For a PDF give it again for the authority of an organisation's own certificate.
--expected names the signers of a PDF, one a line: name, fingerprint, or both.
Exit status: 0 valid, 1 not valid, 2 cannot be read (or the call is wrong).
`;

interface Options {
  readonly file: string;
  readonly authority: readonly string[];
  readonly expected: string | undefined;
  readonly format: 'json' | 'text';
}

const statuses = { valid: 0, invalid: 1, unreadable: 2 } as const;
const marks = { good: '✓', bad: '✗', note: '·' } as const;

/** Answers the exit status; a false signature (1) is never confused with an unreadable file (2). */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const words = chosenWords();
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(`${options}\n\n${USAGE.trimEnd()}`);
  if (!options.authority.every((pin) => normaliseFingerprint(pin))) {
    return refuse(words['verify.bad-authority']);
  }
  const list = options.expected === undefined ? undefined : await readBytes(options.expected);
  const file = options.expected ?? '';
  if (!list && options.expected !== undefined) return refuse(fill(words['verify.no-file'], { file }));
  const expected = list ? readExpected(list) : [];
  if (!expected) return refuse(fill(words['verify.bad-expected'], { file }));
  const bytes = await readBytes(options.file);
  if (!bytes) return refuse(fill(words['verify.no-file'], { file: options.file }));
  if (looksLikeBundle(bytes)) return verifyAsBundle(bytes, options);
  const verification = verifyPdf(bytes, { authority: options.authority, expected });
  const answer = options.format === 'json' ? showJson(verification) : showText(verification, words);
  process.stdout.write(answer);
  return statuses[verification.verdict];
}

/** The numbered checks of a result bundle. */
function verifyAsBundle(bytes: Uint8Array, { authority, format }: Options): number {
  const report = verifyBundle(bytes, { authority: authority[0] });
  process.stdout.write(format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : showBundle(report));
  return statuses[report.verdict];
}

function showBundle(report: BundleReport): string {
  const words: Readonly<Record<string, string>> = chosenLanguage() === 'zh-CN' ? zhBundle : enBundle;
  const lines = bundleLines(report).flatMap(({ tone, key, values }) => {
    const { number, places } = values;
    const sentence = fill(words[key] ?? key, values);
    const first = [marks[tone], ...(number === undefined ? [] : [String(number).padEnd(3)]), sentence].join(
      ' ',
    );
    return [visible(first), ...(places === undefined ? [] : [`      ${visible(String(places))}`])];
  });
  return `${lines.join('\n')}\n`;
}

function showJson(verification: Verification): string {
  // Of a file inside, its name and hash say enough.
  const attachments = verification.attachments.map(({ name, sha256 }) => ({ name, sha256 }));
  return `${JSON.stringify({ ...verification, attachments }, undefined, 2)}\n`;
}

function showText(verification: Verification, words: Readonly<Record<string, string>>): string {
  const lines = verificationLines(verification).map(({ tone, key, values }) => {
    const isDetail = !/^verify\.(?:valid|invalid|unreadable|signature-holds|signature-fails)$/.test(key);
    return `${isDetail ? '  ' : ''}${marks[tone]} ${visible(fill(words[key] ?? key, withLocalTime(values)))}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The claimed time as the clock of this computer would show it, as on screen. */
function withLocalTime(values: VerificationLine['values']): VerificationLine['values'] {
  const then = new Date(String(values['time'] ?? ''));
  if (Number.isNaN(then.getTime())) return values;
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const day = { year: then.getFullYear(), month: then.getMonth() + 1, day: then.getDate() };
  return { ...values, time: createText(chosenLanguage())('time.full', { ...day, time }) };
}

/** Names come from the file: no control or direction character of theirs may rewrite the terminal. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}

function readOptions(args: string[]): Options | string {
  const text = { type: 'string', multiple: true } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { authority: text, 'panel-key': text, expected: text, format: text },
    });
    const pinning = ['authority', 'panel-key'];
    const twice = Object.entries(values).find(([key, list]) => !pinning.includes(key) && list.length > 1);
    if (twice) return `Option --${twice[0]} is given twice.`;
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'Name one file.';
    const pins = [...(values.authority ?? []), ...(values['panel-key'] ?? [])];
    const format = values.format?.[0] ?? 'text';
    if (format !== 'json' && format !== 'text') return `Unknown format ${format}: json or text.`;
    return { file, authority: pins, expected: values.expected?.[0], format };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Undefined for what is no list of signers. */
function readExpected(list: Buffer): ExpectedSigner[] | undefined {
  try {
    return readExpectedSigners(list.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function readBytes(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function chosenWords(): Readonly<Record<keyof typeof zh, string>> {
  return chosenLanguage() === 'zh-CN' ? zh : en;
}
