import { beforeEach, describe, expect, it } from 'vitest';
import { confirm, useConfirmStore } from '../../renderer/stores/confirm.ts';
import { showNotice, useNotices } from '../../renderer/stores/notices.ts';
import { keepVerification, useVerification } from '../../renderer/stores/verification.ts';
import { takeSession, useSessionStore } from '../../renderer/stores/session.ts';

const question = { title: '作废', sentence: '确定作废吗？', verb: '作废' };
const person = (personId: string) => ({ personId, name: `${personId}示例`, seats: [] });

beforeEach(() => {
  takeSession(null);
});

describe('a hand-over', () => {
  it('starts a new generation, so that no screen keeps a state', () => {
    takeSession(person('a'));
    const before = useSessionStore.getState().generation;
    takeSession(person('b'));
    expect(useSessionStore.getState().generation).toBe(before + 1);
  });

  it('leaves no sentence and no open question of the person before', async () => {
    takeSession(person('a'));
    showNotice('已提交 12 份', 'warning');
    const answer = confirm(question);
    takeSession(null);
    expect(useNotices.getState().notices).toEqual([]);
    expect(useConfirmStore.getState().asked).toBeNull();
    expect(await answer).toBe(false);
  });

  it('forgets the file of 验证, which the same person finds again, and takes no late result', () => {
    takeSession(person('a'));
    const file = new File(['%PDF'], '示例.pdf');
    useVerification.setState({ file, expected: '示例甲' });
    takeSession(person('a'));
    expect(useVerification.getState().file).toBe(file);
    takeSession(null);
    const verification = { verdict: 'valid' as const, lines: [] };
    keepVerification(file, { verification, given: { authority: '', expected: [] } });
    expect(useVerification.getState()).toMatchObject({ expected: '' });
    expect(useVerification.getState().file ?? useVerification.getState().result).toBeUndefined();
  });

  it('is none when the same person is read again', () => {
    takeSession(person('a'));
    const before = useSessionStore.getState().generation;
    showNotice('已保存', 'warning');
    takeSession({ ...person('a'), name: '改名示例' });
    expect(useSessionStore.getState().generation).toBe(before);
    expect(useNotices.getState().notices).toHaveLength(1);
  });
});

describe('confirm', () => {
  it('refuses a question that a second one replaces', async () => {
    const first = confirm(question);
    const second = confirm(question);
    useConfirmStore.getState().asked?.answer(true);
    expect([await first, await second]).toEqual([false, true]);
  });
});
