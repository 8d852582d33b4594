import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { advance, openTab, presentPhase } from '../pages/frame.ts';
import {
  download,
  expectPreviewDrawn,
  makeDocument,
  makeMinutes,
  makeNotice,
  openDocuments,
  showDocument,
  sign,
  writeByHand,
} from '../pages/documents.ts';
import { openOpinions, writeOpenOpinions, writeOpinion } from '../pages/opinions.ts';
import { handOver, handTo } from '../pages/unlock.ts';
import { signers, enterprises, people } from './people.ts';
import { findings, openVerify, verdict, verifyFile } from '../pages/verify.ts';
import { pdfsigVerdicts, verifyByCommand } from '../signed-file.ts';
import { expectAccessible } from '../stage.ts';
import type { Road } from './road.ts';

const { fenhe } = enterprises;
const { secretary } = people;
const names = signers.map(({ name }) => name);

/** Opinions, minutes signed by everybody in turn, notice, workbook, verification. */
export function concludeAndSign(road: Road): void {
  test('the panel concludes, the minutes are made and everybody signs in turn', async () => {
    const { page } = road.stage();
    await openOpinions(page);
    await writeOpinion(page, fenhe.name, '推荐', '条件完备，推荐。');
    await writeOpenOpinions(page, '不推荐', '海外渠道尚不完备，本批不推荐。');
    await expectAccessible(page);
    await advance(page, '评审意见');
    await openDocuments(page);
    await makeMinutes(page, 'electronic');
    await expectPreviewDrawn(page);
    await expectAccessible(page);
    for (const [index, person] of signers.entries()) {
      await handTo(page, person.name, person.passphrase);
      await openDocuments(page);
      if (index === 0) {
        await writeByHand(page);
        await expectAccessible(page);
      }
      await sign(page, person.passphrase);
    }
    await handTo(page, secretary.name, secretary.passphrase);
    await expect(presentPhase(page)).toHaveText('纪要签署');
  });

  test('notice and results workbook are made and downloaded', async () => {
    const { page } = road.stage();
    await openDocuments(page);
    await makeNotice(page, { from: '2026-11-23', to: '2026-11-27', date: '2026-11-23' });
    await expectPreviewDrawn(page);
    await makeDocument(page, '结果工作簿');
    const workbook = test.info().outputPath('results.xlsx');
    expect(await download(page, workbook)).toMatch(/\.xlsx$/);
    // A zip archive, as every XLSX is.
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
    await showDocument(page, '评审会议纪要（归档版）');
    road.minutes = join(test.info().project.outputDir, 'road-minutes.pdf');
    expect(await download(page, road.minutes)).toMatch(/\.pdf$/);
  });

  test('the record has a sentence for every act', async () => {
    const { page } = road.stage();
    await openTab(page, '概览');
    const record = page.getByRole('table', { name: '办理记录' });
    await expect(record).toContainText('新建评审项目');
    await expect(record).toContainText('纪要签署完成');
    await expect(record).not.toContainText('其他事项');
    await expectAccessible(page);
  });

  test('anybody verifies the signed minutes on screen, with nobody unlocked', async () => {
    const { page } = road.stage();
    await handOver(page);
    await openVerify(page);
    await verifyFile(page, road.minutes, { authority: road.authority, expected: names });
    await expect(verdict(page)).toHaveText('签名有效');
    const found = await findings(page);
    for (const name of names) expect(found.join('\n')).toContain(name);
    await expectAccessible(page);
    await verifyFile(page, road.minutes, { authority: '0'.repeat(64) });
    await expect(verdict(page)).not.toHaveText('签名有效');
  });

  test('the command line verifies the signed minutes', () => {
    const pinned = ['--authority', road.authority.replaceAll(' ', '')];
    expect(verifyByCommand(road.minutes, pinned)).toMatchObject({ status: 0 });
    expect(verifyByCommand(road.minutes, ['--authority', '0'.repeat(64)])).toMatchObject({ status: 1 });
  });

  test('pdfsig calls every signature valid', () => {
    const verdicts = pdfsigVerdicts(road.minutes);
    test.skip(verdicts === null, 'not run: pdfsig (poppler-utils) is not installed');
    expect(verdicts).toEqual(signers.map(() => 'Signature is Valid.'));
  });
}
