import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { appearanceOf, makePeople, signAs } from '../signing/sample-pdf.ts';
import { maker } from './support.ts';
import { minutesOf } from './sample.ts';
import { notice, ruleCard } from './sample-forms.ts';

/** Where Debian's libpdfbox2-java, libactivation-java and libjaxb-api-java put what the validator needs. */
const libraries = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
];
const paths = libraries.map((name) => `/usr/share/java/${name}.jar`);

/** The verdict of PDFBox Preflight, which knows level A-1b only. */
function verdictOf(file: string, context: TestContext): string {
  if (!paths.every((path) => existsSync(path))) context.skip('PDFBox Preflight is not installed');
  const words = ['-cp', paths.join(delimiter), 'org.apache.pdfbox.preflight.Validator_A1b', file];
  const { error, stdout, stderr } = spawnSync('java', words, { encoding: 'utf8' });
  if (error !== undefined) context.skip('java is not installed');
  return `${stdout}${stderr}`;
}

/** The same builder at level A-1b: PDF/A-2b asks for the same fonts, colours, metadata and structure. */
describe('PDFBox Preflight on an A-1b build', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'panel-preflight-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('finds the minutes valid with three signatures, handwriting by pen and by picture among them', async (context) => {
    const [first, second, third] = makePeople(3);
    if (!first || !second || !third) throw new Error('nobody');
    const bits = Buffer.from('ff00ffffff0000ff', 'hex').toString('base64');
    const strokes = {
      kind: 'strokes' as const,
      strokes: [
        [100, 60, 300, 240, 700, 60],
        [800, 150],
      ],
    };
    const empty = await maker.makePdf('minutes', minutesOf(3), { level: 'PDF/A-1b' });
    const once = signAs(empty, first, { appearance: appearanceOf(first, strokes) });
    const picture = { kind: 'picture' as const, width: 16, height: 4, bits };
    const twice = signAs(once, second, { appearance: appearanceOf(second, picture) });
    const file = join(folder, 'minutes.pdf');
    writeFileSync(file, signAs(twice, third));
    expect(verdictOf(file, context)).toContain('is a valid PDF/A-1b file');
  });

  test('finds a notice and a rule card valid', async (context) => {
    for (const bytes of [
      await maker.makePdf('notice', { ...notice, title: '甲&乙<丙>的公示' }, { level: 'PDF/A-1b' }),
      await maker.makePdf('rule-card', ruleCard, { level: 'PDF/A-1b' }),
    ]) {
      const file = join(folder, 'document.pdf');
      writeFileSync(file, bytes);
      expect(verdictOf(file, context)).toContain('is a valid PDF/A-1b file');
    }
  });
});
