import { createPublicKey } from 'node:crypto';
import { fingerprint, normaliseFingerprint } from '../../../signing/fingerprint.ts';
import type { GoodRoster } from '../ground.ts';
import { partsBelow } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { authorityShape, codedRosterShape, rosterShape, type BundleFacts } from '../payloads.ts';
import { readPlainBytes } from '../plain-form.ts';
import { readSigned } from '../signed-text.ts';

/** SubjectPublicKeyInfo of a key on P-256 with its point written out: 26 bytes, then 0x04, x, y. */
const SPKI_START = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';

export function isP256(spki: string): boolean {
  const bytes = Buffer.from(spki, 'base64url');
  if (bytes.toString('base64url') !== spki || bytes.byteLength !== 91) return false;
  if (!bytes.toString('hex').startsWith(SPKI_START)) return false;
  try {
    createPublicKey({ key: bytes, type: 'spki', format: 'der' });
    return true;
  } catch {
    return false;
  }
}

/** 2A and 2B: SPKI of the authority, null when nothing can rest on it. */
export function checkAuthority(
  parts: ReadonlyMap<string, Buffer>,
  bundle: BundleFacts,
  pin: string | undefined,
  judgement: Judgement,
): string | null {
  const bytes = parts.get('authority.json');
  const value = bytes === undefined ? undefined : readPlainBytes(bytes);
  const good =
    authorityShape.fits(value) &&
    isP256(value.spki) &&
    fingerprint(value.spki) === bundle.authority &&
    isBase64(value.certificate) &&
    Buffer.from(value.certificate, 'base64').includes(Buffer.from(value.spki, 'base64url'));
  judgement.require(good, '2B', 'authority', 'authority.json');
  const own = good ? fingerprint(value.spki) : bundle.authority;
  if (pin !== undefined) judgement.require(own === normaliseFingerprint(pin), '2A', 'pin', own);
  return good ? value.spki : null;
}

function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text;
}

/** 2C and 2D: the good rosters by version. */
export function checkRosters(
  parts: ReadonlyMap<string, Buffer>,
  { review, kind }: BundleFacts,
  authority: string,
  judgement: Judgement,
): readonly GoodRoster[] {
  judgement.judge('2C', '2D');
  const rosters = versions(parts, 'rosters').flatMap(([version, bytes]): GoodRoster[] => {
    const name = `rosters/${version}.jws`;
    const roster = kind === 'result' ? wholeRoster(bytes, authority) : codedRoster(bytes, authority);
    if (roster?.review === review) return [{ ...roster, version }];
    judgement.fail('2C', 'signature', name);
    return [];
  });
  requireNoGap(parts, 'rosters', '2C', judgement);
  for (const roster of rosters) checkSeats(roster, judgement);
  return rosters;
}

type Read = Omit<GoodRoster, 'version'> & { readonly review: string };

function wholeRoster(bytes: Buffer, authority: string): Read | undefined {
  const signed = readSigned(bytes, rosterShape, 'panel-roster', [authority]);
  if (signed === undefined) return undefined;
  const { review, schemeHash, seats } = signed.value;
  const labelled = seats.map(({ name, ...seat }) => ({ ...seat, label: name }));
  return { identity: signed.identity, review, schemeHash, seats: labelled };
}

function codedRoster(bytes: Buffer, authority: string): Read | undefined {
  const signed = readSigned(bytes, codedRosterShape, 'panel-coded-roster', [authority]);
  if (signed === undefined) return undefined;
  const { review, schemeHash, seats, of } = signed.value;
  const labelled = seats.map(({ code, ...seat }) => ({ ...seat, label: code ?? seat.role }));
  return { identity: of, review, schemeHash, seats: labelled };
}

function checkSeats({ version, seats }: GoodRoster, judgement: Judgement): void {
  const name = `rosters/${version}.jws`;
  const keys = seats.flatMap(({ publicKey }) => (publicKey === null ? [] : [publicKey]));
  const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;
  const chairs = seats.filter(({ chair }) => chair);
  const deputies = seats.filter(({ deputy }) => deputy);
  judgement.require(unique(seats.map(({ seat }) => seat)) && unique(keys), '2D', 'repeated', name);
  judgement.require(keys.every(isP256), '2D', 'key', name);
  const members = [...chairs, ...deputies].every(({ role }) => role === 'member');
  judgement.require(chairs.length <= 1 && deputies.length <= 1 && members, '2D', 'keepers', name);
}

/** Version → bytes, ascending by number. */
export function versions(
  parts: ReadonlyMap<string, Buffer>,
  folder: string,
): readonly (readonly [number, Buffer])[] {
  return partsBelow(parts, new RegExp(`^${folder}/`, 'u'))
    .map(([name, bytes]) => [Number(name.slice(folder.length + 1, -'.jws'.length)), bytes] as const)
    .toSorted(([left], [right]) => left - right);
}

export function requireNoGap(
  parts: ReadonlyMap<string, Buffer>,
  folder: string,
  number: string,
  judgement: Judgement,
): void {
  const all = versions(parts, folder).map(([version]) => version);
  const gap = all.findIndex((version, index) => version !== index + 1);
  judgement.require(gap < 0, number, 'gap', `${folder}/${gap + 1}.jws`);
}
