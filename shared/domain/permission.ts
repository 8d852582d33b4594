import { between, phases, type Phase } from './phase.ts';

/**
 * Who may call a method. `anyone`: also while locked. `unlocked`: any unlocked person. `seated`: any seat of
 * the review. The chair is a member; `chair` means the chair only.
 */
export type Who =
  'anyone' | 'unlocked' | 'seated' | 'secretary' | 'member' | 'chair' | 'recorder' | 'supervisor';

export interface Permission {
  readonly who: readonly Who[];
  /** Phases of the review in which the method works. */
  readonly phases: readonly Phase[];
}

const always = phases;
const beforeClosing = between('setup', 'scoring');
const beforeOpening = between('setup', 'closed');
/** The public minutes may still be signed when the archive version is done. */
const signing = between('concluded', 'publicity');
const afterOpening = between('opened', 'filed');

function rule(who: Who | readonly Who[], phasesOfRule: readonly Phase[] = always): Permission {
  return { who: typeof who === 'string' ? [who] : who, phases: phasesOfRule };
}

const office: readonly Who[] = ['secretary', 'recorder', 'supervisor'];

/** The law of who may do what when: every method has its row; the tests walk every cell. */
export const permissions = {
  'app.status': rule('anyone'),
  'app.revisions': rule('anyone'),
  'app.quit': rule('anyone'),
  'session.current': rule('anyone'),
  'session.tiles': rule('anyone'),
  'session.suggest': rule('anyone'),
  'session.create': rule('anyone'),
  'session.unlock': rule('anyone'),
  'session.lock': rule('anyone'),
  'session.recover': rule('anyone'),
  'task.progress': rule('anyone'),
  'task.cancel': rule('anyone'),
  'verify.pdf': rule('anyone'),
  'verify.bundle': rule('anyone'),

  'review.list': rule('anyone'),
  'review.create': rule('anyone'),
  'review.openSample': rule('anyone'),
  'review.overview': rule('seated'),
  'review.rename': rule('secretary', between('setup', 'hearing')),
  'review.advance': rule('secretary'),
  'review.stepBack': rule('secretary'),
  'record.list': rule(['secretary', 'chair', 'supervisor']),

  'scheme.presets': rule('anyone'),
  'scheme.preset': rule('anyone'),
  'scheme.get': rule('seated'),
  'scheme.save': rule('secretary', beforeClosing),
  'scheme.freeze': rule('secretary', beforeClosing),

  'dossier.list': rule(['secretary', 'recorder', 'supervisor']),
  'dossier.get': rule(['secretary', 'recorder', 'supervisor']),
  'dossier.save': rule('secretary', between('setup', 'hearing')),
  'dossier.withdraw': rule('secretary', between('setup', 'opened')),
  'dossier.judge': rule('secretary', between('setup', 'hearing')),
  'dossier.preview': rule('secretary', between('setup', 'hearing')),
  'dossier.import': rule('secretary', between('setup', 'hearing')),

  'material.list': rule(['secretary', 'recorder', 'supervisor']),
  'material.import': rule('secretary', beforeClosing),
  'material.discard': rule('secretary'),
  'material.remove': rule('secretary', beforeClosing),
  'material.check': rule(['secretary', 'recorder', 'supervisor']),

  'person.list': rule('unlocked'),
  'person.save': rule('unlocked'),
  'person.retire': rule('unlocked'),

  'panel.get': rule('seated'),
  'panel.seat': rule('secretary', beforeOpening),
  'panel.draw': rule('secretary', beforeClosing),
  'panel.draws': rule(['secretary', 'recorder', 'supervisor', 'chair']),
  'panel.unseat': rule('secretary', beforeClosing),
  'panel.nameDeputy': rule('secretary', beforeClosing),
  'panel.elect': rule(['secretary', 'recorder'], beforeClosing),
  'panel.saveMeeting': rule(['secretary', 'recorder']),
  'panel.attend': rule(['secretary', 'recorder']),
  'panel.reseat': rule('secretary'),
  'panel.allowPin': rule('secretary'),
  'package.make': rule('secretary', between('eligibility', 'closed')),
  'seat.takeUnlock': rule('anyone'),
  'seat.readJoin': rule('anyone'),
  'seat.join': rule('anyone'),
  'member.enrol': rule('anyone'),
  'member.card': rule('unlocked'),
  'member.readFirst': rule('unlocked'),
  'member.confirm': rule('member'),
  'member.forget': rule('member'),
  'member.state': rule('seated'),
  'member.resend': rule('member'),
  'opening.answer': rule('member'),

  'enrol.list': rule('secretary'),
  'enrol.takeCard': rule('secretary', between('setup', 'closed')),
  'enrol.confirm': rule('secretary', between('setup', 'closed')),
  'enrol.setAside': rule('secretary', between('setup', 'closed')),
  'enrol.meeting': rule('secretary', between('setup', 'closed')),
  'rebuild.restore': rule('anyone'),
  'rebuild.drill': rule('secretary'),

  'recusal.names': rule('member', beforeOpening),
  'recusal.declare': rule('member', beforeClosing),
  'recusal.list': rule(['secretary', 'recorder', 'supervisor', 'chair']),
  'recusal.record': rule('secretary', beforeOpening),

  'desk.get': rule('member'),
  'desk.saveDraft': rule('member', between('materials', 'closed')),
  'desk.submit': rule('member', between('scoring', 'closed')),
  'desk.withdraw': rule('member', ['scoring']),
  'board.get': rule(['secretary', 'recorder', 'supervisor', 'chair']),
  'absence.record': rule('secretary', between('scoring', 'closed')),
  'absence.request': rule('secretary', between('scoring', 'closed')),
  'paper.list': rule(office, between('scoring', 'filed')),
  'paper.register': rule('secretary', between('scoring', 'closed')),
  'paper.unregister': rule('secretary', between('scoring', 'closed')),
  'paper.enter': rule(['secretary', 'recorder'], ['closed']),
  'review.close': rule('secretary', ['scoring']),
  'opening.begin': rule('secretary', ['closed']),
  'opening.witness': rule('secretary', ['closed', 'opened']),
  'opening.request': rule('secretary', ['closed']),
  'opening.open': rule('secretary', ['closed']),
  'sample.completeScoring': rule('secretary', between('scoring', 'closed')),

  'tally.get': rule('seated', afterOpening),
  'tally.confirmPreference': rule(['secretary', 'recorder'], ['opened', 'concluded']),
  'tally.vote': rule(['secretary', 'recorder'], ['opened']),
  'tally.whatIf': rule(['secretary', 'chair'], afterOpening),
  'tally.explainDeviation': rule('member', ['opened', 'concluded']),
  'correction.list': rule('seated', afterOpening),
  'correction.reopen': rule('secretary', ['opened']),
  'correction.submit': rule('member', ['opened']),
  'correction.attach': rule('secretary', ['opened']),
  'correction.enter': rule(['secretary', 'recorder'], ['opened']),
  'opinion.list': rule('seated', afterOpening),
  'opinion.save': rule(['secretary', 'recorder'], ['opened']),
  'opinion.dissent': rule('member', ['opened', 'concluded']),

  'document.list': rule('seated'),
  'document.make': rule(['secretary', 'recorder']),
  'document.sign': rule('seated', signing),
  'document.leftEarly': rule(['secretary', 'recorder'], signing),
  'document.paperSigned': rule(['secretary', 'recorder'], signing),
  'bundle.make': rule('secretary', between('signed', 'filed')),
  'bundle.makeReduced': rule('secretary', between('signed', 'filed')),
  'notice.get': rule('seated'),
  'notice.save': rule('secretary'),

  // A laptop may belong to no review yet; with a review the handlers ask for a seat in it.
  'carrier.get': rule('unlocked'),
  'carrier.set': rule('unlocked'),
  'carrier.folders': rule('unlocked'),
  'exchange.state': rule('unlocked'),
  'exchange.sync': rule('unlocked'),
  'exchange.deliver': rule('unlocked'),
  'exchange.handOut': rule('unlocked'),
  'register.list': rule('unlocked'),
} as const satisfies Readonly<Record<string, Permission>>;

export interface SeatRights {
  readonly role: 'secretary' | 'member' | 'recorder' | 'supervisor';
  readonly chair: boolean;
}

/** Whether a person with this seat (null: none in this review) satisfies a rule. */
export function isAllowed(permission: Permission, unlocked: boolean, seat: SeatRights | null): boolean {
  return permission.who.some((who) => {
    if (who === 'anyone') return true;
    if (!unlocked) return false;
    if (who === 'unlocked') return true;
    if (seat === null) return false;
    return who === 'seated' || who === seat.role || (who === 'chair' && seat.chair);
  });
}
