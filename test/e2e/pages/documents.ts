import { expect, type Locator, type Page } from '@playwright/test';

/** Longest wait for a document, in milliseconds: minutes of a large panel on a slow machine. */
const madeWithinMs = 60_000;

export interface NoticeDates {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly date: string;
}

/** Opens 文书 of the review on screen. */
export async function openDocuments(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: '文书', exact: true })
    .click();
  await expect(page.getByRole('heading', { name: '文书', level: 1 })).toBeVisible();
}

function item(page: Page, name: string): Locator {
  return page.getByRole('list', { name: '文书' }).getByRole('listitem').filter({ hasText: name });
}

async function expectMade(page: Page, name: string): Promise<void> {
  await expect(page.getByText(`“${name}”已生成。`).last()).toBeVisible({ timeout: madeWithinMs });
}

/** Makes a document that needs no further answer, e.g. 结果工作簿 or 评分细则. */
export async function makeDocument(page: Page, name: string): Promise<void> {
  await item(page, name).getByRole('button', { name: /生成/ }).click();
  await expectMade(page, name);
}

/** Makes the minutes for signing on screen or on paper. */
export async function makeMinutes(
  page: Page,
  signing: 'electronic' | 'paper',
  version: '归档版' | '公开版' = '归档版',
): Promise<void> {
  const name = `评审会议纪要（${version}）`;
  await item(page, name).getByRole('button', { name: /生成/ }).click();
  const dialog = page.getByRole('dialog', { name: '选择签署方式' });
  await dialog.getByRole('radio', { name: signing === 'paper' ? /纸质签署/ : /电子签署/ }).check();
  await dialog.getByRole('button', { name: '生成', exact: true }).click();
  await expectMade(page, name);
}

/** 结果数据包: signed together with the chair, whose 示例口令 the form fills in. */
export async function makeBundle(page: Page): Promise<void> {
  await item(page, '结果数据包').getByRole('button', { name: /生成/ }).click();
  const dialog = page.getByRole('dialog', { name: '结果数据包' });
  await dialog.getByRole('button', { name: '填入示例口令' }).click();
  await dialog.getByRole('button', { name: '生成', exact: true }).click();
  await expectMade(page, '结果数据包');
}

/** The part of the bundle for the first applicant of the list. */
export async function makeReducedBundle(page: Page): Promise<void> {
  const section = page.getByRole('region', { name: '给单个申报企业' });
  await section.getByLabel('申报企业').selectOption({ index: 1 });
  await section.getByRole('button', { name: '生成', exact: true }).click();
  await expectMade(page, '结果数据包（单个申报企业）');
}

/** Shows a document that has been made. */
export async function showDocument(page: Page, name: string): Promise<void> {
  await item(page, name).getByRole('button', { name, exact: true }).click();
}

/** The unlocked person signs the minutes on screen; waits for the count, e.g. `3 / 9 已签`. */
export async function sign(page: Page, passphrase: string): Promise<void> {
  const form = page.getByRole('form', { name: /^请您签署/ });
  await form.getByLabel('您的口令').fill(passphrase);
  await form.getByRole('button', { name: '签署', exact: true }).click();
  await expect(form).toHaveCount(0, { timeout: madeWithinMs });
}

/** As the panel says it, e.g. `3 / 9 已签`. */
export function signedCount(page: Page): Locator {
  return page.getByRole('region', { name: '签署' }).getByRole('heading', { level: 2 });
}

/** Records that somebody left before signing; `name` as in the list, without the role. */
export async function recordLeftEarly(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '登记提前离席' }).click();
  const dialog = page.getByRole('dialog', { name: '登记提前离席' });
  const option = dialog.getByRole('option').filter({ hasText: name });
  const value = (await option.getAttribute('value')) ?? '';
  await dialog.getByLabel('谁提前离席').selectOption(value);
  await dialog.getByRole('textbox', { name: '理由' }).fill(reason);
  await dialog.getByRole('button', { name: '登记提前离席' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Attaches the scan of the signed paper; everybody who is waited for signed on it. */
export async function recordPaperSigned(page: Page, scanFile: string): Promise<void> {
  await page.getByRole('button', { name: '登记纸质签署' }).click();
  const dialog = page.getByRole('dialog', { name: '登记纸质签署' });
  await dialog.locator('input[type=file]').setInputFiles(scanFile);
  await dialog.getByRole('button', { name: '全选待签的人' }).click();
  await dialog.getByRole('button', { name: '保存扫描件和签名' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Fills in the dates of the notice, saves and makes it. */
export async function makeNotice(page: Page, dates: NoticeDates): Promise<void> {
  await page.getByRole('button', { name: '编辑公示' }).click();
  const form = page.getByRole('form', { name: '编辑公示' });
  await form.getByLabel('公示开始日期').fill(dates.from);
  await form.getByLabel('公示结束日期').fill(dates.to);
  await form.getByLabel('落款日期').fill(dates.date);
  await form.getByRole('button', { name: '保存并生成' }).click();
  await expectMade(page, '公示');
}

/** Downloads the document on screen to a path and answers the name the archive gives it. */
export async function download(page: Page, path: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载', exact: true }).first().click();
  const given = await waiting;
  await given.saveAs(path);
  return given.suggestedFilename();
}

/** Waits until the first page of the preview holds ink. */
export async function expectPreviewDrawn(page: Page): Promise<void> {
  const first = page.getByRole('img', { name: /^第 1 页/ });
  await expect(first).toBeVisible();
  await expect
    .poll(() =>
      first.evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.some((value, index) => index % 4 === 0 && value < 100 && pixels[index + 3] === 255);
      }),
    )
    .toBe(true);
}
