import { sha256Hex } from '../../../electron/signing/fingerprint.ts';
import { signed } from './people.ts';
import { randomScores } from './schemes.ts';
import { authoritySigns, byRole, bySeat, chairOf, identityOf, note, type Story } from './story.ts';

/** What every signed text of a review names. */
export interface Binding {
  readonly schemeHash: string;
  readonly rosterHash: string;
  /** Null: texts of format 1, which name no manifest. */
  readonly manifestHash: string | null;
}

function placeOf({ review }: Story, binding: Binding, dossier: string, member: string, seq: number): object {
  const { schemeHash, rosterHash, manifestHash } = binding;
  const manifest = manifestHash === null ? {} : { manifestHash };
  return { review, schemeHash, rosterHash, ...manifest, dossier, member, seq };
}

/** Adds an envelope as the next number of its pair; the record and, by letter, a receipt name it. */
export function handIn(
  story: Story,
  binding: Binding,
  pair: { dossier: string; member: string; seq: number },
  options: { kind?: 'sheet' | 'withdrawal'; by?: 'laptop' | 'letter' | 'correction'; signer?: string },
): string {
  const { dossier, member, seq } = pair;
  const { kind = 'sheet', by = 'laptop' } = options;
  const base = `${dossier}/${member}/${seq}`;
  const before = `sheets/${dossier}/${member}/${seq - 1}.envelope.jws`;
  const envelope = {
    format: binding.manifestHash === null ? 1 : 2,
    kind,
    ...placeOf(story, binding, dossier, member, seq),
    previous: seq === 1 ? null : identityOf(story.parts, before),
    sealedHash: kind === 'sheet' ? sha256Hex(`${base} ${story.pick(1e9)}`) : null,
  };
  const name = `sheets/${base}.envelope.jws`;
  const signer = options.signer === 'revoked' ? story.revoked?.signer : bySeat(story, member).signer;
  if (signer === undefined) throw new Error('nobody revoked');
  story.parts.set(name, signed(signer, 'panel-envelope', envelope));
  const identity = identityOf(story.parts, name);
  // The office's own laptop writes the beginning of each identity, letters the whole.
  const hashes = by === 'letter' ? identity : identity.slice(0, 16);
  if (by === 'correction') note(story, 'sheet-corrected', { seq });
  else if (kind === 'withdrawal')
    note(story, by === 'letter' ? 'sheets-received' : 'withdrawn', by === 'letter' ? { hashes } : { seq });
  else note(story, by === 'letter' ? 'sheets-received' : 'submitted', { hashes });
  if (by !== 'letter') return identity;
  const { size, head } = note(story, 'letter-in', { kind: 'sheets' });
  const { review } = story;
  const { sealedHash } = envelope;
  const receipt = { format: 1, review, member, dossier, seq, envelope: identity, sealedHash };
  const log = { size, head };
  story.parts.set(
    `receipts/${base}.jws`,
    authoritySigns(story, 'panel-receipt', { ...receipt, log, claimedMs: 1 }),
  );
  return identity;
}

/** The sheet inside an envelope, opened. */
export function openSheet(
  story: Story,
  binding: Binding,
  pair: { dossier: string; member: string; seq: number },
  options: { signer?: string } = {},
): void {
  const { dossier, member, seq } = pair;
  const sheet = {
    format: binding.manifestHash === null ? 1 : 2,
    kind: 'sheet',
    ...placeOf(story, binding, dossier, member, seq),
    nonce: String(story.pick(1e9)),
    scores: randomScores(story.pick),
    comments: story.pick(2) === 0 ? {} : { 'basic.record': '示例：“引号”与\\反斜线\n换行' },
    overall: '',
    claimedMs: 1_700_000_000_000 - story.pick(1e6),
  };
  const signer = options.signer === 'revoked' ? story.revoked?.signer : bySeat(story, member).signer;
  if (signer === undefined) throw new Error('nobody revoked');
  story.parts.set(`sheets/${dossier}/${member}/${seq}.sheet.jws`, signed(signer, 'panel-sheet', sheet));
}

/** A paper sheet as two people of the office typed it. */
export function typePaper(story: Story, binding: Binding, dossier: string, member: string): void {
  const scores = randomScores(story.pick);
  const { review } = story;
  const { schemeHash, rosterHash } = binding;
  for (const [index, role] of (['recorder', 'supervisor'] as const).entries()) {
    const { seat, signer } = byRole(story, role);
    const text = {
      format: 1,
      kind: 'paper-sheet',
      review,
      schemeHash,
      rosterHash,
      dossier,
      member,
      typist: seat,
      scanHash: sha256Hex(`scan ${dossier} ${member}`),
      nonce: String(index),
      seq: 1,
      // The second typist's comments may differ, the scores don't.
      scores,
      comments: {},
      overall: index === 0 ? '' : '示例',
      claimedMs: index,
    };
    story.parts.set(
      `papers/${dossier}/${member}/1.${index + 1}.jws`,
      signed(signer, 'panel-paper-sheet', text),
    );
  }
}

export function signAbsence(story: Story, dossier: string, member: string): void {
  const { seat, signer } = chairOf(story);
  const { review } = story;
  const text = { format: 1, kind: 'absence', review, member, dossier, reason: '示例：请假' };
  story.parts.set(
    `absences/${dossier}/${member}.jws`,
    signed(signer, 'panel-absence', { ...text, signer: seat, claimedMs: 1 }),
  );
}

/** After the opening: the chair reopens a sheet and the member signs the next version. */
export function correct(story: Story, binding: Binding, dossier: string, member: string, seq: number): void {
  const { seat, signer } = chairOf(story);
  const reopening = {
    format: 1,
    kind: 'reopening',
    review: story.review,
    member,
    dossier,
    seq,
    previous: identityOf(story.parts, `sheets/${dossier}/${member}/${seq - 1}.sheet.jws`),
    reason: '分值汇总计算错误',
    note: '',
    signer: seat,
    claimedMs: 2,
  };
  story.parts.set(`reopenings/${dossier}/${member}/${seq}.jws`, signed(signer, 'panel-reopening', reopening));
  note(story, 'sheet-reopened', {});
  handIn(story, binding, { dossier, member, seq }, { by: 'correction' });
  openSheet(story, binding, { dossier, member, seq });
}
