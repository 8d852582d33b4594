import type { DocumentKind } from '../../shared/schema/result.ts';
import type { Backend } from '../api/host-contract.ts';
import type { Player } from '../services/sample/sample-player.ts';
import { storedFiles } from './stored-archive.ts';

/** A file of the demo; its name may begin with a folder. */
export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Documents that are exported as they are, with the name they get. */
const single: readonly (readonly [string, DocumentKind, 'pdf' | 'docx'])[] = [
  ['minutes.docx', 'minutes-archive', 'docx'],
  ['notice.docx', 'notice', 'docx'],
  ['rule-card.pdf', 'rule-card', 'pdf'],
  ['everything.pdf', 'everything', 'pdf'],
];

/** Documents taken apart, with the folder they get. */
const folders: readonly (readonly [string, DocumentKind])[] = [
  ['letters', 'letters'],
  ['sheets', 'filled-sheets'],
];

/** Every document beside those that the road itself made, through the batch export of the screens. */
export async function exportedFiles(backend: Backend, office: Player, reviewId: string): Promise<DemoFile[]> {
  const files: DemoFile[] = [];
  for (const [name, kind, format] of single) {
    const { fileId } = await office.call('document.export', {
      reviewId,
      signing: 'electronic',
      items: [{ kind, format, split: false }],
    });
    files.push({ name, bytes: await bytesOf(backend, office, fileId) });
  }
  for (const [folder, kind] of folders) {
    const { fileId } = await office.call('document.export', {
      reviewId,
      signing: 'electronic',
      items: [{ kind, format: 'pdf', split: true }],
    });
    const parts = storedFiles(await bytesOf(backend, office, fileId));
    files.push(
      ...parts.map(({ name, bytes }) => ({ name: `${folder}/${name.split('/').at(-1) ?? name}`, bytes })),
    );
  }
  return files;
}

/** The bytes below `/files/`. */
export async function bytesOf(backend: Backend, player: Player, fileId: string): Promise<Uint8Array> {
  const response = await backend.files(new Request(`http://panel/files/${fileId}`), player.session);
  if (!response.ok) throw new Error(`file ${fileId}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
