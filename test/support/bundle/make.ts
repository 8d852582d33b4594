import { sha256Hex } from '../../../electron/signing/fingerprint.ts';
import { generateSigningKey } from '../../../electron/signing/profile-keys.ts';
import { writeBundle } from '../../../electron/exchange/bundle/write-bundle.ts';
import { numbers } from '../../signing/support.ts';
import { newAuthority, rosterOf, seatPeople } from './people.ts';
import { randomScheme } from './schemes.ts';
import { playSheets } from './scoring.ts';
import { authoritySigns, identityOf, note, type Parts, type Story } from './story.ts';

export interface HonestBundle {
  readonly story: Story;
  readonly bytes: Buffer;
}

export interface Dossier {
  readonly dossier: string;
  readonly number: number;
  readonly name: string;
  readonly creditCode: string;
  readonly ineligible: boolean;
}

/** An honest bundle of random people, rules, sheets and decisions; the same seed tells the same story with new keys. */
export async function makeHonestBundle(seed: number): Promise<HonestBundle> {
  const story = await tellStory(seed);
  return { story, bytes: await writeBundle(story.parts) };
}

async function tellStory(seed: number): Promise<Story> {
  const pick = numbers(seed);
  for (let warm = 0; warm < 5; warm += 1) pick(10);
  const people = seatPeople(3 + pick(3));
  const authority = newAuthority();
  const parts: Parts = new Map();
  const review = `review-${seed}`;
  const oldSigner = pick(2) === 0 ? generateSigningKey() : null;
  const scheme = JSON.stringify(randomScheme(pick), null, pick(2));
  const schemeHash = sha256Hex(Buffer.from(scheme));
  const base = { review, title: '示例评审', pick, authority, people, parts, record: [] };
  const story: Story = { ...base, revoked: null };
  const { spki, certificate } = { spki: authority.publicSpki, certificate: authority.certificate };
  parts.set('authority.json', JSON.stringify({ spki, certificate }));
  parts.set('scheme.json', scheme);
  parts.set(
    'bundle.json',
    JSON.stringify({
      format: 1,
      kind: 'result',
      review,
      title: story.title,
      dossier: '',
      authority: authority.fingerprint,
    }),
  );
  note(story, 'created', { title: story.title });
  const rosterHashes = signRosters(story, schemeHash, oldSigner);
  const lastMember = people.findLast(({ role }) => role === 'member')?.seat ?? '';
  const revoked =
    oldSigner === null
      ? null
      : { seat: lastMember, rosterHash: rosterHashes.at(-2) ?? '', signer: oldSigner };
  const whole: Story = { ...story, revoked };
  const dossiers = inventDossiers(pick);
  const manifestHash = signManifests(whole, schemeHash, dossiers);
  const binding = { schemeHash, rosterHash: rosterHashes.at(-1) ?? '', manifestHash };
  await playSheets(whole, binding, dossiers);
  return whole;
}

/** Before the election, after it, and where a member got a new key in between, before and after that. */
function signRosters(
  story: Story,
  schemeHash: string,
  oldSigner: Story['authority'] | ReturnType<typeof generateSigningKey> | null,
): string[] {
  const { review, people } = story;
  const last = people.findLast(({ role }) => role === 'member');
  const unelected = people.map((one) => ({ ...one, chair: false }));
  const versions = [unelected, people];
  if (oldSigner !== null)
    versions.splice(
      1,
      0,
      people.map((one) => (one === last ? { ...one, signer: oldSigner } : one)),
    );
  return versions.map((seats, index) => {
    const name = `rosters/${index + 1}.jws`;
    const roster = { format: 1, review, schemeHash, seats: rosterOf(seats) };
    story.parts.set(name, authoritySigns(story, 'panel-roster', roster));
    const hash = identityOf(story.parts, name);
    // Of a revoked key some sheets come before the version that drops it; see playSheets.
    if (index < versions.length - 1) note(story, 'roster-signed', { version: index + 1, hash });
    return hash;
  });
}

function inventDossiers(pick: Story['pick']): Dossier[] {
  return Array.from({ length: 2 + pick(3) }, (_, index) => ({
    dossier: `d${index + 1}`,
    number: index + 1,
    name: `示例企业${index + 1}`,
    creditCode: `91110108551385082Q`,
    ineligible: index > 0 && pick(6) === 0,
  }));
}

function signManifests(story: Story, schemeHash: string, dossiers: readonly Dossier[]): string | null {
  const versions = story.pick(3);
  for (let version = 1; version <= versions; version += 1) {
    const listed = dossiers.map((one) => ({ ...one, factsHash: sha256Hex(one.name), materials: [] }));
    const manifest = { format: 1, review: story.review, version, schemeHash, dossiers: listed };
    story.parts.set(`manifests/${version}.jws`, authoritySigns(story, 'panel-manifest', manifest));
  }
  return versions === 0 ? null : identityOf(story.parts, `manifests/${versions}.jws`);
}
