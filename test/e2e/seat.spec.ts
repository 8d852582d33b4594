import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startBuiltHost, temporaryDataFolder } from '../support/built-host.ts';
import { meetingCode, openTravellingOffice, seatPin } from '../support/travelling-review.ts';

test('a bureau laptop becomes a seat: meeting file, code, own name, PIN', async ({ page }) => {
  const office = await openTravellingOffice(['林海燕（示例）', '周明远（示例）', '陈志刚（示例）']);
  const file = join(mkdtempSync(join(tmpdir(), 'paneldesk-e2e-')), '会场文件.panel-join');
  writeFileSync(file, office.joinFile);
  office.end();
  const data = temporaryDataFolder();
  const host = await startBuiltHost(data.path);
  await page.goto(host.address);
  await page.getByRole('button', { name: '参加评审' }).click();
  await page.getByRole('button', { name: '我坐在单位准备的席位' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('会场码').fill(meetingCode.replaceAll(' ', '').replace('4821', '4822'));
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.getByText('会场码与会场文件不符')).toBeVisible();
  await page.getByLabel('会场码').fill(meetingCode);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await page.getByRole('button', { name: '林海燕（示例）' }).click();
  await page.getByLabel('席位密码').fill(seatPin);
  await page.getByLabel('再输一次').fill(seatPin);
  await page.getByRole('button', { name: '进入评审' }).click();
  await expect(page.getByText('还没有收到评审包')).toBeVisible();
  // Nothing about keys, files or fingerprints on the way.
  await expect(page.getByText(/密钥|指纹|证书/u)).toHaveCount(0);
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByRole('button', { name: '林海燕（示例）' }).click();
  await page.getByLabel('席位密码').fill('999998');
  await page.getByRole('main').getByRole('button', { name: '解锁', exact: true }).click();
  await expect(page.getByText('还可以再试 4 次')).toBeVisible();
  await host.stop();
  data.remove();
});
