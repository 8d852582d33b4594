import { mkdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dropBoxFolder } from './box-folder.ts';
import { startBoxServer, type BoxServer, type BoxServerOptions } from './server.ts';

export type BoxToOpen = Pick<BoxServerOptions, 'office' | 'bearer' | 'joinFile' | 'address' | 'port'>;

export interface OpenBox {
  readonly port: number;
  /** One for each network of this computer, with the port. */
  readonly addresses: readonly string[];
  readonly received: number;
  readonly blocked: number;
}

/** The drop boxes of this program: all closed at the start, each open only while somebody answers for it. */
export interface DropBoxes {
  readonly open: (reviewId: string, box: BoxToOpen) => Promise<OpenBox>;
  /** `byHand`: it stays closed; otherwise (locked) the secretary's next exchange opens it again. */
  readonly close: (reviewId: string, byHand: boolean) => Promise<void>;
  readonly state: (reviewId: string) => OpenBox | null;
  /** With which address a box that a lock closed is to be opened again; undefined for any other. */
  readonly awaited: (reviewId: string) => string | undefined;
  readonly closeAll: () => Promise<void>;
}

export function makeDropBoxes(
  options: Pick<BoxServerOptions, 'nowMs' | 'onError'> & { readonly dataFolder: string },
): DropBoxes {
  const open = new Map<string, { server: BoxServer; address: string }>();
  const awaited = new Map<string, string>();
  const close = async (reviewId: string): Promise<void> => {
    const box = open.get(reviewId);
    open.delete(reviewId);
    await box?.server.close();
  };
  const state = (reviewId: string): OpenBox | null => {
    const box = open.get(reviewId);
    if (box === undefined) return null;
    const { port, received, blocked } = box.server;
    const addresses = box.address === '0.0.0.0' ? networkAddresses() : [box.address];
    return {
      port,
      addresses: addresses.map((address) => `${address}:${port}`),
      received: received(),
      blocked: blocked(),
    };
  };
  return {
    open: async (reviewId, box) => {
      await close(reviewId);
      const folder = dropBoxFolder(options.dataFolder, reviewId);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const server = await startBoxServer({ ...options, ...box, folder });
      open.set(reviewId, { server, address: box.address });
      awaited.set(reviewId, box.address);
      const opened = state(reviewId);
      if (opened === null) throw new Error('closed while it was opened');
      return opened;
    },
    close: async (reviewId, byHand) => {
      if (byHand) awaited.delete(reviewId);
      await close(reviewId);
    },
    state,
    awaited: (reviewId) => (open.has(reviewId) ? undefined : awaited.get(reviewId)),
    closeAll: async () => {
      for (const reviewId of open.keys()) await close(reviewId);
    },
  };
}

/** IPv4 addresses of this computer in its networks. */
export function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
