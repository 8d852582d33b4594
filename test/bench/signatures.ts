import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createPdfMaker } from '../../electron/documents/make-pdf.ts';
import { fontSet } from '../../electron/font-files.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { authority, makePeople, signAs } from '../signing/sample-pdf.ts';
import { interleave, timed, timedNow } from './measure.ts';
import { benchMinutes } from './minutes-data.ts';
import { figure, makeRow, type Findings, type Setting } from './row.ts';

/** Ten members sign the minutes of 30 × 9 × 8 one after another; then all ten are verified. */
export async function signatures({ folder, projectFolder, quick }: Setting): Promise<Findings> {
  const fonts = fontSet(join(projectFolder, 'node_modules', '@expo-google-fonts'));
  const worker = new URL('../../electron/documents/pdf-worker.ts', import.meta.url);
  const people = makePeople(10);
  const slots = people.map(({ field, name }) => ({ field, name, organisation: '示例单位', role: '成员' }));
  const data = { ...benchMinutes(), signatures: slots };
  const empty = await createPdfMaker({ fonts, worker }).makePdf('minutes', data);
  const signAll = (): Uint8Array => people.reduce((pdf: Uint8Array, person) => signAs(pdf, person), empty);
  const signed = signAll();
  const file = join(folder, 'signed.pdf');
  writeFileSync(file, signed);
  const hasPeer = spawnSync('pdfsig', ['-v']).error === undefined;
  const verify = (): void => {
    const { verdict, signatures: found } = verifyPdf(signed, { authority: authority.fingerprint });
    if (verdict !== 'valid' || found.length !== 10) throw new Error('the signatures do not hold');
  };
  const samples = await interleave(
    quick ? 2 : 15,
    {
      sign: () => timedNow(signAll),
      verify: () => timedNow(verify),
      peer: () => timed(() => spawnSync('pdfsig', ['-nocert', file])),
    },
    2,
  );
  const growth = (signed.length - empty.length) / 10;
  const notes = [
    `Ten signatures add ${figure(growth / 1000)} kB each; one takes ${figure(median(samples.sign) / 10)} ms.`,
    ...(hasPeer ? [] : ['pdfsig is not installed: the line of the verification compares with nothing.']),
  ];
  return {
    rows: [
      makeRow(
        { ours: 'ten signatures with appearance, one after another', peer: 'verification of the ten' },
        samples.sign,
        samples.verify,
      ),
      makeRow(
        {
          ours: 'verification of ten signatures and every revision, in process',
          peer: 'pdfsig -nocert of the same file, fresh process',
        },
        samples.verify,
        samples.peer,
      ),
    ],
    notes,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
