import { inflateSync } from 'node:zlib';
import { sha256Hex } from '../fingerprint.ts';
import { catalogOf, resolve, resolveDictionary } from './state.ts';
import type { PdfState } from './state.ts';
import { textOf } from './syntax.ts';
import type { PdfDictionary, PdfValue } from './syntax.ts';
import type { AttachedFile } from './verification.ts';

/** More than any record of a review; a bound on what a hostile file may unpack. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 20;

/** The files that the catalog names as associated (`/AF`), with the hash of each; unreadable ones are left out. */
export function attachedFiles(state: PdfState): AttachedFile[] {
  const list = resolve(state, catalogOf(state)?.entries.get('AF'));
  if (list?.kind !== 'array') return [];
  return list.items.slice(0, MOST_FILES).flatMap((item) => {
    const specification = resolveDictionary(state, item);
    const name = textOf(resolve(state, specification?.entries.get('UF')));
    const embedded = resolveDictionary(state, specification?.entries.get('EF'))?.entries.get('F');
    const content = contentOf(state, embedded);
    return name === undefined || content === undefined ? [] : [{ name, sha256: sha256Hex(content), content }];
  });
}

function contentOf(state: PdfState, value: PdfValue | undefined): Buffer | undefined {
  const object = value?.kind === 'reference' ? state.objects.get(value.object) : undefined;
  if (object?.stream === undefined || object.value.kind !== 'dictionary') return undefined;
  const filter = filterOf(object.value);
  if (filter === undefined) return object.stream;
  if (filter !== 'FlateDecode') return undefined;
  try {
    return inflateSync(object.stream, { maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
}

function filterOf(dictionary: PdfDictionary): string | undefined {
  const value = dictionary.entries.get('Filter');
  return value === undefined || value.kind === 'name' ? value?.text : 'several';
}
