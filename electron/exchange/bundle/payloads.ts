import { count, fields, flag, hash, integer, list, map, maybe, only, open, pair, text } from './shape.ts';
import type { ShapeOf } from './shape.ts';

/** Shapes of everything in a bundle, in the order of resources/spec/bundle.md. */
const one = only(1);
const log = fields({ size: count, head: hash });
const ids = list(text);

export const bundleShape = fields({
  format: one,
  kind: only('result', 'reduced'),
  review: text,
  title: text,
  dossier: text,
  authority: hash,
});
export const authorityShape = fields({ spki: text, certificate: text });

const role = only('member', 'secretary', 'recorder', 'supervisor');
export const rosterShape = fields({
  format: one,
  review: text,
  schemeHash: hash,
  seats: list(
    fields({
      seat: text,
      name: text,
      role,
      code: maybe(text),
      chair: flag,
      deputy: flag,
      publicKey: maybe(text),
      recipient: maybe(text),
    }),
  ),
});
export const codedRosterShape = fields({
  format: one,
  review: text,
  schemeHash: hash,
  of: hash,
  seats: list(
    fields({ seat: text, code: maybe(text), role, chair: flag, deputy: flag, publicKey: maybe(text) }),
  ),
});

const manifestKeys = {
  review: text,
  schemeHash: hash,
  dossiers: list(open({ dossier: text, number: count, name: text, creditCode: text, ineligible: flag })),
};
export const manifestShape = open(manifestKeys);
export const reducedManifestShape = open({ ...manifestKeys, of: hash });

const placeBefore = { review: text, schemeHash: hash, rosterHash: hash };
const placeAfter = { dossier: text, member: text, seq: count };
const envelopeKind = only('sheet', 'withdrawal');
export const envelopeShapes = {
  1: fields({
    format: one,
    kind: envelopeKind,
    ...placeBefore,
    ...placeAfter,
    previous: maybe(hash),
    sealedHash: maybe(hash),
  }),
  2: fields({
    format: only(2),
    kind: envelopeKind,
    ...placeBefore,
    manifestHash: hash,
    ...placeAfter,
    previous: maybe(hash),
    sealedHash: maybe(hash),
  }),
};
const sheetBody = { nonce: text, scores: map(text), comments: map(text), overall: text, claimedMs: integer };
export const sheetShapes = {
  1: fields({ format: one, kind: only('sheet'), ...placeBefore, ...placeAfter, ...sheetBody }),
  2: fields({
    format: only(2),
    kind: only('sheet'),
    ...placeBefore,
    manifestHash: hash,
    ...placeAfter,
    ...sheetBody,
  }),
};
export const paperShape = open({
  ...placeBefore,
  ...placeAfter,
  typist: text,
  scanHash: hash,
  scores: map(text),
});

export const receiptShape = fields({
  format: one,
  review: text,
  member: text,
  dossier: text,
  seq: count,
  envelope: hash,
  sealedHash: maybe(hash),
  log,
  claimedMs: integer,
});
export const absenceShape = fields({
  format: one,
  kind: only('absence'),
  review: text,
  member: text,
  dossier: text,
  reason: text,
  signer: text,
  claimedMs: integer,
});
export const reopeningShape = fields({
  format: one,
  kind: only('reopening'),
  review: text,
  member: text,
  dossier: text,
  seq: count,
  previous: hash,
  reason: text,
  note: text,
  signer: text,
  claimedMs: integer,
});

export const recordShape = fields({
  entries: list(fields({ seq: count, previous: hash, hash, body: text })),
});
export const requestShape = open({ review: text, digest: hash });
export const answerShape = open({
  review: text,
  digest: hash,
  sheets: list(open({ member: text, dossier: text, seq: count, payload: hash })),
});
export const paperEntriesShape = fields({
  entries: list(fields({ member: text, dossier: text, sealed: pair(hash, hash) })),
});
export const witnessShape = open({ review: text, digest: hash, seat: text });

const idPair = pair(text, text);
export const decisionsShape = fields({
  format: one,
  review: text,
  schemeHash: hash,
  members: ids,
  dossiers: list(fields({ dossier: text, number: count, name: text, creditCode: text })),
  withdrawn: ids,
  recused: list(idPair),
  absent: list(idPair),
  ineligible: ids,
  preferred: ids,
  undecided: ids,
  votes: list(ids),
  keeper: text,
  claimedMs: integer,
});

const named = {
  schemeHash: hash,
  rosterHash: hash,
  manifestHash: maybe(hash),
  decisions: hash,
  resultHash: hash,
  resultSha256: hash,
  log,
  documents: list(
    fields({
      kind: text,
      part: text,
      sha256: hash,
      signing: only('electronic', 'paper', 'none'),
      signatures: list(fields({ seat: text, state: only('signed', 'paper', 'left', 'waiting') })),
    }),
  ),
  keeper: text,
  claimedMs: integer,
};
export const statementShape = fields({ format: one, review: text, title: text, ...named });
export const reducedStatementShape = fields({
  format: one,
  review: text,
  title: text,
  statement: hash,
  ...named,
});

export type BundleFacts = ShapeOf<typeof bundleShape>;
export type AuthorityFacts = ShapeOf<typeof authorityShape>;
/** Both formats; only the second names a manifest. */
interface BothFormats {
  readonly format: 1 | 2;
  readonly manifestHash?: string;
}
export type Envelope = Omit<ShapeOf<(typeof envelopeShapes)[1]>, 'format'> & BothFormats;
export type Sheet = Omit<ShapeOf<(typeof sheetShapes)[1]>, 'format'> & BothFormats;
export type Decisions = ShapeOf<typeof decisionsShape>;
export type Statement = ShapeOf<typeof statementShape> & { readonly statement?: string };
export type Receipt = ShapeOf<typeof receiptShape>;
export type Reopening = ShapeOf<typeof reopeningShape>;
export type RecordEntry = ShapeOf<typeof recordShape>['entries'][number];
export type Manifest = ShapeOf<typeof manifestShape>;
