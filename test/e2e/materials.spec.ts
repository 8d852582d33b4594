import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { makeSamplePdf } from '../signing/sample-pdf.ts';
import { openDesk, openSheet } from './pages/desk.ts';
import { openTab } from './pages/frame.ts';
import { openSample } from './pages/home.ts';
import { handOver, unlockSample } from './pages/unlock.ts';
import { expectAccessible, openStage, type Stage } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const enterprise = '示例汾河国际贸易有限公司';
let opened: Stage | undefined;
const folder = mkdtempSync(join(tmpdir(), 'paneldesk-folder-'));

test.beforeAll(async ({ browser }) => {
  opened = await openStage(browser);
  const put = (path: string, bytes: Uint8Array | string): void => {
    mkdirSync(join(folder, '申报材料', path, '..'), { recursive: true });
    writeFileSync(join(folder, '申报材料', path), bytes);
  };
  const pdf = await makeSamplePdf([]);
  put(`${enterprise}/营业执照.pdf`, pdf);
  put(`${enterprise}/2025年度审计报告.pdf`, pdf);
  put(`${enterprise}/考察情况.pdf`, pdf);
  put(`${enterprise}/承诺书.docx`, 'docx');
  put('没有对上的公司/合同.pdf', pdf);
  put('没有对上的公司/空文件.pdf', '');
});
test.afterAll(async () => {
  await opened?.end();
  rmSync(folder, { recursive: true, force: true });
});

function pageOf(): Page {
  if (opened === undefined) throw new Error('The stage is not open yet.');
  return opened.page;
}

test('a folder of files is matched to its enterprises and imported', async () => {
  test.slow();
  const page = pageOf();
  await openSample(page);
  await unlockSample(page, '苏文清（示例）');
  await openTab(page, '申报企业');
  await page.getByRole('button', { name: '导入材料', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await (await chooser).setFiles(join(folder, '申报材料'));
  await expect(page.getByText('可以导入 4 份；1 份没有对上企业，请在表中选择；1 份不能导入。')).toBeVisible();
  await expect(page.getByRole('combobox', { name: /营业执照\.pdf”的类别$/u })).toHaveValue('licence');
  await expectAccessible(page);
  await page
    .getByRole('combobox', { name: /合同\.pdf”的企业$/u })
    .selectOption({ label: `2. ${enterprise}` });
  await page.getByRole('button', { name: '导入 5 份' }).click();
  await expect(page.getByText('已导入：新增 5 份，更新 0 份，未变 0 份。')).toBeVisible();
  await page.getByRole('button', { name: enterprise, exact: true }).click();
  await expect(page.getByRole('table', { name: '申报材料' }).getByRole('row')).toHaveCount(6);
  await expectAccessible(page);
});

test('a member opens what must be read beside the sheet', async () => {
  const page = pageOf();
  await handOver(page);
  await unlockSample(page, '林海燕（示例）');
  await openDesk(page);
  await openSheet(page, enterprise);
  await page.getByRole('button', { name: '申报材料', exact: true }).click();
  await expect(page.getByText('1 份要先读，才能提交。')).toBeVisible();
  await page.getByRole('button', { name: '打开未读的' }).click();
  const shown = page.getByRole('region', { name: '考察情况.pdf' });
  await expect(shown.locator('canvas').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await expect(page.getByText('1 份要先读，才能提交。')).toBeHidden();
});
