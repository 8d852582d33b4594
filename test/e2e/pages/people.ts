import type { Page } from '@playwright/test';

export interface NewPerson {
  readonly name: string;
  readonly kind: '部门代表' | '行业专家' | '工作人员';
  readonly organisation?: string;
  readonly title?: string;
  readonly field?: string;
  readonly phone?: string;
}

/** Opens 专家库 from the rail. */
export async function openPeople(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '专家库' }).click();
  await page.getByRole('heading', { level: 1, name: '专家库' }).waitFor();
}

/** Adds one person to the pool. */
export async function addPerson(page: Page, person: NewPerson): Promise<void> {
  await page.getByRole('button', { name: '添加人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill(person.name);
  await dialog.getByLabel('类别').selectOption({ label: person.kind });
  const texts = {
    工作单位: person.organisation,
    职务职称: person.title,
    专业领域: person.field,
    电话: person.phone,
  };
  for (const [label, text] of Object.entries(texts)) {
    if (text !== undefined) await dialog.getByLabel(label).fill(text);
  }
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Retires one person with a reason. */
export async function retirePerson(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `移出“${name}”` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: '移出' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The names on screen, as filtered. */
export async function shownNames(page: Page): Promise<readonly string[]> {
  return page.getByRole('table', { name: '专家库' }).getByRole('rowheader').allInnerTexts();
}
