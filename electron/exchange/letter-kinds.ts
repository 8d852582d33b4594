/**
 * What travels between laptops (resources/spec/exchange.md). From a member to the office: the card with a
 * person's keys, a declaration of conflicts, sheets (with their withdrawals), the answer to an opening
 * request, a signed witness, signed absences. From the office: the review package, what came later,
 * receipts, the request to open or to sign absences, a new try for a seat's PIN, the result. `office-copy`
 * is the secretary's own, for a rebuilt laptop.
 */
export const letterKinds = [
  'card',
  'declaration',
  'sheets',
  'opening-answer',
  'witness',
  'absence-answer',
  'package',
  'supplement',
  'receipt',
  'opening-request',
  'absence-request',
  'seat-unlock',
  'result',
  'office-copy',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Kinds that the office receives; everything else is for a member. */
export const officeReceives: readonly LetterKind[] = [
  'card',
  'declaration',
  'sheets',
  'opening-answer',
  'witness',
  'absence-answer',
];

export function isLetterKind(text: string): text is LetterKind {
  return letterKinds.some((kind) => kind === text);
}
