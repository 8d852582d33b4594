import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRecoveryFile } from '../../electron/signing/recovery-file.ts';
import { openTestBackend, type TestBackend } from '../support/backend.ts';
import { closeSound } from '../support/invariants.ts';

const passphrase = '工作人员自己的口令一二三';
const recoveryPassphrase = '另外保存的恢复口令一二三';

describe('freezing the scheme', () => {
  let test_: TestBackend;
  let reviewId: string;
  let seats: string[];

  beforeEach(async () => {
    test_ = await openTestBackend();
    const secretary = { name: '示例甲', passphrase };
    const input = { title: '示例评审', organiser: '示例市商务局', preset: 'taiyuan', secretary };
    reviewId = (await test_.call('office', 'review.create', input)).reviewId;
    seats = [];
    for (const name of ['示例乙', '示例丙', '示例丁']) {
      const person = { name, organisation: '示例', title: '', field: '', kind: 'expert', phone: '' } as const;
      const { personId } = await test_.call('office', 'person.save', { personId: null, person });
      const seat = { reviewId, personId, role: 'member', kind: 'expert' } as const;
      seats.push((await test_.call('office', 'panel.seat', seat)).seatId);
    }
  });
  afterEach(() => closeSound(test_));

  const freezeInput = (revision = 1) => ({
    reviewId,
    revision,
    deputySeatId: seats[1] ?? '',
    passphrase,
    recoveryPassphrase,
  });

  test('fixes the bytes, names the authority and gives a recovery file that opens with its own passphrase', async () => {
    const { hash, authority, recoveryFile } = await test_.call('office', 'scheme.freeze', freezeInput());
    expect([hash, authority].every((text) => /^[0-9a-f]{64}$/.test(text))).toBe(true);
    const text = Buffer.from(await test_.file('office', recoveryFile)).toString('utf8');
    const secrets = await openRecoveryFile(recoveryPassphrase, text);
    expect(Object.keys(secrets).toSorted()).toEqual([
      'authorityCertificate',
      'authorityKey',
      'secretaryIdentity',
      'secretaryKey',
      'secretaryProfileKey',
    ]);
  });

  test('the recovery passphrase gives the secretary the same keys under a new passphrase', async () => {
    await test_.call('office', 'scheme.freeze', freezeInput());
    const before = await test_.call('office', 'panel.get', { reviewId });
    const input = { reviewId, recoveryPassphrase, passphrase: '新的工作人员口令四五六七八' };
    const wrong = { ...input, recoveryPassphrase: 'no no no no no no' };
    expect((await test_.refused('tab', 'session.recover', wrong)).code).toBe('wrong-passphrase');
    const { personId } = await test_.call('tab', 'session.recover', input);
    expect(await test_.call('office', 'session.current', {})).toBeNull();
    expect((await test_.refused('office', 'session.unlock', { personId, passphrase })).code).toBe(
      'wrong-passphrase',
    );
    await test_.call('office', 'session.unlock', { personId, passphrase: input.passphrase });
    const [, seatId = ''] = seats;
    await test_.call('office', 'panel.unseat', { reviewId, seatId: seats[2] ?? seatId, reason: '另有任务' });
    const after = await test_.call('office', 'panel.get', { reviewId });
    // The authority still signs: the roster follows the change of seats.
    expect([after.authority, after.rosterHash === before.rosterHash]).toEqual([before.authority, false]);
  });

  test('a frozen scheme can’t be edited or frozen again', async () => {
    await test_.call('office', 'scheme.freeze', freezeInput());
    const { scheme, revision } = await test_.call('office', 'scheme.get', { reviewId });
    expect((await test_.refused('office', 'scheme.save', { reviewId, revision, scheme })).values).toEqual({
      what: 'scheme-frozen',
    });
    expect((await test_.refused('office', 'scheme.freeze', freezeInput())).values).toEqual({
      what: 'scheme-frozen',
    });
  });

  test('a scheme whose caps don’t add up is refused and says by how much', async () => {
    const { scheme, revision } = await test_.call('office', 'scheme.get', { reviewId });
    const categories = scheme.categories.map((category, index) =>
      index === 0 ? { ...category, cap: '13' } : category,
    );
    await test_.call('office', 'scheme.save', { reviewId, revision, scheme: { ...scheme, categories } });
    const problem = await test_.refused('office', 'scheme.freeze', freezeInput(2));
    expect(problem.code).toBe('invalid-rows');
    expect(problem.places?.map(({ reason }) => reason)).toEqual(['scheme-category-sum', 'scheme-total-sum']);
  });

  test('a wrong passphrase, the same one for the recovery file, or a stale revision freezes nothing', async () => {
    const wrong = { ...freezeInput(), passphrase: 'no no no no no' };
    expect((await test_.refused('office', 'scheme.freeze', wrong)).code).toBe('wrong-passphrase');
    const same = { ...freezeInput(), recoveryPassphrase: passphrase };
    expect((await test_.refused('office', 'scheme.freeze', same)).code).toBe('weak-passphrase');
    const short = { ...freezeInput(), recoveryPassphrase: 'kurz' };
    expect((await test_.refused('office', 'scheme.freeze', short)).code).toBe('weak-passphrase');
    expect((await test_.refused('office', 'scheme.freeze', freezeInput(7))).code).toBe('stale');
    expect((await test_.call('office', 'scheme.get', { reviewId })).frozen).toBeNull();
  });

  test('two tabs editing the scheme: the second is told', async () => {
    const { scheme, revision } = await test_.call('office', 'scheme.get', { reviewId });
    await test_.call('office', 'scheme.save', { reviewId, revision, scheme });
    expect((await test_.refused('office', 'scheme.save', { reviewId, revision, scheme })).code).toBe('stale');
  });

  test('with fewer members than the scheme asks for it waits', async () => {
    await test_.call('office', 'panel.unseat', { reviewId, seatId: seats[2] ?? '', reason: '另有任务' });
    const problem = await test_.refused('office', 'scheme.freeze', freezeInput());
    expect(problem).toMatchObject({ code: 'not-ready', values: { what: 'members', minimum: 3, seated: 2 } });
  });
});
