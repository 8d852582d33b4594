import { AppError } from '../../../shared/api/problem.ts';
import { compileScheme } from '../../../shared/domain/compile-scheme.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { Signer } from '../../signing/envelope.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws, signJws } from '../../signing/jws.ts';
import type { GoodSheet } from './ground.ts';
import { placeOf } from './ground.ts';
import type { Decisions, RecordEntry, Statement } from './payloads.ts';
import { recount } from './recount.ts';
import type { PublishedResult } from './result-shape.ts';

type Parts = Map<string, Uint8Array | string>;

export interface BundleSigners {
  readonly authority: Signer;
  /** The chair or the deputy; null where that key is on another laptop. */
  readonly keeper: Signer | null;
}

export interface BundleEnd {
  readonly review: string;
  readonly title: string;
  readonly decisions: Decisions;
  readonly result: PublishedResult;
  /** The whole record, `result-closed` last. */
  readonly entries: readonly RecordEntry[];
  readonly documents: Statement['documents'];
  readonly claimedMs: number;
}

/** Adds decisions, result, record and statement to what was handed in, and signs them. */
export function signBundle(parts: Parts, { authority, keeper }: BundleSigners, end: BundleEnd): Parts {
  const { decisions, result, entries, documents, review, title, claimedMs } = end;
  const resultText = JSON.stringify(result);
  const signed = new Map(parts);
  signed.set('result.json', resultText);
  signed.set('record.json', JSON.stringify({ entries }));
  const statement: Statement = {
    format: 1,
    review,
    title,
    schemeHash: decisions.schemeHash,
    rosterHash: lastIdentity(parts, 'rosters') ?? '',
    manifestHash: lastIdentity(parts, 'manifests'),
    decisions: sha256Hex(JSON.stringify(decisions)),
    resultHash: result.resultHash,
    resultSha256: sha256Hex(resultText),
    log: { size: entries.length, head: entries.at(-1)?.hash ?? '' },
    documents,
    keeper: decisions.keeper,
    claimedMs,
  };
  for (const [name, typ, value] of [
    ['decisions', 'panel-decisions', decisions],
    ['statement', 'panel-result', statement],
  ] as const) {
    signed.set(`${name}.jws`, signText(authority, typ, value));
    if (keeper !== null) signed.set(`${name}.keeper.jws`, signText(keeper, typ, value));
  }
  return signed;
}

export function signText(signer: Signer, typ: string, value: object): string {
  const header = { typ, kid: fingerprint(signer.publicSpki) };
  return signJws(signer.privateKey, header, Buffer.from(JSON.stringify(value), 'utf8'));
}

/** Identity of the last version below a folder, null without one. */
export function lastIdentity(parts: Parts, folder: string): string | null {
  const versions = [...parts.keys()].filter((name) => name.startsWith(`${folder}/`)).length;
  const last = parts.get(`${folder}/${versions}.jws`);
  return last === undefined ? null : sha256Hex(readUnverifiedJws(textOf(last)).payload);
}

const textOf = (content: Uint8Array | string): string =>
  typeof content === 'string' ? content : Buffer.from(content).toString('utf8');

/** `result.json` of the sheets that lie in the parts. @throws AppError `data-corrupt` for a scheme that doesn't compile */
export function publishFrom(parts: Parts, decisions: Decisions): PublishedResult {
  const bytes = Buffer.from(parts.get('scheme.json') ?? '');
  const compiled = compileScheme(JSON.parse(bytes.toString('utf8')) as Scheme);
  if (!compiled.ok) throw new AppError('data-corrupt', { detail: 'scheme' });
  const schemeHash = sha256Hex(bytes);
  const sheets = countedIn(parts, decisions);
  return recount({ review: decisions.review, scheme: compiled.scheme, schemeHash, decisions, sheets });
}

/** The last opened version of each pair that counts. */
function countedIn(parts: Parts, { members, dossiers, recused, absent }: Decisions): readonly GoodSheet[] {
  const excused = new Set([...recused, ...absent].map((pair) => pair.join('\n')));
  const listed = new Set(dossiers.map(({ dossier }) => dossier));
  const counted = new Map<string, GoodSheet>();
  for (const [name, content] of parts) {
    const paper = /^papers\/.*\.1\.jws$/u.test(name);
    if (!paper && !/^sheets\/.*\.sheet\.jws$/u.test(name)) continue;
    const place = placeOf(name);
    const key = `${place.member}\n${place.dossier}`;
    const isLater = (counted.get(key)?.place.seq ?? 0) < place.seq;
    if (!isLater || excused.has(key) || !listed.has(place.dossier) || !members.includes(place.member))
      continue;
    const { payload } = readUnverifiedJws(textOf(content));
    const { scores } = JSON.parse(payload.toString('utf8')) as { scores: GoodSheet['scores'] };
    counted.set(key, { place, identity: sha256Hex(payload), paper, scores });
  }
  return [...counted.values()];
}
