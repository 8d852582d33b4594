import { generateSigningKey } from '../../../../electron/signing/profile-keys.ts';
import { identityOf, textOf } from '../story.ts';
import { signed } from '../people.ts';
import { attack, nameOf, pairOf, type Forgery, type Operator, type Pair } from './forgery.ts';

type Value = Record<string, unknown>;

const SHEET = '.sheet.jws';
const ENVELOPE = '.envelope.jws';

/** An operator on the envelope of one opened sheet. */
function onEnvelope(
  name: string,
  line: string,
  act: (forgery: Forgery, part: string, pair: Pair) => boolean | void,
): Operator {
  return attack(name, line, (forgery) => {
    const pair = forgery.anySheet();
    return pair === undefined ? false : act(forgery, nameOf('sheets', pair, ENVELOPE), pair);
  });
}

/** Envelope and sheet say something else, both signed by the member. */
function bothSay(name: string, line: string, change: (value: Value) => Value): Operator {
  return onEnvelope(name, line, (forgery, _part, pair) => {
    const signer = forgery.memberSigner(pair);
    forgery.sign(nameOf('sheets', pair, SHEET), signer, 'panel-sheet', change);
    forgery.sign(nameOf('sheets', pair, ENVELOPE), signer, 'panel-envelope', change);
  });
}

function dropPair(forgery: Forgery, { dossier, member }: Pair): void {
  for (const name of forgery.names(new RegExp(`^[a-z]+/${dossier}/${member}/`, 'u')))
    forgery.parts.delete(name);
}

/** A pair whose sheet came at this number. */
function pairWith(forgery: Forgery, number: number): Pair | undefined {
  const name = forgery.any(new RegExp(`/${number}\\.sheet\\.jws$`, 'u'));
  return name === undefined ? undefined : pairOf(name);
}

export const envelopeOperators: readonly Operator[] = [
  onEnvelope('an envelope is changed, the signature stays', '4A', (forgery, part) => {
    forgery.keepSignature(part, (value) => ({ ...value, sealedHash: 'b'.repeat(64) }));
  }),
  bothSay('a sheet of another review', '4A', (value) => ({ ...value, review: 'review-other' })),
  bothSay('a sheet under another scheme', '4A', (value) => ({ ...value, schemeHash: 'c'.repeat(64) })),
  bothSay('a sheet under a roster that isn’t there', '4A', (value) => ({
    ...value,
    rosterHash: 'd'.repeat(64),
  })),
  bothSay('a sheet of a member whose id looks alike', '4A', (value) => ({ ...value, member: 'м1' })),
  attack('a sheet under a manifest that isn’t there', '4A', (forgery) => {
    const pair = forgery.anySheet();
    if (pair === undefined || forgery.names(/^manifests\//u).length === 0) return false;
    const signer = forgery.memberSigner(pair);
    const change = (value: Value): Value => ({ ...value, manifestHash: 'e'.repeat(64) });
    forgery.sign(nameOf('sheets', pair, SHEET), signer, 'panel-sheet', change);
    forgery.sign(nameOf('sheets', pair, ENVELOPE), signer, 'panel-envelope', change);
    return true;
  }),
  onEnvelope('a sheet is added for somebody who has no seat', '4A', (forgery, _part, pair) => {
    const { privateKey, publicSpki } = generateSigningKey();
    const other = { ...pair, member: 'm9', seq: 1 };
    for (const [end, typ] of [
      [ENVELOPE, 'panel-envelope'],
      [SHEET, 'panel-sheet'],
    ] as const) {
      const value = { ...forgery.payload(nameOf('sheets', pair, end)), member: 'm9', seq: 1 };
      if (end === ENVELOPE) Object.assign(value, { previous: null });
      forgery.parts.set(nameOf('sheets', other, end), signed({ privateKey, publicSpki }, typ, value));
    }
  }),
  onEnvelope('a sheet is copied under another member’s name', '4A', (forgery, part, pair) => {
    const other = { ...pair, member: pair.member === 'm1' ? 'm2' : 'm1', seq: 9 };
    forgery.parts.set(nameOf('sheets', other, ENVELOPE), textOf(forgery.parts, part));
    forgery.parts.set(nameOf('sheets', other, SHEET), textOf(forgery.parts, nameOf('sheets', pair, SHEET)));
  }),
  onEnvelope('a sheet is dropped', '4E', (forgery, _part, pair) => dropPair(forgery, pair)),
  onEnvelope('a sheet is dropped and the office calls the member recused', '4E', (forgery, _part, pair) => {
    dropPair(forgery, pair);
    forgery.reseal({
      decisions: (value) => ({ ...value, recused: [...value.recused, [pair.member, pair.dossier]] }),
    });
  }),
  attack('a sheet is dropped and the office rewrites the record', '6B', (forgery) => {
    const first = forgery.story.record.findIndex(({ type }) =>
      ['submitted', 'sheets-received'].includes(type),
    );
    const named = String(forgery.story.record[first]?.values['hashes']);
    const part = forgery
      .names(/\.envelope\.jws$/u)
      .find((name) => identityOf(forgery.parts, name).startsWith(named.slice(0, 16)));
    if (part === undefined) return false;
    const pair = pairOf(part);
    dropPair(forgery, pair);
    if (forgery.names(/^receipts\//u).length === 0) return false;
    const kept = new Set(
      forgery.names(/\.envelope\.jws$/u).map((name) => identityOf(forgery.parts, name).slice(0, 16)),
    );
    forgery.reseal({
      decisions: (value) => ({ ...value, recused: [...value.recused, [pair.member, pair.dossier]] }),
      record: (record) =>
        record.filter(
          ({ values }) => typeof values['hashes'] !== 'string' || kept.has(values['hashes'].slice(0, 16)),
        ),
    });
    return true;
  }),
  attack('an older version takes the place of the last', '4E', (forgery) => {
    const pair = pairWith(forgery, 3);
    if (pair === undefined) return false;
    const older = { ...pair, seq: 1 };
    if (forgery.payload(nameOf('sheets', older, ENVELOPE))['kind'] !== 'sheet') return false;
    const sheet = textOf(forgery.parts, nameOf('sheets', pair, SHEET));
    const signer = forgery.memberSigner(pair);
    for (const name of forgery.names(new RegExp(`/${pair.dossier}/${pair.member}/[2-9]\\.`, 'u')))
      forgery.parts.delete(name);
    forgery.parts.set(nameOf('sheets', older, SHEET), sheet);
    forgery.sign(nameOf('sheets', older, SHEET), signer, 'panel-sheet', (value) => ({ ...value, seq: 1 }));
    return true;
  }),
  onEnvelope('a member signs two sheets of one number', '4D', (forgery, part, pair) => {
    const name = nameOf('conflicts', pair, '.1.envelope.jws');
    forgery.parts.set(name, textOf(forgery.parts, part));
    const change = (value: Value): Value => ({ ...value, sealedHash: 'f'.repeat(64) });
    forgery.sign(name, forgery.memberSigner(pair), 'panel-envelope', change);
  }),
  attack('the same envelope is called a conflict', '4D', (forgery) => {
    const name = forgery.any(/^sheets\/.*\/1\.envelope\.jws$/u);
    if (name === undefined) return false;
    forgery.parts.set(
      name.replace('sheets/', 'conflicts/').replace('/1.', '/1.1.'),
      textOf(forgery.parts, name),
    );
    return true;
  }),
  attack('an envelope names another one before it', '4B', (forgery) => {
    const pair = pairWith(forgery, 3);
    if (pair === undefined) return false;
    const change = (value: Value): Value => ({ ...value, previous: '1'.repeat(64) });
    forgery.sign(nameOf('sheets', pair, ENVELOPE), forgery.memberSigner(pair), 'panel-envelope', change);
    return true;
  }),
  attack('a withdrawal is left out of the middle', '4B', (forgery) => {
    const pair = pairWith(forgery, 3);
    if (pair === undefined) return false;
    forgery.parts.delete(nameOf('sheets', { ...pair, seq: 2 }, ENVELOPE));
    return true;
  }),
  attack('a revoked key signs after its replacement', '4C', (forgery) => {
    const { revoked } = forgery.story;
    const name =
      revoked === null ? undefined : forgery.any(new RegExp(`/${revoked.seat}/1\\.sheet\\.jws$`, 'u'));
    if (revoked === null || name === undefined) return false;
    const pair = pairOf(name);
    const next = { ...pair, seq: 2 };
    if (forgery.parts.has(nameOf('sheets', next, ENVELOPE))) return false;
    const previous = identityOf(forgery.parts, nameOf('sheets', pair, ENVELOPE));
    for (const [end, typ] of [
      [ENVELOPE, 'panel-envelope'],
      [SHEET, 'panel-sheet'],
    ] as const) {
      const value = {
        ...forgery.payload(nameOf('sheets', pair, end)),
        rosterHash: revoked.rosterHash,
        seq: 2,
      };
      if (end === ENVELOPE) Object.assign(value, { previous });
      forgery.parts.set(nameOf('sheets', next, end), signed(revoked.signer, typ, value));
    }
    forgery.parts.delete(name);
    return true;
  }),
  attack('a typed entry isn’t the one that lay there at the opening', '8B', (forgery) => {
    if (!forgery.parts.has('opening/papers.json')) return false;
    const text = textOf(forgery.parts, 'opening/papers.json');
    forgery.parts.set('opening/papers.json', text.replace(/[0-9a-f]{64}/u, '0'.repeat(64)));
    return true;
  }),
  attack('the typed entries aren’t named', '8B', ({ parts }) => parts.delete('opening/papers.json')),
  onEnvelope('a withdrawal is passed off as a sheet', '4A', (forgery, part, pair) => {
    const change = (value: Value): Value => ({ ...value, kind: 'withdrawal' });
    forgery.sign(part, forgery.memberSigner(pair), 'panel-envelope', change);
  }),
];
