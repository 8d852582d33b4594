import { expect, test } from '@playwright/test';
import { boardCell, closeSheets, openBoard, openSheets } from '../pages/board.ts';
import {
  confirmZero,
  expectSaved,
  openDesk,
  openSheet,
  openSubmitReview,
  pasteColumn,
  scoreFields,
  showMatrix,
  submitReady,
  totalText,
  typeSheet,
  withdrawSheet,
} from '../pages/desk.ts';
import { explain, openResults, ranking, resultRow } from '../pages/results.ts';
import { handTo } from '../pages/unlock.ts';
import { enterprises, people } from './people.ts';
import { expectAccessible } from '../stage.ts';
import type { Road } from './road.ts';

const { jintong, fenhe, yunshan } = enterprises;
const { secretary, chair, deputy, third } = people;

/** Three members score in turn; the sheets are closed and opened. */
export function scoreAndOpen(road: Road): void {
  test('a member scores by keyboard, and nothing wrong or doubtful gets through', async () => {
    const { page } = road.stage();
    await handTo(page, third.name, third.passphrase);
    await openDesk(page);
    await openSheet(page, jintong.name);
    await expectAccessible(page);
    const fields = scoreFields(page);
    await fields.first().focus();
    await page.keyboard.type('101');
    await page.keyboard.press('Enter');
    await expect(fields.nth(0)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('「101」超过满分 100。')).toBeVisible();
    await expect(page.getByText('含未定项')).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(fields.nth(0)).toBeFocused();
    await typeSheet(page, ['80', '0', '８５', '70', '75', '85', '90']);
    await expect(fields.nth(7)).toBeFocused();
    await expect(fields.nth(7)).toHaveValue('');
    await expect(totalText(page)).toHaveText('64.75 / 100');
    await expect(page.getByText('已填 7 / 8 项')).toBeVisible();
    await openSubmitReview(page);
    await expect(page.getByText('没有可以提交的评分表。请先把空白项打完分，并确认 0 分。')).toBeVisible();
    await page.getByRole('button', { name: '返回评分' }).click();
    await openSheet(page, jintong.name);
    await fields.nth(7).fill('60');
    await confirmZero(page, '没有提供投资计划');
    await openSheet(page, fenhe.name);
    await pasteColumn(page, fields.first(), ['70', '75', '80', '85', '90', '95', '60', '65']);
    await expectSaved(page);
    await showMatrix(page);
    await expectAccessible(page);
    await openSubmitReview(page);
    await expectAccessible(page);
    expect(await submitReady(page, third.passphrase)).toEqual([jintong.name, fenhe.name]);
  });

  test('a submitted sheet is withdrawn, changed and submitted again', async () => {
    const { page } = road.stage();
    await page.getByRole('button', { name: '返回评分' }).click();
    await openSheet(page, fenhe.name);
    await expect(scoreFields(page).first()).not.toBeEditable();
    await withdrawSheet(page, '漏看一份材料', third.passphrase);
    await scoreFields(page).first().fill('72');
    await expectSaved(page);
    await openSubmitReview(page);
    expect(await submitReady(page, third.passphrase)).toEqual([fenhe.name]);
  });

  test('the other members score, and the board shows marks without a number', async () => {
    const { page } = road.stage();
    for (const [member, base] of [
      [chair, 80],
      [deputy, 85],
    ] as const) {
      await handTo(page, member.name, member.passphrase);
      await openDesk(page);
      for (const [index, { name }] of [jintong, fenhe, yunshan].entries()) {
        await openSheet(page, name);
        await typeSheet(
          page,
          Array.from({ length: 8 }, (_none, item) => String(base - index * 5 + item)),
        );
      }
      await openSubmitReview(page);
      expect(await submitReady(page, member.passphrase)).toHaveLength(3);
    }
    await handTo(page, secretary.name, secretary.passphrase);
    await openBoard(page);
    await expect(boardCell(page, third.name, yunshan.name)).toHaveAccessibleName(/回避$/);
    await expect(boardCell(page, chair.name, jintong.name)).toHaveAccessibleName(/已签收（在本机提交）$/);
    await expect(page.getByRole('table', { name: '成员和申报企业的评分表' }).locator('td')).toHaveText(
      Array.from({ length: 9 }, () => /^\D*$/),
    );
    await expectAccessible(page);
  });

  test('the sheets are closed, opened with two passphrases, and every rank explains itself', async () => {
    const { page } = road.stage();
    await closeSheets(page);
    await openSheets(page, { secretary: secretary.passphrase, keeper: chair.passphrase });
    await openResults(page);
    expect(await ranking(page)).toEqual(
      [fenhe, jintong, yunshan, enterprises.xiaojing].map(({ name }) => name),
    );
    await expect(resultRow(page, fenhe.name)).toContainText('80.22');
    await expect(resultRow(page, jintong.name)).toContainText('79.62');
    await expect(resultRow(page, yunshan.name)).toContainText('75.55');
    expect((await explain(page, jintong.name)).join('\n')).toContain('79.62');
    await expectAccessible(page);
  });
}
