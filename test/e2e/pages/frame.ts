import { expect, type Page } from '@playwright/test';

type Tab =
  | '概览'
  | '评分办法'
  | '申报企业'
  | '评审组'
  | '评分进度'
  | '启封汇总'
  | '评审意见'
  | '文书'
  | '评分台'
  | '回避声明';

type Phase = '资格审查' | '材料审核' | '现场答辩' | '评分' | '评审意见' | '局内审定' | '公示';

/** Opens a page of the review on screen. */
export async function openTab(page: Page, tab: Tab): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: tab, exact: true })
    .click();
}

/** Opens a page of the rail. */
export async function openRail(
  page: Page,
  name: '工作台' | '专家库' | '验证' | '设置' | '帮助',
): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name }).click();
}

/** The sentence and the button of 下一步. */
export function nextStep(page: Page) {
  return page.getByRole('region', { name: '下一步' });
}

/** The present phase as the phase rail marks it. */
export function presentPhase(page: Page) {
  return page.getByRole('banner').getByRole('list', { name: '评审阶段' }).locator('[aria-current=step]');
}

/** Goes on to a phase from the strip 下一步. */
export async function advance(page: Page, phase: Phase): Promise<void> {
  const name = phase === '评审意见' ? '形成结论' : `进入“${phase}”`;
  await nextStep(page).getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.or(presentPhase(page).filter({ hasText: phase }))).toBeVisible();
  if (await dialog.isVisible()) await dialog.getByRole('button', { name }).click();
  await expect(presentPhase(page)).toHaveText(phase);
}

/** 退出 in the rail and its confirmation. */
export async function quit(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '退出' }).click();
  await page.getByRole('dialog', { name: '退出评审台' }).getByRole('button', { name: '退出' }).click();
}
