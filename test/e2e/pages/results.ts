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

/** Records the panel's vote on the first open tie in the order shown; `note` says how the vote went. */
export async function recordVote(page: Page, note: string): Promise<void> {
  const panel = page.getByRole('region', { name: '同分，请评审组表决' });
  await panel.getByLabel('表决情况').first().fill(note);
  await panel.getByRole('button', { name: '登记表决' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '登记表决' }).click();
  await expect(page.getByRole('region', { name: '表决记录' })).toContainText(note);
}

/** Unfolds 假设分析 and answers its sentences on other rules. */
export async function whatIf(page: Page): Promise<readonly string[]> {
  await page.locator('summary', { hasText: '假设分析' }).click();
  const table = page.getByRole('table', { name: '换一种算法' });
  await expect(table).toBeVisible();
  return table.getByRole('row').allInnerTexts();
}

/** Goes to the own reopened sheet, changes the first score, signs. */
export async function correctFirstScore(page: Page, score: string, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: '去更正' }).first().click();
  await page.locator('input.score').first().fill(score);
  await page.getByRole('main').getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: '签字提交更正' }).click();
  await expect(page.getByRole('region', { name: '评分更正' })).toContainText('已更正');
}
