import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputOf, MethodName, OutputOf } from '../../shared/api/contract.ts';
import type { Backend } from '../../electron/api/host-contract.ts';
import { openBackend } from '../../electron/backend.ts';
import type { KdfCost } from '../../electron/signing/passphrase.ts';
import type { Problem } from '../../shared/api/problem.ts';

const projectFolder = join(import.meta.dirname, '..', '..');

/** A cost that a test can pay hundreds of times. */
export const cheapCost: KdfCost = { n: 2 ** 4, r: 8, p: 1 };

export interface TestBackend {
  readonly backend: Backend;
  readonly folder: string;
  /** Calls as a tab of this name; answers the value. @throws Error with the problem of a refusal */
  readonly call: <Name extends MethodName>(
    session: string,
    name: Name,
    input: InputOf<Name>,
  ) => Promise<OutputOf<Name>>;
  /** The problem of a call that must be refused. @throws Error when it was accepted */
  readonly refused: <Name extends MethodName>(
    session: string,
    name: Name,
    input: InputOf<Name>,
  ) => Promise<Problem>;
  /** Hands a file over as the page does and answers the id of the upload. */
  readonly upload: (session: string, name: string, bytes: Uint8Array) => Promise<string>;
  /** Bytes under /files/. */
  readonly file: (session: string, fileId: string) => Promise<Uint8Array>;
  /** The clock of this backend, in milliseconds; tests may move it. */
  readonly clock: { nowMs: number };
  readonly close: () => Promise<void>;
}

export interface TestBackendOptions {
  /** Keeps the folder of an earlier backend, to open the same data again. */
  readonly folder?: string;
  /** Shipped files of its own, e.g. another scheme for the sample. */
  readonly resources?: string;
}

/** The real backend on real SQLite in a folder of its own, with a cheap passphrase cost and a fixed clock. */
export async function openTestBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'paneldesk-test-'));
  const clock = { nowMs: Date.UTC(2026, 10, 21, 1, 0, 0) };
  const backend = await openBackend({
    dataFolder: folder,
    host: 'cli',
    assetsFolder: join(projectFolder, 'dist', 'renderer'),
    fontsFolder: join(projectFolder, 'node_modules', '@expo-google-fonts'),
    resourcesFolder: options.resources ?? join(projectFolder, 'resources'),
    workersFolder: join(projectFolder, 'electron'),
    kdfCost: cheapCost,
    nowMs: () => (clock.nowMs += 1),
  });
  const send = async (session: string, name: MethodName, input: unknown) =>
    backend.dispatch({ session, name, input });
  return {
    backend,
    folder,
    clock,
    call: async (session, name, input) => {
      const reply = await send(session, name, input);
      if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.problem)}`);
      return reply.value as never;
    },
    refused: async (session, name, input) => {
      const reply = await send(session, name, input);
      if (reply.ok) throw new Error(`${name} was accepted: ${JSON.stringify(reply.value)}`);
      return reply.problem;
    },
    upload: async (session, name, bytes) => {
      const request = new Request('http://panel/uploads', {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'x-file-name': encodeURIComponent(name) },
      });
      const response = await backend.files(request, session);
      const body = (await response.json()) as { id?: string };
      if (body.id === undefined) throw new Error(`upload refused: ${JSON.stringify(body)}`);
      return body.id;
    },
    file: async (session, fileId) => {
      const response = await backend.files(new Request(`http://panel/files/${fileId}`), session);
      if (!response.ok) throw new Error(`file refused: ${response.status} ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    close: () => backend.close(),
  };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
