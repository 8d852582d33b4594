import { randomBytes } from 'node:crypto';
import type { Backend } from '../api/host-contract.ts';
import { readRuntimeFile, removeRuntimeFile, stillRunning, writeRuntimeFile } from './runtime-file.ts';
import { startLoopback } from './server.ts';

export interface HostOptions {
  readonly dataFolder: string;
  /** `onQuit` is to be called when the user chooses 退出; the answer to that call still goes out. */
  readonly openBackend: (onQuit: () => void) => Promise<Backend>;
  readonly onError?: (error: unknown) => void;
}

export interface LoopbackHost {
  readonly address: string;
  /** False when another host already runs on this data folder; then `ended` is already settled. */
  readonly ours: boolean;
  /** Settles after 退出 or `close`, when everything is closed and the runtime file is gone. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

function addressOf(port: number, token: string): string {
  return `http://127.0.0.1:${port}/#k=${token}`;
}

async function runningAddress(dataFolder: string): Promise<string | undefined> {
  const running = readRuntimeFile(dataFolder);
  if (running === undefined || !(await stillRunning(running))) return undefined;
  return addressOf(running.port, running.token);
}

function alreadyThere(address: string): LoopbackHost {
  const ended = Promise.resolve();
  return { address, ours: false, ended, close: () => ended };
}

/**
 * Starts the host on a data folder, or finds the one that runs there. The database's own lock decides
 * between two that start at the same moment; the loser looks again for the winner's address.
 */
export async function runLoopbackHost(options: HostOptions): Promise<LoopbackHost> {
  const { dataFolder } = options;
  const earlier = await runningAddress(dataFolder);
  if (earlier !== undefined) return alreadyThere(earlier);
  const end = Promise.withResolvers<void>();
  let closing = false;
  function close(): Promise<void> {
    if (!closing) shutDown().then(end.resolve, end.reject);
    closing = true;
    return end.promise;
  }
  let backend: Backend;
  try {
    backend = await options.openBackend(() => void close());
  } catch (error) {
    const winner = await runningAddress(dataFolder);
    if (winner !== undefined) return alreadyThere(winner);
    throw error;
  }
  const token = randomBytes(32).toString('base64url');
  const server = await startLoopback({
    backend,
    token,
    ...(options.onError === undefined ? {} : { onError: options.onError }),
  });
  async function shutDown(): Promise<void> {
    await server.close();
    await backend.close();
    removeRuntimeFile(dataFolder, process.pid);
  }
  writeRuntimeFile(dataFolder, { port: server.port, token, pid: process.pid });
  return { address: server.address, ours: true, ended: end.promise, close };
}
