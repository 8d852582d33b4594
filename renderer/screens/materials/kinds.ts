import { materialKinds } from '../../../shared/domain/material-kinds.ts';
import type { Text } from '../../../shared/text/index.ts';

/** The name of a kind for people. */
export function kindWords(t: Text, kind: string): string {
  return t.of(`materials.kind.${kind}`, {}, t('materials.kind.other'));
}

/** The kinds as choices, in the order of the catalogue. */
export function kindOptions(t: Text): { readonly value: string; readonly label: string }[] {
  return materialKinds.map(({ id }) => ({ value: id, label: kindWords(t, id) }));
}

/** 820 KB, 3.4 MB: whole numbers and one place, without floats in the text. */
export function sizeWords(bytes: number): string {
  if (bytes === 0) return '0 KB';
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  const tenths = Math.round(bytes / 100_000);
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`;
}
