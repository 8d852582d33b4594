import type { Content } from 'pdfmake/interfaces';
import type { InspectionFinding, MinutesData } from '../data.ts';
import { linePitch, quietColour, titleSize } from '../layout/page.ts';
import { balanceTitle, heavy, paragraph } from '../layout/text.ts';
import { bodySize } from '../layout/page.ts';
import { schemeTable } from '../layout/scheme.ts';
import { memberScores, memberTotals } from './annex-scores.ts';

interface Annex {
  readonly title: string;
  readonly body: Content[];
}

/** The annexes of this version, in the order of their numbers. */
function annexParts(data: MinutesData): Annex[] {
  const scored = data.annex.enterprises.length > 0;
  return [
    { title: '评分办法', body: schemeTable(data.scheme) },
    ...(scored ? [{ title: '评审成员评分汇总', body: memberTotals(data.annex) }] : []),
    ...(scored ? [{ title: '各企业评分明细和计算说明', body: memberScores(data.annex) }] : []),
    ...(data.inspections.length > 0
      ? [{ title: '实地考察情况', body: inspectionFindings(data.inspections) }]
      : []),
  ];
}

/** Titles of the annexes, for the note below the text. */
export function annexTitles(data: MinutesData): string[] {
  return annexParts(data).map(({ title }) => title);
}

/** Each annex starts on a new page: label flush left on line 1, title centred on line 3 (7.3.7). */
export function annexes(data: MinutesData): Content[] {
  const parts = annexParts(data);
  return [
    ...parts.flatMap(({ title, body }, index) => [
      annexLabel(parts.length > 1 ? `附件${index + 1}` : '附件'),
      annexTitle(title),
      ...body,
    ]),
    recordLine(data),
  ];
}

function annexLabel(text: string): Content {
  return { text, font: 'sans', pageBreak: 'before' };
}

function annexTitle(text: string): Content {
  return {
    text: heavy(balanceTitle(text)),
    fontSize: titleSize,
    lineHeight: linePitch / titleSize,
    alignment: 'center',
    margin: [0, linePitch, 0, linePitch * 0.6],
    outline: true,
  };
}

function inspectionFindings(inspections: readonly InspectionFinding[]): Content[] {
  return inspections.flatMap(({ enterprise, findings }, index) => [
    {
      text: `${index + 1}. ${enterprise}`,
      font: 'sans',
      leadingIndent: 2 * bodySize,
      headlineLevel: 1,
    },
    ...findings.split(/\s*\n\s*/u).map(paragraph),
  ]);
}

/** Hashes, head of the record and fingerprint: for the machine that checks, in one small line at the very end. */
function recordLine(data: MinutesData): Content {
  const aloud = data.authorityAloud === undefined ? '' : `（诵读数字 ${data.authorityAloud}）`;
  const parts = [
    `评分办法 ${data.scheme.hash}`,
    `评审结果 ${data.resultHash}`,
    `记录 ${data.recordHead}`,
    `签发机构指纹 ${data.authority}${aloud}`,
    data.software,
  ];
  return {
    text: `核对数据（SHA-256）：${parts.join('；')}。`,
    fontSize: 6.5,
    lineHeight: 1.35,
    color: quietColour,
    margin: [0, 10, 0, 0],
  };
}
