import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../shared/schema/result.ts';
import {
  countSignatures,
  documentsOfKind,
  dueKind,
  makeWaitsFor,
  mayReplace,
  nextSigner,
  ownOpenSignature,
  stateOf,
} from '../../renderer/screens/documents/actions.ts';
import { noticeDefects, readNotice, unreadDays } from '../../renderer/screens/documents/notice-defects.ts';

type Signature = DocumentView['signatures'][number];

function signature(seatId: string, state: Signature['state']): Signature {
  return { seatId, name: seatId, role: '成员', state, reason: '', atMs: null };
}

function minutes(facts: Partial<DocumentView>): DocumentView {
  return {
    documentId: 'm',
    kind: 'minutes-archive',
    title: '纪要',
    fileName: '纪要.pdf',
    fileId: 'document-m',
    mediaType: 'application/pdf',
    sizeBytes: 1,
    sha256: '',
    createdMs: 1,
    superseded: false,
    signing: 'electronic',
    signatures: [],
    scans: [],
    ...facts,
  };
}

describe('when a document can be made', () => {
  it('waits for the freezing, the opening, the conclusion or the signatures', () => {
    const situation = { phase: 'opened', frozen: true } as const;
    expect(
      (['rule-card', 'results', 'minutes-archive', 'notice'] as const).map((kind) =>
        makeWaitsFor(kind, situation),
      ),
    ).toEqual([null, null, 'documents.after.concluded', 'documents.after.signed']);
  });

  it('needs a frozen scheme for every form', () => {
    expect(makeWaitsFor('sign-in', { phase: 'setup', frozen: false })).toBe('documents.after.frozen');
  });

  it('is never again once somebody has signed', () => {
    const states = ['waiting', 'left', 'signed', 'paper'] as const;
    expect(states.map((state) => mayReplace(minutes({ signatures: [signature('a', state)] })))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the document that is due', () => {
  it('is the minutes once concluded and the notice once approved, while there is none', () => {
    const superseded = minutes({ superseded: true });
    expect(dueKind([], { phase: 'concluded', frozen: true })).toBe('minutes-archive');
    expect(dueKind([superseded], { phase: 'concluded', frozen: true })).toBe('minutes-archive');
    expect(dueKind([minutes({})], { phase: 'concluded', frozen: true })).toBeNull();
    expect(dueKind([minutes({})], { phase: 'approved', frozen: true })).toBe('notice');
    expect(dueKind([], { phase: 'opened', frozen: true })).toBeNull();
  });
});

describe('the state of a document', () => {
  const signatures = [signature('a', 'signed'), signature('b', 'left'), signature('c', 'waiting')];

  it('counts screen and paper signatures, and those who left', () => {
    const counted = countSignatures({ signatures: [...signatures, signature('d', 'paper')] });
    expect(counted).toEqual({ signed: 2, of: 4, left: 1, waiting: 1 });
  });

  it('waits while anybody is waited for, then it is signed', () => {
    const states = [minutes({ signatures }), minutes({ signatures: signatures.slice(0, 2) })];
    expect(states.map((document) => stateOf(document, 'concluded'))).toEqual(['waiting', 'signed']);
  });

  it('is a draft while it may still change', () => {
    const open = minutes({ kind: 'minutes-public', signing: 'none' });
    const notice = minutes({ kind: 'notice', signing: 'none' });
    expect([
      stateOf(open, 'concluded'),
      stateOf(open, 'signed'),
      stateOf(notice, 'approved'),
      stateOf(notice, 'publicity'),
    ]).toEqual(['draft', 'made', 'draft', 'made']);
  });

  it('tells the present one from those it replaced', () => {
    const old = minutes({ documentId: 'old', superseded: true });
    const { present, older } = documentsOfKind([old, minutes({ createdMs: 2 })], 'minutes-archive');
    expect([present?.documentId, older.map(({ documentId }) => documentId)]).toEqual(['m', ['old']]);
  });

  it('names the next signer in the order of the block', () => {
    expect(nextSigner(minutes({ signatures }))?.seatId).toBe('c');
  });

  it('lets a seat sign that waits or left early, but not on a paper or replaced one', () => {
    const own = (seatId: string, facts: Partial<DocumentView> = {}): string | undefined =>
      ownOpenSignature(minutes({ signatures, ...facts }), seatId)?.seatId;
    expect([
      own('a'),
      own('b'),
      own('c'),
      own('nobody'),
      own('c', { signing: 'paper' }),
      own('c', { superseded: true }),
    ]).toEqual([undefined, 'b', 'c', undefined, undefined, undefined]);
  });
});

describe('the notice', () => {
  const full = {
    title: '公示',
    from: '2026-11-23',
    to: '2026-11-27',
    length: '',
    unit: 'working' as const,
    channel: '电话',
    department: '',
    address: '',
    telephone: '',
    email: '',
    issuer: '示例局',
    date: '2026-11-22',
  };

  it('has no defect when every field is filled in', () => {
    expect(noticeDefects(full)).toEqual({});
  });

  it('takes days in any usual writing, sends them in ISO form and saves none that it cannot read', () => {
    const typed = { ...full, from: '2026年11月23日', to: '2026/11/27', date: '下周一' };
    expect(readNotice(typed)).toEqual({ ...full, date: '下周一' });
    expect(noticeDefects({ ...typed, from: '20261128' })).toEqual({
      to: 'document-need.notice-dates',
      date: 'word.dayWrong',
    });
    expect(unreadDays({ ...typed, to: '' })).toEqual({ date: 'word.dayWrong' });
  });

  it('names each empty field and an end before the start', () => {
    expect(noticeDefects({ ...full, title: ' ', from: '2026-11-28' })).toEqual({
      title: 'document-need.notice-title',
      to: 'document-need.notice-dates',
    });
  });
});
