import { expect, type Page } from '@playwright/test';

/** 评分办法 of the review that is open. */
export async function openScheme(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: '评分办法' })
    .click();
  await expect(page.getByRole('heading', { name: '评分办法', level: 1 })).toBeVisible();
}

/** Takes one of the three presets by its name on the button, e.g. 权重百分制, and agrees to the replacement. */
export async function takePreset(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: '现成的评分办法' }).getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name: '换用' }).click();
}

/** Types an item's cap. */
export async function setItemCap(page: Page, item: string, cap: string): Promise<void> {
  await page.getByLabel(`“${item}”的满分`, { exact: true }).fill(cap);
}

/** The permanent line: 合计 98 / 100，还差 2. */
export function totalLine(page: Page) {
  return page.getByRole('complementary', { name: '核对' }).getByText(/^合计/);
}

/** What is wrong now, as the list beside the form says it. */
export function wrongPlaces(page: Page) {
  return page.getByRole('complementary', { name: '核对' }).getByRole('listitem').getByRole('button');
}

/** Unfolds 高级 and the rules in it, and sets the quorum. */
export async function setQuorum(page: Page, members: string): Promise<void> {
  await page.getByText('高级', { exact: true }).click();
  await page.getByText('合成与排名规则', { exact: true }).click();
  await page.getByLabel('最低有效评分人数').selectOption(members);
}

export async function saveScheme(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('修改已全部保存')).toBeVisible();
}

export interface Freezing {
  /** Name of the member who becomes deputy. */
  readonly deputy: string;
  readonly passphrase: string;
  readonly recoveryPassphrase: string;
}

/** 定稿 from the editor to the frozen page. */
export async function freezeScheme(page: Page, freezing: Freezing): Promise<void> {
  await page.getByRole('button', { name: '定稿…' }).click();
  const form = page.getByRole('form', { name: '评分办法定稿' });
  const deputy = form.getByLabel('副组长（组长不在时代行启封）');
  const option = deputy.getByRole('option').filter({ hasText: freezing.deputy });
  await deputy.selectOption({ label: (await option.innerText()).trim() });
  await form.getByLabel(/的口令$/).fill(freezing.passphrase);
  await form.getByLabel('恢复口令', { exact: true }).fill(freezing.recoveryPassphrase);
  await form.getByLabel('再输一次恢复口令').fill(freezing.recoveryPassphrase);
  await form.getByRole('button', { name: '定稿', exact: true }).click();
  await expect(page.getByRole('region', { name: '定稿' })).toBeVisible();
}

/** Downloads the recovery file and answers its path. */
export async function downloadRecoveryFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载恢复文件' }).click();
  return (await download).path();
}

/** 签发机构指纹 on the frozen page, in groups as read aloud. */
export async function authorityFingerprint(page: Page): Promise<string> {
  const term = page.getByRole('region', { name: '定稿' }).getByText('签发机构指纹');
  return (await term.locator('xpath=following-sibling::dd[1]').locator('code').innerText()).trim();
}
