import { expect, test, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { swapSheets } from '../support/bundle/swap-sheets.ts';
import { closeSheets, openBoard, openSheets } from './pages/board.ts';
import {
  download,
  expectPreviewDrawn,
  makeBundle,
  makeMinutes,
  makeNotice,
  makeReducedBundle,
  openDocuments,
  recordPaperSigned,
  signedCount,
} from './pages/documents.ts';
import { advance, nextStep, openRail, presentPhase } from './pages/frame.ts';
import { openSample } from './pages/home.ts';
import { writeOpenOpinions, openOpinions } from './pages/opinions.ts';
import { decidePreference, expectNoOpenPreference, openResults, ranking } from './pages/results.ts';
import { findings, openVerify, verdict, verifyFile } from './pages/verify.ts';
import { unlockSample } from './pages/unlock.ts';
import { expectAccessible, openStage, type Stage } from './stage.ts';

// The sample from its first screen to minutes signed on paper.
test.describe.configure({ mode: 'serial' });

const secretary = '苏文清（示例）';

let opened: Stage | undefined;
function pageOfSample(): Page {
  if (opened === undefined) throw new Error('The stage is not open yet.');
  return opened.page;
}

test.beforeAll(async ({ browser }) => {
  opened = await openStage(browser);
});
test.afterAll(async () => opened?.end());

/** The 示例口令 as the form 启封 shows them: the secretary's, then the chair's. */
async function shownPassphrases(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: '启封…' }).click();
  const shown = page.getByRole('form', { name: '启封' }).getByText(/^示例口令：/);
  await expect(shown).toHaveCount(2);
  const passphrases = (await shown.allInnerTexts()).map((text) => text.replace('示例口令：', ''));
  await page.getByRole('button', { name: '返回评分进度' }).click();
  return passphrases;
}

test('the sample opens with its passphrases shown, and its members can be let finish', async () => {
  // 84 sheets are signed and sealed; a busy machine takes its time.
  test.slow();
  const page = pageOfSample();
  await openSample(page);
  await expectAccessible(page);
  await unlockSample(page, secretary);
  await nextStep(page).getByRole('button', { name: '让示例评审组成员完成评分' }).click();
  await expect(nextStep(page)).toContainText('评分表已到齐，可以封存。', { timeout: 200_000 });
});

test('it is closed and opened, and the panel decides between equals', async () => {
  const page = pageOfSample();
  await openBoard(page);
  await closeSheets(page);
  const [own = '', keeper = ''] = await shownPassphrases(page);
  await openSheets(page, { secretary: own, keeper });
  await openResults(page);
  expect(await ranking(page)).toHaveLength(12);
  await expectAccessible(page);
  await decidePreference(page, '评审组核对了海外网点的证明材料。');
  await expectNoOpenPreference(page);
});

test('opinions are written, and the minutes are signed on paper', async () => {
  const page = pageOfSample();
  await openOpinions(page);
  await writeOpenOpinions(page, '推荐', '条件完备。（示例）');
  await advance(page, '评审意见');
  await openDocuments(page);
  await makeMinutes(page, 'paper');
  await expectPreviewDrawn(page);
  const printed = test.info().outputPath('minutes.pdf');
  await download(page, printed);
  // The printed page itself stands for its scan.
  await recordPaperSigned(page, printed);
  await expect(presentPhase(page)).toHaveText('纪要签署');
  await expect(signedCount(page)).toHaveText(/^(\d+) \/ \1 已签$/);
  await makeNotice(page, { from: '2026-03-19', to: '2026-03-25', date: '2026-03-19' });
  await expectPreviewDrawn(page);
});

test('anybody recomputes the result from its bundle, and sees what was tampered with', async () => {
  const page = pageOfSample();
  await openDocuments(page);
  await makeBundle(page);
  const whole = test.info().outputPath('result.bundle');
  await download(page, whole);
  await expectAccessible(page);
  await makeReducedBundle(page);
  const reduced = test.info().outputPath('reduced.bundle');
  await download(page, reduced);
  const spoiled = test.info().outputPath('spoiled.bundle');
  const bytes = await readFile(whole);
  // Two members' sheets change places.
  await writeFile(spoiled, swapSheets(bytes));
  await openVerify(page);
  await verifyFile(page, whole);
  await expect(verdict(page)).toHaveText('结果可以复核');
  expect((await findings(page)).join('\n')).toMatch(/9D\s*相符\s*按评分表重新计算，每一个得分都相同。/u);
  await expectAccessible(page);
  await verifyFile(page, reduced);
  await expect(verdict(page)).toHaveText('结果可以复核');
  await verifyFile(page, spoiled);
  await expect(verdict(page)).toHaveText('结果有不符');
  expect((await findings(page))[0]).toMatch(/^5A\s*不符/u);
  await expectAccessible(page);
});

test('settings, help and the list of reviews are accessible', async () => {
  const page = pageOfSample();
  for (const name of ['设置', '帮助', '工作台'] as const) {
    await openRail(page, name);
    await expectAccessible(page);
  }
});
