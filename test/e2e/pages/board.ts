import { expect, type Page } from '@playwright/test';

/** 评分进度 of the review that is open. */
export async function openBoard(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: '评分进度' })
    .click();
  await expect(page.getByRole('table', { name: '成员和申报企业的评分表' })).toBeVisible();
}

/** One cell of the matrix; its name ends in its state, e.g. 未开始. */
export function boardCell(page: Page, member: string, dossier: string) {
  return page.getByRole('button', { name: `${member}，${dossier}：` });
}

/** Chooses every missing sheet of a member. */
export async function chooseMember(page: Page, member: string): Promise<void> {
  await page.getByRole('button', { name: `选中${member}的未到评分表` }).click();
}

export interface Absence {
  readonly reason: string;
  /** Of the chair, or of the deputy when `keeper` says so. */
  readonly passphrase: string;
  readonly keeper?: 'chair' | 'deputy';
}

/** 登记缺席 for the chosen cells. */
export async function recordAbsence(page: Page, absence: Absence): Promise<void> {
  await page.getByRole('button', { name: '登记缺席' }).click();
  const dialog = page.getByRole('dialog', { name: '登记缺席' });
  await dialog.getByLabel('理由').fill(absence.reason);
  if (absence.keeper === 'deputy') await dialog.getByLabel(/^副组长/).check();
  await dialog.getByLabel(/的口令$/).fill(absence.passphrase);
  await dialog.getByRole('button', { name: '登记缺席' }).click();
  await expect(dialog).toBeHidden();
}

/** 登记纸质评分表 for the chosen cells of one member, with the scan's path. */
export async function registerPaper(page: Page, scan: string | null): Promise<void> {
  await page.getByRole('button', { name: '登记纸质评分表' }).click();
  const dialog = page.getByRole('dialog', { name: '登记纸质评分表' });
  if (scan !== null) {
    await dialog.locator('input[type=file]').setInputFiles(scan);
    await expect(dialog.getByText(/^扫描件：/)).toBeVisible();
  }
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Makes the pre-filled sheets and answers the path of the PDF. */
export async function printSheets(page: Page): Promise<string> {
  await page.getByRole('button', { name: '打印评分表' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载评分表' }).click({ timeout: 60_000 });
  return (await download).path();
}

/** 封存 and the confirmation. */
export async function closeSheets(page: Page): Promise<void> {
  await page.getByRole('button', { name: '封存', exact: true }).click();
  await page.getByRole('dialog', { name: '封存评分表' }).getByRole('button', { name: '封存' }).click();
  await expect(page.getByRole('button', { name: '启封…' })).toBeVisible();
}

/** Types one paper sheet as the unlocked person; `scores` in the order of the sheet. */
export async function typePaper(
  page: Page,
  dossier: string,
  scores: readonly string[],
  passphrase: string,
): Promise<void> {
  const row = page.getByRole('table', { name: '纸质评分表' }).getByRole('row').filter({ hasText: dossier });
  await row.getByRole('button', { name: /录入$/ }).click();
  await page
    .getByRole('textbox', { name: /的得分$/ })
    .first()
    .focus();
  for (const score of scores) {
    await page.keyboard.type(score);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel(/的口令$/).fill(passphrase);
  await page.getByRole('button', { name: '提交录入' }).click();
  await expect(page.getByRole('table', { name: '纸质评分表' })).toBeVisible();
}

export interface OpeningPassphrases {
  readonly secretary: string;
  readonly keeper: string;
  readonly who?: 'chair' | 'deputy';
}

/** 启封 with two passphrases, to the page 启封汇总. */
export async function openSheets(page: Page, passphrases: OpeningPassphrases): Promise<void> {
  await page.getByRole('button', { name: '启封…' }).click();
  const form = page.getByRole('form', { name: '启封' });
  if (passphrases.who === 'deputy') await form.getByLabel(/^副组长/).check();
  await form.getByLabel(/^评审工作人员.*的口令$/).fill(passphrases.secretary);
  await form
    .getByLabel(/的口令$/)
    .last()
    .fill(passphrases.keeper);
  await form.getByRole('button', { name: '启封', exact: true }).click();
  await expect(page.getByRole('heading', { name: '启封汇总', level: 1 })).toBeVisible({ timeout: 60_000 });
}
