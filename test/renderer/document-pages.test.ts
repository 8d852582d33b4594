import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../shared/domain/template-defaults.ts';
import { calendarWith } from '../../shared/domain/working-days.ts';
import { documentKind, type NoticeFields } from '../../shared/schema/result.ts';
import {
  formatsOf,
  kindsInOrder,
  makeWaitsFor,
  splitKind,
} from '../../renderer/screens/documents/actions.ts';
import { exportItems, toggled } from '../../renderer/screens/documents/export-items.ts';
import { periodFacts, typedLength, withChange } from '../../renderer/screens/documents/notice-period.ts';
import { numberTyped, partsOf } from '../../renderer/screens/documents/template-edit.ts';

const calendar = calendarWith([]);
const notice: NoticeFields = {
  title: '公示',
  from: '2026-04-02',
  to: '',
  length: '5',
  unit: 'working',
  channel: '电话',
  department: '',
  address: '',
  telephone: '',
  email: '',
  issuer: '示例局',
  date: '2026-04-01',
};

describe('the period of a notice', () => {
  it('follows start, length and unit, over a holiday', () => {
    const moved = withChange(notice, 'from', '2026年4月3日', calendar);
    expect([moved.from, moved.to]).toEqual(['2026年4月3日', '2026-04-10']);
    expect(withChange(moved, 'unit', 'natural', calendar).to).toBe('2026-04-07');
    expect(withChange(moved, 'length', '2', calendar).to).toBe('2026-04-07');
  });

  it('keeps an end that was typed by hand, and lets go of the length then', () => {
    const computed = withChange(notice, 'from', '2026-04-03', calendar);
    expect(withChange(computed, 'to', '2026年4月10日', calendar).length).toBe('5');
    const own = withChange(computed, 'to', '2026-04-17', calendar);
    expect([own.to, own.length]).toEqual(['2026-04-17', '']);
    expect(withChange(own, 'from', '2026-04-07', calendar).to).toBe('2026-04-17');
  });

  it('moves nothing while start or length cannot be read, nor for another field', () => {
    const typed = { ...notice, to: '2026-04-10' };
    expect(withChange(typed, 'from', '下周', calendar).to).toBe('2026-04-10');
    expect(withChange(typed, 'length', '0', calendar).to).toBe('2026-04-10');
    expect(withChange(typed, 'title', '新', calendar)).toEqual({ ...typed, title: '新' });
    expect(['', '0', '61', 'x', '5', '60'].map(typedLength)).toEqual([null, null, null, null, 5, 60]);
  });

  it('says what lies in it: working days, days of rest, a start at rest, a year without arrangement', () => {
    const facts = periodFacts({ ...notice, from: '2026-04-03', to: '2026-04-10' }, calendar);
    expect(facts).toMatchObject({ workingDays: 5, startsAtRest: false, rolled: false, unknownYears: [] });
    expect(facts?.restDays).toEqual(['2026-04-04', '2026-04-05', '2026-04-06']);
    expect(periodFacts({ ...notice, from: '2026-04-04', to: '2026-04-13' }, calendar)?.startsAtRest).toBe(
      true,
    );
    expect(periodFacts({ ...notice, from: '2026-12-31', to: '2027-01-08' }, calendar)?.unknownYears).toEqual([
      2027,
    ]);
    expect(periodFacts({ ...notice, to: '2026-04-01' }, calendar)).toBeNull();
  });
});

describe('the export', () => {
  it('offers every kind of document once, in formats that it has', () => {
    expect(kindsInOrder.toSorted()).toEqual([...documentKind.options].toSorted());
    expect(formatsOf('results')).toEqual(['xlsx']);
    expect(formatsOf('everything')).toEqual(['pdf']);
    expect(formatsOf('letters')).toEqual(['pdf', 'docx']);
  });

  it('asks for what is ticked, apart by enterprise or member unless kept whole', () => {
    const ticked = ['letters pdf', 'letters docx', 'ranking pdf'].reduce(toggled, new Set<string>());
    expect(exportItems(ticked, new Set())).toEqual([
      { kind: 'ranking', format: 'pdf', split: false },
      { kind: 'letters', format: 'pdf', split: true },
      { kind: 'letters', format: 'docx', split: true },
    ]);
    expect(
      exportItems(toggled(ticked, 'ranking pdf'), new Set(['letters'])).map(({ split }) => split),
    ).toEqual([false, false]);
    expect([splitKind('letters'), splitKind('notice')]).toEqual(['letters', null]);
  });

  it('says from when on a document can be made', () => {
    const waits = (phase: 'scoring' | 'opened' | 'signed') =>
      (['rule-card', 'ranking', 'letters'] as const).map((kind) =>
        makeWaitsFor(kind, { phase, frozen: true }),
      );
    expect(waits('scoring')).toEqual([null, 'documents.after.opened', 'documents.after.signed']);
    expect(waits('opened')).toEqual([null, null, 'documents.after.signed']);
    expect(waits('signed')).toEqual([null, null, null]);
  });
});

describe('the form of a template', () => {
  it('has the texts of its kind: an addressee for letters, a mark for a red head', () => {
    const { minutes, notice: wording } = defaultTemplates;
    expect(partsOf('minutes', minutes)).toEqual(['number', 'title', 'opening', 'closing']);
    expect(partsOf('notice', { ...wording, head: 'red' })[0]).toBe('mark');
    expect(partsOf('letter-defer', defaultTemplates['letter-defer'])).toEqual([
      'number',
      'title',
      'addressee',
      'opening',
      'closing',
      'issuer',
      'date',
    ]);
  });

  it('takes whole numbers only', () => {
    expect(['7', '', '-1', '1.5', '99999', '123456'].map((text) => numberTyped(text, 3))).toEqual([
      7, 0, 3, 3, 99_999, 3,
    ]);
  });
});
