import { describe, expect, it } from 'vitest';
import { dossierFields, findDossierField } from '../../shared/domain/dossier-fields.ts';
import type { DossierField } from '../../shared/domain/dossier-fields.ts';
import type { ConditionResult, DossierView } from '../../shared/schema/dossier.ts';
import type { ImportPreview, ImportRow } from '../../shared/schema/import-preview.ts';
import { createText } from '../../shared/text/index.ts';
import {
  fieldGroups,
  isDirty,
  sentFields,
  startValues,
  understoodAs,
  wrongFields,
  wrongInput,
} from '../../renderer/screens/dossiers/form-state.ts';
import {
  importTotals,
  noChoice,
  placedProblems,
  rowState,
  skippedRows,
  withPosition,
} from '../../renderer/screens/dossiers/import-rows.ts';
import { openConditions, suggestReason } from '../../renderer/screens/dossiers/judgements.ts';
import { editItem, parseItem } from '../../renderer/screens/dossiers/places.ts';
import { valueWords } from '../../renderer/screens/dossiers/value-words.ts';

const zh = createText('zh-CN');

function field(key: string): DossierField {
  const found = findDossierField(key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
}

function row(action: ImportRow['action'], part: Partial<ImportRow> = {}): ImportRow {
  return {
    sheet: '申报表',
    rowNumber: 2,
    action,
    fields: {},
    changes: [],
    problems: [],
    confirmations: [],
    ...part,
  };
}

const place = { sheet: '申报表', row: 3, column: 'H', header: '*注册资本（万元）', key: 'registeredCapital' };
const interpreted = { confirmations: [{ ...place, text: '3000万元', value: '3000' }] };
const wrong = { problems: [{ ...place, reason: 'money-negative', value: '-5', values: { text: '-5' } }] };
const preview: ImportPreview = {
  rows: [
    row('new'),
    row('new', interpreted),
    row('refused', { ...wrong, ...interpreted }),
    row('same'),
    row('update'),
  ],
  notes: [],
  counts: { new: 2, update: 1, same: 1, refused: 1 },
  digest: 'digest',
};

describe('the choice on an import preview', () => {
  it('leaves out a row with interpreted values until it is ticked, by its position from 0', () => {
    expect(importTotals(preview, noChoice)).toEqual({ comingIn: 2, waiting: 1, toConfirm: [1] });
    expect(skippedRows(preview, noChoice)).toEqual([1]);
    const ticked = { ...noChoice, confirmed: new Set([1]) };
    expect(importTotals(preview, ticked).comingIn).toBe(3);
    expect(skippedRows(preview, ticked)).toEqual([]);
  });

  it('skips what was taken out by hand, and neither same nor refused rows count', () => {
    const choice = { ...noChoice, leftOut: withPosition(new Set(), 4, true) };
    expect(skippedRows(preview, choice)).toEqual([1, 4]);
    expect(rowState(row('update'), 4, choice)).toBe('left');
    expect(rowState(row('refused', interpreted), 2, choice)).toBe('plain');
    expect(withPosition(choice.leftOut, 4, false).size).toBe(0);
  });

  it('leads from each wrong cell to the position of its row', () => {
    expect(placedProblems(preview).map(({ position }) => position)).toEqual([2]);
  });
});

describe('the form of an application', () => {
  const examples = Object.fromEntries(dossierFields.map(({ key, example }) => [key, example]));

  it('holds every field of the catalogue once', () => {
    expect(fieldGroups().flatMap(({ fields }) => fields)).toHaveLength(dossierFields.length);
  });

  it('names every required field of an empty form, in the order of the form', () => {
    const required = dossierFields.filter((each) => each.required).map(({ key }) => key);
    expect([...wrongFields(startValues({})).keys()]).toEqual(required);
  });

  it('asks for the investor where the investor is relied upon', () => {
    const values = { ...startValues({}), ...examples, creditCode: '91110108551385082Q' };
    expect([...wrongFields(values).keys()]).toEqual([]);
    const relying = { ...values, sourcing: 'investor', investorName: '', investorCode: '' };
    expect([...wrongFields(relying).keys()]).toEqual(['investorName', 'investorCode']);
  });

  it('shows as what a text was understood, and checks a field on leaving it', () => {
    expect(understoodAs(field('paidInCapital'), '3000万元')).toBe('3000');
    expect(understoodAs(field('paidInCapital'), '3000')).toBeNull();
    expect(wrongInput(field('paidInCapital'), '', '贰仟万')?.reason).toBe('money-chinese-numerals');
    expect(wrongInput(field('name'), '示例公司', '')?.reason).toBe('field-required');
    expect(wrongInput(field('name'), '', '')).toBeNull();
  });

  it('sends an empty input as null and knows when something was typed', () => {
    const start = startValues({ name: '示例公司' });
    expect(sentFields(start)).toMatchObject({ name: '示例公司', netAssets: null });
    expect(isDirty(start, start)).toBe(false);
    expect(isDirty(start, { ...start, name: '示例' })).toBe(true);
  });

  it('shows values as people read them', () => {
    expect(valueWords(zh, field('paidInCapital'), '12345.5')).toBe('12,345.5 万元');
    expect(valueWords(zh, field('establishedOn'), '2019-05-20')).toBe('2019年5月20日');
    expect(valueWords(zh, field('violations'), 'no')).toBe('无');
    expect(valueWords(zh, field('netAssets'), null)).toBe('');
  });

  it('reads what a route names', () => {
    expect(parseItem(undefined)).toEqual({ kind: 'list' });
    expect(parseItem('import')).toEqual({ kind: 'import' });
    expect(parseItem(editItem('d1'))).toEqual({ kind: 'edit', dossierId: 'd1' });
    expect(parseItem('d1')).toEqual({ kind: 'dossier', dossierId: 'd1' });
  });
});

describe('the conditions that wait for a person', () => {
  const condition = (conditionId: string, outcome: ConditionResult['outcome']): ConditionResult => ({
    conditionId,
    text: conditionId,
    article: '第三条',
    effect: conditionId === 'a' ? 'veto' : 'warn',
    computed: outcome,
    value: '实缴资本 1500 万元',
    judged: null,
    outcome,
  });
  const dossier = (number: number, conditions: ConditionResult[], withdrawn = false): DossierView => ({
    dossierId: `d${number}`,
    number,
    name: `示例企业${number}`,
    creditCode: '',
    registeredCapital: null,
    paidInCapital: null,
    eligibility: 'open',
    preference: false,
    withdrawn,
    recusals: 0,
    materials: 0,
    missingMaterials: [],
    revision: 0,
    fields: {},
    conditions,
    source: 'manual',
  });
  const dossiers = [
    dossier(2, [condition('a', 'to-judge'), condition('b', 'missing')]),
    dossier(1, [condition('a', 'to-judge'), condition('b', 'met')]),
    dossier(3, [condition('a', 'to-judge'), condition('b', 'to-judge')], true),
  ];
  const named = (filter: Parameters<typeof openConditions>[1]): readonly string[] =>
    openConditions(dossiers, filter).map((line) => `${line.condition.conditionId}${line.dossier.number}`);

  it('come by condition, then by number, without withdrawn enterprises', () => {
    expect(named({ conditionId: '', vetoesOnly: false })).toEqual(['a1', 'a2', 'b2']);
    expect(named({ conditionId: '', vetoesOnly: true })).toEqual(['a1', 'a2']);
    expect(named({ conditionId: 'b', vetoesOnly: false })).toEqual(['b2']);
  });

  it('get a reason that quotes the application and is never too long to be kept', () => {
    const long = { ...condition('a', 'to-judge'), value: '长'.repeat(5000) };
    expect(suggestReason(zh, condition('a', 'to-judge'), 'met')).toContain('实缴资本 1500 万元');
    expect(suggestReason(zh, long, 'not-met').length).toBeLessThanOrEqual(200);
    expect(suggestReason(zh, { ...long, value: '' }, 'not-met')).toContain('未填报');
  });
});
