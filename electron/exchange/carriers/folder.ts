import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Carrier, CarrierKind } from './carrier.ts';
import { carrierFailure, failureOf } from './carrier.ts';
import { diskFailure } from './disk-failure.ts';
import { folderLooker } from './look.ts';
import { markerOf } from './marker.ts';
import { isFolder } from './places.ts';
import { fileBytes, safeWrite } from './safe-write.ts';

export interface FolderPlace {
  readonly kind: CarrierKind;
  readonly folder: string;
  /** Id that its marker must bear; null for a folder of this program's own. */
  readonly id: string | null;
  /** Further places to look for the marked folder, e.g. a stick under another drive letter. */
  readonly elsewhere?: () => readonly string[];
}

/** A folder that several laptops see, or a stick that goes from one to the other. */
export function folderCarrier({ kind, folder, id, elsewhere = () => [] }: FolderPlace): Carrier {
  const look = folderLooker();
  /** The folder as it is found now. @throws carrierFailure `gone`, `other` */
  const found = async (): Promise<string> => {
    if (id === null) return folder;
    const marked = [folder, ...elsewhere()].find((one) => markerOf(one) === id);
    if (marked !== undefined) return marked;
    const there = await access(folder, constants.F_OK).then(
      () => true,
      () => false,
    );
    throw carrierFailure(there ? `other-${kind}` : `${kind}-gone`);
  };
  /** `gone` in the words of the kind of carrier. */
  const told = (error: unknown): unknown => {
    const failure = diskFailure(error);
    return failureOf(failure)?.['reason'] === 'gone' ? carrierFailure(`${kind}-gone`) : failure;
  };
  return {
    kind,
    list: async (addressee) => {
      try {
        return await look(await found(), addressee);
      } catch (error) {
        throw told(error);
      }
    },
    async *read({ name }) {
      // A name that was listed is one entry of the folder; anything else would be a path.
      if (basename(name) !== name) throw carrierFailure('disk');
      const where = await found();
      try {
        yield* fileBytes(join(where, name));
      } catch (error) {
        const failure = told(error);
        // Only the file went away, not what it lay in.
        if (failureOf(failure)?.['reason'] === `${kind}-gone` && isFolder(await found()))
          throw carrierFailure('file-gone');
        throw failure;
      }
    },
    put: async (letter, signal) => {
      try {
        await safeWrite(await found(), letter, signal);
      } catch (error) {
        throw told(error);
      }
    },
  };
}
