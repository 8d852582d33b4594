import { expect, test, type Page } from '@playwright/test';
import { startBuiltHost, type BuiltHost } from '../support/built-host.ts';
import { expectSaved, openSheet, scoreFields, totalText, typeSheet, writeOverall } from './pages/desk.ts';
import { quit } from './pages/frame.ts';
import { openSample } from './pages/home.ts';
import { handOver, nameTile, tryPassphrase, unlockSample } from './pages/unlock.ts';
import { expectAccessible, openStage, watch, type Stage } from './stage.ts';

// One sample review, in whose desk things go wrong one after the other.
test.describe.configure({ mode: 'serial' });

const member = '周明远（示例）';
const other = '严守正（示例）';
const secret = '只有本人知道的评语';

let stage: Stage | undefined;
let enterprise = '';

function present(): Stage {
  if (stage === undefined) throw new Error('The stage is not open yet.');
  return stage;
}

async function openOwnSheet(page: Page): Promise<void> {
  await unlockSample(page, member);
  await expect(page.getByRole('navigation', { name: '我的评分表' })).toBeVisible();
  await openSheet(page, enterprise);
}

test.beforeAll(async ({ browser }) => {
  stage = await openStage(browser);
  const { page } = stage;
  await openSample(page);
  await unlockSample(page, member);
  const open = page.getByRole('navigation', { name: '我的评分表' }).getByRole('button').first();
  enterprise = (await open.locator('.name').innerText()).replace(/^\d+\.\s*/, '');
  await openSheet(page, enterprise);
});
test.afterAll(async () => stage?.end());

test('a second tab starts locked, and what it types against a newer version is told, not lost', async () => {
  const { page, host, complaints } = present();
  const second = await page.context().newPage();
  watch(second, complaints);
  await second.goto(host.address);
  await expect(second.getByRole('banner')).toContainText('未解锁');
  await second.getByRole('table', { name: '评审项目' }).getByRole('button').first().click();
  await openOwnSheet(second);
  await typeSheet(page, ['4']);
  await scoreFields(second).nth(0).fill('3');
  await scoreFields(second).nth(1).fill('2');
  await second.keyboard.press('Enter');
  await expect(second.getByText('这份评分表已在另一个窗口改动')).toBeVisible();
  await second.getByRole('button', { name: '载入最新' }).click();
  await expect(scoreFields(second).nth(0)).toHaveValue('4');
  await second.getByRole('button', { name: '全部采用我填的' }).click();
  await expect(scoreFields(second).nth(0)).toHaveValue('3');
  await expect(scoreFields(second).nth(1)).toHaveValue('2');
  await expectSaved(second);
  await second.close();
});

test('hand-over leaves nothing of the former person on screen, in the document or in the storage', async () => {
  const { page } = present();
  await page.reload();
  await expect(page.getByRole('banner')).toContainText(member);
  await openSheet(page, enterprise);
  await writeOverall(page, secret);
  await handOver(page);
  const left = await page.evaluate(() => ({
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    ),
    kept: JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state]),
  }));
  expect(left.page).not.toContain(secret);
  expect(left.page).not.toContain(enterprise);
  expect(left.fields.filter((value) => value !== '')).toEqual([]);
  expect(left.kept).not.toContain(secret);
  await page.goBack();
  await expect(page.getByRole('main')).not.toContainText(enterprise);
});

test('a fourth wrong passphrase in a row has to wait, and the wait is told', async () => {
  const { page, host } = present();
  await page.goto(host.address);
  await page.getByRole('button', { name: '解锁', exact: true }).click();
  await nameTile(page, other).click();
  const wait = page.getByText(/^请等待 \d+ 秒后再试。$/);
  for (let tries = 1; tries <= 4; tries += 1) {
    await tryPassphrase(page, `错误的口令-${tries}-一二三`);
    // The answer empties the field.
    await expect(page.getByLabel('口令', { exact: true })).toHaveValue('');
    await expect(wait).toHaveCount(tries === 4 ? 1 : 0);
  }
  await expectAccessible(page);
});

test('what was said to be saved is there after the power went', async () => {
  const { page, host, complaints } = present();
  await page.goto(host.address);
  await page.getByRole('table', { name: '评审项目' }).getByRole('button').first().click();
  await openOwnSheet(page);
  await scoreFields(page).nth(2).fill('4.5');
  await scoreFields(page).nth(2).blur();
  await expectSaved(page);
  const total = await totalText(page).innerText();
  const before = complaints.length;
  await host.kill();
  await page.goto('about:blank');
  // The page may have asked the dead host for what is new; nothing else may be complained about.
  for (const complaint of complaints.splice(before)) {
    expect(complaint).toMatch(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/);
  }
  const next: BuiltHost = await startBuiltHost(host.dataFolder);
  await page.goto(next.address);
  await page.getByRole('table', { name: '评审项目' }).getByRole('button').first().click();
  await openOwnSheet(page);
  await expect(scoreFields(page).nth(2)).toHaveValue('4.5');
  await expect(totalText(page)).toHaveText(total);
  await expect(page.getByLabel('总体评语')).toHaveValue(secret);

  const again = await startBuiltHost(host.dataFolder);
  expect([again.address, await again.exited]).toEqual([next.address, 0]);

  await quit(page);
  await expect(page.getByText('评审台已停止运行，可以关闭此页面。')).toBeVisible();
  expect(await next.exited).toBe(0);
});
