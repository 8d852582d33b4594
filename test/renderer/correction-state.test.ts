import { describe, expect, it } from 'vitest';
import type { Correction } from '../../shared/schema/result.ts';
import { correctionState, typedSheet } from '../../renderer/screens/results/correction-state.ts';

describe('a reopened sheet', () => {
  const correction = (changes: Partial<Correction>): Correction => ({
    seatId: 'm',
    label: '专家1',
    dossierId: 'a',
    number: 1,
    name: '甲',
    reason: '分值汇总计算错误',
    note: '',
    atMs: 0,
    done: false,
    items: [],
    paper: null,
    ...changes,
  });
  const paper = { scanFile: 'attachment-1', typedBy: [], state: 'registered', differences: [] } as const;
  const onPaper = (changes: Partial<NonNullable<Correction['paper']>>): Correction =>
    correction({ paper: { ...paper, typedBy: [], differences: [], ...changes } });

  it('says what it waits for: its scorer, a scan, two typists', () => {
    const keys = [
      correction({}),
      onPaper({ scanFile: null }),
      onPaper({}),
      onPaper({ state: 'typed-once' }),
      onPaper({ state: 'differs' }),
      correction({ done: true, paper: { ...paper, state: 'agreed', typedBy: [], differences: [] } }),
    ].map((each) => correctionState(each).key);
    expect(keys).toEqual([
      'law.correctionOpen',
      'law.correctionNoScan',
      'board.paper-registered',
      'board.paper-typed-once',
      'board.paper-differs',
      'law.correctionDone',
    ]);
  });

  it('is typed in the form of a paper sheet, a laptop sheet isn’t', () => {
    expect(typedSheet(correction({}))).toBeNull();
    expect(typedSheet(onPaper({ state: 'typed-once', typedBy: ['王示例'] }))).toMatchObject({
      seatId: 'm',
      dossierId: 'a',
      member: '专家1',
      typedBy: ['王示例'],
      state: 'typed-once',
    });
  });
});
