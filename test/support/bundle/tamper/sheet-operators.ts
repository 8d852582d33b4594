import { createHmac } from 'node:crypto';
import { signJws } from '../../../../electron/signing/jws.ts';
import { fingerprint } from '../../../../electron/signing/fingerprint.ts';
import { generateSigningKey } from '../../../../electron/signing/profile-keys.ts';
import { identityOf, textOf } from '../story.ts';
import { attack, nameOf, type Forgery, type Operator, type Pair } from './forgery.ts';

type Scores = Record<string, unknown>;

const SHEET = '.sheet.jws';
const ENVELOPE = '.envelope.jws';
const encode = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8').toString('base64url');

/** An operator on one opened sheet. */
function onSheet(
  name: string,
  line: string,
  act: (forgery: Forgery, part: string, pair: Pair) => boolean | void,
): Operator {
  return attack(name, line, (forgery) => {
    const pair = forgery.anySheet();
    return pair === undefined ? false : act(forgery, nameOf('sheets', pair, SHEET), pair);
  });
}

/** The member's own signature under other scores: what a member could do, not the office. */
function scored(name: string, line: string, change: (scores: Scores) => Scores): Operator {
  return onSheet(name, line, (forgery, part, pair) => {
    forgery.sign(part, forgery.memberSigner(pair), 'panel-sheet', (value) => ({
      ...value,
      scores: change(value['scores'] as Scores),
    }));
  });
}

/** The same payload under another header, with the member's key where a signature is made. */
function headed(name: string, make: (forgery: Forgery, part: string, pair: Pair) => string): Operator {
  return onSheet(name, '5A', (forgery, part, pair) => {
    forgery.parts.set(part, make(forgery, part, pair));
  });
}

const pieces = (forgery: Forgery, part: string): string[] => textOf(forgery.parts, part).split('.');

/** The member signs exactly this text. */
function signedText(forgery: Forgery, part: string, pair: Pair, change: (text: string) => string): void {
  const { privateKey, publicSpki } = forgery.memberSigner(pair);
  const text = Buffer.from(pieces(forgery, part)[1] ?? '', 'base64url').toString('utf8');
  const header = { typ: 'panel-sheet', kid: fingerprint(publicSpki) };
  forgery.parts.set(part, signJws(privateKey, header, Buffer.from(change(text), 'utf8')));
}

function otherHeader(forgery: Forgery, part: string, pair: Pair, header: (kid: string) => object): string {
  const { privateKey, publicSpki } = forgery.memberSigner(pair);
  const payload = Buffer.from(pieces(forgery, part)[1] ?? '', 'base64url');
  const wanted = signJws(privateKey, { typ: 'panel-sheet', kid: fingerprint(publicSpki) }, payload);
  return [encode(header(fingerprint(publicSpki))), ...wanted.split('.').slice(1)].join('.');
}

export const sheetOperators: readonly Operator[] = [
  onSheet('a score is changed, the signature stays', '5A', (forgery, part) => {
    forgery.keepSignature(part, (value) => ({
      ...value,
      scores: { ...(value['scores'] as Scores), '10': '5.9' },
    }));
  }),
  onSheet('a score is changed and signed by the office', '5A', (forgery, part) => {
    const change = (value: Record<string, unknown>) => ({ ...value, overall: '改' });
    forgery.sign(part, forgery.story.authority, 'panel-sheet', change);
  }),
  onSheet(
    'a score is changed and signed by an unknown key under the member’s name',
    '5A',
    (forgery, part, pair) => {
      const { privateKey } = generateSigningKey();
      const kid = fingerprint(forgery.memberSigner(pair).publicSpki);
      forgery.parts.set(
        part,
        signJws(privateKey, { typ: 'panel-sheet', kid }, Buffer.from(JSON.stringify(forgery.payload(part)))),
      );
    },
  ),
  attack('two members’ sheets change places', '5A', (forgery) => {
    const [one, two] = forgery.names(/\.sheet\.jws$/u);
    if (one === undefined || two === undefined) return false;
    const first = textOf(forgery.parts, one);
    forgery.parts.set(one, textOf(forgery.parts, two));
    forgery.parts.set(two, first);
    return true;
  }),
  attack('a signature is moved from another sheet', '5A', (forgery) => {
    const [one, two] = forgery.names(/\.sheet\.jws$/u);
    if (one === undefined || two === undefined) return false;
    const [head = '', payload = ''] = pieces(forgery, one);
    forgery.parts.set(one, [head, payload, pieces(forgery, two)[2] ?? ''].join('.'));
    return true;
  }),
  scored('a score is over its cap', '5B', (scores) => ({ ...scores, 'basic.record': '3.01' })),
  scored('a score is off its step', '5B', (scores) => ({ ...scores, 'basic.capital': '0.3' })),
  scored('an item is left blank', '5B', ({ '10': _left, ...scores }) => scores),
  scored('an item that nobody knows is scored', '5B', (scores) => ({ ...scores, bonus: '1' })),
  scored('a score is no number', '5B', (scores) => ({ ...scores, '10': 'NaN' })),
  scored('a score is endless', '5B', (scores) => ({ ...scores, '10': '1e309' })),
  scored('a score has a leading zero', '5B', (scores) => ({ ...scores, '10': '01' })),
  scored('a score has full-width digits', '5B', (scores) => ({ ...scores, '10': '１' })),
  scored('a score is negative', '5B', (scores) => ({ ...scores, '10': '-1' })),
  scored('a score is finer than hundredths', '5B', (scores) => ({ ...scores, 'basic.record': '1.001' })),
  scored('a score is a JSON number', '5A', (scores) => ({ ...scores, '10': 1 })),
  scored('a score is null', '5A', (scores) => ({ ...scores, '10': null })),
  onSheet('a number isn’t whole', '5A', (forgery, part, pair) => {
    signedText(forgery, part, pair, (text) => text.replace(/"claimedMs":[0-9]+/u, '"claimedMs":1.5'));
  }),
  onSheet('a key stands twice', '5A', (forgery, part, pair) => {
    signedText(forgery, part, pair, (text) =>
      text.replace('"kind":"sheet"', '"kind":"sheet","kind":"sheet"'),
    );
  }),
  onSheet('a further key stands in the sheet', '5A', (forgery, part, pair) => {
    signedText(forgery, part, pair, (text) => text.replace('"kind":"sheet"', '"kind":"sheet","__proto__":1'));
  }),
  onSheet('the sheet is written with spaces', '5A', (forgery, part, pair) => {
    signedText(forgery, part, pair, (text) => text.replace('"kind":', '"kind": '));
  }),
  onSheet('the sheet escapes a plain letter', '5A', (forgery, part, pair) => {
    signedText(forgery, part, pair, (text) =>
      text.replace('"kind":"sheet"', String.raw`"kind":"\u0073heet"`),
    );
  }),
  headed('no algorithm', (forgery, part, pair) =>
    [
      ...otherHeader(forgery, part, pair, (kid) => ({ alg: 'none', typ: 'panel-sheet', kid }))
        .split('.')
        .slice(0, 2),
      '',
    ].join('.'),
  ),
  headed('a MAC with the public key as its secret', (forgery, part, pair) => {
    const kid = fingerprint(forgery.memberSigner(pair).publicSpki);
    const head = encode({ alg: 'HS256', typ: 'panel-sheet', kid });
    const input = `${head}.${pieces(forgery, part)[1] ?? ''}`;
    const mac = createHmac('sha256', forgery.memberSigner(pair).publicSpki).update(input).digest('base64url');
    return `${input}.${mac}`;
  }),
  headed('an extension that must be understood', (forgery, part, pair) =>
    otherHeader(forgery, part, pair, (kid) => ({
      alg: 'ES256',
      typ: 'panel-sheet',
      kid,
      crit: ['b64'],
      b64: false,
    })),
  ),
  headed('a header in another order', (forgery, part, pair) =>
    otherHeader(forgery, part, pair, (kid) => ({ typ: 'panel-sheet', alg: 'ES256', kid })),
  ),
  headed('base64 that isn’t canonical', (forgery, part) => `${textOf(forgery.parts, part)}=`),
  onSheet('a signature of another kind of text', '5A', (forgery, part, pair) => {
    forgery.sign(part, forgery.memberSigner(pair), 'panel-envelope');
  }),
  onSheet('the sheet names another place than its envelope', '5A', (forgery, part, pair) => {
    forgery.sign(part, forgery.memberSigner(pair), 'panel-sheet', (value) => ({ ...value, dossier: 'd9' }));
  }),
  attack('the sheet names another manifest than its envelope', '5A', (forgery) => {
    const pair = forgery.anySheet();
    if (pair === undefined) return false;
    const part = nameOf('sheets', pair, SHEET);
    if (forgery.payload(part)['manifestHash'] === undefined) return false;
    const change = (value: Record<string, unknown>) => ({ ...value, manifestHash: 'a'.repeat(64) });
    forgery.sign(part, forgery.memberSigner(pair), 'panel-sheet', change);
    return true;
  }),
  attack('an older version is opened beside the last', '5C', (forgery) => {
    const name = forgery.any(/\/3\.sheet\.jws$/u);
    if (name === undefined) return false;
    const older = name.replace('/3.', '/1.');
    const envelope = forgery.payload(older.replace(SHEET, ENVELOPE));
    if (envelope['kind'] !== 'sheet') return false;
    forgery.parts.set(older, textOf(forgery.parts, name));
    const [, dossier = '', member = ''] = name.split('/');
    const rosterHash = envelope['rosterHash'];
    const signer = forgery.memberSigner({ dossier, member, seq: 1 });
    forgery.sign(older, signer, 'panel-sheet', (value) => ({ ...value, rosterHash, seq: 1 }));
    return true;
  }),
  attack('a sheet of a recused member is opened', '5C', (forgery) => {
    const recused = forgery.payload('decisions.jws')['recused'] as [string, string][];
    const [first] = recused;
    const other = forgery.anySheet();
    if (first === undefined || other === undefined) return false;
    const pair = { member: first[0], dossier: first[1], seq: 1 };
    const place = { dossier: pair.dossier, member: pair.member, seq: 1 };
    const rosterHash = identityOf(forgery.parts, `rosters/${forgery.names(/^rosters\//u).length}.jws`);
    for (const [end, typ] of [
      [ENVELOPE, 'panel-envelope'],
      [SHEET, 'panel-sheet'],
    ] as const) {
      forgery.parts.set(nameOf('sheets', pair, end), textOf(forgery.parts, nameOf('sheets', other, end)));
      const person = forgery.story.people.find(({ seat }) => seat === pair.member);
      if (person === undefined) return false;
      forgery.sign(nameOf('sheets', pair, end), person.signer, typ, (value) => ({
        ...value,
        ...place,
        rosterHash,
        ...(end === ENVELOPE ? { previous: null } : {}),
      }));
    }
    return true;
  }),
  onSheet('an opened sheet is left out', '8A', (forgery, part) => {
    forgery.parts.delete(part);
  }),
];
