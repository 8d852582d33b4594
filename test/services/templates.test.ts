import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultTemplates } from '../../shared/domain/template-defaults.ts';
import type { DocumentTemplate, TemplateKind } from '../../shared/domain/document-template.ts';
import { needTool, squeezedText } from '../documents/support.ts';
import { closeSound } from '../support/invariants.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

let review: OpenedReview;
beforeEach(async () => {
  review = await openOpenedReview();
});
afterEach(() => closeSound(review));

const input = () => ({ reviewId: review.reviewId });
const view = async (kind: TemplateKind) => {
  const found = (await review.call('office', 'template.list', input())).find((row) => row.kind === kind);
  if (found === undefined) throw new Error(kind);
  return found;
};
const save = (kind: TemplateKind, version: number, template: DocumentTemplate) =>
  review.call('office', 'template.save', { ...input(), kind, version, template });

describe('templates of documents', () => {
  test('begin as shipped, keep every version, and refuse one that rests on an old version', async () => {
    expect(await view('notice')).toMatchObject({
      version: 0,
      versions: [],
      template: defaultTemplates.notice,
    });
    const first = { ...defaultTemplates.notice, title: '{标题}（一）' };
    const second = { ...first, title: '{标题}（二）' };
    expect(await save('notice', 0, first)).toEqual({ version: 1 });
    expect(await save('notice', 1, second)).toEqual({ version: 2 });
    const stale = { ...input(), kind: 'notice', version: 1, template: first } as const;
    expect((await review.refused('office', 'template.save', stale)).code).toBe('stale');
    const { version, versions, template } = await view('notice');
    expect([version, template.title, versions.map((row) => row.template.title)]).toEqual([
      2,
      second.title,
      [second.title, first.title],
    ]);
  });

  test('a wrong field is refused with its place, and nothing is saved', async () => {
    const template = { ...defaultTemplates['letter-defer'], closing: '一。\n二{不存在}。' };
    const wrong = { ...input(), kind: 'letter-defer', version: 0, template } as const;
    const problem = await review.refused('office', 'template.save', wrong);
    expect([problem.code, problem.places]).toEqual([
      'invalid-rows',
      [{ path: 'closing', reason: 'template.unknown-field', values: { name: '不存在', line: 2, column: 2 } }],
    ]);
    expect((await view('letter-defer')).version).toBe(0);
  });

  test('a member may look and not change', async () => {
    const member = review.seats.find(({ role }) => role === 'member');
    if (member === undefined) throw new Error('sample');
    const tab = await review.unlock(member);
    expect(await review.call(tab, 'template.list', input())).toHaveLength(5);
    const own = { ...input(), kind: 'notice', version: 0, template: defaultTemplates.notice } as const;
    expect((await review.refused(tab, 'template.save', own)).code).toBe('not-permitted');
  });

  test('travel as a file: exported, imported into the same words, refused as a whole when one is wrong', async () => {
    await save('letter-recommend', 0, {
      ...defaultTemplates['letter-recommend'],
      number: '示商函〔{年份}〕{序号}号',
    });
    const { file } = await review.call('office', 'template.export', input());
    const same = await review.call('office', 'template.import', { ...input(), text: JSON.stringify(file) });
    expect(same).toEqual({ changed: 0 });
    const changed = file.templates.map((entry) => ({
      ...entry,
      template: { ...entry.template, issuer: '示例局' },
    }));
    const text = JSON.stringify({ ...file, templates: changed });
    expect(await review.call('office', 'template.import', { ...input(), text })).toEqual({ changed: 5 });
    expect((await view('letter-recommend')).version).toBe(2);
    const spoiled = changed.map((entry, index) =>
      index === 4 ? { ...entry, template: { ...entry.template, title: '{x}' } } : entry,
    );
    const bad = { ...input(), text: JSON.stringify({ ...file, templates: spoiled }) };
    expect((await review.refused('office', 'template.import', bad)).places?.[0]?.path).toBe(
      'letter-defer.title',
    );
    const torn = { ...input(), text: '{"format":' };
    expect((await review.refused('office', 'template.import', torn)).places?.[0]?.reason).toBe(
      'template.file',
    );
    expect((await view('letter-recommend')).version).toBe(2);
  });

  test('a preview shows the wording that is being typed and stores nothing; saving outdates unsigned minutes', async (context) => {
    needTool(context, 'pdftotext');
    await conclude(review);
    const template = {
      ...defaultTemplates.minutes,
      head: 'red',
      mark: '{组织单位}纪要',
      number: '示商纪〔{年份}〕{序号}号',
      firstNumber: 7,
      opening: '示例开头，{评审组人数}名成员，组长{组长}。',
    } as const;
    const { fileId } = await review.call('office', 'document.preview', {
      ...input(),
      kind: 'minutes-archive',
      signing: 'paper',
      notice: null,
      template: { kind: 'minutes', template },
    });
    const text = squeezedText(await review.file('office', fileId));
    expect(text).toContain('示例市商务局纪要');
    expect(text).toContain('示商纪〔2026〕7号');
    expect(text).toContain('示例开头，7名成员，组长周明远（示例）。');
    expect(await review.call('office', 'document.list', input())).toEqual([]);
    const made = { ...input(), kind: 'minutes-archive', signing: 'paper' } as const;
    const { documentId } = await review.call('office', 'document.make', made);
    await save('minutes', 0, template);
    const [document] = await review.call('office', 'document.list', input());
    expect([document?.documentId, document?.superseded]).toEqual([documentId, true]);
    const again = await review.call('office', 'document.make', made);
    const member = review.seats.find(({ role }) => role === 'member');
    await review.call('office', 'document.paperSigned', {
      ...input(),
      documentId: again.documentId,
      seatIds: [member?.seatId ?? ''],
      uploadId: await review.upload('office', '签署页.pdf', Buffer.from('%PDF-1.7 示例')),
    });
    await save('minutes', 1, defaultTemplates.minutes);
    const documents = await review.call('office', 'document.list', input());
    expect(documents.find((row) => row.documentId === again.documentId)?.superseded).toBe(false);
  });
});

describe('the calendar of holidays', () => {
  test('is shipped for 2025 and 2026, replaced by what the office enters, and comes back', async () => {
    const years = async () =>
      (await review.call('office', 'calendar.get', input())).map(({ year, own, days }) => [
        year,
        own,
        days.length,
      ]);
    const shipped = await years();
    expect(shipped.map(([year, own]) => [year, own])).toEqual([
      [2025, false],
      [2026, false],
    ]);
    const text = '2027-01-01,休,元旦\n2027-01-03,班,元旦调休';
    expect(await review.call('office', 'calendar.save', { ...input(), year: 2027, text })).toEqual({
      days: 2,
    });
    await review.call('office', 'calendar.save', { ...input(), year: 2026, text: '' });
    expect(await years()).toEqual([shipped[0], [2026, true, 0], [2027, true, 2]]);
    await review.call('office', 'calendar.save', { ...input(), year: 2026, text: null });
    expect(await years()).toEqual([...shipped, [2027, true, 2]]);
  });

  test('refuses a wrong line with its number', async () => {
    const wrong = { ...input(), year: 2027, text: '2027-01-01,休\n2027-13-01,休\n2027-01-02,玩' };
    expect((await review.refused('office', 'calendar.save', wrong)).places).toEqual([
      { path: '2', reason: 'calendar.day', values: { line: 2, text: '2027-13-01', year: 2027 } },
      { path: '3', reason: 'calendar.kind', values: { line: 3, text: '玩', year: 2027 } },
    ]);
  });
});
