import { count, fields, flag, hash, list, maybe, only, text } from './shape.ts';
import type { ShapeOf } from './shape.ts';

const ids = list(text);
const words = maybe(text);
/** `result.json`: every published number (resources/spec/bundle.md, The numbers). */
export const resultShape = fields({
  format: only(1),
  review: text,
  resultHash: hash,
  provisional: flag,
  dossiers: list(
    fields({
      dossier: text,
      number: count,
      name: text,
      rank: maybe(count),
      score: words,
      exact: words,
      shown: words,
      members: count,
      status: only('final', 'provisional'),
      ineligible: flag,
      categories: list(fields({ id: text, mean: words, exact: words })),
      tie: maybe(fields({ with: ids, decidedBy: list(count), sharedWith: ids })),
      notes: ids,
      sheets: list(
        fields({
          member: text,
          mark: only('counted', 'dropped', 'recused', 'absent', 'missing'),
          paper: flag,
          total: words,
          categories: list(words),
          dropped: list(
            fields({
              side: only('high', 'low'),
              scope: only('sheet', 'category', 'item'),
              place: maybe(text),
            }),
          ),
        }),
      ),
    }),
  ),
  selection: maybe(
    fields({
      passMark: words,
      quota: maybe(count),
      dossiers: list(fields({ dossier: text, selected: flag, reason: text })),
      openTie: ids,
      openPlaces: count,
    }),
  ),
});

export type PublishedResult = ShapeOf<typeof resultShape>;
export type PublishedDossier = PublishedResult['dossiers'][number];
