import type { InputOf } from '../../../shared/api/contract.ts';
import { formatsOf, kindsInOrder, splitKind } from './actions.ts';

/** Ticked boxes, `<kind> <format>`; or kinds. */
export type Ticked = ReadonlySet<string>;

/** The set with one entry put in or taken out. */
export function toggled(set: Ticked, entry: string): Ticked {
  return set.has(entry) ? new Set([...set].filter((other) => other !== entry)) : new Set([...set, entry]);
}

/** What is asked of the backend, in the order of the work; kinds in `whole` stay one file. */
export function exportItems(ticked: Ticked, whole: Ticked): InputOf<'document.export'>['items'] {
  return kindsInOrder.flatMap((kind) =>
    formatsOf(kind)
      .filter((format) => ticked.has(`${kind} ${format}`))
      .map((format) => ({ kind, format, split: splitKind(kind) !== null && !whole.has(kind) })),
  );
}
