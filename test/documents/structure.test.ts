import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { fonts, maker, needTool, runOn, squeeze, squeezedText } from './support.ts';
import { minutesOf, frame } from './sample.ts';
import { notice, ruleCard, scoreSheets, signIn } from './sample-forms.ts';

interface Tag {
  readonly role?: string;
  readonly type?: string;
  readonly children?: readonly Tag[];
}

async function open(bytes: Uint8Array): ReturnType<typeof getDocument>['promise'] {
  return getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
}

/** Roles of all elements of all pages in order; a leaf of content is `·`. */
async function rolesOf(bytes: Uint8Array): Promise<string[]> {
  const file = await open(bytes);
  const roles: string[] = [];
  const walk = (tag: Tag): void => {
    roles.push(tag.role ?? (tag.type === 'content' ? '·' : (tag.type ?? '?')));
    for (const child of tag.children ?? []) walk(child);
  };
  for (let number = 1; number <= file.numPages; number += 1) {
    const tree = (await (await file.getPage(number)).getStructTree()) as Tag | null;
    if (tree !== null) walk(tree);
  }
  return roles;
}

/** Pieces of text inside marks of the structure, and those inside artifacts or nothing. */
async function textByMark(bytes: Uint8Array): Promise<{ tagged: string[]; untagged: string[] }> {
  const file = await open(bytes);
  const found = { tagged: [] as string[], untagged: [] as string[] };
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent({ includeMarkedContent: true });
    const marks: boolean[] = [];
    for (const item of items) {
      if ('str' in item) (marks.includes(true) ? found.tagged : found.untagged).push(item.str);
      else if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(item.type === 'beginMarkedContentProps');
    }
  }
  return found;
}

const rareNames = ['张䶮', '李𬭎', '王㛃', '赵镕', '钱喆', '孙堃', '周犇', '𠮷田', '吴𫖯', '郑𬍛'];

describe('the structure of a document', () => {
  test('has title, headings, paragraphs, tables with header cells and the signature fields', async () => {
    const roles = await rolesOf(await maker.makePdf('minutes', minutesOf(4)));
    const wanted = ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Form'];
    expect(wanted.filter((role) => !roles.includes(role))).toEqual([]);
    // The title and those of two annexes.
    expect(roles.filter((role) => role === 'H1')).toHaveLength(3);
    // pdf.js repeats an element on every page it has a part on.
    expect(roles.filter((role) => role === 'Form').length).toBeGreaterThanOrEqual(
      minutesOf(4).signatures.length,
    );
    expect(roles.filter((role) => role === 'TH').length).toBeGreaterThan(10);
  });

  test('is there for every kind', async () => {
    for (const bytes of [
      await maker.makePdf('notice', notice),
      await maker.makePdf('rule-card', ruleCard),
      await maker.makePdf('sign-in', signIn),
      await maker.makePdf('score-sheets', scoreSheets(2)),
    ]) {
      expect(await rolesOf(bytes)).toEqual(expect.arrayContaining(['P', 'Table', 'TD']));
    }
  });

  test('covers all text but headers, page numbers and the heads of tables that go on', async () => {
    const data = minutesOf(12);
    const { tagged, untagged } = await textByMark(await maker.makePdf('minutes', data));
    const wanted = [
      data.title,
      ...data.basis,
      ...data.process,
      ...data.rules,
      ...data.results.map(({ name }) => name),
    ];
    expect(wanted.filter((text) => !squeeze(tagged.join('')).includes(squeeze(text)))).toEqual([]);
    const known = [frame.review, '归档版　示例', '归档版', '示例'].map(squeeze);
    const others = untagged
      .map(squeeze)
      .filter((text) => text !== '' && !known.includes(text) && !/^—?\d*—?$/u.test(text));
    // Heads of tables only, which are in the tagged text as well.
    expect(others.filter((text) => !squeeze(tagged.join('')).includes(text))).toEqual([]);
    expect(others.length).toBeLessThan(tagged.length / 10);
  });

  test('has bookmarks that lead to the title and, below it, to each heading on its page', async () => {
    const file = await open(await maker.makePdf('minutes', minutesOf(12)));
    const [title, ...others] = await file.getOutline();
    expect([title?.title, others.length]).toEqual([minutesOf(12).title, 2]);
    const headings = title?.items ?? [];
    expect(headings.map(({ title: text }) => text).slice(0, 2)).toEqual(['一、评审依据', '二、评审小组']);
    for (const { dest, title: text } of headings) {
      const [page, kind, left, top] = dest as [object, { name: string }, number, number];
      const number = (await file.getPageIndex(page as never)) + 1;
      const content = await (await file.getPage(number)).getTextContent();
      const found = content.items.some(
        (item) => 'str' in item && text.startsWith(item.str.trim()) && item.str.trim() !== '',
      );
      expect([text, kind.name, left, found, top > 90 && top < 842]).toEqual([text, 'XYZ', 0, true, true]);
    }
  });
});

describe('rare names', () => {
  test('are printed and extracted as they were typed, supplementary planes included', async (context) => {
    needTool(context, 'pdftotext');
    const people = rareNames.map((name) => ({ name, organisation: '示例单位' }));
    const [session] = minutesOf(1).sessions;
    if (session === undefined) throw new Error('no session');
    const bytes = await maker.makePdf(
      'minutes',
      minutesOf(1, { sessions: [{ ...session, present: people }] }),
    );
    const text = squeezedText(bytes);
    expect(rareNames.filter((name) => !text.includes(name))).toEqual([]);
  });

  test('stand in a font that has them, the usual font first', async (context) => {
    needTool(context, 'pdffonts');
    const used = async (chair: string): Promise<string> =>
      runOn(await maker.makePdf('minutes', minutesOf(1, { chair })), 'pdffonts', ['FILE']);
    expect(await used('张䶮')).not.toContain('NotoSerifJP');
    expect(await used('𠮷田')).toContain('NotoSerifJP');
    expect(fonts.fallbacks).toHaveLength(1);
  });
});
