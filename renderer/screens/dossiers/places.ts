/** What a route's item names on this screen. */
export type DossierPlace =
  | { readonly kind: 'list' | 'import' | 'materials' | 'judge' | 'new' }
  | { readonly kind: 'edit' | 'dossier'; readonly dossierId: string };

const editMark = 'edit:';

/** The item that opens the form of one dossier. */
export function editItem(dossierId: string): string {
  return `${editMark}${dossierId}`;
}

/** Reads the item of a route; a dossier's id stands for itself. */
export function parseItem(item: string | undefined): DossierPlace {
  if (item === undefined) return { kind: 'list' };
  if (item === 'import' || item === 'materials' || item === 'judge' || item === 'new') return { kind: item };
  if (item.startsWith(editMark)) return { kind: 'edit', dossierId: item.slice(editMark.length) };
  return { kind: 'dossier', dossierId: item };
}
