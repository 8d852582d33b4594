import type { Page } from '@playwright/test';

/** Opens 回避声明 of the review on screen. */
export async function openRecusal(page: Page): Promise<void> {
  await page.getByRole('button', { name: '回避声明', exact: true }).click();
  await page.getByRole('heading', { name: '回避声明', level: 1 }).waitFor();
}

/** Declares: a reason by name of the enterprise; none for "no relation to any". */
export async function declareRecusals(
  page: Page,
  reasons: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [name, reason] of Object.entries(reasons)) {
    await page.getByRole('checkbox', { name: `回避“${name}”` }).check();
    await page.getByLabel(`对“${name}”的回避理由`).fill(reason);
  }
  await page.getByRole('button', { name: '提交声明' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交声明' }).click();
  await page.getByText(/^您已声明/).waitFor();
}

/** The names of the list, in order. */
export function listedNames(page: Page): Promise<string[]> {
  return page.getByRole('table', { name: '申报企业名单' }).getByRole('rowheader').allInnerTexts();
}
