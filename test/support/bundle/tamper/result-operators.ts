import { sha256Hex } from '../../../../electron/signing/fingerprint.ts';
import type { PublishedResult } from '../../../../electron/exchange/bundle/result-shape.ts';
import { appendRevision, lastState } from '../../../signing/tamper.ts';
import { authoritySigns, byRole, bySeat, textOf } from '../story.ts';
import { attack, on, type Operator } from './forgery.ts';

type Value = Record<string, unknown>;
type Dossiers = PublishedResult['dossiers'];

/** The office publishes other numbers and signs them. */
function published(
  name: string,
  line: string,
  change: (dossiers: Dossiers, result: Value) => object | false,
): Operator {
  return attack(name, line, (forgery) => {
    const found = change(JSON.parse(textOf(forgery.parts, 'result.json')).dossiers as Dossiers, {});
    if (found === false) return false;
    forgery.reseal({
      result: (value) => ({ ...value, ...(change(value['dossiers'] as Dossiers, value) as object) }),
    });
    return true;
  });
}

const oneOff = (text: string): string => {
  const digit = /[0-9]$/u.exec(text)?.[0] ?? '0';
  return text.slice(0, -1) + String((Number(digit) + 1) % 10);
};

/** The same list with the first dossier that has a score changed. */
function firstScored(
  dossiers: Dossiers,
  change: (one: Dossiers[number]) => Dossiers[number],
): object | false {
  const at = dossiers.findIndex(({ score }) => score !== null);
  return at < 0 ? false : { dossiers: dossiers.map((one, index) => (index === at ? change(one) : one)) };
}

export const resultOperators: readonly Operator[] = [
  attack('the decisions are changed, the signature stays', '9A', (forgery) => {
    forgery.keepSignature('decisions.jws', (value) => ({ ...value, claimedMs: 9 }));
  }),
  attack('the decisions are signed by the secretary', '9A', (forgery) => {
    forgery.sign('decisions.jws', byRole(forgery.story, 'secretary').signer, 'panel-decisions');
  }),
  on('the chair’s signature on the decisions is missing', '9B', /^decisions\.keeper/u, (forgery, part) => {
    forgery.parts.delete(part);
  }),
  on('an ordinary member signs in the chair’s place', '9B', /^decisions\.keeper/u, (forgery, part) => {
    forgery.sign(part, bySeat(forgery.story, 'm3').signer, 'panel-decisions');
  }),
  on('the office decides otherwise than the chair signed', '9B', /^decisions\.keeper/u, (forgery) => {
    const value = { ...forgery.payload('decisions.jws'), undecided: [] };
    const other = { ...value, claimedMs: 77 };
    forgery.parts.set('decisions.jws', authoritySigns(forgery.story, 'panel-decisions', other));
  }),
  attack('a keeper’s signature where none is named', '9B', (forgery) => {
    const kept = textOf(forgery.parts, 'decisions.jws');
    forgery.reseal();
    forgery.parts.set('decisions.keeper.jws', kept);
  }),
  attack('a recusal is passed over', '8A', (forgery) => {
    if ((forgery.payload('decisions.jws')['recused'] as unknown[]).length === 0) return false;
    forgery.reseal({ decisions: (value) => ({ ...value, recused: value.recused.slice(1) }) });
    return true;
  }),
  attack('a member is left out', '9C', (forgery) => {
    forgery.reseal({
      decisions: (value) => {
        const [gone, ...members] = value.members;
        const kept = ([member]: readonly [string, string]): boolean => member !== gone;
        return { ...value, members, recused: value.recused.filter(kept), absent: value.absent.filter(kept) };
      },
    });
  }),
  attack('a stranger is counted as a member', '9C', (forgery) => {
    forgery.reseal({ decisions: (value) => ({ ...value, members: [...value.members, 's1'] }) });
  }),
  attack('a withdrawn application is in the result', '9C', (forgery) => {
    forgery.reseal({ decisions: (value) => ({ ...value, withdrawn: ['d1'] }) });
  }),
  attack('a vote names an application twice', '9C', (forgery) => {
    forgery.reseal({ decisions: (value) => ({ ...value, votes: [['d1', 'd1']] }) });
  }),
  attack('a preference for what isn’t there', '9C', (forgery) => {
    forgery.reseal({ decisions: (value) => ({ ...value, preferred: ['d9'] }) });
  }),
  published('an average is off by one unit', '9D', (dossiers) =>
    firstScored(dossiers, (one) => ({ ...one, score: oneOff(one.score ?? '') })),
  ),
  published('an exact value is off', '9D', (dossiers) =>
    firstScored(dossiers, (one) => ({ ...one, exact: `1${one.exact ?? ''}` })),
  ),
  published('a printed value is off', '9D', (dossiers) =>
    firstScored(dossiers, (one) => ({ ...one, shown: oneOff(one.shown ?? '') })),
  ),
  published('the average of a category is off', '9D', (dossiers) =>
    firstScored(dossiers, (one) => ({
      ...one,
      categories: one.categories.map((own, index) =>
        index === 0 ? { ...own, mean: oneOff(own.mean ?? '') } : own,
      ),
    })),
  ),
  published('a member’s total is off', '9D', (dossiers) =>
    firstScored(dossiers, (one) => ({
      ...one,
      sheets: one.sheets.map((own) => (own.total === null ? own : { ...own, total: `1${own.total}` })),
    })),
  ),
  published('a counted sheet is called dropped', '9D', (dossiers) =>
    firstScored(dossiers, (one) => ({
      ...one,
      sheets: one.sheets.map((own) => (own.mark === 'counted' ? { ...own, mark: 'dropped' } : own)),
    })),
  ),
  published('one more member is counted', '9D', (dossiers) =>
    firstScored(dossiers, (one) => ({ ...one, members: one.members + 1 })),
  ),
  published('an application is left out of the result', '9D', (dossiers) => ({
    dossiers: dossiers.slice(1),
  })),
  published('an application stands twice in the result', '9D', (dossiers) => ({
    dossiers: [...dossiers, ...dossiers.slice(0, 1)],
  })),
  published('a rank is changed', '9E', (dossiers) =>
    firstScored(dossiers, (one) => (one.rank === null ? one : { ...one, rank: one.rank + 1 })),
  ),
  published('the order is turned round', '9E', (dossiers) =>
    dossiers.length < 2 ? false : { dossiers: dossiers.toReversed() },
  ),
  published('a tie is invented', '9E', (dossiers) =>
    firstScored(dossiers, (one) => ({
      ...one,
      tie: { with: ['d1', 'd2'], decidedBy: [0], sharedWith: [one.dossier] },
    })),
  ),
  published('a final result is called provisional', '9E', (_dossiers, result) => ({
    provisional: result['provisional'] !== true,
  })),
  published('the selection is changed', '9E', (_dossiers, result) => ({
    selection:
      result['selection'] === null
        ? { passMark: null, quota: 1, dossiers: [], openTie: [], openPlaces: 0 }
        : null,
  })),
  published('another result hash', '9F', () => ({ resultHash: '9'.repeat(64) })),
  attack('the result isn’t in plain form', '9D', (forgery) => {
    forgery.parts.set(
      'result.json',
      textOf(forgery.parts, 'result.json').replace('"format":1', '"format": 1'),
    );
  }),
  attack('a number of the result is a float', '9D', (forgery) => {
    forgery.parts.set(
      'result.json',
      textOf(forgery.parts, 'result.json').replace('"members":', '"members":1.0,"members":'),
    );
  }),
  attack('the statement is changed, the signature stays', '10A', (forgery) => {
    forgery.keepSignature('statement.jws', (value) => ({ ...value, claimedMs: 9 }));
  }),
  attack('the statement is signed by the secretary', '10A', (forgery) => {
    forgery.sign('statement.jws', byRole(forgery.story, 'secretary').signer, 'panel-result');
  }),
  on('the chair’s signature on the statement is missing', '10B', /^statement\.keeper/u, (forgery, part) => {
    forgery.parts.delete(part);
  }),
  attack('the statement is an earlier one', '10C', (forgery) => {
    const change = (value: Value): Value => ({ ...value, resultSha256: 'a'.repeat(64) });
    forgery.sign('statement.jws', forgery.story.authority, 'panel-result', change);
  }),
  attack('another title', '10C', (forgery) => {
    forgery.json('bundle.json', (value) => ({ ...value, title: '另一项评审' }));
  }),
  attack('other minutes', '10D', (forgery) => {
    forgery.parts.set('minutes.pdf', Buffer.from('%PDF-1.7 另一份'));
  }),
  attack('bytes after the minutes', '10D', (forgery) => {
    forgery.parts.set(
      'minutes.pdf',
      Buffer.concat([Buffer.from(forgery.parts.get('minutes.pdf') ?? ''), Buffer.from('\n')]),
    );
  }),
  attack('a scan that the statement doesn’t name', '10D', (forgery) => {
    forgery.parts.set(`scans/${'b'.repeat(64)}`, Buffer.from('%PDF'));
  }),
  attack('the statement names no minutes', '10D', (forgery) => {
    const change = (value: Value): Value => ({ ...value, documents: [] });
    forgery.sign('statement.jws', forgery.story.authority, 'panel-result', change);
  }),
  attack('the minutes are changed and the office signs their digest', '10E', (forgery) => {
    const { documents } = forgery.payload('statement.jws') as {
      documents: { signing: string; sha256: string }[];
    };
    const minutes = Buffer.from(forgery.parts.get('minutes.pdf') ?? '');
    if (documents[0]?.signing !== 'electronic') return false;
    const number = Math.max(...lastState(minutes).objects.keys());
    const changed = appendRevision(minutes, new Map([[number, '<< /Forged true >>']]));
    forgery.parts.set('minutes.pdf', changed);
    forgery.reseal();
    return sha256Hex(changed) !== documents[0].sha256;
  }),
  attack('a signature is said to be there and isn’t', '10E', (forgery) => {
    const { documents } = forgery.payload('statement.jws') as {
      documents: { signing: string; signatures: object[] }[];
    };
    if (documents[0]?.signing !== 'electronic') return false;
    const change = (value: Value): Value => ({
      ...value,
      documents: documents.map((one) => ({
        ...one,
        signatures: [...one.signatures, { seat: 'm3', state: 'signed' }],
      })),
    });
    forgery.sign('statement.jws', forgery.story.authority, 'panel-result', change);
    return true;
  }),
];
