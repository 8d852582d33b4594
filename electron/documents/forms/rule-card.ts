import type { Content, TableCell } from 'pdfmake/interfaces';
import type { PrintedCategory, RuleCardData, RuleCardExample } from '../data.ts';
import type { Paper } from '../layout/page.ts';
import { formWidth, quietColour } from '../layout/page.ts';
import { bandRuns } from '../layout/scheme.ts';
import { grid } from '../layout/table.ts';
import { chineseNumber, groupHex, heavy } from '../layout/text.ts';

/** Small enough that an ordinary scheme of twenty items fits one page. */
const size = 8.5;
const lineHeight = 1.3;
const gap = 14;
const half = (formWidth - gap) / 2;

/** 评分细则: the scheme in plain words on one page, read before the first score. */
export function ruleCardPaper(data: RuleCardData): Paper {
  const { scheme } = data;
  const heading = createHeadings();
  const title = '评分细则';
  const note = scheme.note === undefined ? '' : `（${scheme.note}）`;
  const step = commonStep(scheme.categories);
  const steps = step === undefined ? '' : `，打分间隔${step}分`;
  const content: Content[] = [
    { text: heavy(title), fontSize: 16, lineHeight: 1.2, alignment: 'center', outline: true },
    { text: scheme.title, alignment: 'center', fontSize: 11, lineHeight: 1.4 },
    ...(data.basis.length === 0
      ? []
      : [heading('依据'), ...listed([data.basis.map((line) => line.replace(/[；。]$/u, '')).join('；')])]),
    ...conditions(data, heading),
    heading(`评分项和分值，满分${scheme.total}分${steps}${note}`),
    itemTable(scheme.categories, step === undefined),
    ...rulesAndExample(data, heading),
    ...hashes(data),
  ];
  return { frame: data, setting: { kind: 'form', title: `${scheme.title}${title}` }, content };
}

function createHeadings(): (text: string) => Content {
  let count = 0;
  return (text) => {
    count += 1;
    const title = `${chineseNumber(count)}、${text}`;
    return {
      text: title,
      font: 'sans',
      fontSize: 10,
      lineHeight: 1.3,
      margin: [0, 4, 0, 1],
      headlineLevel: 1,
    };
  };
}

/** In two columns; the document that all articles name stands once, in the heading. */
function conditions({ eligibility }: RuleCardData, heading: (text: string) => Content): Content[] {
  if (eligibility.length === 0) return [];
  const named = eligibility.map(({ article }) => /^《.*》/u.exec(article)?.[0] ?? '');
  const [common = ''] = named;
  const shared = common !== '' && named.every((name) => name === common);
  const lines = eligibility.map(({ text, article }, index) => {
    const place = shared ? article.slice(common.length) : article;
    return `${index + 1}. ${text}（${place}）`;
  });
  const middle = Math.ceil(lines.length / 2);
  return [
    heading(shared ? `准入条件（${common}）` : '准入条件'),
    {
      columns: [
        { width: half, stack: lines.slice(0, middle).map(line) },
        { width: half, stack: lines.slice(middle).map(line) },
      ],
      columnGap: gap,
    },
  ];
}

/** The step of every item when all have the same one. */
function commonStep(categories: readonly PrintedCategory[]): string | undefined {
  const steps = new Set(categories.flatMap(({ items }) => items.map(({ step }) => step)));
  const [only] = steps;
  return steps.size === 1 ? only : undefined;
}

function line(text: string): Content {
  return { text, fontSize: size, lineHeight };
}

function listed(lines: readonly string[]): Content[] {
  return lines.map((text, index) => line(lines.length === 1 ? text : `${index + 1}. ${text}`));
}

/** The rules at the left, the example that follows them at the right. */
function rulesAndExample(data: RuleCardData, heading: (text: string) => Content): Content[] {
  const reasons = data.correctionReasons ?? [];
  const last =
    reasons.length === 0 ? [] : [`启封后只因下列理由更正评分，首次评分保留：${reasons.join('；')}。`];
  const rules = [heading('计分规则'), ...listed([...data.rules, ...last])];
  if (data.example === undefined) return rules;
  const example = [heading('算法示例（虚拟评分）'), ...exampleParts(data.example)];
  return [
    {
      columns: [
        { width: half, stack: rules },
        { width: half, stack: example },
      ],
      columnGap: gap,
      unbreakable: true,
    },
  ];
}

function exampleParts({ members, steps, score }: RuleCardExample): Content[] {
  return [
    grid(
      [
        { title: '成员', width: '*', align: 'center' },
        { title: '总分', width: 70, align: 'right' },
        { title: '是否计入', width: 70, align: 'center' },
      ],
      [...members.map(({ name, total, mark }) => [name, total, mark]), ['得分', score, '']],
      { fontSize: size, lineHeight: 1.2, tight: true, margin: [0, 1, 0, 2] },
    ),
    ...listed(steps),
  ];
}

/** One table for all items; a category stands once beside its items. */
function itemTable(categories: readonly PrintedCategory[], withSteps: boolean): Content {
  const rows = categories.flatMap((category): (string | TableCell)[][] => {
    const weight = category.weight === undefined ? '' : `，权重${category.weight}`;
    const head: TableCell = {
      text: `${category.name}（${category.cap}分${weight}）`,
      // Not in the middle: pdfmake moves a spanning cell away when it lays the page out again.
      rowSpan: Math.max(1, category.items.length),
    };
    if (category.items.length === 0) return [[head, '整类打一个分', category.cap, '']];
    return category.items.map((item, index) => {
      const judged = item.judged === undefined ? '' : `${item.judged}。`;
      const step = item.step === undefined || !withSteps ? '' : `打分间隔${item.step}。`;
      const text = [judged, ...bandRuns(item), step];
      return [index === 0 ? head : '', item.name, item.cap, { text, verticalAlignment: 'middle' as const }];
    });
  });
  return grid(
    [
      { title: '类别', width: 92, titleAlign: 'left' },
      { title: '评分项', width: 80, titleAlign: 'left' },
      { title: '满分', width: 28, align: 'center' },
      { title: '评审要点和分档', width: '*', titleAlign: 'left' },
    ],
    rows,
    { fontSize: 7.8, lineHeight: 1.15, padding: 3, tight: true, margin: [0, 1, 0, 2], headFill: '#f2f2f2' },
  );
}

function hashes({ scheme, authority, authorityAloud }: RuleCardData): Content[] {
  const digits = authorityAloud === undefined ? '' : `\n诵读数字：${authorityAloud}`;
  const lines = [
    `评分办法摘要（SHA-256），与会议纪要所载相同：${groupHex(scheme.hash)}`,
    ...(authority === undefined ? [] : [`评审专用密钥指纹（SHA-256）：${groupHex(authority)}${digits}`]),
  ];
  return lines.map((text, index) => ({
    text,
    fontSize: 7,
    lineHeight: 1.3,
    color: quietColour,
    margin: [0, index === 0 ? 4 : 0, 0, 0],
  }));
}
