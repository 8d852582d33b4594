import { expect, type Page } from '@playwright/test';

export interface NewReview {
  readonly title: string;
  readonly organiser: string;
  /** A part of the scheme's title. */
  readonly scheme: string;
  readonly secretary: string;
  readonly passphrase: string;
}

/** 新建评审 on an empty laptop: the secretary is made with it and unlocked. */
export async function createReview(page: Page, review: NewReview): Promise<void> {
  await page.getByRole('button', { name: '新建评审' }).click();
  await page.getByLabel('评审项目名称').fill(review.title);
  await page.getByLabel('组织单位').fill(review.organiser);
  const scheme = page.getByLabel('评分办法');
  const option = scheme.locator('option').filter({ hasText: review.scheme });
  await scheme.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByLabel('评审工作人员姓名').fill(review.secretary);
  await page.getByLabel('新口令').fill(review.passphrase);
  await page.getByLabel('再输一次').fill(review.passphrase);
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
}

/** 打开示范评审 on an empty laptop, to its names. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示范评审' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '请选择您的姓名' })).toBeVisible({
    timeout: 150_000,
  });
}
