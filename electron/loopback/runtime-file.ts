import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a second start finds the running host. The token is a secret: the file is its owner's only. */
export interface Running {
  readonly port: number;
  readonly token: string;
  readonly pid: number;
}

function runtimePath(dataFolder: string): string {
  return join(dataFolder, 'running.json');
}

export function writeRuntimeFile(dataFolder: string, running: Running): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const path = runtimePath(dataFolder);
  const temporary = `${path}.${running.pid}`;
  rmSync(temporary, { force: true });
  writeFileSync(temporary, JSON.stringify(running), { mode: 0o600, flag: 'wx' });
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
}

/** Undefined when there is none or when it can't be understood. */
export function readRuntimeFile(dataFolder: string): Running | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(runtimePath(dataFolder), 'utf8'));
    return isRunning(value) ? { port: value.port, token: value.token, pid: value.pid } : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(value: unknown): value is Running {
  if (typeof value !== 'object' || value === null) return false;
  const { port, token, pid } = value as Partial<Record<keyof Running, unknown>>;
  const isPort = typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536;
  return isPort && typeof token === 'string' && /^[\w-]{16,128}$/.test(token) && typeof pid === 'number';
}

/** Removes the file, but never one that a later host has written over ours. */
export function removeRuntimeFile(dataFolder: string, pid: number): void {
  if (readRuntimeFile(dataFolder)?.pid === pid) rmSync(runtimePath(dataFolder), { force: true });
}

/**
 * Asks the port itself whether our host answers there: a process id may have been given to somebody else,
 * and a port too, so both the token must be accepted and the process id must be the one written down.
 */
export async function stillRunning(running: Running): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${running.port}/host/ping`, {
      headers: { 'x-panel-token': running.token },
      redirect: 'error',
      signal: AbortSignal.timeout(3_000),
    });
    const body: unknown = await answer.json();
    return typeof body === 'object' && body !== null && 'paneldesk' in body && body.paneldesk === running.pid;
  } catch {
    return false;
  }
}
