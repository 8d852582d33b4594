import type { ReadDb } from '../../database/access.ts';
import { currentDocument, latestRevision, scansOf, signaturesOf } from '../../database/documents.ts';
import { attachmentFile } from '../../database/files.ts';
import { handedInOf, type HandedInRows } from '../../database/handed-in.ts';
import { manifestsOf } from '../../database/manifests.ts';
import { openingBegunOf, openingWitnessesOf } from '../../database/opening-begun.ts';
import { reopeningsOf } from '../../database/reopenings.ts';
import { frozen, reviewById } from '../../database/reviews.ts';
import { rostersOf } from '../../database/rosters.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import type { Statement } from '../../exchange/bundle/payloads.ts';
import { AppError } from '../../../shared/api/problem.ts';

export type Parts = Map<string, Uint8Array | string>;

interface Placed {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
}

const below = (folder: string, { dossier_id, seat_id, seq }: Placed, end: string): string =>
  `${folder}/${dossier_id}/${seat_id}/${seq}${end}`;

/** Everything of a bundle that lies in the store; what is signed at its making comes later. */
export function gatherParts(db: ReadDb, reviewId: string): Parts {
  const { title } = reviewById(db, reviewId);
  const { scheme, authority_public: spki, authority_certificate: certificate } = frozen(db, reviewId);
  const head = {
    format: 1,
    kind: 'result',
    review: reviewId,
    title,
    dossier: '',
    authority: fingerprint(spki),
  };
  const parts: Parts = new Map<string, Uint8Array | string>([
    ['bundle.json', JSON.stringify(head)],
    ['authority.json', JSON.stringify({ spki, certificate })],
    ['scheme.json', scheme],
  ]);
  for (const { version, jws } of rostersOf(db, reviewId)) parts.set(`rosters/${version}.jws`, jws);
  for (const { version, jws } of manifestsOf(db, reviewId)) parts.set(`manifests/${version}.jws`, jws);
  addHandedIn(parts, handedInOf(db, reviewId));
  for (const row of reopeningsOf(db, reviewId)) parts.set(below('reopenings', row, '.jws'), row.jws);
  const begun = openingBegunOf(db, reviewId);
  if (begun !== undefined)
    for (const { seat_id: seat, jws } of openingWitnessesOf(db, reviewId, begun.digest))
      parts.set(`opening/witness/${seat}.jws`, jws);
  return parts;
}

function addHandedIn(parts: Parts, rows: HandedInRows): void {
  for (const row of rows.envelopes) parts.set(below('sheets', row, '.envelope.jws'), row.envelope);
  for (const row of rows.conflicts) {
    let index = 1;
    while (parts.has(below('conflicts', row, `.${index}.envelope.jws`))) index += 1;
    parts.set(below('conflicts', row, `.${index}.envelope.jws`), row.envelope);
  }
  for (const row of rows.opened) {
    if (row.source === 'laptop') parts.set(below('sheets', row, '.sheet.jws'), row.jws);
    else {
      parts.set(below('papers', row, '.1.jws'), row.jws);
      if (row.second_jws !== null) parts.set(below('papers', row, '.2.jws'), row.second_jws);
    }
  }
  for (const row of rows.receipts) parts.set(below('receipts', row, '.jws'), row.jws);
  for (const row of rows.absences) parts.set(`absences/${row.dossier_id}/${row.seat_id}.jws`, row.jws);
  const entries = typedEntries(rows);
  if (entries.length > 0) parts.set('opening/papers.json', JSON.stringify({ entries }));
}

/** The first version of each sheet on paper, as the opening's digest names it. */
function typedEntries({ opened, typed }: HandedInRows): object[] {
  const byPair = Map.groupBy(typed, (row) => `${row.seat_id}\n${row.dossier_id}`);
  return opened
    .filter(({ source, seq }) => source === 'paper' && seq === 1)
    .map(({ seat_id: member, dossier_id: dossier }) => {
      const sealed = (byPair.get(`${member}\n${dossier}`) ?? []).map((row) => sha256Hex(row.sealed));
      return { member, dossier, sealed: sealed.toSorted() };
    });
}

/** The signed minutes, their scans, and what the statement says of them. @throws AppError `not-ready` without minutes */
export function gatherDocuments(db: ReadDb, reviewId: string, parts: Parts): Statement['documents'] {
  const archive = currentDocument(db, reviewId, 'minutes-archive');
  if (archive === undefined) throw new AppError('not-ready', { what: 'minutes' });
  const { bytes, sha256 } = latestRevision(db, archive.id);
  parts.set('minutes.pdf', bytes);
  const signatures = signaturesOf(db, archive.id).map(({ seat_id: seat, state }) => ({ seat, state }));
  const scans = scansOf(db, archive.id).map(({ id, sha256: hash }) => {
    const part = `scans/${hash}`;
    parts.set(part, attachmentFile(db, id)?.bytes ?? new Uint8Array());
    return { kind: 'scan', part, sha256: hash, signing: 'none' as const, signatures: [] };
  });
  const open = currentDocument(db, reviewId, 'minutes-public');
  const published =
    open === undefined
      ? []
      : [
          {
            kind: 'minutes-public',
            part: '',
            sha256: latestRevision(db, open.id).sha256,
            signing: open.signing,
            signatures: [],
          },
        ];
  return [
    { kind: 'minutes-archive', part: 'minutes.pdf', sha256, signing: archive.signing, signatures },
    ...scans,
    ...published,
  ];
}
