import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bearerOf } from '../../electron/exchange/dropbox/protocol.ts';
import { startBoxServer, type BoxServerOptions } from '../../electron/exchange/dropbox/server.ts';
import { addresseeOf } from '../../electron/exchange/letter.ts';
import { cheapCost } from '../support/backend.ts';
import { letterBytes, toPut } from './letters.ts';

export const office = await identityToRecipient(await generateX25519Identity());
export const code = '4821009377162054';
export const bearer = await bearerOf(code, cheapCost);
export const bytes = await letterBytes({ recipient: office });
/** A letter for the office. */
export const letter = toPut(office, bytes);
export const patient = { tries: 5, blockMs: 60_000, delayMs: 1, burst: 100_000, perSecond: 100_000 };

export interface TestBox {
  readonly folder: string;
  readonly port: number;
  readonly received: () => number;
  readonly blocked: () => number;
  readonly clock: { nowMs: number };
  /** What went wrong inside; must stay empty. */
  readonly errors: unknown[];
  readonly close: () => Promise<void>;
}

/** The real drop box on a folder of its own, with short patience and a clock of its own. */
export async function openTestBox(more: Partial<BoxServerOptions> = {}): Promise<TestBox> {
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-box-'));
  const clock = { nowMs: 0 };
  const errors: unknown[] = [];
  const server = await startBoxServer({
    folder,
    office: addresseeOf(office),
    bearer,
    joinFile: Buffer.from('paneldesk-join/1\n示例'),
    address: '127.0.0.1',
    port: 0,
    nowMs: () => clock.nowMs,
    onError: (error) => errors.push(error),
    gate: patient,
    requestTimeoutMs: 400,
    ...more,
  });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, folder, clock, errors, close };
}
