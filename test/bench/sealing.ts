import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { generateSigningKey } from '../../electron/signing/profile-keys.ts';
import { openSheet, sealSheet, type SheetPlace } from '../../electron/signing/sealed-sheet.ts';
import { interleave, timed } from './measure.ts';
import { makeRow, type Findings, type Setting } from './row.ts';

const memberCount = 7;
const dossierCount = 12;
/** Every sheet is padded to this size before it is sealed. */
const bucketBytes = 64 * 1024;

interface Keys {
  readonly identity: string;
  readonly recipient: string;
}

async function newKeys(): Promise<Keys> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

async function encrypt(bytes: Uint8Array, keys: readonly Keys[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const { recipient } of keys) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

async function decrypt(bytes: Uint8Array, { identity }: Keys): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes);
}

/** A sheet of 24 items with its comments: its size doesn't matter below the bucket. */
function payloadOf(place: SheetPlace): Buffer {
  const items = Array.from({ length: 24 }, (_, index) => [`item-${index}`, '3.5']);
  return Buffer.from(JSON.stringify({ ...place, scores: Object.fromEntries(items), overall: '示例意见' }));
}

/**
 * Signing, padding, sealing twice and opening again, sheet by sheet, against age-encryption alone with the
 * same two layers, recipients and number of bytes. One round is one sheet.
 */
export async function sealing({ quick }: Setting): Promise<Findings> {
  const [secretary, chair, deputy] = await Promise.all([newKeys(), newKeys(), newKeys()]);
  const signers = Array.from({ length: memberCount }, generateSigningKey);
  const seal = (round: number) => {
    const member = round % memberCount;
    const [signer = generateSigningKey()] = signers.slice(member);
    const place: SheetPlace = {
      review: 'review',
      schemeHash: 'a'.repeat(64),
      rosterHash: 'b'.repeat(64),
      manifestHash: 'c'.repeat(64),
      dossier: `d${Math.floor(round / memberCount)}`,
      member: `m${member}`,
      seq: 1,
    };
    const chairs = [chair.recipient, deputy.recipient];
    const payload = payloadOf(place);
    const expected = { ...place, previous: null };
    const sealed = sealSheet({
      signer,
      place,
      previous: null,
      payload,
      chairs,
      secretary: secretary.recipient,
    });
    return { expected, memberSpki: signer.publicSpki, sealed };
  };
  const ours = async (round: number): Promise<void> => {
    const { expected, memberSpki, sealed } = seal(round);
    const keys = { secretaryIdentity: secretary.identity, chairIdentity: chair.identity };
    await openSheet({ ...(await sealed), memberSpki, expected, ...keys });
  };
  const bytes = randomBytes(bucketBytes);
  const age = async (): Promise<void> => {
    const sealed = await encrypt(await encrypt(bytes, [chair, deputy]), [secretary]);
    await decrypt(await decrypt(sealed, secretary), chair);
  };
  const samples = await interleave(
    quick ? 5 : memberCount * dossierCount,
    { ours: (round) => timed(() => ours(round)), age: () => timed(age) },
    5,
  );
  const titles = {
    ours: `seal and open one of ${memberCount} × ${dossierCount} sheets (sign, pad, two layers, check)`,
    peer: 'age-encryption alone, same layers and bytes',
  };
  return { rows: [makeRow(titles, samples.ours, samples.age)], notes: [] };
}
