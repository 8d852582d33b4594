import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeSound } from '../support/invariants.ts';
import { fullContent, openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('unlocking', () => {
  let sample: SampleReview;
  beforeEach(async () => {
    sample = await openSampleReview();
  });
  afterEach(() => closeSound(sample));

  test('a wrong passphrase is refused and nobody is unlocked', async () => {
    const { personId } = sample.chair;
    const problem = await sample.refused('tab', 'session.unlock', {
      personId,
      passphrase: 'falsch falsch falsch',
    });
    expect(problem.code).toBe('wrong-passphrase');
    expect(await sample.call('tab', 'session.current', {})).toBeNull();
  });

  test('ten wrong passphrases wait longer and longer, and the wait is over for the right one after it', async () => {
    const { personId } = sample.chair;
    const codes: string[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const problem = await sample.refused('tab', 'session.unlock', {
        personId,
        passphrase: `no ${attempt} no no no`,
      });
      codes.push(problem.code);
    }
    expect(codes.slice(0, 3)).toEqual(['wrong-passphrase', 'wrong-passphrase', 'wrong-passphrase']);
    expect(codes.slice(3)).toEqual(Array.from({ length: 7 }, () => 'slow-down'));
    const passphrase = sample.passphrase(sample.chair);
    expect((await sample.refused('tab', 'session.unlock', { personId, passphrase })).code).toBe('slow-down');
    sample.clock.nowMs += 5 * 60_000;
    expect((await sample.call('tab', 'session.unlock', { personId, passphrase })).personId).toBe(personId);
  });

  test('guesses sent at the same moment cost the same as one after another', async () => {
    const { personId } = sample.chair;
    const guesses = Array.from({ length: 10 }, (_none, index) => `no ${index} no no no`);
    const problems = await Promise.all(
      guesses.map((passphrase) => sample.refused('tab', 'session.unlock', { personId, passphrase })),
    );
    const codes = problems.map(({ code }) => code);
    expect(codes.filter((code) => code === 'wrong-passphrase')).toHaveLength(3);
    expect(codes.filter((code) => code === 'slow-down')).toHaveLength(7);
  });

  test('the right one among guesses sent at the same moment opens nothing', async () => {
    const { personId } = sample.chair;
    const passphrase = sample.passphrase(sample.chair);
    const guesses = Array.from({ length: 5 }, (_none, index) =>
      sample.refused(`tab ${index}`, 'session.unlock', { personId, passphrase: `no ${index} no no no` }),
    );
    const right = sample.refused('tab', 'session.unlock', { personId, passphrase });
    await Promise.all(guesses);
    expect((await right).code).toBe('slow-down');
    expect(await sample.call('tab', 'session.current', {})).toBeNull();
  });

  test('a clock set back does not lock anybody out', async () => {
    const { personId } = sample.chair;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await sample.refused('tab', 'session.unlock', { personId, passphrase: 'no no no no no' });
    }
    sample.clock.nowMs -= 365 * 86_400_000;
    const passphrase = sample.passphrase(sample.chair);
    expect((await sample.call('tab', 'session.unlock', { personId, passphrase })).personId).toBe(personId);
  });

  test('a hand-over takes the person and the uploads out of the tab', async () => {
    await sample.unlock('tab', sample.secretary);
    const uploadId = await sample.upload('tab', 'scan.pdf', new TextEncoder().encode('%PDF-1.7 x'));
    await sample.call('tab', 'session.lock', {});
    expect(await sample.call('tab', 'session.current', {})).toBeNull();
    await sample.unlock('tab', sample.secretary);
    const problem = await sample.refused('tab', 'dossier.preview', { reviewId: sample.reviewId, uploadId });
    expect(problem.code).toBe('wrong-phase');
  });

  test('two tabs hold two people at the same time', async () => {
    const [first, second] = sample.members;
    if (first === undefined || second === undefined) throw new Error('members');
    await sample.unlock('one', first);
    await sample.unlock('two', second);
    expect((await sample.call('one', 'session.current', {}))?.personId).toBe(first.personId);
    expect((await sample.call('two', 'session.current', {}))?.personId).toBe(second.personId);
  });

  test('slow work that began under one person never ends under the next', async () => {
    const [first, second] = sample.members;
    if (first === undefined || second === undefined) throw new Error('members');
    await sample.unlock('tab', first);
    const { reviewId } = sample;
    const [sheet] = (await sample.desk('tab')).sheets;
    const { scheme } = await sample.call('office', 'scheme.get', { reviewId });
    const draft = {
      reviewId,
      dossierId: sheet?.dossierId ?? '',
      revision: 0,
      content: fullContent({ scheme }),
    };
    await sample.call('tab', 'desk.saveDraft', draft);
    const submit = { reviewId, dossierIds: [draft.dossierId], passphrase: sample.passphrase(first) };
    const late = sample.refused('tab', 'desk.submit', submit);
    // Locked at once, so that the sheet can't be stored before the next person is in.
    await sample.call('tab', 'session.lock', {});
    await sample.unlock('tab', second);
    expect((await late).code).toBe('locked');
    expect((await sample.call('office', 'board.get', { reviewId })).received).toBe(0);
  });

  test('nobody but a seated person gets a profile, and nobody gets a second one', async () => {
    const { personId } = await sample.call('office', 'person.save', {
      personId: null,
      person: { name: '示例甲', organisation: '示例', title: '', field: '', kind: 'expert', phone: '' },
    });
    const passphrase = 'lang genug fuer alle';
    expect((await sample.refused('tab', 'session.create', { personId, passphrase })).code).toBe(
      'not-permitted',
    );
    const taken = sample.chair.personId;
    expect((await sample.refused('tab', 'session.create', { personId: taken, passphrase })).code).toBe(
      'conflict',
    );
  });
});
