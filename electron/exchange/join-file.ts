import { Decrypter, Encrypter } from 'age-encryption';
import { joinContent, type JoinContent } from '../../shared/schema/member-letter.ts';
import { refused } from './parts.ts';
import { readShape } from './signed-payload.ts';

const LINE = 'paneldesk-join/1\n';
const ANY_LINE = /^paneldesk-join\/([1-9][0-9]{0,3})\n/u;
const LONGEST_FILE = 512 * 1024;

/** Sixteen digits however they were typed: full-width, with spaces or dashes. Undefined for anything else. */
export function normaliseMeetingCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/gu, '');
  return /^\d{16}$/u.test(digits) ? digits : undefined;
}

/**
 * The join file (会议文件): a line that says what it is, then an age file under the meeting code.
 * `workFactor` is the logarithm of scrypt's cost, chosen by the composition root.
 */
export async function makeJoinFile(content: JoinContent, code: string, workFactor: number): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(requireCode(code));
  encrypter.setScryptWorkFactor(workFactor);
  const sealed = await encrypter.encrypt(JSON.stringify(joinContent.parse(content)));
  return Buffer.concat([Buffer.from(LINE, 'ascii'), sealed]);
}

/**
 * @throws AppError `data-corrupt`, reasons `not-ours`, `newer`, `code-form`, `code-wrong` (also for a file that
 *   was changed: both look alike from outside), `malformed`
 */
export async function openJoinFile(bytes: Uint8Array, code: string): Promise<JoinContent> {
  const version = joinVersion(bytes);
  if (version === undefined || bytes.byteLength > LONGEST_FILE) throw refused('not-ours');
  if (version !== '1') throw refused('newer');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(requireCode(code));
  let text: string;
  try {
    text = await decrypter.decrypt(bytes.subarray(LINE.length), 'text');
  } catch {
    throw refused('code-wrong');
  }
  return readShape(text, joinContent);
}

export function isJoinFile(bytes: Uint8Array): boolean {
  return joinVersion(bytes) !== undefined;
}

function joinVersion(bytes: Uint8Array): string | undefined {
  return ANY_LINE.exec(Buffer.from(bytes.subarray(0, 24)).toString('latin1'))?.[1];
}

function requireCode(code: string): string {
  const digits = normaliseMeetingCode(code);
  if (digits === undefined) throw refused('code-form');
  return digits;
}
