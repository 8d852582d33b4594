import { expect, test } from 'vitest';
import { chinaDay, fileNameOf, printedDate, titleWith } from '../../electron/services/documents/print.ts';

test('a document’s name says 评审 once and keeps a remark at the end', () => {
  const named = (title: string) => titleWith({ title }, '会议纪要');
  expect(named('示例市企业评审')).toBe('示例市企业评审会议纪要');
  expect(named('企业评审（示例）')).toBe('企业评审会议纪要（示例）');
  expect(named('示例市企业遴选')).toBe('示例市企业遴选评审会议纪要');
  expect(named('（示例）')).toBe('评审会议纪要（示例）');
});

test('a file name has no character that a system refuses, and at most 120', () => {
  expect(fileNameOf('a/b\\c:d*e?f"g<h>i|j\u0007', '2026-03-05', 'pdf')).toBe('abcdefghij 2026-03-05.pdf');
  expect(fileNameOf('纪要. ', '2026-03-05', 'pdf')).toBe('纪要 2026-03-05.pdf');
  expect(Array.from(fileNameOf('纪'.repeat(300), '2026-03-05', 'xlsx'))).toHaveLength(120);
});

test('dates are those of China and have no leading zeros', () => {
  expect(chinaDay(Date.UTC(2026, 2, 4, 16, 0, 0))).toBe('2026-03-05');
  expect(printedDate('2026-03-05')).toBe('2026年3月5日');
  expect(printedDate('2026-11-30')).toBe('2026年11月30日');
  expect(printedDate('待定')).toBe('待定');
});
