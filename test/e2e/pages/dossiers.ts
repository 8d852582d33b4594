import type { Page } from '@playwright/test';

/** Opens the tab 申报企业 of the review on screen. */
export async function openDossiers(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: '申报企业' })
    .click();
  await page.getByRole('heading', { level: 1, name: '申报企业' }).waitFor();
}

/** From the list: chooses a workbook and waits for its preview. */
export async function previewWorkbook(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: '导入工作簿' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('table', { name: '文件中的企业' }).waitFor();
}

/** On the preview: ticks every interpreted value as understood. */
export async function confirmInterpreted(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^全部理解无误/ }).check();
}

/** On the preview: imports what comes in and waits for the list. */
export async function importShown(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^导入 \d+ 家$/ }).click();
  await page.getByRole('table', { name: '申报企业' }).waitFor();
}

/** A workbook without wrong rows from the list to the list. */
export async function importWorkbook(page: Page, file: string): Promise<void> {
  await previewWorkbook(page, file);
  const all = page.getByRole('checkbox', { name: /^全部理解无误/ });
  if (await all.isVisible()) await all.check();
  await importShown(page);
}

/** From the list: opens one dossier by the name of the enterprise. */
export async function openDossier(page: Page, name: string): Promise<void> {
  await page.getByRole('table', { name: '申报企业' }).getByRole('button', { name, exact: true }).click();
  await page.getByRole('table', { name: '资格条件' }).waitFor();
}

/** Back to the list from a dossier, the import or the open judgements. */
export async function backToList(page: Page): Promise<void> {
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.getByRole('heading', { level: 1, name: '申报企业' }).waitFor();
}

/** The words of a row of the list, cell by cell. */
export async function dossierCells(page: Page, name: string): Promise<readonly string[]> {
  const row = page.getByRole('table', { name: '申报企业' }).getByRole('row').filter({ hasText: name });
  return row.locator('th, td').allInnerTexts();
}

/** From the list: decides every open condition alike with the proposed reason, line by line. */
export async function judgeAllOpen(page: Page, verdict: '符合' | '不符合' = '符合'): Promise<number> {
  await page.getByRole('button', { name: '待认定' }).click();
  await page.getByRole('heading', { level: 1, name: '待认定的条件' }).waitFor();
  const lines = page.locator('[data-line]');
  await lines.or(page.getByText('没有待认定的条件。')).first().waitFor();
  const count = await lines.count();
  for (let left = count; left > 0; left -= 1) {
    await lines.first().getByRole('radio', { name: verdict, exact: true }).check();
    await lines.first().getByRole('button', { name: '登记认定' }).click();
    await page.getByText(`还有 ${left - 1} 条待认定`).waitFor();
  }
  return count;
}

/** On a dossier's page: decides one open condition with an own reason. */
export async function judge(
  page: Page,
  condition: string,
  verdict: '符合' | '不符合',
  reason: string,
): Promise<void> {
  const form = page.locator('form.judge-form').filter({
    has: page.getByRole('radiogroup', { name: new RegExp(condition) }),
  });
  await form.getByRole('radio', { name: verdict, exact: true }).check();
  await form.getByRole('textbox').fill(reason);
  await form.getByRole('button', { name: '登记认定' }).click();
  await page.getByText(reason).first().waitFor();
}

/** On a dossier's page: 撤回申报 with a reason. */
export async function withdrawDossier(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '撤回申报' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: '撤回申报' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A value for each label of the form; `choices` are radio buttons by the name of their group. */
export interface ManualDossier {
  readonly texts: Readonly<Record<string, string>>;
  readonly selects: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, string>>;
}

/** On the form: fills what is given, without saving. */
export async function fillForm(page: Page, values: ManualDossier): Promise<void> {
  for (const [label, text] of Object.entries(values.texts)) {
    await page.getByLabel(label).first().fill(text);
  }
  for (const [label, option] of Object.entries(values.selects)) {
    await page.getByLabel(label).first().selectOption({ label: option });
  }
  for (const [group, option] of Object.entries(values.choices)) {
    await page.getByRole('group', { name: group }).getByRole('radio', { name: option, exact: true }).check();
  }
}

/** On the form: presses 保存. */
export async function saveForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存' }).click();
}
