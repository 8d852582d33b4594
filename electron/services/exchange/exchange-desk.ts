import { join } from 'node:path';
import type { CarrierSettings, ExchangeState } from '../../../shared/schema/exchange.ts';
import { dropBoxClient } from '../../exchange/carriers/box-client.ts';
import type { Carrier } from '../../exchange/carriers/carrier.ts';
import { folderCarrier } from '../../exchange/carriers/folder.ts';
import { removableMedia } from '../../exchange/carriers/places.ts';
import { dropBoxFolder } from '../../exchange/dropbox/box-folder.ts';
import type { KdfCost } from '../../signing/passphrase.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import type { Judgement } from './judge-file.ts';

/** What this program remembers of one review's exchange until it ends; everything of weight is in the database. */
export interface Tray {
  state: ExchangeState;
  /** Files that were judged, by carrier, name and mark: not even their hash is taken again. */
  readonly judged: Set<string>;
  /** Files that looked cut off once; somebody may still be writing them. */
  readonly broken: Set<string>;
  /** Files whose judging ended in a defect of ours; tried again after the next start. */
  readonly stuck: Map<string, Judgement>;
  /** Names as people gave them to files of the inbox, by the name there. */
  readonly namesOfInbox: Map<string, string>;
}

export interface ExchangeDesk {
  readonly trayOf: (reviewId: string) => Tray;
  /** The carrier of these settings, the same object while they stay the same: it remembers what it saw. */
  readonly carrier: (reviewId: string, settings: CarrierSettings) => Carrier | null;
  /** One exchange at a time in each review: two tabs would both hand over the same letter. */
  readonly alone: <T>(reviewId: string, work: () => Promise<T>) => Promise<T>;
}

export const firstState: ExchangeState = {
  failure: null,
  lastMs: null,
  waiting: [],
  strangers: [],
  unfinished: 0,
  safeToRemove: false,
};

export interface DeskPlaces {
  readonly dataFolder: string;
  readonly kdfCost: KdfCost;
}

export function makeExchangeDesk(places: DeskPlaces): ExchangeDesk {
  const trays = new Map<string, Tray>();
  const carriers = new Map<string, { key: string; carrier: Carrier | null }>();
  const running = new Map<string, Promise<unknown>>();
  return {
    trayOf: (reviewId) => {
      const known = trays.get(reviewId);
      if (known !== undefined) return known;
      const tray: Tray = {
        state: firstState,
        judged: new Set(),
        broken: new Set(),
        stuck: new Map(),
        namesOfInbox: new Map(),
      };
      trays.set(reviewId, tray);
      return tray;
    },
    carrier: (reviewId, settings) => {
      const key = JSON.stringify(settings);
      const known = carriers.get(reviewId);
      if (known?.key === key) return known.carrier;
      const carrier = makeCarrier(places, reviewId, settings);
      carriers.set(reviewId, { key, carrier });
      return carrier;
    },
    alone: async (reviewId, work) => {
      const before = running.get(reviewId) ?? Promise.resolve();
      const now = before.then(work, work);
      running.set(
        reviewId,
        now.catch(() => undefined),
      );
      return now;
    },
  };
}

/** Null where people carry the files themselves. */
function makeCarrier(places: DeskPlaces, reviewId: string, settings: CarrierSettings): Carrier | null {
  switch (settings.kind) {
    case 'hand':
      return null;
    case 'folder':
      return folderCarrier(settings);
    case 'stick':
      return folderCarrier({ ...settings, elsewhere: () => removableMedia().map(({ path }) => path) });
    case 'box':
      return dropBoxClient({ ...settings, kdfCost: places.kdfCost });
    case 'own-box':
      return folderCarrier({ ...settings, folder: dropBoxFolder(places.dataFolder, reviewId), id: null });
  }
}

/** Where letters that people dropped on the page wait, still sealed, until they can be judged. */
export function inboxFolder(dataFolder: string, reviewId: string): string {
  return join(dataFolder, 'inbox', sha256Hex(reviewId).slice(0, 16));
}
