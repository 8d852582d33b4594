import { afterEach, beforeEach, expect, test } from 'vitest';
import { read, utils } from '@e965/xlsx';
import { needTool, pageTexts, squeeze } from '../documents/support.ts';
import { unzip } from '../documents/zip.ts';
import { closeSound } from '../support/invariants.ts';
import { openLawReview } from '../support/law-review.ts';
import { conclude, type OpenedReview } from '../support/opened-review.ts';

let review: OpenedReview;
beforeEach(async () => {
  review = await openLawReview('codes', (scheme) => ({
    ...scheme,
    panel: { minimum: 3, ...scheme.panel, show: 'codes' },
  }));
});
afterEach(() => closeSound(review));

test('where the scheme shows codes, no member’s name stands beside a score in any document', async (context) => {
  needTool(context, 'pdftotext');
  const { reviewId } = review;
  await conclude(review);
  const names = review.seats.filter(({ role }) => role === 'member').map(({ name }) => name);
  const items = [
    { kind: 'filled-sheets', format: 'pdf', split: true },
    { kind: 'results', format: 'xlsx', split: false },
    { kind: 'minutes-archive', format: 'pdf', split: false },
  ] as const;
  const { fileId } = await review.call('office', 'document.export', {
    reviewId,
    signing: 'paper',
    items: [...items],
  });
  const files = [...unzip(await review.file('office', fileId))];
  const sheets = files.filter(([name]) => name.startsWith('评分表/'));
  expect(sheets).toHaveLength(names.length);
  const named = (text: string): string[] => names.filter((name) => squeeze(text).includes(squeeze(name)));
  expect(sheets.flatMap(([name, bytes]) => named(name + pageTexts(bytes).join('')))).toEqual([]);
  const workbook = files.find(([name]) => name.endsWith('.xlsx'))?.[1] ?? new Uint8Array();
  const { 明细: details } = read(workbook).Sheets;
  const text = utils.sheet_to_csv(details ?? {});
  expect([named(text), text.includes('专家1')]).toEqual([[], true]);
  const minutes =
    files.find(([name]) => !name.includes('/') && name.endsWith('.pdf'))?.[1] ?? new Uint8Array();
  const pages = pageTexts(minutes);
  const annexes = pages.slice(pages.findIndex((page) => squeeze(page).includes('附件2')));
  expect([named(annexes.join('')), squeeze(annexes.join('')).includes('专家7')]).toEqual([[], true]);
});
