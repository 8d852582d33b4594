import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draw } from '../../shared/domain/draw.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { openTestBackend, type TestBackend } from '../support/backend.ts';
import { closeSound } from '../support/invariants.ts';

describe('drawing experts', () => {
  let backend: TestBackend;
  let reviewId: string;
  const ids = new Map<string, string>();

  beforeEach(async () => {
    backend = await openTestBackend();
    const secretary = { name: '示例甲', passphrase: '工作人员自己的口令一二三' };
    const input = { title: '示例评审', organiser: '示例市商务局', preset: 'taiyuan', secretary };
    reviewId = (await backend.call('office', 'review.create', input)).reviewId;
    for (const [name, field] of [
      ['示例乙', '财务'],
      ['示例丙', '财务'],
      ['示例丁', '财务'],
      ['示例戊', '物流'],
      ['示例己', '物流'],
      ['示例庚', ''],
    ] as const) {
      const person = { name, organisation: '示例', title: '', field, kind: 'expert', phone: '' } as const;
      ids.set(name, (await backend.call('office', 'person.save', { personId: null, person })).personId);
    }
  });
  afterEach(() => closeSound(backend));

  const quotas = [
    { field: '财务', quota: 2 },
    { field: '物流', quota: 1 },
  ];
  const seated = async () =>
    (await backend.call('office', 'panel.get', { reviewId })).seats
      .filter(({ role }) => role === 'member')
      .map(({ personId }) => personId);

  test('records seed, pool and result, seats those drawn, and can be repeated from the record', async () => {
    const excluded = [ids.get('示例乙') ?? ''];
    const made = await backend.call('office', 'panel.draw', { reviewId, seed: '', quotas, excluded });
    const drawn = made.fields.flatMap((field) => field.drawn.map(({ personId }) => personId));
    expect(drawn).toHaveLength(3);
    expect(drawn).not.toContain(excluded[0]);
    expect((await seated()).toSorted()).toEqual(drawn.toSorted());
    expect(made.seed.length).toBeGreaterThan(20);
    const again = draw({ seed: made.seed, pool: made.pool, quotas, excluded }, sha256Hex);
    if (!again.ok) throw new Error('the record repeats');
    expect(again.draw.fields.flatMap((field) => field.drawn.map(({ id }) => id))).toEqual(drawn);
    const record = await backend.call('office', 'record.list', { reviewId });
    expect(record.map(({ type }) => type)).toContain('experts-drawn');
    expect(await backend.call('office', 'panel.draws', { reviewId })).toEqual([made]);
  });

  test('with a typed seed keeps it, and leaves people without a field and seated ones out of the pool', async () => {
    const input = { reviewId, seed: '20261121', quotas, excluded: [] };
    const made = await backend.call('office', 'panel.draw', input);
    expect(made.seed).toBe('20261121');
    expect(made.pool).toHaveLength(5);
    const next = { ...input, quotas: [{ field: '财务', quota: 1 }] };
    const second = await backend.call('office', 'panel.draw', next);
    expect(second.pool).toHaveLength(2);
  });

  test('asks for no more than there are, says so by field, and seats nobody', async () => {
    const excluded = [ids.get('示例戊') ?? '', ids.get('示例己') ?? ''];
    const refused = await backend.refused('office', 'panel.draw', { reviewId, seed: '', quotas, excluded });
    expect(refused.places?.map(({ path, reason }) => [path, reason])).toEqual([['物流', 'draw-too-few']]);
    expect(await seated()).toEqual([]);
  });
});
