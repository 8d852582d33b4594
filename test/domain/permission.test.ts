import { describe, expect, it } from 'vitest';
import { isAllowed, permissions, type SeatRights } from '../../shared/domain/permission.ts';
import { phases, type Phase } from '../../shared/domain/phase.ts';

/** The statute as agreed, written by hand: method | who | from phase–to phase. */
const statute = `
app.status | anyone | always
app.revisions | anyone | always
app.quit | anyone | always
session.current | anyone | always
session.tiles | anyone | always
session.suggest | anyone | always
session.create | anyone | always
session.unlock | anyone | always
session.lock | anyone | always
session.recover | anyone | always
task.progress | anyone | always
task.cancel | anyone | always
verify.pdf | anyone | always
verify.bundle | anyone | always
review.list | anyone | always
review.create | anyone | always
review.openSample | anyone | always
review.overview | seated | always
review.rename | secretary | setup–hearing
review.advance | secretary | always
review.stepBack | secretary | always
record.list | secretary chair supervisor | always
scheme.presets | anyone | always
scheme.preset | anyone | always
scheme.get | seated | always
scheme.save | secretary | setup–scoring
scheme.freeze | secretary | setup–scoring
dossier.list | secretary recorder supervisor | always
dossier.get | secretary recorder supervisor | always
dossier.save | secretary | setup–hearing
dossier.withdraw | secretary | setup–opened
dossier.judge | secretary | setup–hearing
dossier.preview | secretary | setup–hearing
dossier.import | secretary | setup–hearing
material.list | secretary recorder supervisor | always
material.import | secretary | setup–scoring
material.discard | secretary | always
material.remove | secretary | setup–scoring
material.check | secretary recorder supervisor | always
person.list | unlocked | always
person.save | unlocked | always
person.retire | unlocked | always
panel.get | seated | always
panel.seat | secretary | setup–closed
panel.draw | secretary | setup–scoring
panel.draws | secretary recorder supervisor chair | always
panel.unseat | secretary | setup–scoring
panel.nameDeputy | secretary | setup–scoring
panel.elect | secretary recorder | setup–scoring
panel.saveMeeting | secretary recorder | always
panel.attend | secretary recorder | always
panel.reseat | secretary | always
panel.allowPin | secretary | always
package.make | secretary | eligibility–closed
seat.takeUnlock | anyone | always
enrol.list | secretary | always
enrol.takeCard | secretary | setup–closed
enrol.confirm | secretary | setup–closed
enrol.setAside | secretary | setup–closed
enrol.meeting | secretary | setup–closed
rebuild.restore | anyone | always
rebuild.drill | secretary | always
seat.readJoin | anyone | always
seat.join | anyone | always
member.enrol | anyone | always
member.card | unlocked | always
member.readFirst | unlocked | always
member.confirm | member | always
member.forget | member | always
member.state | seated | always
member.resend | member | always
opening.answer | member | always
recusal.names | member | setup–closed
recusal.declare | member | setup–scoring
recusal.list | secretary recorder supervisor chair | always
recusal.record | secretary | setup–closed
desk.get | member | always
desk.saveDraft | member | materials–closed
desk.submit | member | scoring–closed
desk.withdraw | member | scoring
board.get | secretary recorder supervisor chair | always
absence.record | secretary | scoring–closed
absence.request | secretary | scoring–closed
paper.list | secretary recorder supervisor | scoring–filed
paper.register | secretary | scoring–closed
paper.unregister | secretary | scoring–closed
paper.enter | secretary recorder | closed
review.close | secretary | scoring
opening.begin | secretary | closed
opening.witness | secretary | closed–opened
opening.request | secretary | closed
opening.open | secretary | closed
sample.completeScoring | secretary | scoring–closed
tally.get | seated | opened–filed
tally.confirmPreference | secretary recorder | opened–concluded
tally.vote | secretary recorder | opened
tally.whatIf | secretary chair | opened–filed
tally.explainDeviation | member | opened–concluded
correction.list | seated | opened–filed
correction.reopen | secretary | opened
correction.submit | member | opened
correction.attach | secretary | opened
correction.enter | secretary recorder | opened
opinion.list | seated | opened–filed
opinion.save | secretary recorder | opened
opinion.dissent | member | opened–concluded
document.list | seated | always
document.make | secretary recorder | always
document.sign | seated | concluded–publicity
document.leftEarly | secretary recorder | concluded–publicity
document.paperSigned | secretary recorder | concluded–publicity
bundle.make | secretary | signed–filed
bundle.makeReduced | secretary | signed–filed
notice.get | seated | always
notice.save | secretary | always
carrier.get | unlocked | always
carrier.set | unlocked | always
carrier.folders | unlocked | always
exchange.state | unlocked | always
exchange.sync | unlocked | always
exchange.deliver | unlocked | always
exchange.handOut | unlocked | always
register.list | unlocked | always
`;

const law = new Map(
  statute
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))
    .map(([name = '', who = '', open = '']) => [name, { who: who.split(' '), phases: phasesOf(open) }]),
);

function phasesOf(text: string): readonly Phase[] {
  if (text === 'always') return phases;
  const [first = '', last = first] = text.split('–');
  const [from, to] = [first, last].map((name) => phases.findIndex((phase) => phase === name));
  return phases.slice(from, (to ?? 0) + 1);
}

describe('the permission table', () => {
  it('has a row of the statute for every method and no other', () => {
    expect(Object.keys(permissions).toSorted()).toEqual([...law.keys()].toSorted());
  });

  it.each(Object.entries(permissions))('%s says who and when as the statute does', (name, rule) => {
    expect(rule).toEqual(law.get(name));
  });
});

describe('whether a person may', () => {
  const seat = (role: SeatRights['role'], chair = false): SeatRights => ({ role, chair });
  const may = (who: (typeof permissions)[keyof typeof permissions]['who'], own: SeatRights | null) =>
    isAllowed({ who, phases }, true, own);

  it('while locked only what anyone may', () => {
    const everybody = Object.entries(permissions).filter(([, rule]) =>
      isAllowed(rule, false, seat('secretary', true)),
    );
    expect(everybody.every(([, rule]) => rule.who[0] === 'anyone')).toBe(true);
    expect(everybody).toHaveLength(statute.split('\n').filter((line) => line.includes('| anyone |')).length);
  });

  it('unlocked without a seat what the unlocked may, and no more', () => {
    expect(may(['anyone'], null)).toBe(true);
    expect(may(['unlocked'], null)).toBe(true);
    expect(may(['seated'], null)).toBe(false);
    expect(may(['secretary'], null)).toBe(false);
    expect(may(['secretary', 'chair'], null)).toBe(false);
  });

  it('with a seat by its role; the chair is a member too', () => {
    for (const role of ['secretary', 'member', 'recorder', 'supervisor'] as const) {
      expect(may(['seated'], seat(role))).toBe(true);
      expect(may(['unlocked'], seat(role))).toBe(true);
      for (const wanted of ['secretary', 'member'] as const) {
        expect([role, wanted, may([wanted], seat(role))]).toEqual([role, wanted, role === wanted]);
      }
      expect(may(['secretary', 'chair'], seat(role))).toBe(role === 'secretary');
    }
    expect(may(['secretary', 'chair'], seat('member', true))).toBe(true);
    expect(may(['secretary', 'chair'], seat('member'))).toBe(false);
    expect(may(['member'], seat('member', true))).toBe(true);
    expect(may(['secretary', 'recorder'], seat('member', true))).toBe(false);
    expect(isAllowed({ who: [], phases }, true, seat('secretary', true))).toBe(false);
  });
});
