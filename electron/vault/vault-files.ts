import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** An id of the program's own making; nothing that came from outside becomes part of a path. */
const SAFE_ID = /^[\w-]{1,64}$/u;
const HASH = /^[0-9a-f]{64}$/u;

/** Where a file waits, sealed, until the act that takes it in. */
export function stagedPath(dataFolder: string, id: string): string {
  return join(dataFolder, 'materials', 'staging', `${required(id, SAFE_ID)}.age`);
}

/** Where the sealed bytes of one content of a dossier lie; `sha256` is that of the plain bytes. */
export function materialPath(dataFolder: string, dossierId: string, sha256: string): string {
  return join(dossierFolder(dataFolder, dossierId), `${required(sha256, HASH)}.age`);
}

function dossierFolder(dataFolder: string, dossierId: string): string {
  return join(dataFolder, 'materials', `of-${required(dossierId, SAFE_ID)}`);
}

/** What an interrupted import left behind; called once at the start. */
export function sweepStaging(dataFolder: string): void {
  rmSync(join(dataFolder, 'materials', 'staging'), { recursive: true, force: true });
}

export function dropStaged(dataFolder: string, id: string): void {
  rmSync(stagedPath(dataFolder, id), { force: true });
}

/** Gives a staged file its place; the same content twice is one file. */
export async function placeStaged(
  dataFolder: string,
  id: string,
  { dossierId, sha256 }: { readonly dossierId: string; readonly sha256: string },
): Promise<void> {
  const target = materialPath(dataFolder, dossierId, sha256);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  renameSync(stagedPath(dataFolder, id), target);
  await syncFolder(dirname(target));
}

export function eraseFile(path: string): void {
  rmSync(path, { force: true });
}

/** Removes every sealed file of a dossier, e.g. after a declaration of conflicts on a member's laptop. */
export function eraseDossierFiles(dataFolder: string, dossierId: string): void {
  rmSync(dossierFolder(dataFolder, dossierId), { recursive: true, force: true });
}

/** Bytes of the sealed file, null when it is missing. */
export function sealedSize(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** A rename is durable once its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Not offered by every system.
  } finally {
    await handle?.close();
  }
}

function required(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new Error(`not an id: ${text.slice(0, 80)}`);
  return text;
}
