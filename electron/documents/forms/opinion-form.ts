import type { Column, Content, TableCell } from 'pdfmake/interfaces';
import type { OpinionFormData, OpinionPage } from '../data.ts';
import type { Paper } from '../layout/page.ts';
import { formWidth, linePitch } from '../layout/page.ts';
import { grid, gridLayout } from '../layout/table.ts';
import { heavy } from '../layout/text.ts';

const choices = ['推荐', '不推荐', '暂缓'] as const;
/** Signers side by side. */
const signersInRow = 4;

/** 评审意见表, a page for each enterprise, filled or to be filled by hand. */
export function opinionFormPaper(data: OpinionFormData): Paper {
  const content = data.pages.map((page, index): Content => ({
    stack: formPage(data, page),
    ...(index === 0 ? {} : { pageBreak: 'before' as const }),
  }));
  return { frame: data, setting: { kind: 'form', title: data.title }, content };
}

function formPage(data: OpinionFormData, page: OpinionPage): Content[] {
  return [
    { text: data.review, fontSize: 11, lineHeight: 1.4, alignment: 'center' },
    {
      text: heavy('评审意见表'),
      fontSize: 20,
      lineHeight: 1.5,
      alignment: 'center',
      outline: true,
      outlineText: page.enterprise,
    },
    facts(page),
    ...(page.categories.length === 0 ? [] : [means(page)]),
    opinion(page, opinionHeight(data, page)),
    signatures(data),
  ];
}

const middle = { verticalAlignment: 'middle' as const };
const label = (text: string) => ({ text, font: 'sans', alignment: 'center' as const, ...middle });
const value = (text: string) => ({ text, ...middle });

function facts(page: OpinionPage): Content {
  const wide = (text: string): TableCell[] => [{ ...value(text), colSpan: 3 }, '', ''];
  return {
    table: {
      widths: [90, '*', 90, '*'],
      body: [
        [label('企业名称'), ...wide(page.enterprise)],
        [label('统一社会信用代码'), value(page.creditCode), label('申报编号'), value(page.number)],
        [label('得　　分'), value(page.score), label('名　　次'), value(page.status ?? page.rank)],
        [label('有效评分人数'), value(page.members), label('结　　论'), value(ticked(page.conclusion))],
      ],
    },
    layout: gridLayout,
    fontSize: 10.5,
    lineHeight: 1.3,
    margin: [0, 6, 0, 8],
  };
}

/** The choice made is marked; none while the panel hasn't concluded. */
function ticked(conclusion: string): string {
  return choices.map((choice) => `${choice === conclusion ? '■' : '□'}${choice}`).join('　');
}

function means({ categories }: OpinionPage): Content {
  return grid(
    [
      { title: '评分类别', width: '*' },
      { title: '满分', width: 60, align: 'center' },
      { title: '平均分', width: 80, align: 'right' },
    ],
    categories.map(({ name, cap, mean }) => [name, cap, mean]),
    { fontSize: 9.5, lineHeight: 1.2, tight: true, margin: [0, 0, 0, 8] },
  );
}

/** What the other parts leave of a page, in points. */
function opinionHeight({ signers }: OpinionFormData, { categories }: OpinionPage): number {
  const means = categories.length === 0 ? 0 : (categories.length + 1) * 15.5 + 8;
  const lines = Math.ceil(signers.length / signersInRow) * 38;
  return Math.max(120, 500 - means - lines);
}

function opinion(page: OpinionPage, height: number): Content {
  const text: TableCell = { text: page.opinion, leadingIndent: 22, fontSize: 11, lineHeight: 1.6 };
  return {
    table: {
      widths: [24, '*'],
      heights: [height],
      body: [[upright('评审意见'), text]],
    },
    layout: gridLayout,
    margin: [0, 0, 0, 10],
  };
}

/** A label written downwards. */
function upright(text: string): TableCell {
  return { ...label(Array.from(text).join('\n')), fontSize: 10.5, lineHeight: 1.4 };
}

function signatures({ signers }: OpinionFormData): Content {
  const rows: Content[] = [];
  for (let index = 0; index < signers.length; index += signersInRow) {
    const inRow = signers.slice(index, index + signersInRow);
    rows.push({
      columns: Array.from({ length: signersInRow }, (_, side): Column => {
        const signer = inRow[side];
        const width = formWidth / signersInRow;
        return signer === undefined ? { width, text: '' } : { width, stack: signatureLine(signer) };
      }),
      margin: [0, 0, 0, 4],
    });
  }
  return {
    stack: [
      { text: '评审组成员签名：', font: 'sans', margin: [0, 0, 0, 4] },
      ...rows,
      { text: '日期：　　　　年　　月　　日', alignment: 'right', margin: [0, 6, 0, 0] },
    ],
    fontSize: 10,
    lineHeight: 1.3,
    unbreakable: true,
  };
}

function signatureLine({ name, role }: { readonly name: string; readonly role: string }): Content[] {
  const width = formWidth / signersInRow - 14;
  return [
    { text: `${role}　${name}`, fontSize: 9 },
    {
      canvas: [{ type: 'line', x1: 0, y1: linePitch * 0.7, x2: width, y2: linePitch * 0.7, lineWidth: 0.6 }],
    },
  ];
}
