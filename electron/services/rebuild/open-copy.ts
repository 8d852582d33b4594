import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/api/problem.ts';
import { openStore, type Store } from '../../database/open.ts';
import { openLetter } from '../../exchange/letter.ts';
import { refused } from '../../exchange/parts.ts';
import { importPrivateKey } from '../../signing/profile-keys.ts';
import { openRecoveryFile, type RecoverySecrets } from '../../signing/recovery-file.ts';
import { OFFICE_PART } from './office-copy.ts';

/** A copy of the office in a folder of its own, checked and brought to the newest version. */
export interface OpenedCopy {
  readonly store: Store;
  readonly folder: string;
  readonly reviewId: string;
  readonly secrets: RecoverySecrets;
  /** Lets go of the file, so that its rows can be copied. */
  readonly close: () => void;
  /** Closes it and throws the folder away. */
  readonly discard: () => void;
}

/**
 * Opens an office copy with the recovery file alone, as a new laptop does.
 * @throws AppError `wrong-passphrase`, `data-corrupt` (of the recovery file, or of the copy with its reason)
 */
export async function openOfficeCopy(
  dataFolder: string,
  recovery: { readonly text: string; readonly passphrase: string },
  copy: AsyncIterable<Uint8Array>,
): Promise<OpenedCopy> {
  const secrets = await openRecoveryFile(recovery.passphrase, recovery.text);
  const authority = importPrivateKey(secrets['authorityKey'] ?? '').publicSpki;
  const folder = join(dataFolder, 'rebuild');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const letter = await openLetter(copy, {
      identity: secrets['secretaryIdentity'] ?? '',
      senderKey: () => authority,
    });
    if (letter.manifest.kind !== 'office-copy') throw refused('not-office-copy');
    let found = false;
    for await (const part of letter.parts) {
      if (part.name !== OFFICE_PART) throw refused('part-elsewhere', { name: part.name });
      await pipeline(
        Readable.from(part.bytes),
        createWriteStream(join(folder, 'paneldesk.db'), { mode: 0o600 }),
      );
      found = true;
    }
    if (!found) throw refused('part-missing', { name: OFFICE_PART });
    const store = openStore(folder, () => 'rebuild');
    let open = true;
    const close = (): void => {
      if (open) store.close();
      open = false;
    };
    const discard = (): void => {
      close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { store, folder, reviewId: letter.manifest.review, secrets, close, discard };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (error instanceof AppError && error.problem.values?.['reason'] === 'unknown-sender')
      throw refused('not-office-copy');
    throw error;
  }
}
