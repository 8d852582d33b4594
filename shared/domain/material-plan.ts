import { flattenText } from './normalise-text.ts';
import { materialLimits, proposeKind } from './material-kinds.ts';
import { foldName, nameDefect } from './material-name.ts';

/** A file as the page hands it over: its path below the chosen folder, parted by `/`, and its size in bytes. */
export interface OfferedFile {
  readonly path: string;
  readonly size: number;
}

export interface KnownDossier {
  readonly dossierId: string;
  readonly name: string;
  readonly creditCode: string;
}

export interface PlannedFile {
  /** Position in the list that was given. */
  readonly index: number;
  readonly path: string;
  readonly size: number;
  /** Name under which it is kept. */
  readonly name: string;
  readonly kind: string;
  /** Null while no dossier fits: a person assigns it. */
  readonly dossierId: string | null;
  /** Key of text subject `materials` that says why it can't come in; null when it can. */
  readonly defect: string | null;
}

/** Files that systems put into folders by themselves. */
const litter = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$)/iu;

/**
 * Plans a folder import: each file to the dossier whose code or name one of its folders (or the file itself)
 * carries, and a kind proposed by words. The longest name that fits wins, so that 某某汽车 doesn't take the
 * files of 某某汽车出口.
 */
export function planMaterials(
  files: readonly OfferedFile[],
  dossiers: readonly KnownDossier[],
): PlannedFile[] {
  const seen = new Map<string, number>();
  return files.flatMap(({ path, size }, index) => {
    const parts = path.split('/').filter((part) => part !== '');
    if (parts.some((part) => litter.test(part))) return [];
    const dossierId = dossierOf(parts, dossiers);
    const name = freeName(parts, `${dossierId ?? ''}/`, seen);
    return [{ index, path, size, name, kind: proposeKind(path), dossierId, defect: defectOf(name, size) }];
  });
}

/** Why a file can't come in: a key of text subject `materials`, or null. */
export function defectOf(name: string, size: number): string | null {
  if (size === 0) return 'materials.file.empty';
  if (size > materialLimits.fileBytes) return 'materials.file.large';
  return nameDefect(name);
}

function dossierOf(parts: readonly string[], dossiers: readonly KnownDossier[]): string | null {
  const texts = parts.map((part) => plain(part));
  const byCode = dossiers.find(({ creditCode }) =>
    texts.some((text) => text.includes(creditCode.toLowerCase())),
  );
  if (byCode !== undefined) return byCode.dossierId;
  const byName = dossiers
    .filter(({ name }) => texts.some((text) => text.includes(plain(name))))
    .toSorted((one, other) => other.name.length - one.name.length);
  return byName[0]?.dossierId ?? null;
}

/** Spaces and brackets of either width don't part a name from itself. */
function plain(text: string): string {
  return flattenText(text).toLowerCase();
}

/** Two files of one name in different folders both stay: the later one takes its folder into its name. */
function freeName(parts: readonly string[], place: string, seen: Map<string, number>): string {
  for (let take = 1; take <= parts.length; take += 1) {
    const name = parts.slice(-take).join('-');
    const key = place + foldName(name);
    if (seen.has(key)) continue;
    seen.set(key, 1);
    return name;
  }
  return parts.join('-');
}
