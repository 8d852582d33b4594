/** Templates of documents: what an office words itself, with named fields like {企业名称}. */

export const templateKinds = [
  'minutes',
  'notice',
  'letter-recommend',
  'letter-not-recommend',
  'letter-defer',
] as const;
export type TemplateKind = (typeof templateKinds)[number];

export interface DocumentTemplate {
  /** `red`: red mark (版头) above the text; `plain`: paper without one. */
  readonly head: 'plain' | 'red';
  /** Text of the red mark. */
  readonly mark: string;
  /** 发文字号, e.g. `示商函〔{年份}〕{序号}号`; empty: none. */
  readonly number: string;
  /** First 序号; letters count on from it. */
  readonly firstNumber: number;
  readonly title: string;
  /** 主送; letters only. */
  readonly addressee: string;
  /** Paragraphs before the list or the facts, one a line. */
  readonly opening: string;
  /** Paragraphs after them, one a line. */
  readonly closing: string;
  /** 落款. */
  readonly issuer: string;
  readonly date: string;
}

const common = ['组织单位', '评审项目', '评分办法', '依据', '年份', '序号', '落款日期'] as const;
const counts = ['申报企业数', '推荐企业数'] as const;
const period = ['公示开始', '公示结束', '公示期限'] as const;
const letter = [...common, '企业名称', '统一社会信用代码', '结论', '得分', '名次', '评审意见', ...period];

/** Names that may stand in braces, by kind. */
export const templateFields: Readonly<Record<TemplateKind, readonly string[]>> = {
  minutes: [...common, ...counts, '标题', '会议时间', '会议地点', '组长', '评审组人数', '签署方式'],
  notice: [...common, ...counts, ...period, '标题', '异议渠道'],
  'letter-recommend': letter,
  'letter-not-recommend': letter,
  'letter-defer': letter,
};

/** The parts of a template that may hold fields. */
export const templateTexts = [
  'mark',
  'number',
  'title',
  'addressee',
  'opening',
  'closing',
  'issuer',
  'date',
] as const;
export type TemplateText = (typeof templateTexts)[number];

export interface TemplateDefect {
  readonly path: TemplateText;
  /** Key of text subject `template`. */
  readonly reason:
    | 'template.unknown-field'
    | 'template.brace-open'
    | 'template.brace-closed'
    | 'template.title-missing'
    | 'template.mark-missing';
  /** `name`, `line` and `column` (characters, from 1) where there is a place. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Every defect of a template with its line and column; empty for a good one. */
export function templateDefects(kind: TemplateKind, template: DocumentTemplate): TemplateDefect[] {
  const known = new Set(templateFields[kind]);
  const defects: TemplateDefect[] = templateTexts.flatMap((path) =>
    template[path].split('\n').flatMap((line, index) =>
      defectsOfLine(line, known).map(({ column, ...defect }) => ({
        path,
        reason: defect.reason,
        values: { name: defect.name, line: index + 1, column },
      })),
    ),
  );
  if (template.title.trim() === '')
    defects.push({ path: 'title', reason: 'template.title-missing', values: {} });
  if (template.head === 'red' && template.mark.trim() === '') {
    defects.push({ path: 'mark', reason: 'template.mark-missing', values: {} });
  }
  return defects;
}

interface LineDefect {
  readonly reason: TemplateDefect['reason'];
  readonly name: string;
  readonly column: number;
}

function defectsOfLine(line: string, known: ReadonlySet<string>): LineDefect[] {
  const characters = Array.from(line);
  const defects: LineDefect[] = [];
  let open = -1;
  characters.forEach((character, index) => {
    if (character === '{') {
      if (open >= 0) defects.push({ reason: 'template.brace-open', name: '', column: open + 1 });
      open = index;
    } else if (character === '}') {
      const name = open < 0 ? '' : characters.slice(open + 1, index).join('');
      if (open < 0) defects.push({ reason: 'template.brace-closed', name, column: index + 1 });
      else if (!known.has(name)) defects.push({ reason: 'template.unknown-field', name, column: open + 1 });
      open = -1;
    }
  });
  if (open >= 0) defects.push({ reason: 'template.brace-open', name: '', column: open + 1 });
  return defects;
}

/** Puts the values in place of the fields; a field without a value leaves nothing. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([^{}]*)\}/gu, (_field, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}

/** The filled paragraphs of a text, one a line; lines left empty are none. */
export function fillParagraphs(text: string, values: Readonly<Record<string, string>>): string[] {
  return text
    .split('\n')
    .flatMap((line) => fillTemplate(line, values).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
