import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytesOf, exportedFiles } from '../../electron/cli/demo-files.ts';
import { distinctNames } from '../../electron/services/documents/export.ts';
import { makePlayer } from '../../electron/services/sample/sample-player.ts';
import type { InputOf } from '../../shared/api/contract.ts';
import type { DocumentKind } from '../../shared/schema/result.ts';
import { recalculate } from '../documents/recalculate.ts';
import { needTool, pageTexts, squeeze, squeezedText } from '../documents/support.ts';
import { unzip } from '../documents/zip.ts';
import { closeSound } from '../support/invariants.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

type Items = InputOf<'document.export'>['items'];

let review: OpenedReview;
beforeEach(async () => {
  review = await openOpenedReview();
});
afterEach(() => closeSound(review));

const whole = (kind: DocumentKind, format: 'pdf' | 'docx' | 'xlsx' = 'pdf') => ({
  kind,
  format,
  split: false,
});
const exported = (items: Items) =>
  review.call('office', 'document.export', { reviewId: review.reviewId, signing: 'paper', items });

/** Minutes signed on paper by everybody, and the notice filled in. */
async function reachTheNotice(): Promise<void> {
  const { reviewId } = review;
  await conclude(review);
  const made = { reviewId, kind: 'minutes-archive', signing: 'paper' } as const;
  const { documentId } = await review.call('office', 'document.make', made);
  const signers = review.seats.filter(({ role }) => role !== 'secretary');
  await review.call('office', 'document.paperSigned', {
    reviewId,
    documentId,
    seatIds: signers.map(({ seatId }) => seatId),
    uploadId: await review.upload('office', '签署页.pdf', Buffer.from('%PDF-1.7 示例')),
  });
  const proposed = await review.call('office', 'notice.get', { reviewId });
  const notice = { ...proposed, from: '2026-11-24', to: '2026-11-30', date: '2026-11-23' };
  await review.call('office', 'notice.save', { reviewId, notice });
}

describe('the batch export', () => {
  test(
    'gives every file of the demo: letters by enterprise, sheets by member, nothing blank',
    { timeout: 120_000 },
    async (context) => {
      needTool(context, 'pdftotext');
      await reachTheNotice();
      const player = makePlayer(review.backend.dispatch, 'office');
      const files = await exportedFiles(review.backend, player, review.reviewId);
      const named = (start: string) => files.filter(({ name }) => name.startsWith(start));
      const { rows } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
      expect(files.filter(({ name }) => !name.includes('/')).map(({ name }) => name)).toEqual([
        'minutes.docx',
        'notice.docx',
        'rule-card.pdf',
        'everything.pdf',
      ]);
      expect(named('letters/')).toHaveLength(rows.length);
      expect(named('sheets/')).toHaveLength(review.seats.filter(({ role }) => role === 'member').length);
      const volume = files.find(({ name }) => name === 'everything.pdf')?.bytes ?? new Uint8Array();
      const pages = pageTexts(volume).map(squeeze);
      expect(pages.filter((text) => text.length < 30)).toEqual([]);
      const [first = ''] = pages;
      expect(
        ['会议纪要', '排名表', '意见表', '评分表', '评分细则', '签到表', '公示', '通知书'].filter(
          (word) => !first.includes(word),
        ),
      ).toEqual([]);
    },
  );

  test('shows in the filled sheets what was scored, and says who is recused', async (context) => {
    needTool(context, 'pdftotext');
    const { fileId, name, files } = await exported([{ ...whole('filled-sheets'), split: true }]);
    expect([files, name.endsWith('.zip')]).toEqual([7, true]);
    const parts = unzip(await review.file('office', fileId));
    const { rows } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    for (const [path, bytes] of parts) {
      const text = squeezedText(bytes);
      const own = rows.flatMap(({ ineligible, sheets }) =>
        ineligible ? [] : sheets.filter(({ label }) => path.includes(label)),
      );
      expect(own.filter(({ total }) => total !== null && !text.includes(total))).toEqual([]);
      expect(text.split('回避，不评分').length - 1).toBe(own.filter(({ mark }) => mark === 'recused').length);
      expect(text).toContain('评审成员签名');
    }
  });

  test('hands out one file as itself, several as an archive, each name fit for any system', async () => {
    const one = await exported([whole('ranking', 'docx')]);
    expect([one.files, one.name.endsWith('.docx')]).toEqual([1, true]);
    const several = await exported([whole('ranking'), whole('rule-card', 'docx'), whole('results', 'xlsx')]);
    const names = [...unzip(await review.file('office', several.fileId)).keys()];
    expect(names).toHaveLength(3);
    expect(names.filter((name) => name.length > 120 || /[<>:"\\|?*\p{Cc}]/u.test(name))).toEqual([]);
    const reason = { reviewId: review.reviewId };
    const record = await review.call('office', 'record.list', reason);
    expect(record.filter(({ type }) => type === 'documents-exported')).toHaveLength(2);
  });

  test('gives the published numbers when the workbook is recalculated', async () => {
    const { fileId } = await exported([whole('results', 'xlsx')]);
    const workbook = recalculate(await review.file('office', fileId));
    const { rows } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    const scored = rows.filter(({ score }) => score !== null);
    const categories = scored[0]?.categories.length ?? 0;
    const at = (column: number, row: number): string => `${String.fromCharCode(65 + column)}${row + 3}`;
    expect(scored.map((_, row) => workbook.value('复算', at(4 + categories, row)))).toEqual(
      scored.map(({ score }) => Number(score)),
    );
    expect(new Set(scored.map((_, row) => workbook.value('复算', at(6 + categories, row))))).toEqual(
      new Set(['一致']),
    );
  });

  test('refuses what is not due, a format that does not exist, and stops when it is told to', async () => {
    const refused = async (items: Items) =>
      (
        await review.refused('office', 'document.export', {
          reviewId: review.reviewId,
          signing: 'paper',
          items,
        })
      ).places?.[0]?.reason;
    expect(await refused([whole('letters')])).toBe('document-need.signed');
    expect(await refused([whole('results', 'pdf')])).toBe('document-need.format');
    expect(await refused([whole('rule-card', 'xlsx')])).toBe('document-need.format');
    const input = {
      reviewId: review.reviewId,
      signing: 'paper',
      items: [whole('filled-sheets'), whole('ranking')],
    };
    const going = review.backend.dispatch({
      session: 'office',
      name: 'document.export',
      input,
      task: 'export',
    });
    await review.call('office', 'task.cancel', { task: 'export' });
    expect(await going).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  test('keeps its files for the tab alone, until it locks', async () => {
    const { fileId } = await exported([whole('rule-card')]);
    const player = makePlayer(review.backend.dispatch, 'office');
    expect((await bytesOf(review.backend, player, fileId)).length).toBeGreaterThan(10_000);
    const [seat] = review.seats;
    if (seat === undefined) throw new Error('sample');
    const other = await review.unlock(seat);
    await expect(review.file(other, fileId)).rejects.toThrow('404');
    await review.call('office', 'session.lock', {});
    await expect(review.file('office', fileId)).rejects.toThrow('404');
  });
});

test('two files of one name are told apart', () => {
  const files = ['甲.pdf', '甲.PDF', '乙.pdf', '甲.pdf'].map((name) => ({ name }));
  expect(distinctNames(files).map(({ name }) => name)).toEqual(['甲.pdf', '甲.PDF', '乙.pdf', '甲（3）.pdf']);
});
