import { expect, test } from '@playwright/test';
import { closeSheets, openBoard, openSheets } from './pages/board.ts';
import {
  download,
  expectPreviewDrawn,
  makeMinutes,
  makeNotice,
  openDocuments,
  recordPaperSigned,
  signedCount,
} from './pages/documents.ts';
import { advance, nextStep, openRail, presentPhase } from './pages/frame.ts';
import { openSample } from './pages/home.ts';
import { writeOpenOpinions, openOpinions } from './pages/opinions.ts';
import { decidePreference, expectNoOpenPreference, openResults, ranking } from './pages/results.ts';
import { unlockSample } from './pages/unlock.ts';
import { expectAccessible, openStage } from './stage.ts';

test('the impatient walk the sample to minutes signed on paper', async ({ browser }) => {
  const stage = await openStage(browser);
  const { page } = stage;
  await openSample(page);
  await expectAccessible(page);
  await unlockSample(page, '苏文清（示例）');
  await nextStep(page).getByRole('button', { name: '让示例评审组成员完成评分' }).click();
  await expect(nextStep(page)).toContainText('评分表已到齐，可以封存。', { timeout: 60_000 });
  await openBoard(page);
  await closeSheets(page);
  await openSheets(page, { secretary: '示例口令-晋阳-0001', keeper: await chairsPassphrase() });
  await openResults(page);
  expect(await ranking(page)).toHaveLength(12);
  await expectAccessible(page);
  await decidePreference(page, '评审组核对了海外网点的证明材料。');
  await expectNoOpenPreference(page);
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
  for (const name of ['设置', '帮助', '工作台'] as const) {
    await openRail(page, name);
    await expectAccessible(page);
  }
  await stage.end();

  async function chairsPassphrase(): Promise<string> {
    await page.getByRole('button', { name: '启封…' }).click();
    const shown = page.getByRole('form', { name: '启封' }).getByText(/^示例口令：/);
    const passphrase = (await shown.last().innerText()).replace('示例口令：', '');
    await page.getByRole('button', { name: '返回评分进度' }).click();
    return passphrase;
  }
});
