import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { cardFile, readCard, readCardFile, signCard } from '../../electron/exchange/card.ts';
import { makeJoinFile, normaliseMeetingCode, openJoinFile } from '../../electron/exchange/join-file.ts';
import { packageParts, readPackage } from '../../electron/exchange/review-package.ts';
import { readSeatUnlock, seatUnlockFile } from '../../electron/exchange/seat-unlock.ts';
import { bytesPart, readParts, textPart, writeParts, type Part } from '../../electron/exchange/parts.ts';
import { partBytesOf } from '../../electron/exchange/letter.ts';
import { signJws } from '../../electron/signing/jws.ts';
import { fingerprint } from '../../electron/signing/fingerprint.ts';
import { generateSigningKey } from '../../electron/signing/profile-keys.ts';
import type { Card, JoinContent, PackageState } from '../../shared/schema/member-letter.ts';
import { problemOf } from './problem-of.ts';

const signer = generateSigningKey();
const stranger = generateSigningKey();
const recipient = await identityToRecipient(await generateX25519Identity());
const other = await identityToRecipient(await generateX25519Identity());
const cheap = 4;

function reasonOf(act: () => unknown): Promise<unknown> {
  return problemOf((async () => act())()).then((problem) => problem?.values?.['reason']);
}

const card: Card = {
  format: 1,
  kind: 'seat',
  name: '示例·林',
  organisation: '示例大学',
  signing: signer.publicSpki,
  recipient,
  review: 'r-1',
  seat: 's-1',
  claimedMs: 0,
};

describe('a card', () => {
  it('gives back the keys that it was signed with', () => {
    const checked = readCardFile(Buffer.from(cardFile(signCard(signer, card))));
    expect(checked).toMatchObject({ card, fingerprint: fingerprint(signer.publicSpki) });
  });

  const signed = (payload: object, key = signer): string =>
    signJws(
      key.privateKey,
      { typ: 'panel-card', kid: fingerprint(key.publicSpki) },
      Buffer.from(JSON.stringify(payload)),
    );
  it.each([
    ['signed with another key than it names', signed(card, stranger), 'signature'],
    ['of a newer program', signed({ ...card, format: 2 }), 'newer'],
    ['with a further field', signed({ ...card, more: 1 }), 'malformed'],
    [
      'with its keys in another order',
      signed(Object.fromEntries(Object.entries(card).toReversed())),
      'malformed',
    ],
    ['of a seat that names no review', signed({ ...card, review: '' }), 'malformed'],
    ['without a name', signed({ ...card, name: '' }), 'malformed'],
    ['with a signing key of another kind', signed({ ...card, signing: 'A'.repeat(122) }), 'signature'],
    ['that is no signed text at all', 'x.y.z', 'signature'],
  ])('%s is refused', async (_, jws, reason) => {
    expect(await reasonOf(() => readCard(jws))).toBe(reason);
  });

  const whole = cardFile(signCard(signer, card));
  it.each([
    ['of somebody else', 'hello\n', 'not-ours'],
    ['of a newer program', whole.replace('/1\n', '/2\n'), 'newer'],
    ['cut off', whole.slice(0, -20), 'truncated'],
    ['without its last line end', whole.slice(0, -1), 'truncated'],
    ['with more after it', `${whole}more\n`, 'truncated'],
    ['of sixteen megabytes', whole + ' '.repeat(20_000), 'not-ours'],
  ])('a file %s is refused', async (_, text, reason) => {
    expect(await reasonOf(() => readCardFile(Buffer.from(text)))).toBe(reason);
  });
});

describe('a join file', () => {
  const content: JoinContent = {
    format: 1,
    review: 'r-1',
    title: '示例评审',
    authority: signer.publicSpki,
    office: recipient,
    seats: [{ seat: 's-1', name: '示例·林', organisation: '' }],
  };
  const code = '4821 0093 7716 2054';

  it('opens with the meeting code, however it is typed', async () => {
    const file = await makeJoinFile(content, code, cheap);
    expect(await openJoinFile(file, '４８２１-0093 77162054')).toEqual(content);
    expect(normaliseMeetingCode('4821')).toBeUndefined();
  });

  it('is refused with a reason for each mistake', async () => {
    const file = await makeJoinFile(content, code, cheap);
    const changed = Buffer.from(file);
    changed[changed.byteLength - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(await reasonOf(() => openJoinFile(file, '4821 0093 7716 2055'))).toBe('code-wrong');
    expect(await reasonOf(() => openJoinFile(file, '482100937716205'))).toBe('code-form');
    expect(await reasonOf(() => openJoinFile(changed, code))).toBe('code-wrong');
    expect(await reasonOf(() => openJoinFile(file.subarray(0, 60), code))).toBe('code-wrong');
    expect(await reasonOf(() => openJoinFile(Buffer.from('%PDF-1.7\n'), code))).toBe('not-ours');
    const newer = Buffer.concat([Buffer.from('paneldesk-join/2\n'), file.subarray(17)]);
    expect(await reasonOf(() => openJoinFile(newer, code))).toBe('newer');
  });
});

describe('a permission to try a PIN again', () => {
  const unlock = { format: 1, review: 'r-1', seat: 's-1', number: 1, claimedMs: 0 } as const;

  it('works for its seat only and is signed by the authority', async () => {
    const file = seatUnlockFile(signer, unlock, recipient);
    expect(readSeatUnlock(file, signer.publicSpki, recipient)).toEqual(unlock);
    expect(await reasonOf(() => readSeatUnlock(file, signer.publicSpki, other))).toBe('not-for-seat');
    expect(await reasonOf(() => readSeatUnlock(file, stranger.publicSpki, recipient))).toBe('signature');
    expect(await reasonOf(() => readSeatUnlock(file.subarray(0, -9), signer.publicSpki, recipient))).toBe(
      'truncated',
    );
    const sheets = Buffer.from(`paneldesk-letter/1 sheets 0123456789abcdef\nx\n`);
    expect(await reasonOf(() => readSeatUnlock(sheets, signer.publicSpki, recipient))).toBe(
      'not-seat-unlock',
    );
  });
});

describe('a package', () => {
  const state: PackageState = {
    format: 1,
    review: 'r-1',
    title: '示例评审',
    organiser: '示例局',
    sample: true,
    phase: 'materials',
    version: 1,
    seat: 's-1',
    seats: [
      {
        seat: 's-1',
        name: '示例·林',
        organisation: '',
        title: '',
        field: '',
        kind: 'expert',
        role: 'member',
        declared: false,
      },
    ],
    recusals: [],
    withdrawn: [],
  };
  const content = {
    state,
    scheme: Buffer.from('{}'),
    authority: { spki: signer.publicSpki, certificate: 'AA==' },
    rosters: ['one', 'two'],
    manifests: ['list'],
    facts: new Map([['d-1', '{"name":"x"}']]),
  };
  const plan = bytesPart('plan', Buffer.from('计划'));
  const material: Part = { ...plan, name: `materials/${plan.sha256}` };

  async function* stream(parts: readonly Part[]): AsyncGenerator<Uint8Array> {
    yield* writeParts(parts);
  }
  const read = (parts: readonly Part[], taken: string[] = []) =>
    readPackage(readParts(stream(parts)), async () => async (part) => {
      taken.push((await partBytesOf(part)).toString('utf8'));
    });

  it('gives back what was put in, materials one by one', async () => {
    const taken: string[] = [];
    const back = await read(packageParts(content, [material]), taken);
    expect({ ...back, scheme: Buffer.from(back.scheme).toString() }).toEqual({ ...content, scheme: '{}' });
    expect(taken).toEqual(['计划']);
  });

  const parts = packageParts(content, [material]);
  const withState = (value: object): Part[] =>
    parts.map((part) => (part.name === 'state.json' ? textPart(part.name, JSON.stringify(value)) : part));
  const without = (name: string): Part[] => parts.filter((part) => part.name !== name);
  it.each([
    ['without its state', without('state.json'), 'part-missing'],
    ['without a version in between', without('rosters/1.jws'), 'part-missing'],
    ['without any list of dossiers', without('manifests/1.jws'), 'part-missing'],
    ['with something that is no part of it', [...parts, textPart('notes.txt', '')], 'part-elsewhere'],
    [
      'with a material under another name',
      [...parts, textPart(`materials/${'0'.repeat(64)}`, 'x')],
      'part-elsewhere',
    ],
    [
      'with more of the state after a material',
      [...parts, textPart('facts/d-2.json', '{}')],
      'part-elsewhere',
    ],
    ['whose state has a further field', withState({ ...state, more: 1 }), 'malformed'],
    ['whose state is of a newer program', withState({ ...state, format: 2 }), 'newer'],
  ])('%s is refused', async (_, given, reason) => {
    expect(await reasonOf(() => read(given))).toBe(reason);
  });
});
