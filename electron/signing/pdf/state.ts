import type { PdfDocument, PdfObject } from './document.ts';
import { PdfError, textOf } from './syntax.ts';
import type { PdfDictionary, PdfValue } from './syntax.ts';

/** The document as a reader sees it after one of its revisions. */
export interface PdfState {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: PdfDictionary;
}

export interface SignatureField {
  /** Full name, parts joined by a full stop. */
  readonly name: string;
  readonly object: number;
  readonly dictionary: PdfDictionary;
  /** Number of the signature dictionary's object; 0 when the value is not a reference; none when empty. */
  readonly signature: number | undefined;
}

const DEEPEST = 64;

/** One state for each revision, oldest first. */
export function readStates(document: PdfDocument): PdfState[] {
  const objects = new Map<number, PdfObject>();
  return document.revisions.map((revision) => {
    for (const number of revision.freed) objects.delete(number);
    for (const [number, object] of revision.objects) objects.set(number, object);
    return { objects: new Map(objects), trailer: revision.trailer };
  });
}

/** Follows references to the value itself. */
export function resolve(state: PdfState, value: PdfValue | undefined): PdfValue | undefined {
  let found = value;
  for (let step = 0; found?.kind === 'reference' && step < 8; step += 1) {
    found = state.objects.get(found.object)?.value;
  }
  return found;
}

export function resolveDictionary(state: PdfState, value: PdfValue | undefined): PdfDictionary | undefined {
  const found = resolve(state, value);
  return found?.kind === 'dictionary' ? found : undefined;
}

export function catalogOf(state: PdfState): PdfDictionary | undefined {
  return resolveDictionary(state, state.trailer.entries.get('Root'));
}

/** All signature fields of the form, nested ones included, in the form's order. */
export function signatureFields(state: PdfState): SignatureField[] {
  const form = resolveDictionary(state, catalogOf(state)?.entries.get('AcroForm'));
  const seen = new Set<number>();
  const walk = (
    list: PdfValue | undefined,
    prefix: string,
    inherited: boolean,
    depth: number,
  ): SignatureField[] => {
    if (depth > DEEPEST) throw new PdfError('structure');
    const kids = resolve(state, list);
    if (kids?.kind !== 'array') return [];
    return kids.items.flatMap((kid) => {
      const dictionary = resolveDictionary(state, kid);
      if (kid.kind !== 'reference' || !dictionary || seen.has(kid.object)) return [];
      seen.add(kid.object);
      const type = resolve(state, dictionary.entries.get('FT'));
      const isSignature = type?.kind === 'name' ? type.text === 'Sig' : inherited;
      const own = textOf(resolve(state, dictionary.entries.get('T')));
      const name = [prefix, own].filter((part) => part).join('.');
      const below = walk(dictionary.entries.get('Kids'), name, isSignature, depth + 1);
      if (!isSignature || (own === undefined && prefix !== '')) return below;
      const value = dictionary.entries.get('V');
      const empty = value === undefined || (value.kind === 'word' && value.text === 'null');
      const signature = empty ? undefined : value.kind === 'reference' ? value.object : 0;
      return [{ name, object: kid.object, dictionary, signature }, ...below];
    });
  };
  return walk(form?.entries.get('Fields'), '', false, 0);
}
