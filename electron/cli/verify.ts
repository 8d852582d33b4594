/** `panel verify`: the signers of a PDF and what was added after each. No network, no clock, no database. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fill } from '../../shared/text/index.ts';
import { verify as en } from '../../shared/text/en/verify.ts';
import { verify as zh } from '../../shared/text/zh/verify.ts';
import { normaliseFingerprint } from '../signing/fingerprint.ts';
import { readExpectedSigners } from '../signing/pdf/expected.ts';
import { verificationLines } from '../signing/pdf/lines.ts';
import { verifyPdf } from '../signing/pdf/verify.ts';
import type { ExpectedSigner, Verification } from '../signing/pdf/verify.ts';

const USAGE = `Usage: npm run -s panel -- verify FILE.pdf [--authority FINGERPRINT] [--expected FILE]
         [--format json|text]

Lists every signature, whether it holds, and what was added to the file after it.
--authority pins the review authority: SHA-256 of its public key, 64 hexadecimal digits.
--expected names the signers, one a line: name, fingerprint, or both.
Exit status: 0 valid, 1 not valid, 2 cannot be read (or the call is wrong).
`;

interface Options {
  readonly file: string;
  readonly authority: string | undefined;
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
  if (options.authority !== undefined && !normaliseFingerprint(options.authority)) {
    return refuse(words['verify.bad-authority']);
  }
  const expected = await readExpected(options.expected);
  if (!expected) return refuse(fill(words['verify.bad-expected'], { file: options.expected ?? '' }));
  const bytes = await readBytes(options.file);
  if (!bytes) return refuse(fill(words['verify.no-file'], { file: options.file }));
  const verification = verifyPdf(bytes, { authority: options.authority, expected });
  const answer = options.format === 'json' ? showJson(verification) : showText(verification, words);
  process.stdout.write(answer);
  return statuses[verification.verdict];
}

function showJson(verification: Verification): string {
  return `${JSON.stringify(verification, undefined, 2)}\n`;
}

function showText(verification: Verification, words: Readonly<Record<string, string>>): string {
  const lines = verificationLines(verification).map(({ tone, key, values }) => {
    const isDetail = !/^verify\.(?:valid|invalid|unreadable|signature-holds|signature-fails)$/.test(key);
    return `${isDetail ? '  ' : ''}${marks[tone]} ${visible(fill(words[key] ?? key, values))}`;
  });
  return `${lines.join('\n')}\n`;
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
      options: { authority: text, expected: text, format: text },
    });
    const twice = Object.entries(values).find(([, list]) => list.length > 1);
    if (twice) return `Option --${twice[0]} is given twice.`;
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'Name one PDF file.';
    const format = values.format?.[0] ?? 'text';
    if (format !== 'json' && format !== 'text') return `Unknown format ${format}: json or text.`;
    return { file, authority: values.authority?.[0], expected: values.expected?.[0], format };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Nobody expected when no file is named; undefined when the named file can't be read. */
async function readExpected(file: string | undefined): Promise<ExpectedSigner[] | undefined> {
  if (file === undefined) return [];
  try {
    return readExpectedSigners(await readFile(file, 'utf8'));
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
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return language.startsWith('zh') ? zh : en;
}
