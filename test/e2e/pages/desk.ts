import { expect, type Locator, type Page } from '@playwright/test';

/** Opens 评分台 of the review on screen. */
export async function openDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: '评分台', exact: true }).click();
  await ownList(page).waitFor();
}

function ownList(page: Page): Locator {
  return page.getByRole('navigation', { name: '我的评分表' });
}

/** Opens the sheet of one enterprise. */
export async function openSheet(page: Page, enterprise: string): Promise<void> {
  await ownList(page).getByRole('button', { name: enterprise }).click();
  await page.getByRole('heading', { name: enterprise, level: 1 }).waitFor();
}

/** The field of one item; the label is the item's name and its cap. */
export function scoreField(page: Page, item: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${item}，满分 `, 'u') });
}

/** All score fields of the sheet on screen, in the order of the scheme. */
export function scoreFields(page: Page): Locator {
  return page.getByRole('table', { name: /的评分表$/u }).getByRole('textbox', { name: /，满分 / });
}

/** Types a whole sheet by keyboard from its first field, Enter after each, and waits until it is saved. */
export async function typeSheet(page: Page, scores: readonly string[]): Promise<void> {
  await scoreFields(page).first().focus();
  for (const score of scores) {
    await page.keyboard.type(score);
    await page.keyboard.press('Enter');
  }
  await expectSaved(page);
}

/** Pastes a column, as copied from a workbook, into a field; the rows go down from there. */
export async function pasteColumn(page: Page, field: Locator, rows: readonly string[]): Promise<void> {
  await field.focus();
  await field.evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    `${rows.join('\r\n')}\r\n`,
  );
  await expect(page.getByText(`已填入 ${rows.length} 格。`)).toBeVisible();
}

/** 已保存 with a time: the store's answer after it read the draft back. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: '评分状态' }).getByRole('status')).toHaveText(/^已保存 /u);
}

/** Confirms a 0 and says why. */
export async function confirmZero(page: Page, reason: string): Promise<void> {
  await page.getByLabel('给 0 分的理由（写入评语）').first().fill(reason);
  await page.getByRole('checkbox', { name: '确认为 0 分' }).first().check();
  await expectSaved(page);
}

export async function writeOverall(page: Page, text: string): Promise<void> {
  await page.getByLabel('总体评语').fill(text);
  await page.getByLabel('总体评语').blur();
  await expectSaved(page);
}

/** The total in the bottom bar, e.g. `85.50 / 100`. */
export function totalText(page: Page): Locator {
  return page.getByRole('group', { name: '总分' }).getByRole('strong');
}

export async function showMatrix(page: Page): Promise<void> {
  await page.getByRole('button', { name: '总表' }).click();
  await page.getByRole('table', { name: '全部企业的评分' }).waitFor();
}

/** The field of one item in the row of one enterprise in the matrix. */
export function matrixField(page: Page, enterprise: string, item: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${enterprise}，${item}，满分 `, 'u') });
}

export async function openSubmitReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交前核对' }).click();
  await page.getByRole('table', { name: '我的全部评分' }).waitFor();
}

/** Submits every ticked sheet on the review page; answers the enterprises of the result list. */
export async function submitReady(page: Page, passphrase: string): Promise<string[]> {
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: /^提交 \d+ 份$/u }).click();
  const result = page.getByRole('table', { name: '提交结果' });
  await result.waitFor();
  return result.getByRole('rowheader').allInnerTexts();
}

/** Takes back the submitted sheet on screen. */
export async function withdrawSheet(page: Page, reason: string, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('撤回理由').fill(reason);
  await dialog.getByLabel('口令', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: '撤回' }).click();
  await dialog.waitFor({ state: 'detached' });
}
