import { byRole, bySeat, chairOf, textOf } from '../story.ts';
import { attack, on, pairOf, type Operator } from './forgery.ts';

type Value = Record<string, unknown>;

const PAPER = /^papers\/.*\.1\.jws$/u;
const second = (part: string): string => part.replace(/1\.jws$/u, '2.jws');

export const actOperators: readonly Operator[] = [
  on('both entries of a paper sheet are of one person', '5D', PAPER, (forgery, part) => {
    forgery.parts.set(second(part), textOf(forgery.parts, part));
  }),
  on('one of the two entries is missing', '5D', PAPER, (forgery, part) => {
    forgery.parts.delete(second(part));
  }),
  on('the two entries differ', '5D', PAPER, (forgery, part) => {
    forgery.sign(second(part), byRole(forgery.story, 'supervisor').signer, 'panel-paper-sheet', (value) => ({
      ...value,
      scores: { ...(value['scores'] as object), '10': '0.7', 'basic.record': '0.33' },
    }));
  }),
  on('a member typed the own paper', '5D', PAPER, (forgery, part) => {
    const { member } = pairOf(part);
    const change = (value: Value): Value => ({ ...value, typist: member });
    forgery.sign(part, bySeat(forgery.story, member).signer, 'panel-paper-sheet', change);
  }),
  on('the scan of a paper sheet is another one', '5D', PAPER, (forgery, part) => {
    const { signer } = byRole(forgery.story, 'recorder');
    forgery.sign(part, signer, 'panel-paper-sheet', (value) => ({ ...value, scanHash: '2'.repeat(64) }));
  }),
  on('an absence is signed by the office', '5E', /^absences\//u, (forgery, part) => {
    forgery.sign(part, forgery.story.authority, 'panel-absence');
  }),
  on('an absence is signed by an ordinary member', '5E', /^absences\//u, (forgery, part) => {
    const { signer, seat } = bySeat(forgery.story, 'm3');
    forgery.sign(part, signer, 'panel-absence', (value) => ({ ...value, signer: seat }));
  }),
  on('a signed absence is left out', '5E', /^absences\//u, (forgery, part) => {
    forgery.parts.delete(part);
  }),
  on('a signed absence is passed over in the decisions', '5E', /^absences\//u, (forgery) => {
    forgery.reseal({ decisions: (value) => ({ ...value, absent: value.absent.slice(1) }) });
  }),
  attack('the office decides an absence that nobody signed', '5E', (forgery) => {
    const pair = forgery.anySheet();
    if (pair === undefined) return false;
    forgery.reseal({
      decisions: (value) => ({ ...value, absent: [...value.absent, [pair.member, pair.dossier]] }),
    });
    return true;
  }),
  on('a correction has no signed reopening', '5C', /^reopenings\//u, (forgery, part) => {
    forgery.parts.delete(part);
  }),
  on('a reopening is signed by the secretary', '5F', /^reopenings\//u, (forgery, part) => {
    const { signer, seat } = byRole(forgery.story, 'secretary');
    forgery.sign(part, signer, 'panel-reopening', (value) => ({ ...value, signer: seat }));
  }),
  on('a reopening gives a reason that the scheme doesn’t allow', '5F', /^reopenings\//u, (forgery, part) => {
    const change = (value: Value): Value => ({ ...value, reason: '示例：领导要求' });
    forgery.sign(part, chairOf(forgery.story).signer, 'panel-reopening', change);
  }),
  on('the version before a correction is left out', '5F', /^reopenings\//u, (forgery, part) => {
    const { dossier, member, seq } = pairOf(part);
    forgery.parts.delete(`sheets/${dossier}/${member}/${seq - 1}.sheet.jws`);
  }),
  on('the corrected version is left out', '5F', /^reopenings\//u, (forgery, part) => {
    const { dossier, member, seq } = pairOf(part);
    forgery.parts.delete(`sheets/${dossier}/${member}/${seq}.sheet.jws`);
  }),
];
