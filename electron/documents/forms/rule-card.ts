import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { RuleCardData } from '../data.ts';
import { paperDocument, quietColour } from '../layout/page.ts';
import { schemeTable } from '../layout/scheme.ts';
import { createHeadings, documentTitle, groupHex, numbered } from '../layout/text.ts';

/** 评分细则: the scheme in plain words, read before the first score. */
export function ruleCardDefinition(data: RuleCardData): TDocumentDefinitions {
  const heading = createHeadings();
  const part = (title: string, body: Content[]): Content[] =>
    body.length === 0 ? [] : [heading(title), ...body];
  const conditions = data.eligibility.map(({ text, article }) => `${text}（${article}）`);
  const title = '评分细则';
  const content: Content[] = [
    { text: data.scheme.title, alignment: 'center' },
    documentTitle(title),
    ...part('依据', numbered(data.basis)),
    ...part('准入条件', numbered(conditions)),
    ...part('计分规则', numbered(data.rules)),
    ...schemeTable(data.scheme, [{ ...heading('评分项和分值'), headlineLevel: 0 }]),
    ...(data.authority === undefined ? [] : [fingerprint(data.authority, data.authorityAloud)]),
  ];
  return paperDocument(data, { kind: 'official', title: `${data.scheme.title}${title}` }, content);
}

function fingerprint(authority: string, aloud: string | undefined): Content {
  const digits = aloud === undefined ? '' : `\n诵读数字：${aloud}`;
  const text = `签发机构指纹（SHA-256）：${groupHex(authority)}${digits}`;
  return { text, fontSize: 9, lineHeight: 1.5, color: quietColour };
}
