import type { Content } from 'pdfmake/interfaces';
import type { MinutesData } from '../data.ts';
import { bodySize } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { leading, paragraph } from '../layout/text.ts';

/** Corrections after the opening; the first value stays visible for ever. */
export function corrections(data: MinutesData): Content[] {
  if (data.corrections.length === 0) return [];
  const rows = data.corrections.map((correction) => [
    correction.member,
    correction.enterprise,
    correction.item,
    correction.before,
    correction.after,
    correction.reason,
  ]);
  const table = grid(
    [
      { title: '成员', width: 84, align: 'center' },
      { title: '企业', width: 104 },
      { title: '评分项', width: 74 },
      { title: '原分', width: 40, align: 'right' },
      { title: '更正后', width: 46, align: 'right' },
      { title: '理由', width: '*' },
    ],
    rows,
  );
  return [leading('启封后发现的下列问题，经评审组确认并由评分人签字更正：'), table];
}

/** 不同意见, each under the name of who wrote it. */
export function dissents(data: MinutesData): Content[] {
  return data.dissents.flatMap((dissent) => [
    { text: `${dissent.member}：`, font: 'sans', leadingIndent: 2 * bodySize, headlineLevel: 1 },
    paragraph(dissent.text),
  ]);
}
