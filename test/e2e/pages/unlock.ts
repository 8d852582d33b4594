import { expect, type Page } from '@playwright/test';

/** The tile of a person on the unlock screen. */
export function nameTile(page: Page, name: string) {
  return page.locator('.tiles').getByRole('button', { name });
}

/** Types one's passphrase on the unlock screen, without waiting for the answer. */
export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByRole('main').getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByRole('main').getByRole('button', { name: '解锁', exact: true }).click();
}

async function waitForName(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('banner').getByText(new RegExp(`^${name}`))).toBeVisible();
}

/** From the unlock screen: a person with a passphrase. */
export async function unlockAs(page: Page, name: string, passphrase: string): Promise<void> {
  await nameTile(page, name).click();
  await tryPassphrase(page, passphrase);
  await waitForName(page, name);
}

/** From the unlock screen: takes the 示例口令 that is shown. */
export async function unlockSample(page: Page, name: string): Promise<void> {
  await nameTile(page, name).click();
  await page.getByRole('button', { name: '填入示例口令' }).click();
  await page.getByRole('main').getByRole('button', { name: '解锁', exact: true }).click();
  await waitForName(page, name);
}

/** From the unlock screen: a person's first passphrase; a member is offered a seat PIN first. */
export async function enrol(page: Page, name: string, passphrase: string): Promise<void> {
  await nameTile(page, name).click();
  await page.getByLabel('再输一次').waitFor();
  const own = page.getByRole('button', { name: '改用自己的口令' });
  if (await own.isVisible()) await own.click();
  await page.getByLabel('新口令').fill(passphrase);
  await page.getByLabel('再输一次').fill(passphrase);
  await page.getByRole('button', { name: '设置口令并解锁' }).click();
  await waitForName(page, name);
}

/** 交接: the screen is cleared and the names are offered. */
export async function handOver(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '交接', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '请选择您的姓名' })).toBeVisible();
}

/** 交接 to a person who has a passphrase. */
export async function handTo(page: Page, name: string, passphrase: string): Promise<void> {
  await handOver(page);
  await unlockAs(page, name, passphrase);
}
