import { expect, type Page } from '@playwright/test';

export type ConclusionWord = '推荐' | '不推荐' | '暂缓';

/** Opens 评审意见 of the review on screen. */
export async function openOpinions(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: '评审意见', exact: true })
    .click();
  await expect(page.getByRole('heading', { name: '评审意见', level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '企业' }).getByRole('button').first()).toBeVisible();
}

/** Shows one enterprise on the right. */
export async function chooseEnterprise(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '企业' }).getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** Writes conclusion and opinion of one enterprise and waits until both are stored. */
export async function writeOpinion(
  page: Page,
  name: string,
  conclusion: ConclusionWord,
  text: string,
): Promise<void> {
  await chooseEnterprise(page, name);
  const form = page.getByRole('form', { name });
  await form.getByRole('radio', { name: conclusion, exact: true }).check();
  await form.getByRole('textbox', { name: '评审意见' }).fill(text);
  await form.getByRole('textbox', { name: '评审意见' }).blur();
  await expect(form.getByRole('status')).toHaveText(/^已保存/);
}

/** Writes an opinion for every enterprise that has no conclusion yet. */
export async function writeOpenOpinions(page: Page, conclusion: ConclusionWord, text: string): Promise<void> {
  const open = page.getByRole('navigation', { name: '企业' }).locator('button', { hasText: '未作结论' });
  for (let left = await open.count(); left > 0; left -= 1) {
    const name = (await open.first().locator('.name').innerText()).trim();
    await writeOpinion(page, name, conclusion, text);
    await expect(open).toHaveCount(left - 1);
  }
}

/** The unlocked member's 不同意见. */
export async function dissent(page: Page, text: string): Promise<void> {
  const section = page.getByRole('region', { name: '不同意见' });
  await section.getByRole('textbox', { name: '我的不同意见' }).fill(text);
  await section.getByRole('button', { name: /^(提出不同意见|保存修改)$/ }).click();
  await expect(page.getByText('不同意见已保存。')).toBeVisible();
}
