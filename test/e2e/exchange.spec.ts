import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startBuiltHost, temporaryDataFolder } from '../support/built-host.ts';
import { openSample } from './pages/home.ts';
import { unlockSample } from './pages/unlock.ts';

test('the secretary chooses a shared folder and drops a pile', async ({ page }) => {
  const home = mkdtempSync(join(tmpdir(), 'paneldesk-home-'));
  const share = join(home, '评审共享');
  mkdirSync(share);
  mkdirSync(join(home, '文件'));
  writeFileSync(join(share, '会议通知.docx'), 'PK示例');
  const data = temporaryDataFolder();
  const host = await startBuiltHost(data.path, { HOME: home });
  await page.goto(host.address);
  await openSample(page);
  await unlockSample(page, '苏文清（示例）');
  await page.getByRole('button', { name: '交接登记' }).click();
  await page.getByRole('radio', { name: '共享文件夹' }).check();
  await page.getByRole('listitem').filter({ hasText: home }).first().getByRole('button').click();
  await page.getByRole('button', { name: '评审共享' }).click();
  await page.getByRole('button', { name: '选这个文件夹' }).click();
  await page.getByRole('button', { name: '采用', exact: true }).click();
  await expect(page.getByText('不是本程序的文件（1）')).toBeVisible();
  await page.getByLabel('选择文件').setInputFiles([
    { name: '通知.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK示例') },
    {
      name: '残缺.panel',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('paneldesk-letter/1 sheets 0123456789abcdef\nage'),
    },
  ]);
  await expect(page.getByRole('table', { name: '登记表' }).getByText('未受理')).toHaveCount(2);
  await page.getByRole('button', { name: '更改' }).click();
  await page.getByRole('radio', { name: '局域网收件箱' }).check();
  await page.getByRole('button', { name: '采用', exact: true }).click();
  await page.getByRole('button', { name: '打开收件箱' }).click();
  await expect(page.getByText('已打开')).toBeVisible();
  await page.getByRole('button', { name: '生成登记表' }).click();
  await expect(page.getByRole('heading', { name: '文书', level: 1 })).toBeVisible({ timeout: 60_000 });
  await host.stop();
  data.remove();
});
