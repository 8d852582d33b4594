import type { PublishedResult } from '../../../../electron/exchange/bundle/result-shape.ts';
import { byRole, textOf } from '../story.ts';
import { attack, type Forgery, type Operator } from './forgery.ts';

type Value = Record<string, unknown>;
type Dossier = PublishedResult['dossiers'][number];

/** An operator on what one applicant got. */
function reduced(
  name: string,
  line: string,
  act: (forgery: Forgery, dossier: string) => boolean | void,
): Operator {
  return attack(`reduced: ${name}`, line, (forgery) => act(forgery, forgery.reduce()));
}

/** The numbers are changed and nothing is signed anew. */
function published(name: string, line: string, change: (own: Dossier) => Dossier): Operator {
  return reduced(name, line, (forgery) => {
    const result = JSON.parse(textOf(forgery.parts, 'result.json')) as PublishedResult;
    forgery.parts.set('result.json', JSON.stringify({ ...result, dossiers: result.dossiers.map(change) }));
  });
}

export const reducedOperators: readonly Operator[] = [
  reduced('a score is changed', '5A', (forgery) => {
    const part = forgery.any(/\.sheet\.jws$/u);
    if (part === undefined) return false;
    forgery.keepSignature(part, (value) => ({ ...value, overall: '改' }));
    return true;
  }),
  reduced('a code gets another key', '2C', (forgery) => {
    forgery.keepSignature('rosters/2.jws', (value) => ({
      ...value,
      seats: (value['seats'] as Value[]).map((seat) => ({ ...seat, publicKey: null })),
    }));
  }),
  reduced('a coded roster stands for another roster', '4A', (forgery) => {
    const last = `rosters/${forgery.names(/^rosters\//u).length}.jws`;
    if (forgery.names(/\.envelope\.jws$/u).length === 0) return false;
    const change = (value: Value): Value => ({ ...value, of: 'a'.repeat(64) });
    forgery.sign(last, forgery.story.authority, 'panel-coded-roster', change);
    return true;
  }),
  reduced('a manifest signed by the secretary', '3B', (forgery) => {
    const part = forgery.any(/^manifests\//u);
    if (part === undefined) return false;
    forgery.sign(part, byRole(forgery.story, 'secretary').signer, 'panel-reduced-manifest');
    return true;
  }),
  reduced('the record is put in', '1B', (forgery) => {
    forgery.parts.set('record.json', '{"entries":[]}');
  }),
  reduced('a sheet is left out', '8A', (forgery) => {
    const part = forgery.any(/\.sheet\.jws$/u);
    if (part === undefined || /\/[2-9]\.sheet/u.test(part)) return false;
    const [, dossier = '', member = ''] = part.split('/');
    for (const name of forgery.names(new RegExp(`^[a-z]+/${dossier}/${member}/`, 'u')))
      forgery.parts.delete(name);
    return true;
  }),
  published('the average is changed', '9D', (own) => ({ ...own, exact: `1${own.exact ?? ''}` })),
  published('a final result is called provisional', '9E', (own) => ({
    ...own,
    status: own.status === 'final' ? 'provisional' : 'final',
  })),
  published('another rank is written in', '10C', (own) => ({ ...own, rank: 99 })),
  reduced('the statement is changed', '10A', (forgery) => {
    forgery.keepSignature('statement.jws', (value) => ({ ...value, claimedMs: 9 }));
  }),
  reduced('the whole bundle’s statement is put in', '10A', (forgery) => {
    forgery.sign('statement.jws', forgery.story.authority, 'panel-result');
  }),
];
