import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync, type ReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLetterName, type LetterName } from '../carriers/letter-name.ts';
import { syncFolder } from '../carriers/safe-write.ts';

export interface BoxLimits {
  /** Bytes of one letter from outside. */
  readonly letterBytes: number;
  /** Bytes and number of all letters from outside together. */
  readonly totalBytes: number;
  readonly letters: number;
}

export const usualBoxLimits: BoxLimits = {
  letterBytes: 256 * 1024 ** 2,
  totalBytes: 4 * 1024 ** 3,
  letters: 5000,
};

/** Why a letter wasn't taken, as the status of the answer. */
export class NotTaken extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`not taken: ${status}`);
    this.status = status;
  }
}

const SEALED = 'age-encryption.org/v1\n';

/** The folder of one review's drop box, as the network sees it. */
export class BoxStore {
  readonly #folder: string;
  readonly #office: string;
  readonly #limits: BoxLimits;
  readonly #arriving = new Set<string>();

  /** `office` is the addressee to whom letters from outside may go. */
  constructor(folder: string, office: string, limits: BoxLimits) {
    this.#folder = folder;
    this.#office = office;
    this.#limits = limits;
  }

  list(addressee: string): { name: string; size: number }[] {
    return this.#letters().filter(({ name }) => parseLetterName(name)?.to === addressee);
  }

  /** Undefined when there is no such letter; only names of our own form reach the disk. */
  read(name: string): { size: number; stream: () => ReadStream } | undefined {
    if (parseLetterName(name) === undefined) return undefined;
    const path = join(this.#folder, name);
    const found = existsSync(path) ? statSync(path) : undefined;
    return found?.isFile() === true ? { size: found.size, stream: () => createReadStream(path) } : undefined;
  }

  /**
   * Takes one sealed letter: whole and with the hash that was announced, or nothing of it stays.
   * Answers false when it lies there already. @throws NotTaken 403, 409, 413, 415, 422, 507
   */
  async take(
    name: LetterName & { readonly file: string },
    sha256: string,
    body: AsyncIterable<Uint8Array>,
  ): Promise<boolean> {
    if (name.to !== this.#office) throw new NotTaken(403);
    const path = join(this.#folder, name.file);
    if (!sha256.startsWith(name.id)) throw new NotTaken(422);
    if (existsSync(path)) {
      if ((await hashOf(createReadStream(path))) === sha256) return false;
      throw new NotTaken(409);
    }
    if (this.#arriving.has(name.file)) throw new NotTaken(409);
    this.#arriving.add(name.file);
    try {
      await this.#write(path, name, sha256, body);
    } finally {
      this.#arriving.delete(name.file);
      await rm(`${path}.part`, { force: true });
    }
    return true;
  }

  async #write(
    path: string,
    name: LetterName,
    sha256: string,
    body: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const room = this.#room();
    const start = `paneldesk-letter/1 ${name.kind} ${name.to}\n${SEALED}`;
    const hash = createHash('sha256');
    let head = '';
    let size = 0;
    const handle = await open(`${path}.part`, 'wx', 0o600);
    try {
      for await (const chunk of body) {
        size += chunk.byteLength;
        if (size > this.#limits.letterBytes) throw new NotTaken(413);
        if (size > room) throw new NotTaken(507);
        if (head.length < start.length) {
          head += Buffer.from(chunk.subarray(0, start.length - head.length)).toString('latin1');
          if (!start.startsWith(head)) throw new NotTaken(415);
        }
        hash.update(chunk);
        for (let at = 0; at < chunk.byteLength;) at += (await handle.write(chunk, at)).bytesWritten;
      }
      if (head !== start) throw new NotTaken(415);
      if (hash.digest('hex') !== sha256) throw new NotTaken(422);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
    await syncFolder(this.#folder);
  }

  /** Bytes that may still come in. @throws NotTaken 507 */
  #room(): number {
    const incoming = this.#letters().filter(({ name }) => parseLetterName(name)?.to === this.#office);
    const used = incoming.reduce((sum, { size }) => sum + size, 0);
    if (incoming.length + this.#arriving.size > this.#limits.letters) throw new NotTaken(507);
    return this.#limits.totalBytes - used;
  }

  #letters(): { name: string; size: number }[] {
    return readdirSync(this.#folder)
      .filter((name) => parseLetterName(name) !== undefined)
      .map((name) => ({ name, size: statSync(join(this.#folder, name)).size }));
  }
}

async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source) hash.update(chunk);
  return hash.digest('hex');
}
