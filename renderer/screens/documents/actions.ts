import { isAtLeast } from '../../../shared/domain/phase.ts';
import type { Phase } from '../../../shared/domain/phase.ts';
import type { DocumentKind, DocumentView } from '../../../shared/schema/result.ts';
import type { TextKey } from '../../../shared/text/index.ts';

/** In the order of the work. */
export const kindsInOrder: readonly DocumentKind[] = [
  'rule-card',
  'sign-in',
  'score-sheets',
  'results',
  'minutes-archive',
  'minutes-public',
  'notice',
  'result-bundle',
];

type Floor = 'frozen' | 'opened' | 'concluded' | 'signed';

const floors: Readonly<Record<DocumentKind, Floor>> = {
  'rule-card': 'frozen',
  'sign-in': 'frozen',
  'score-sheets': 'frozen',
  results: 'opened',
  'minutes-archive': 'concluded',
  'minutes-public': 'concluded',
  notice: 'signed',
  'result-bundle': 'signed',
  'reduced-bundle': 'signed',
};

export interface Situation {
  readonly phase: Phase;
  readonly frozen: boolean;
}

/** The key that says when a document can be made; null when it can be made now. */
export function makeWaitsFor(kind: DocumentKind, { phase, frozen }: Situation): TextKey | null {
  const floor = floors[kind];
  const reached = floor === 'frozen' ? frozen : isAtLeast(phase, floor);
  return reached ? null : `documents.after.${floor}`;
}

/** The document whose making is the next step of the road; null when none is due. */
export function dueKind(documents: readonly DocumentView[], { phase }: Situation): DocumentKind | null {
  const kind = phase === 'concluded' ? 'minutes-archive' : phase === 'approved' ? 'notice' : null;
  return kind !== null && documentsOfKind(documents, kind).present === undefined ? kind : null;
}

/** The present document of a kind and those it replaced, newest first. */
export function documentsOfKind(
  documents: readonly DocumentView[],
  kind: DocumentKind,
): { readonly present: DocumentView | undefined; readonly older: readonly DocumentView[] } {
  const own = documents
    .filter((document) => document.kind === kind)
    .toSorted((one, other) => other.createdMs - one.createdMs);
  return {
    present: own.find(({ superseded }) => !superseded),
    older: own.filter(({ superseded }) => superseded),
  };
}

type Signature = DocumentView['signatures'][number];

export function isGiven({ state }: Pick<Signature, 'state'>): boolean {
  return state === 'signed' || state === 'paper';
}

export interface SignedCount {
  readonly signed: number;
  readonly of: number;
  readonly left: number;
  readonly waiting: number;
}

export function countSignatures({ signatures }: Pick<DocumentView, 'signatures'>): SignedCount {
  return {
    signed: signatures.filter(isGiven).length,
    of: signatures.length,
    left: signatures.filter(({ state }) => state === 'left').length,
    waiting: signatures.filter(({ state }) => state === 'waiting').length,
  };
}

export type DocumentState = 'draft' | 'made' | 'waiting' | 'signed' | 'superseded';

/** What may still change is a draft: public minutes until the signing, the notice until it is out. */
export function stateOf(document: DocumentView, phase: Phase): DocumentState {
  if (document.superseded) return 'superseded';
  if (document.signing !== 'none') return countSignatures(document).waiting > 0 ? 'waiting' : 'signed';
  if (document.kind === 'minutes-public') return isAtLeast(phase, 'signed') ? 'made' : 'draft';
  if (document.kind === 'notice') return isAtLeast(phase, 'publicity') ? 'made' : 'draft';
  return 'made';
}

/** A signed document is never made anew. */
export function mayReplace(document: DocumentView | undefined): boolean {
  return document === undefined || !document.signatures.some(isGiven);
}

/** Who signs next, in the order of the signature block. */
export function nextSigner(document: DocumentView): Signature | undefined {
  return document.signatures.find(({ state }) => state === 'waiting');
}

/** The own place that can still be signed on screen; who left early may sign later. */
export function ownOpenSignature(document: DocumentView, seatId: string | undefined): Signature | undefined {
  if (document.superseded || document.signing !== 'electronic') return undefined;
  return document.signatures.find((signature) => signature.seatId === seatId && !isGiven(signature));
}
