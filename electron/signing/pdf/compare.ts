import type { PdfObject, Revision } from './document.ts';
import { catalogOf, resolve, signatureFields } from './state.ts';
import type { PdfState, SignatureField } from './state.ts';
import { canonical, canonicalEntry, references } from './syntax.ts';
import type { PdfDictionary } from './syntax.ts';

/** Keys of `shared/text` verify, with `change-` before them. */
export type ChangeKind =
  | 'signature'
  | 'page-content'
  | 'page'
  | 'annotation'
  | 'appearance'
  | 'open-action'
  | 'catalog'
  | 'field'
  | 'value-removed'
  | 'trailer'
  | 'object-added'
  | 'object-removed'
  | 'object';

export interface Change {
  readonly kind: ChangeKind;
  /** 2 for the first revision after the original. */
  readonly revision: number;
  readonly object?: number | undefined;
  readonly field?: string | undefined;
}

export interface Comparison {
  /** Fields that got their signature in this revision. */
  readonly signed: readonly SignatureField[];
  /** Everything besides one field's own signature and appearance. */
  readonly foreign: readonly Omit<Change, 'revision'>[];
}

type Foreign = Omit<Change, 'revision'>;

const keptKeys = ['Root', 'Info', 'Encrypt'];
const trailerKeys = new Set([...keptKeys, 'ID', 'Size', 'Prev']);

/** Judges one appended revision. `known` holds every object number that earlier revisions mention. */
export function compareRevision(
  before: PdfState,
  after: PdfState,
  revision: Revision,
  known: ReadonlySet<number>,
): Comparison {
  const earlier = new Map(signatureFields(before).map((field) => [field.object, field]));
  const later = signatureFields(after);
  const signed = later.filter(
    (field) => field.signature !== undefined && earlier.get(field.object)?.signature === undefined,
  );
  const [own] = signed;
  const owned = own && signed.length === 1 ? ownedObjects(own, revision) : new Set<number>();
  const foreign: Foreign[] = revision.freed.map((object) => ({ kind: 'object-removed', object }));
  for (const [number, object] of revision.objects) {
    const old = before.objects.get(number);
    const field = earlier.get(number);
    if (!old && owned.has(number) && !known.has(number)) continue;
    if (!old) foreign.push({ kind: isAnnotation(object) ? 'annotation' : 'object-added', object: number });
    else if (signed.length !== 1 || field?.object !== own?.object || !isOnlySigned(old, object, owned)) {
      foreign.push({ kind: roleOf(number, old, object, before), object: number, field: field?.name });
    }
  }
  if (!isSameTrailer(before.trailer, after.trailer) || !isSizeEnough(before, after))
    foreign.push({ kind: 'trailer' });
  return { signed, foreign };
}

/** Every object number that the objects and the trailer of a revision mention or define. */
export function mentionedObjects(revision: Revision): number[] {
  const values = [...revision.objects.values()].flatMap((object) => references(object.value));
  return [...values, ...references(revision.trailer), ...revision.objects.keys()];
}

/** New objects that hang on the field's value and appearance. */
function ownedObjects(field: SignatureField, revision: Revision): Set<number> {
  const owned = new Set<number>();
  const roots = ['V', 'AP'].flatMap((key) => {
    const value = field.dictionary.entries.get(key);
    return value ? references(value) : [];
  });
  for (let next = roots.pop(); next !== undefined; next = roots.pop()) {
    const object = revision.objects.get(next);
    if (!object || owned.has(next) || next === field.object) continue;
    owned.add(next);
    roots.push(...references(object.value));
  }
  return owned;
}

/** The field keeps every entry; only /V is new and /AP may show something new in the same rectangle. */
function isOnlySigned(old: PdfObject, object: PdfObject, owned: ReadonlySet<number>): boolean {
  if (old.value.kind !== 'dictionary' || object.value.kind !== 'dictionary') return false;
  if (old.stream || object.stream) return false;
  const { value } = object;
  const keys = new Set([...old.value.entries.keys(), ...value.entries.keys()]);
  keys.delete('V');
  keys.delete('AP');
  for (const key of keys) {
    if (canonicalEntry(old.value, key) !== canonicalEntry(value, key)) return false;
  }
  const signature = value.entries.get('V');
  if (signature?.kind !== 'reference' || !owned.has(signature.object)) return false;
  if (canonicalEntry(old.value, 'AP') === canonicalEntry(value, 'AP')) return true;
  const appearance = value.entries.get('AP');
  if (appearance?.kind !== 'dictionary' || appearance.entries.size !== 1) return false;
  const normal = appearance.entries.get('N');
  return normal?.kind === 'reference' && owned.has(normal.object);
}

function isSameTrailer(before: PdfDictionary, after: PdfDictionary): boolean {
  if ([...after.entries.keys()].some((key) => !trailerKeys.has(key))) return false;
  return keptKeys.every((key) => canonicalEntry(before, key) === canonicalEntry(after, key));
}

/** Readers may drop objects from /Size upward, so a smaller one would hide what is there. */
function isSizeEnough(before: PdfState, after: PdfState): boolean {
  const [old, size] = [before, after].map(({ trailer }) => {
    const value = trailer.entries.get('Size');
    return value?.kind === 'number' && /^\d+$/.test(value.text) ? Number(value.text) : -1;
  });
  if (old === undefined || size === undefined || size < old) return false;
  return [...after.objects.keys()].every((number) => number < size);
}

/** What a person would call the object that was replaced. */
function roleOf(number: number, old: PdfObject, object: PdfObject, before: PdfState): ChangeKind {
  const root = before.trailer.entries.get('Root');
  if (root?.kind === 'reference' && root.object === number) {
    return isSameEntry(old, object, 'OpenAction') && isSameEntry(old, object, 'AA')
      ? 'catalog'
      : 'open-action';
  }
  const type = typeOf(old);
  if (type === 'Page') {
    if (!isSameEntry(old, object, 'Contents')) return 'page-content';
    return isSameEntry(old, object, 'Annots') ? 'page' : 'annotation';
  }
  if (signatureFields(before).some((field) => field.object === number)) {
    if (!isSameEntry(old, object, 'V')) return 'value-removed';
    return isSameEntry(old, object, 'AP') ? 'field' : 'appearance';
  }
  const uses = usesOf(number, before);
  if (uses.has('Contents')) return 'page-content';
  if (uses.has('AP')) return 'appearance';
  if (uses.has('Annots')) return 'annotation';
  return catalogOf(before)?.entries.get('AcroForm') && uses.has('AcroForm') ? 'catalog' : 'object';
}

/** Under which of the telling keys other objects point to this one. */
function usesOf(number: number, state: PdfState): Set<string> {
  const uses = new Set<string>();
  for (const { value } of state.objects.values()) {
    if (value.kind !== 'dictionary') continue;
    for (const key of ['Contents', 'AP', 'Annots', 'AcroForm']) {
      const entry = value.entries.get(key);
      if (!entry) continue;
      const target = resolve(state, entry);
      const inside = target?.kind === 'array' ? references(target) : [];
      if ([...references(entry), ...inside].includes(number)) uses.add(key);
    }
  }
  return uses;
}

function isSameEntry(old: PdfObject, object: PdfObject, key: string): boolean {
  if (old.value.kind !== 'dictionary' || object.value.kind !== 'dictionary') {
    return canonical(old.value) === canonical(object.value);
  }
  return canonicalEntry(old.value, key) === canonicalEntry(object.value, key);
}

function typeOf(object: PdfObject): string {
  const type = object.value.kind === 'dictionary' ? object.value.entries.get('Type') : undefined;
  return type?.kind === 'name' ? type.text : '';
}

function isAnnotation(object: PdfObject): boolean {
  const { value } = object;
  return (
    typeOf(object) === 'Annot' ||
    (value.kind === 'dictionary' && value.entries.has('Subtype') && value.entries.has('Rect'))
  );
}
