import { AppError } from '../../../shared/api/problem.ts';
import type { Signer } from '../../signing/envelope.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws } from '../../signing/jws.ts';
import { placeOf } from './ground.ts';
import {
  bundleShape,
  decisionsShape,
  manifestShape,
  rosterShape,
  statementShape,
  type Decisions,
  type Statement,
} from './payloads.ts';
import { readPlainBytes } from './plain-form.ts';
import { resultShape, type PublishedResult } from './result-shape.ts';
import type { Shape } from './shape.ts';
import { signText } from './sign-bundle.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

const perPair = /^(?:sheets|conflicts|papers|receipts|absences|reopenings)\//u;

/**
 * What one applicant may have of a whole bundle that was verified: the own application alone, names replaced by
 * codes, no record, no minutes. The authority signs anew what was cut.
 * @throws AppError `not-found` for an application that isn't in the result, `data-corrupt` for a part without its shape
 */
export function reduceBundle(
  parts: Parts,
  dossier: string,
  authority: Signer,
): Map<string, Uint8Array | string> {
  const bundle = json(parts, 'bundle.json', bundleShape);
  const decisions = payload(parts, 'decisions.jws', decisionsShape);
  if (!decisions.value.dossiers.some((one) => one.dossier === dossier))
    throw new AppError('not-found', { what: 'dossier' });
  const kept: [string, Uint8Array | string][] = [...parts].filter(
    ([name]) =>
      ['authority.json', 'scheme.json'].includes(name) ||
      (perPair.test(name) && placeOf(name).dossier === dossier),
  );
  const reduced = new Map<string, Uint8Array | string>(kept);
  reduced.set('bundle.json', JSON.stringify({ ...bundle, kind: 'reduced', dossier }));
  for (const name of parts.keys()) {
    if (name.startsWith('rosters/')) reduced.set(name, codedRoster(parts, name, authority));
    if (name.startsWith('manifests/')) reduced.set(name, reducedManifest(parts, name, dossier, authority));
  }
  const own = reducedDecisions(decisions.value, dossier);
  reduced.set('decisions.jws', signText(authority, 'panel-decisions', own));
  const whole = json(parts, 'result.json', resultShape);
  const result: PublishedResult = {
    ...whole,
    dossiers: whole.dossiers.filter((one) => one.dossier === dossier),
    selection: null,
  };
  const text = JSON.stringify(result);
  reduced.set('result.json', text);
  const statement = payload(parts, 'statement.jws', statementShape);
  const cut = reducedStatement(statement, sha256Hex(JSON.stringify(own)), sha256Hex(text));
  reduced.set('statement.jws', signText(authority, 'panel-reduced-result', cut));
  return reduced;
}

function reducedDecisions(decisions: Decisions, dossier: string): Decisions {
  const only = (ids: readonly string[]): string[] => ids.filter((one) => one === dossier);
  const pairs = (list: Decisions['absent']): Decisions['absent'] => list.filter(([, one]) => one === dossier);
  return {
    ...decisions,
    dossiers: decisions.dossiers.filter((one) => one.dossier === dossier),
    withdrawn: [],
    recused: pairs(decisions.recused),
    absent: pairs(decisions.absent),
    ineligible: only(decisions.ineligible),
    preferred: only(decisions.preferred),
    undecided: only(decisions.undecided),
    votes: [],
    keeper: '',
  };
}

function reducedStatement(
  { value, identity }: { readonly value: Statement; readonly identity: string },
  decisions: string,
  resultSha256: string,
): object {
  const { format, review, title, ...rest } = value;
  const documents = rest.documents
    .filter(({ kind }) => kind.startsWith('minutes'))
    .map((one) => ({ ...one, part: '', signatures: [] }));
  return {
    format,
    review,
    title,
    statement: identity,
    ...rest,
    decisions,
    resultSha256,
    documents,
    keeper: '',
  };
}

function codedRoster(parts: Parts, name: string, authority: Signer): string {
  const { value, identity } = payload(parts, name, rosterShape);
  const { format, review, schemeHash } = value;
  const codes = codesOf(value.seats.filter(({ role }) => role === 'member'));
  const seats = value.seats.map(({ seat, role, chair, deputy, publicKey }) => ({
    seat,
    code: codes.get(seat) ?? null,
    role,
    chair,
    deputy,
    publicKey,
  }));
  return signText(authority, 'panel-coded-roster', { format, review, schemeHash, of: identity, seats });
}

/** The panel's own codes; without them numbers in an order that seating doesn't tell. */
function codesOf(
  members: readonly { readonly seat: string; readonly code: string | null }[],
): ReadonlyMap<string, string> {
  const shuffled = members.toSorted((one, other) => (sha256Hex(one.seat) < sha256Hex(other.seat) ? -1 : 1));
  return new Map(shuffled.map(({ seat, code }, index) => [seat, code ?? `专家${index + 1}`]));
}

function reducedManifest(parts: Parts, name: string, dossier: string, authority: Signer): string {
  const { value, identity } = payload(parts, name, manifestShape);
  const { dossiers, ...rest } = value;
  const own = dossiers.filter((one) => one.dossier === dossier);
  return signText(authority, 'panel-reduced-manifest', { ...rest, of: identity, dossiers: own });
}

function payload<Value>(
  parts: Parts,
  name: string,
  shape: Shape<Value>,
): { readonly value: Value; readonly identity: string } {
  const { payload: bytes } = readUnverifiedJws(Buffer.from(parts.get(name) ?? '').toString('utf8'));
  const value = readPlainBytes(bytes);
  if (!shape.fits(value)) throw new AppError('data-corrupt', { detail: name });
  return { value, identity: sha256Hex(bytes) };
}

function json<Value>(parts: Parts, name: string, shape: Shape<Value>): Value {
  const value = readPlainBytes(parts.get(name) ?? new Uint8Array());
  if (!shape.fits(value)) throw new AppError('data-corrupt', { detail: name });
  return value;
}
