import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { closeSheets, openBoard } from '../e2e/pages/board.ts';
import { openSheet, openSubmitReview, scoreField, typeSheet } from '../e2e/pages/desk.ts';
import { openSample } from '../e2e/pages/home.ts';
import { decidePreference, expectNoOpenPreference, explain } from '../e2e/pages/results.ts';
import { handOver, unlockSample } from '../e2e/pages/unlock.ts';
import { startBuiltHost, temporaryDataFolder } from '../support/built-host.ts';

const folder = join(import.meta.dirname, '..', '..', 'resources', 'screenshots');

/** In the order of the shipped scheme; each within the cap of its item. */
const fullSheet = '4.5 4.5 4 4 4.5 4 7 6 4 4.5 7 6 7.5 6 4 4.5 4'.split(' ');
const secretary = '苏文清（示例）';
const member = '林海燕（示例）';
const first = '示例晋通汽车出口有限公司';
const second = '示例汾河国际贸易有限公司';
const tied = '示例晋阳湖汽车贸易有限公司';

/** At 1366 × 768, without the notice that goes by itself and without a blinking caret. */
async function take(page: Page, name: string): Promise<void> {
  for (const notice of await page.getByRole('button', { name: '关闭提示' }).all()) await notice.click();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, name), caret: 'hide', animations: 'disabled' });
}

/** Two sheets of one member: one full and submitted, one half written. */
async function score(page: Page): Promise<void> {
  await openSheet(page, first);
  await typeSheet(page, fullSheet);
  await openSubmitReview(page);
  await page.getByRole('button', { name: '填入示例口令' }).click();
  await page.getByRole('button', { name: '提交 1 份' }).click();
  await page.getByRole('table', { name: '提交结果' }).waitFor();
  await page.getByRole('button', { name: '返回评分' }).click();
  await openSheet(page, second);
  await typeSheet(page, fullSheet.slice(0, 7));
  await page.getByRole('button', { name: '评分档次' }).click();
  await scoreField(page, '采购渠道').focus();
  await scoreField(page, '资本实力').scrollIntoViewIfNeeded();
}

/** 启封 with the 示例口令 of both. */
async function openAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: '启封…' }).click();
  const fill = page.getByRole('button', { name: '填入示例口令' });
  await expect(fill).toHaveCount(2);
  for (const button of await fill.all()) await button.click();
  await page.getByRole('form', { name: '启封' }).getByRole('button', { name: '启封', exact: true }).click();
  await expect(page.getByRole('heading', { name: '启封汇总', level: 1 })).toBeVisible({ timeout: 60_000 });
}

test('the pictures of README are taken from the sample', async ({ page }) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(30_000);
  mkdirSync(folder, { recursive: true });
  const data = temporaryDataFolder();
  const host = await startBuiltHost(data.path);
  await page.goto(host.address);
  await openSample(page);
  await unlockSample(page, member);
  await score(page);
  await take(page, 'desk.png');
  await handOver(page);
  await unlockSample(page, secretary);
  await openBoard(page);
  await take(page, 'board.png');
  await page.getByRole('button', { name: '让示例评审组成员完成评分' }).click();
  await expect(page.getByText('评分表已到齐，可以封存。')).toBeVisible({ timeout: 120_000 });
  await closeSheets(page);
  await openAll(page);
  await decidePreference(page, '评审组核对了海外网点的证明材料，同等条件下优先。');
  await expectNoOpenPreference(page);
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('请逐家写出评审意见');
  await explain(page, tied);
  // Away from the table, so that no row is lit.
  await page.mouse.move(700, 10);
  await take(page, 'results.png');
  await host.stop();
  data.remove();
});
