import { expect, type Locator, type Page } from '@playwright/test';

async function openTab(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: '启封汇总', exact: true })
    .click();
  await expect(page.getByRole('heading', { name: '启封汇总', level: 1 })).toBeVisible();
}

/** Opens 启封汇总 of the review on screen. */
export async function openResults(page: Page): Promise<void> {
  await openTab(page);
  await expect(resultRow(page, /./).first()).toBeVisible();
}

/** The row of one enterprise. */
export function resultRow(page: Page, name: string | RegExp): Locator {
  return page
    .getByRole('table', { name: '启封汇总' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
}

/** Names of the enterprises from the first rank down, the ineligible ones last. */
export async function ranking(page: Page): Promise<readonly string[]> {
  const names = page.getByRole('table', { name: '启封汇总' }).getByRole('rowheader').getByRole('button');
  return (await names.allInnerTexts()).map((name) => name.trim());
}

/** Unfolds a row and answers the numbered steps of its explanation. */
export async function explain(page: Page, name: string): Promise<readonly string[]> {
  const unfold = resultRow(page, name).getByRole('button', { name });
  if ((await unfold.getAttribute('aria-expanded')) !== 'true') await unfold.click();
  await expect(page.getByRole('heading', { name: '得分是怎样算出来的' })).toBeVisible();
  return page.locator('.result-detail ol > li').allInnerTexts();
}

/** Decides the first open preference with a reason. */
export async function decidePreference(page: Page, reason: string, applies = true): Promise<void> {
  const panel = page.getByRole('region', { name: '同等条件可优先' });
  await panel.getByRole('textbox', { name: '理由' }).first().fill(reason);
  const name = applies ? '确认优先' : '不适用';
  await panel.getByRole('button', { name }).first().click();
}

/** Waits until no preference is open any more. */
export async function expectNoOpenPreference(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: '同等条件可优先' })).toHaveCount(0);
}
