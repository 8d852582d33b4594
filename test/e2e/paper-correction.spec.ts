import { expect, test, type Page } from '@playwright/test';
import { openPaperReview, type PaperReview } from '../support/paper-review.ts';
import { openResults, resultRow } from './pages/results.ts';
import { handOver, unlockSample } from './pages/unlock.ts';
import { expectAccessible, openStage } from './stage.ts';

// A paper sheet is reopened, signed anew on paper and typed by two people.

async function typeSheet(page: Page, { content }: PaperReview): Promise<void> {
  await page.getByRole('button', { name: '录入更正' }).click();
  const cells = page.locator('input.score');
  const scores = ['1', ...Object.values(content.scores).slice(1)];
  await expect(cells).toHaveCount(scores.length);
  for (const [index, score] of scores.entries()) await cells.nth(index).fill(score ?? '');
  await page.getByRole('button', { name: '填入示例口令' }).click();
  await page.getByRole('button', { name: '提交录入' }).click();
}

test('the office corrects a paper sheet from its new scan, and the first value stays', async ({
  browser,
}) => {
  const prepared = await openPaperReview(new TextEncoder().encode('%PDF-1.7 the first paper'));
  const { sample, member, dossierId } = prepared;
  const { rows } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
  const name = rows.find((row) => row.dossierId === dossierId)?.name ?? '';
  await sample.close();
  const stage = await openStage(browser, sample.folder);
  const { page } = stage;
  await page.getByRole('button', { name: '打开示范评审' }).click();
  await unlockSample(page, sample.secretary.name);
  await openResults(page);
  const before = await resultRow(page, name).getByRole('cell').nth(1).innerText();
  await page.getByRole('button', { name: '重新打开评分表…' }).click();
  const form = page.getByRole('form', { name: '重新打开评分表' });
  await form.getByLabel('评分人').selectOption(member.seatId);
  await form.getByLabel('企业').selectOption({ label: `${name}（纸质）` });
  await form.getByLabel('理由').selectOption('分值汇总计算错误');
  await form.getByLabel('具体情况').fill('示例：抄录有误');
  await form.getByRole('button', { name: '填入示例口令' }).click();
  await form.getByRole('button', { name: '重新打开', exact: true }).click();
  const section = page.getByRole('region', { name: '评分更正' });
  await expect(section.getByText('待附更正后的扫描件')).toBeVisible();
  await expect(section.getByRole('button', { name: '录入更正' })).toBeDisabled();
  await section.getByRole('button', { name: '附更正后的扫描件' }).click();
  const buffer = Buffer.from('%PDF-1.7 the second paper');
  const file = { name: '更正.pdf', mimeType: 'application/pdf', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: '附扫描件' }).click();
  await expectAccessible(page);
  await typeSheet(page, prepared);
  await expect(section.getByText('已录入一次，待另一人录入')).toBeVisible();
  await handOver(page);
  await unlockSample(page, sample.recorder.name);
  await openResults(page);
  await typeSheet(page, prepared);
  await expect(section.getByText('已更正')).toBeVisible();
  await expect(section).toContainText('首次评分 5');
  await expect(section).toContainText('更正为 1');
  for (const typist of [sample.secretary, sample.recorder]) await expect(section).toContainText(typist.name);
  await expect(resultRow(page, name).getByRole('cell').nth(1)).not.toHaveText(before);
  await stage.end();
});
