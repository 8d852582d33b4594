import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/api/problem.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import type { Backend } from '../api/host-contract.ts';
import type { SampleFiles } from '../services/sample/sample-files.ts';
import { makePlayer, type Player } from '../services/sample/sample-player.ts';
import type { KdfCost } from '../signing/passphrase.ts';
import { openCommandBackend } from './open-command-backend.ts';

/** One computer of the demonstration: an own data folder; the folder carrier is all that it shares. */
export interface DemoLaptop {
  readonly backend: Backend;
  readonly player: Player;
  readonly upload: (name: string, bytes: Uint8Array) => Promise<string>;
  /** One exchange with the folder. */
  readonly sync: (reviewId: string) => Promise<void>;
}

/** A member's laptop and what unlocks it. */
export interface MemberLaptop extends DemoLaptop {
  readonly seatId: string;
  readonly name: string;
  readonly passphrase: string;
}

export async function openDemoLaptop(
  folder: string,
  name: string,
  kdfCost: KdfCost | undefined,
): Promise<DemoLaptop> {
  const dataFolder = join(folder, name);
  await mkdir(dataFolder, { recursive: true });
  const backend = await openCommandBackend(dataFolder, { kdfCost });
  const player = makePlayer(backend.dispatch, `demo-${name}`);
  return {
    backend,
    player,
    upload: async (fileName, bytes) => {
      const request = new Request('http://panel/uploads', {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'x-file-name': encodeURIComponent(fileName) },
      });
      const answer = (await (await backend.files(request, player.session)).json()) as { id?: string };
      if (answer.id === undefined) throw new Error(`upload refused: ${JSON.stringify(answer)}`);
      return answer.id;
    },
    sync: async (reviewId) => {
      const { failure, taken } = await player.call('exchange.sync', { reviewId });
      const refused = taken.filter(({ outcome }) => outcome === 'refused');
      if (failure !== null || refused.length > 0)
        throw new Error(`exchange: ${JSON.stringify(failure ?? refused)}`);
    },
  };
}

export async function useFolder(laptop: DemoLaptop, reviewId: string, folder: string): Promise<void> {
  await laptop.player.call('carrier.set', { reviewId, choice: { kind: 'folder', folder } });
}

/** The first package on an own laptop is found by trying those in the folder: only the own one opens. */
export async function takeFirstPackage(laptop: DemoLaptop, folder: string): Promise<void> {
  for (const name of letterFiles(folder)) {
    const uploadId = await laptop.upload(name, readFileSync(join(folder, name)));
    try {
      const { reviewId } = await laptop.player.call('member.readFirst', { uploadId });
      await laptop.player.call('member.confirm', { reviewId });
      return;
    } catch (error) {
      if (!(error instanceof AppError) || error.problem.values?.['reason'] !== 'not-for-us') throw error;
    }
  }
  throw new Error('no package for this laptop');
}

function letterFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.panel') && name.includes('package'),
  );
}

/** Fills in and submits every sheet of the sample that is open on this laptop; answers how many. */
export async function scoreOnLaptop(
  { player, passphrase }: MemberLaptop,
  reviewId: string,
  contentOf: (creditCode: string) => SheetContent | undefined,
): Promise<number> {
  const { sheets } = await player.call('desk.get', { reviewId });
  const dossierIds: string[] = [];
  for (const { dossierId, revision, state, fields } of sheets) {
    const content = contentOf(fields?.['creditCode'] ?? '');
    if (state !== 'not-started' || content === undefined) continue;
    await player.call('desk.saveDraft', { reviewId, dossierId, revision, content });
    dossierIds.push(dossierId);
  }
  await player.call('desk.submit', { reviewId, dossierIds, passphrase });
  return dossierIds.length;
}

/** What a person of the sample scores for an application. */
export function sampleContent(
  sample: SampleFiles,
  name: string,
): (creditCode: string) => SheetContent | undefined {
  const key = sample.people.find((person) => person.name === name)?.key;
  return (creditCode) =>
    sample.scores.sheets.find(({ member, dossier }) => member === key && dossier === creditCode)?.content;
}
