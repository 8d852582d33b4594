import { expect, type Locator, type Page } from '@playwright/test';

export interface Comparison {
  /** Fingerprint of the authority, 64 hexadecimal digits. */
  readonly authority?: string;
  readonly expected?: readonly string[];
}

/** Opens 验证; works with nobody unlocked. */
export async function openVerify(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '验证' }).click();
  await expect(page.getByRole('heading', { name: '验证文件和结果' })).toBeVisible();
}

/** Verifies a file, compared with what is given. */
export async function verifyFile(page: Page, path: string, comparison: Comparison = {}): Promise<void> {
  const other = page.getByRole('button', { name: '换一份文件' });
  if (await other.isVisible()) await other.click();
  await page.getByLabel('签发机构指纹').fill(comparison.authority ?? '');
  await page.getByLabel(/^应签名的人/).fill((comparison.expected ?? []).join('\n'));
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(verdict(page)).toBeVisible({ timeout: 30_000 });
}

/** The large words: 签名有效, 签名不齐, 签名无效 or 无法判断; of a bundle 结果可以复核 or 结果有不符. */
export function verdict(page: Page): Locator {
  return page.locator('.verdict .big');
}

/** The numbered findings as text. */
export async function findings(page: Page): Promise<readonly string[]> {
  return page.locator('.findings > li').allInnerTexts();
}
