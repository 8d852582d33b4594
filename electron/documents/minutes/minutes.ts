import type { Content, ContentText } from 'pdfmake/interfaces';
import type { MinutesData } from '../data.ts';
import type { Paper } from '../layout/page.ts';
import { officialHead } from '../layout/head.ts';
import { createHeadings, documentTitle, leading, numbered, paragraph } from '../layout/text.ts';
import { annexes } from './annexes.ts';
import { attendance, facts, panel, recusals } from './people.ts';
import { corrections, dissents } from './objections.ts';
import { publicProjection } from './public-version.ts';
import { decisionsAndOpinions, resultTable } from './results.ts';
import { signaturePart } from './signatures.ts';

/** 评审会议纪要 in its archive or public version. The public one never sees the personal parts. */
export function minutesPaper(given: MinutesData): Paper {
  const data = given.version === 'public' ? publicProjection(given) : given;
  const heading = createHeadings();
  const content: Content[] = [
    ...(data.head === undefined ? [] : officialHead(data.head)),
    documentTitle(data.title),
    ...data.opening.map(paragraph),
    ...facts(data),
    ...section(heading, '评审依据', numbered(data.basis)),
    ...section(heading, '评审小组', panel(data)),
    ...section(heading, '出席情况', attendance(data)),
    ...section(heading, '回避、更换和缺席', recusals(data, given)),
    ...section(heading, '评审过程', numbered(data.process, 'paren')),
    ...section(heading, '计分规则', numbered(data.rules)),
    ...section(heading, '评审结果', [
      leading('经汇总，各申报企业的评审结果如下：'),
      resultTable(data),
      ...decisionsAndOpinions(data),
    ]),
    ...section(heading, '更正', corrections(data)),
    ...section(heading, '不同意见', dissents(data)),
    ...signaturePart(data, heading),
    ...annexes(data),
  ];
  const mark = data.version === 'archive' ? '归档版' : '公开版';
  return { frame: data, setting: { kind: 'official', title: data.title, mark }, content };
}

/** A section without content prints no heading and takes no number. */
function section(heading: (text: string) => ContentText, title: string, body: Content[]): Content[] {
  const [first] = body;
  if (first === undefined) return [];
  const leads = typeof first === 'object' && 'headlineLevel' in first && first.headlineLevel === 2;
  return [leads ? { ...heading(title), headlineLevel: 3 } : heading(title), ...body];
}
