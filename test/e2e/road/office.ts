import { expect, test } from '@playwright/test';
import { addPerson, openPeople } from '../pages/people.ts';
import {
  confirmInterpreted,
  importShown,
  judgeAllOpen,
  openDossiers,
  previewWorkbook,
} from '../pages/dossiers.ts';
import { addMeeting, allPresent, electChair, openPanel, seatPeople } from '../pages/panel.ts';
import {
  authorityFingerprint,
  downloadRecoveryFile,
  freezeScheme,
  openScheme,
  saveScheme,
  setQuorum,
} from '../pages/scheme.ts';
import { advance, nextStep } from '../pages/frame.ts';
import { createReview } from '../pages/home.ts';
import { declareRecusals, openRecusal } from '../pages/recusal.ts';
import { enrol, handOver, handTo } from '../pages/unlock.ts';
import { enterprises, people, recoveryPassphrase, writeWorkbook } from './people.ts';
import { expectAccessible } from '../stage.ts';
import type { Road } from './road.ts';

const { yunshan } = enterprises;
const { secretary, chair, deputy, third, recorder, supervisor } = people;

/** From an empty laptop to a panel that has declared, a frozen scheme and the phase of scoring. */
export function prepareReview(road: Road): void {
  test('an empty laptop offers two ways, and a new review needs only a name and a secretary', async () => {
    const { page } = road.stage();
    await expectAccessible(page);
    await createReview(page, {
      title: '示例市二手车出口企业评审（2026年）',
      organiser: '示例市商务局',
      scheme: '权重百分制',
      secretary: secretary.name,
      passphrase: secretary.passphrase,
    });
    await expect(nextStep(page)).toContainText('还没有申报企业');
    await expectAccessible(page);
  });

  test('a wrong cell is named by its place, nothing of its row comes in, and a corrected file updates', async () => {
    const { page } = road.stage();
    await openDossiers(page);
    await previewWorkbook(page, await writeWorkbook(test.info().outputPath(), '贰仟万'));
    const problems = page.getByRole('region', { name: '需要改正的内容（1 处）' });
    await expect(problems).toContainText(/第 3 行 .+ 列“实缴资本/);
    await expect(problems).toContainText('贰仟万');
    await expectAccessible(page);
    await confirmInterpreted(page);
    await importShown(page);
    await expect(page.getByRole('table', { name: '申报企业' })).not.toContainText(enterprises.fenhe.name);
    await previewWorkbook(page, await writeWorkbook(test.info().outputPath(), '2600'));
    await expect(page.getByText('新增 1 家，更新 0 家，无变化 3 家，有误 0 家')).toBeVisible();
    await importShown(page);
    await expect(page.getByRole('table', { name: '申报企业' })).toContainText(enterprises.fenhe.name);
  });

  test('conditions that a person judges are judged, and one enterprise is not eligible', async () => {
    const { page } = road.stage();
    expect(await judgeAllOpen(page)).toBeGreaterThan(0);
    await openDossiers(page);
    await expect(page.getByText('共 4 家，符合条件 3 家，待认定 0 家')).toBeVisible();
    await expectAccessible(page);
  });

  test('people are added and seated', async () => {
    const { page } = road.stage();
    await openPeople(page);
    for (const { name } of [chair, deputy])
      await addPerson(page, { name, kind: '行业专家', field: '国际贸易' });
    await addPerson(page, { name: third.name, kind: '部门代表', organisation: '示例市公安局' });
    for (const { name } of [recorder, supervisor]) await addPerson(page, { name, kind: '工作人员' });
    await expectAccessible(page);
    await page.goBack();
    await openPanel(page);
    await seatPeople(page, '行业专家', [chair.name, deputy.name]);
    await seatPeople(page, '部门代表', [third.name]);
    await seatPeople(page, '记录人', [recorder.name]);
    await seatPeople(page, '监督人员', [supervisor.name]);
    await expectAccessible(page);
  });

  test('the scheme is edited and frozen with a deputy and a recovery file', async () => {
    const { page } = road.stage();
    await openScheme(page);
    // One of three members will recuse himself, which leaves two for that enterprise.
    await setQuorum(page, '2');
    await saveScheme(page);
    await expectAccessible(page);
    await freezeScheme(page, {
      deputy: deputy.name,
      passphrase: secretary.passphrase,
      recoveryPassphrase,
    });
    expect(await downloadRecoveryFile(page)).toBeTruthy();
    road.authority = await authorityFingerprint(page);
    await expectAccessible(page);
  });

  test('each member sets an own passphrase and declares, and the meeting elects a chair', async () => {
    const { page } = road.stage();
    for (const person of [recorder, supervisor, chair, deputy, third]) {
      await handOver(page);
      await enrol(page, person.name, person.passphrase);
      if (person === recorder || person === supervisor) continue;
      await openRecusal(page);
      if (person === third) await expectAccessible(page);
      await declareRecusals(page, person === third ? { [yunshan.name]: '曾任该企业顾问' } : {});
    }
    await handTo(page, secretary.name, secretary.passphrase);
    await openPanel(page, '会议与出席');
    await addMeeting(page, { title: '第一次评审会', date: '2026-11-21', time: '9:00', place: '示例会议室' });
    await allPresent(page, '第一次评审会');
    await expectAccessible(page);
    await openPanel(page);
    await electChair(page, chair.name, '3 人举手表决，一致同意');
    for (const phase of ['资格审查', '材料审核', '现场答辩', '评分'] as const) await advance(page, phase);
  });
}
