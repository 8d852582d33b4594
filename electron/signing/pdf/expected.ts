import { AppError } from '../../../shared/api/problem.ts';
import { normaliseFingerprint } from '../fingerprint.ts';
import type { ExpectedSigner } from './verification.ts';

/** One expected signer: `name`, `fingerprint`, or `name fingerprint`. Undefined for an empty line. */
export function readExpectedSigner(line: string): ExpectedSigner | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  const [name = '', digits = ''] = /^(.*?)\s*([0-9A-Fa-f:]{64,95})$/.exec(text)?.slice(1) ?? [];
  const fingerprint = normaliseFingerprint(digits);
  if (!fingerprint) return { name: text };
  return name === '' ? { fingerprint } : { name, fingerprint };
}

/**
 * The expected signers of a file: one a line (`#` starts a comment), or a JSON list of such lines or of
 * `{name, fingerprint}`. Throws `bad-input` when it is neither or names nobody.
 */
export function readExpectedSigners(text: string): ExpectedSigner[] {
  const plain = text.replace(/^\uFEFF/, '');
  const listed = plain.trimStart().startsWith('[') ? readList(plain) : plain.split(/\r?\n/);
  const signers = listed.flatMap((item) => {
    if (typeof item === 'string') return item.startsWith('#') ? [] : (readExpectedSigner(item) ?? []);
    return readSigner(item);
  });
  if (signers.length === 0) throw new AppError('bad-input', { what: 'expected-signers' });
  return signers;
}

function readList(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
  } catch {
    // Refused below.
  }
  throw new AppError('bad-input', { what: 'expected-signers' });
}

function readSigner(item: unknown): ExpectedSigner {
  const { name, fingerprint } = (item ?? {}) as Record<string, unknown>;
  const given = [name, fingerprint].filter((part) => part !== undefined);
  const key = typeof fingerprint === 'string' ? normaliseFingerprint(fingerprint) : undefined;
  const isGood = given.length > 0 && given.every((part) => typeof part === 'string' && part !== '');
  if (!isGood || (fingerprint !== undefined && !key)) {
    throw new AppError('bad-input', { what: 'expected-signers' });
  }
  return { ...(typeof name === 'string' ? { name } : {}), ...(key ? { fingerprint: key } : {}) };
}
