import { describe, expect, it } from 'vitest';
import { dateWords, groupDigits, sizeWords, whenWords } from '../../renderer/components/plain-words.ts';
import { idleState, lockAfterMs, warnAfterMs } from '../../renderer/frame/idle-state.ts';
import { groupTiles } from '../../renderer/screens/unlock/group-tiles.ts';
import { isGoodPassphrase } from '../../renderer/screens/unlock/new-passphrase.tsx';
import { revisionMark } from '../../renderer/stores/revisions.ts';
import { chosen, themes } from '../../renderer/stores/language.ts';
import { createText } from '../../shared/text/index.ts';

const t = createText('zh-CN');
const now = new Date(2026, 10, 21, 15, 0).getTime();

describe('plain words', () => {
  it.each([
    [new Date(2026, 10, 21, 14, 32), '今天 14:32'],
    [new Date(2026, 10, 20, 23, 59), '昨天 23:59'],
    [new Date(2026, 2, 2, 9, 5), '3月2日 09:05'],
    [new Date(2025, 10, 21, 9, 5), '2025年11月21日 09:05'],
  ])('say %s as %s', (time, words) => {
    expect(whenWords(t, time.getTime(), now)).toBe(words);
  });

  it('say an ISO date as people write it and leave other text alone', () => {
    expect([dateWords(t, '2026-03-02'), dateWords(t, '待定')]).toEqual(['2026年3月2日', '待定']);
  });

  it.each([
    ['3000', '3,000'],
    ['-1234567.89', '-1,234,567.89'],
    ['12', '12'],
    ['9007199254740993', '9,007,199,254,740,993'],
    ['三千', '三千'],
  ])('group the digits of %s as %s without converting it', (decimal, grouped) => {
    expect(groupDigits(decimal)).toBe(grouped);
  });

  it('never say that a file is smaller than it is', () => {
    expect([sizeWords(0), sizeWords(1025), sizeWords(1024 * 1024)]).toEqual(['0 B', '2 KB', '1 MB']);
  });
});

describe('the idle lock', () => {
  it('warns in the last minute and then locks, also after a long sleep', () => {
    expect(idleState(warnAfterMs - 1)).toEqual({ kind: 'busy' });
    expect(idleState(warnAfterMs)).toEqual({ kind: 'warning', seconds: 60 });
    expect(idleState(lockAfterMs - 1)).toEqual({ kind: 'warning', seconds: 1 });
    expect(idleState(lockAfterMs * 50)).toEqual({ kind: 'lock' });
  });
});

describe('small rules of the screens', () => {
  it('a revision mark changes only with its own topics', () => {
    expect(revisionMark({ desk: 1, board: 2 }, ['desk'])).toBe(revisionMark({ desk: 1, board: 9 }, ['desk']));
    expect(revisionMark({ desk: 1 }, ['desk'])).not.toBe(revisionMark({ desk: 2 }, ['desk']));
  });

  it('a kept choice that is unknown gives the default', () => {
    expect([chosen('dark', themes, 'auto'), chosen('neon', themes, 'auto')]).toEqual(['dark', 'auto']);
  });

  it('a passphrase counts characters, not code units, and no outer spaces', () => {
    expect([isGoodPassphrase('一二三四五六七八九十十一'), isGoodPassphrase('  short  word ')]).toEqual([
      true,
      false,
    ]);
  });

  it('tiles stand in groups by role, a person once, the chair first', () => {
    const person = (personId: string, role: 'member' | 'secretary', chair = false) => ({
      personId,
      name: personId,
      organisation: '',
      role,
      chair,
      deputy: false,
      hasProfile: true,
      elsewhere: false,
      guard: 'passphrase' as const,
      samplePassphrase: null,
    });
    const groups = groupTiles([
      person('b', 'member'),
      person('c', 'member', true),
      person('a', 'secretary'),
      person('b', 'member'),
    ]);
    expect(groups.map((group) => [group.role, group.people.map((tile) => tile.personId)])).toEqual([
      ['secretary', ['a']],
      ['member', ['c', 'b']],
    ]);
  });
});
