import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const projectFolder = join(import.meta.dirname, '..', '..');

export interface BuiltHost {
  /** With the token in its fragment; open exactly this. */
  readonly address: string;
  readonly dataFolder: string;
  /** Ends the process as Ctrl-C would and answers its exit code; the data folder stays. */
  readonly stop: () => Promise<number | null>;
  /** Ends the process without any farewell, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Settles when the process ends by itself, e.g. by 退出. */
  readonly exited: Promise<number | null>;
}

/** A fresh, empty data folder; `remove` deletes it with everything inside. */
export function temporaryDataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'paneldesk-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Starts the built loopback host as a process of its own on a data folder. Needs `npm run build` before.
 * `programFolder` is where its `dist` lies, when it isn't the project's.
 */
export async function startBuiltHost(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
  programFolder = projectFolder,
): Promise<BuiltHost> {
  const bundle = join(programFolder, 'dist', 'main', 'loopback.js');
  if (!existsSync(bundle)) throw new Error('dist/main/loopback.js is missing: run "npm run build" first.');
  const program = `const { runLoopback } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
    process.exitCode = await runLoopback(['--no-open']);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, ...environment, PANELDESK_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A failing test stops before it stops its host; the worker's end does it then.
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void once(child, 'exit').then(() => process.off('exit', endWithUs));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const address = await addressFrom(child.stdout, child.stderr, exited);
  return {
    address,
    dataFolder,
    exited,
    async stop() {
      child.kill('SIGTERM');
      return exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function addressFrom(
  output: NodeJS.ReadableStream,
  errors: NodeJS.ReadableStream,
  exited: Promise<unknown>,
): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (part: Buffer): void => {
      said += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    output.on('data', listen);
    errors.on('data', listen);
    void exited.then((code) => reject(new Error(`The host ended with ${String(code)}:\n${said}`)));
  });
}
