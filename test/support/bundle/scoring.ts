import { openingDigest, type PaperEntries } from '../../../electron/exchange/bundle/checks/opening.ts';
import { sha256Hex } from '../../../electron/signing/fingerprint.ts';
import { correct, handIn, openSheet, signAbsence, typePaper, type Binding } from './handing-in.ts';
import type { Dossier } from './make.ts';
import { signed } from './people.ts';
import { closeRecord, signResult } from './sealing.ts';
import { authoritySigns, byRole, chairOf, identityOf, note, type Story } from './story.ts';

/** How a pair's sheet comes about. */
type Way =
  'laptop' | 'letter' | 'withdrawn' | 'replaced' | 'paper' | 'recused' | 'absent' | 'conflict' | 'old-key';
const ways: readonly Way[] = [
  'laptop',
  'letter',
  'laptop',
  'letter',
  'withdrawn',
  'replaced',
  'paper',
  'recused',
  'absent',
  'conflict',
  'old-key',
];

/** Everything from the first sheet to the statement. */
export async function playSheets(
  story: Story,
  binding: Binding,
  dossiers: readonly Dossier[],
): Promise<void> {
  const { pick, people } = story;
  const members = people.filter(({ role }) => role === 'member').map(({ seat }) => seat);
  const recused: [string, string][] = [];
  const absent: [string, string][] = [];
  const last: { dossier: string; member: string; seq: number; signer?: string; binding: Binding }[] = [];
  const scored = dossiers.filter(({ ineligible }) => !ineligible);
  for (const { dossier } of scored) {
    for (const [index, member] of members.entries()) {
      // Two members always score, so that nothing stays below the quorum.
      let way = ways[pick(index < 2 ? 6 : ways.length)] ?? 'laptop';
      if (way === 'old-key' && member !== story.revoked?.seat) way = 'letter';
      const place = { dossier, member };
      if (way === 'recused') recused.push([member, dossier]);
      else if (way === 'absent') {
        absent.push([member, dossier]);
        signAbsence(story, dossier, member);
      } else if (way === 'paper') typePaper(story, binding, dossier, member);
      else last.push(handInBy(story, binding, place, way));
    }
  }
  note(story, 'closed');
  if (story.revoked !== null) {
    const version = [...story.parts.keys()].filter((name) => name.startsWith('rosters/')).length;
    note(story, 'roster-signed', { version, hash: binding.rosterHash });
  }
  for (const { binding: own, signer, ...pair } of last)
    openSheet(story, own, pair, signer === undefined ? {} : { signer });
  signOpening(story, last);
  const [first] = last;
  const corrected = first !== undefined && first.signer === undefined && pick(2) === 0;
  if (corrected) correct(story, binding, first.dossier, first.member, first.seq + 1);
  const preferred = scored.filter(() => pick(3) === 0).map(({ dossier }) => dossier);
  const undecided = scored.filter(({ dossier }) => !preferred.includes(dossier) && pick(4) === 0);
  const order = scored.map(({ dossier }) => dossier);
  const { seat: keeper } = chairOf(story);
  signResult(story, {
    format: 1,
    review: story.review,
    schemeHash: binding.schemeHash,
    members,
    dossiers: dossiers.map(({ dossier, number, name, creditCode }) => ({
      dossier,
      number,
      name,
      creditCode,
    })),
    withdrawn: [],
    recused,
    absent,
    ineligible: dossiers.filter(({ ineligible }) => ineligible).map(({ dossier }) => dossier),
    preferred,
    undecided: undecided.map(({ dossier }) => dossier),
    votes: pick(2) === 0 ? [] : [pick(2) === 0 ? order : order.toReversed()],
    keeper: pick(4) === 0 ? '' : keeper,
    claimedMs: 3,
  });
  await closeRecord(story, ['electronic', 'paper', 'none'][pick(3)] ?? 'none');
}

function handInBy(
  story: Story,
  binding: Binding,
  place: { dossier: string; member: string },
  way: Way,
): { dossier: string; member: string; seq: number; signer?: string; binding: Binding } {
  if (way === 'old-key' && story.revoked !== null) {
    const old = { ...binding, rosterHash: story.revoked.rosterHash };
    handIn(story, old, { ...place, seq: 1 }, { by: 'letter', signer: 'revoked' });
    return { ...place, seq: 1, signer: 'revoked', binding: old };
  }
  const by = way === 'laptop' ? 'laptop' : 'letter';
  handIn(story, binding, { ...place, seq: 1 }, { by });
  if (way === 'laptop' || way === 'letter') return { ...place, seq: 1, binding };
  if (way === 'conflict') {
    // A second envelope of the same number, found out and overtaken by a higher one.
    const name = `sheets/${place.dossier}/${place.member}/1.envelope.jws`;
    const kept = story.parts.get(name) ?? '';
    const receipt = `receipts/${place.dossier}/${place.member}/1.jws`;
    const receipted = story.parts.get(receipt) ?? '';
    handIn(story, binding, { ...place, seq: 1 }, { by });
    story.parts.set(
      `conflicts/${place.dossier}/${place.member}/1.1.envelope.jws`,
      story.parts.get(name) ?? '',
    );
    story.parts.set(name, kept);
    story.parts.set(receipt, receipted);
    handIn(story, binding, { ...place, seq: 2 }, { by });
    return { ...place, seq: 2, binding };
  }
  handIn(story, binding, { ...place, seq: 2 }, { by, kind: 'withdrawal' });
  handIn(story, binding, { ...place, seq: 3 }, { by });
  return { ...place, seq: 3, binding };
}

/** Logged before the sheets; where the keeper's key is elsewhere, request, answer and a witness. */
function signOpening(story: Story, last: readonly { dossier: string; member: string; seq: number }[]): void {
  const { review, parts } = story;
  const envelopes = last.map((pair) => ({
    ...pair,
    name: `sheets/${pair.dossier}/${pair.member}/${pair.seq}`,
  }));
  const papers = [...parts.keys()]
    .filter((name) => name.startsWith('papers/') && name.endsWith('.1.jws'))
    .map((name): PaperEntries => {
      const [, dossier = '', member = ''] = name.split('/');
      return { member, dossier, sealed: [sha256Hex(`${name} 1`), sha256Hex(`${name} 2`)] };
    });
  if (papers.length > 0) parts.set('opening/papers.json', JSON.stringify({ entries: papers }));
  const identities = envelopes.map(({ name }) => identityOf(parts, `${name}.envelope.jws`));
  const digest = openingDigest(identities, papers);
  note(story, 'opening-begun', { digest, count: last.length });
  if (story.pick(2) === 0) {
    const { signer } = chairOf(story);
    parts.set(
      'opening/request.jws',
      authoritySigns(story, 'panel-opening-request', { review, digest, envelopes: [] }),
    );
    const sheets = envelopes.map(({ name, dossier, member, seq }) => ({
      member,
      dossier,
      seq,
      payload: identityOf(parts, `${name}.sheet.jws`),
    }));
    parts.set('opening/answer.jws', signed(signer, 'panel-opening-answer', { review, digest, sheets }));
  }
  if (story.pick(2) === 0) {
    const { seat, signer } = byRole(story, 'supervisor');
    const witness = { format: 1, review, digest, seat, claimedMs: 1 };
    parts.set(`opening/witness/${seat}.jws`, signed(signer, 'panel-opening-witness', witness));
  }
  note(story, 'opened', { count: last.length });
}
