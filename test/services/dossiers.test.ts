import { expect, test } from 'vitest';
import { insertFreezing, reviewById } from '../../electron/database/reviews.ts';
import { application, codes } from './applications.ts';
import { openOffice, review, type Office } from './office.ts';

async function add(office: Office, changed: Record<string, string | null> = {}): Promise<string> {
  const input = { reviewId: review, dossierId: null, revision: 0, fields: application(changed) };
  return (await office.value('secretary', 'dossier.save', input)).dossierId;
}

async function conditionOf(office: Office, dossierId: string, conditionId: string) {
  const view = await office.value('secretary', 'dossier.get', { reviewId: review, dossierId });
  return {
    state: view.eligibility,
    condition: view.conditions.find((entry) => entry.conditionId === conditionId),
  };
}

test('an application typed by hand is numbered, eligible and in the record', async () => {
  const office = await openOffice();
  const dossierId = await add(office, { registeredCapital: '５０００万元' });
  const [row] = await office.value('secretary', 'dossier.list', { reviewId: review });
  expect(row).toEqual({
    dossierId,
    number: 1,
    name: '示例晋通汽车出口有限公司',
    creditCode: codes[0],
    registeredCapital: '5000',
    paidInCapital: '3000',
    eligibility: 'eligible',
    preference: false,
    withdrawn: false,
    recusals: 0,
    materials: 0,
    missingMaterials: ['licence', 'audit', 'plan', 'commitment'],
  });
  expect(office.acts().at(-1)).toMatchObject({
    type: 'dossier-added',
    values: { number: 1, name: '示例晋通汽车出口有限公司' },
    actor: 'secretary示例',
    role: 'secretary',
  });
});

test('every wrong place of a form is named at once and nothing is kept', async () => {
  const office = await openOffice();
  const fields = application({
    creditCode: '91110108551385082A',
    paidInCapital: '-1',
    contactName: '',
    tradeExperience: 'investor',
    unheardOf: 'x',
  });
  const input = { reviewId: review, dossierId: null, revision: 0, fields };
  const problem = await office.problem('secretary', 'dossier.save', input);
  expect(problem.code).toBe('bad-input');
  const places = problem.places?.map(({ path }) => path) ?? [];
  expect(places.toSorted()).toEqual(
    ['contactName', 'creditCode', 'investorCode', 'investorName', 'paidInCapital', 'unheardOf'].toSorted(),
  );
  expect(await office.value('secretary', 'dossier.list', { reviewId: review })).toEqual([]);
});

test('a credit code belongs to one application of a review, of another review to another', async () => {
  const office = await openOffice();
  await add(office);
  const input = { reviewId: review, dossierId: null, revision: 0, fields: application({ name: '示例二' }) };
  expect(await office.problem('secretary', 'dossier.save', input)).toMatchObject({
    code: 'conflict',
    values: { what: 'code-known', number: 1, name: '示例晋通汽车出口有限公司' },
  });
  const other = await add(office, { name: '示例二', creditCode: codes[1] });
  const renamed = { reviewId: review, dossierId: other, revision: 1, fields: { creditCode: codes[0] } };
  expect((await office.problem('secretary', 'dossier.save', renamed)).code).toBe('conflict');
  office.addReview('review-2');
  await office.seat('second', 'secretary', 'review-2');
  await office.value('second', 'dossier.save', { ...input, reviewId: 'review-2' });
  const foreign = { reviewId: 'review-2', dossierId: other };
  expect((await office.problem('second', 'dossier.get', foreign)).code).toBe('not-found');
});

test('of two tabs that change one application the slower one is refused', async () => {
  const office = await openOffice();
  const dossierId = await add(office);
  const first = { reviewId: review, dossierId, revision: 1, fields: { contactName: '赵示例' } };
  expect(await office.value('secretary', 'dossier.save', first)).toEqual({ dossierId, revision: 2 });
  const second = { ...first, fields: { contactName: '钱示例' } };
  expect((await office.problem('secretary', 'dossier.save', second)).code).toBe('stale');
  const view = await office.value('secretary', 'dossier.get', { reviewId: review, dossierId });
  expect(view.fields['contactName']).toBe('赵示例');
  expect(view.fields['name']).toBe('示例晋通汽车出口有限公司');
  expect(office.acts().at(-1)).toMatchObject({ type: 'dossier-changed', values: { fields: '联系人' } });
  const count = office.acts().length;
  const again = { ...first, revision: 2 };
  expect(await office.value('secretary', 'dossier.save', again)).toEqual({ dossierId, revision: 2 });
  expect(office.acts()).toHaveLength(count);
});

test('a missed veto makes an application ineligible, a preference is only proposed', async () => {
  const office = await openOffice();
  const poor = await add(office, { registeredCapital: '2999.99', overseasOutlet: '有' });
  expect((await conditionOf(office, poor, 'TY-2a')).condition).toMatchObject({
    computed: 'not-met',
    outcome: 'not-met',
    effect: 'veto',
    judged: null,
  });
  const [row] = await office.value('secretary', 'dossier.list', { reviewId: review });
  expect(row).toMatchObject({ eligibility: 'ineligible', preference: true });
});

test('net assets stay open until a person judges with a reason, and can be judged anew', async () => {
  const office = await openOffice();
  const dossierId = await add(office, { paidInCapital: '1500', netAssets: '2600' });
  expect((await conditionOf(office, dossierId, 'TY-2b')).state).toBe('open');
  const judge = { reviewId: review, dossierId, conditionId: 'TY-2b', outcome: 'met', reason: '' } as const;
  expect((await office.problem('secretary', 'dossier.judge', judge)).code).toBe('bad-input');
  await office.value('secretary', 'dossier.judge', { ...judge, reason: '审计报告载明' });
  expect(await conditionOf(office, dossierId, 'TY-2b')).toMatchObject({
    state: 'eligible',
    condition: {
      computed: 'to-judge',
      outcome: 'met',
      judged: { reason: '审计报告载明', by: 'secretary示例' },
    },
  });
  expect(office.acts().at(-1)?.type).toBe('eligibility-judged-met');
  await office.value('secretary', 'dossier.judge', { ...judge, outcome: 'not-met', reason: '报告无效' });
  expect((await conditionOf(office, dossierId, 'TY-2b')).state).toBe('ineligible');
  await office.value('secretary', 'dossier.judge', { ...judge, outcome: null });
  expect((await conditionOf(office, dossierId, 'TY-2b')).state).toBe('open');
  expect(office.acts().at(-1)?.type).toBe('eligibility-unjudged');
});

test('a person completes a rule and never overrules it', async () => {
  const office = await openOffice();
  const dossierId = await add(office, { registeredCapital: '1000' });
  const judge = {
    reviewId: review,
    dossierId,
    conditionId: 'TY-2a',
    outcome: 'met',
    reason: '通融',
  } as const;
  expect(await office.problem('secretary', 'dossier.judge', judge)).toMatchObject({
    code: 'conflict',
    values: { what: 'condition-decided' },
  });
  const unknown = { ...judge, conditionId: 'TY-0' };
  expect((await office.problem('secretary', 'dossier.judge', unknown)).code).toBe('not-found');
});

test('a judgement falls when the facts it was about are corrected, and only then', async () => {
  const office = await openOffice();
  const dossierId = await add(office, { paidInCapital: '1500', netAssets: '2600' });
  await office.value('secretary', 'dossier.judge', {
    reviewId: review,
    dossierId,
    conditionId: 'TY-2b',
    outcome: 'met',
    reason: '审计报告载明',
  });
  const save = { reviewId: review, dossierId, revision: 1, fields: { contactName: '赵示例' } };
  await office.value('secretary', 'dossier.save', save);
  expect((await conditionOf(office, dossierId, 'TY-2b')).state).toBe('eligible');
  await office.value('secretary', 'dossier.save', { ...save, revision: 2, fields: { netAssets: '26' } });
  expect(await conditionOf(office, dossierId, 'TY-2b')).toMatchObject({
    state: 'open',
    condition: { judged: null },
  });
  expect(office.acts().at(-1)?.type).toBe('eligibility-reopened');
});

test('a withdrawn application keeps its number and its code and takes no change', async () => {
  const office = await openOffice();
  const dossierId = await add(office);
  const withdrawal = { reviewId: review, dossierId, reason: '企业来函撤回' };
  await office.value('secretary', 'dossier.withdraw', withdrawal);
  expect((await office.problem('secretary', 'dossier.withdraw', withdrawal)).code).toBe('conflict');
  const save = { reviewId: review, dossierId, revision: 2, fields: { contactName: '赵示例' } };
  expect((await office.problem('secretary', 'dossier.save', save)).code).toBe('conflict');
  await add(office, { creditCode: codes[1] });
  const rows = await office.value('secretary', 'dossier.list', { reviewId: review });
  expect(rows.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test('only the secretary changes applications, and only before the scoring', async () => {
  const office = await openOffice();
  await office.seat('member', 'member');
  await office.seat('recorder', 'recorder');
  const input = { reviewId: review, dossierId: null, revision: 0, fields: application() };
  for (const who of ['member', 'recorder']) {
    expect((await office.problem(who, 'dossier.save', input)).code).toBe('not-permitted');
  }
  expect((await office.problem('stranger', 'dossier.list', { reviewId: review })).code).toBe('locked');
  expect((await office.problem('member', 'dossier.list', { reviewId: review })).code).toBe('not-permitted');
  expect(await office.value('recorder', 'dossier.list', { reviewId: review })).toEqual([]);
  office.move('inspection');
  expect((await office.problem('secretary', 'dossier.save', input)).code).toBe('wrong-phase');
});

test('once the scheme is frozen its own bytes decide, whatever the draft says', async () => {
  const office = await openOffice();
  const dossierId = await add(office, { registeredCapital: '2500' });
  expect((await conditionOf(office, dossierId, 'TY-2a')).state).toBe('ineligible');
  // Frozen by somebody else, so that no roster is to be signed here.
  await office.seat('member', 'member');
  office.store.write((db) => {
    const draft = reviewById(db, review).scheme;
    insertFreezing(db, review, {
      scheme: Buffer.from(draft.replace('"threshold": "3000"', '"threshold": "2500"')),
      scheme_hash: '',
      authority: '',
      authority_public: '',
      authority_certificate: '',
      recovery: Buffer.alloc(0),
      frozen_by: 'member',
      frozen_ms: 0,
    });
  });
  expect((await conditionOf(office, dossierId, 'TY-2a')).state).toBe('eligible');
});
