import { describe, expect, it } from 'vitest';
import { dossierFields, findDossierField, type DossierField } from '../../shared/domain/dossier-fields.ts';
import { checkDossierFields, parseField } from '../../shared/domain/parse-field.ts';

function fieldOf(key: string): DossierField {
  const field = findDossierField(key);
  if (field === undefined) throw new Error(key);
  return field;
}

const read = (key: string, text: string) => parseField(fieldOf(key), text);
const good = (value: string | null) => ({ ok: true, value });
const asked = (value: string | null) => ({ ok: true, value, interpreted: true });
const refused = (reason: string, values: Readonly<Record<string, string | number>> = {}) => ({
  ok: false,
  reason,
  values,
});

describe('an empty cell', () => {
  it('is refused where the field is required and nothing elsewhere', () => {
    expect(read('name', '  ')).toEqual(refused('field-required'));
    expect(read('registeredCapital', '')).toEqual(refused('field-required'));
    expect(read('investorName', ' ')).toEqual(good(null));
    expect(read('netAssets', '')).toEqual(good(null));
    expect(read('overseasOutlet', '')).toEqual(good(null));
  });

  it('is also what people write for nothing, to be confirmed; a text or an answer keeps its word', () => {
    for (const word of ['-', '--', '/', '\\', '无', '没有', '空', 'n/a', 'N/A']) {
      expect([word, read('netAssets', word)]).toEqual([word, asked(null)]);
      expect([word, read('registeredCapital', word)]).toEqual([word, refused('field-required')]);
      expect([word, read('investorName', word)]).toEqual([word, good(word)]);
      expect([word, read('preferenceDetail', word)]).toEqual([word, good(word)]);
    }
    expect(read('overseasOutlet', '无')).toEqual(good('no'));
    expect(read('overseasOutlet', '-')).toMatchObject({ ok: false, reason: 'field-choice-unknown' });
    expect(read('netAssets', '——')).toMatchObject({ ok: false });
  });
});

describe('a text', () => {
  it('is tidied, on one line unless it is a long one', () => {
    expect(read('name', ' 示例  公司 ')).toEqual(good('示例  公司'));
    expect(read('name', '示例 \n  公司\n二')).toEqual(good('示例 公司 二'));
    expect(read('investmentPlan', '一 \n  二')).toEqual(good('一 \n  二'));
  });

  it('hides no characters', () => {
    expect(read('name', '示例\u202e公司')).toEqual(refused('field-control-character'));
    expect(read('investmentPlan', '一\u0007二')).toEqual(refused('field-control-character'));
  });

  it('has at most 200 signs, a long one 20,000', () => {
    expect(read('name', 'x'.repeat(200))).toEqual(good('x'.repeat(200)));
    expect(read('name', 'x'.repeat(201))).toEqual(refused('field-too-long', { maximum: 200, length: 201 }));
    expect(read('investmentPlan', 'x'.repeat(20_000))).toMatchObject({ ok: true });
    expect(read('investmentPlan', 'x'.repeat(20_001))).toEqual(
      refused('field-too-long', { maximum: 20_000, length: 20_001 }),
    );
  });
});

describe('an answer', () => {
  it('is taken by its value and its labels as it is, by other words to be confirmed', () => {
    for (const text of ['yes', 'Yes', '是', ' 是 ']) expect(read('legalPerson', text)).toEqual(good('yes'));
    for (const text of ['有', '√', 'Y']) expect(read('legalPerson', text)).toEqual(asked('yes'));
    expect(read('violations', '无')).toEqual(good('no'));
    expect(read('violations', '没有')).toEqual(asked('no'));
    expect(read('sourcing', '企业 和 投资方')).toEqual(good('both'));
    expect(read('sourcing', '股东')).toEqual(asked('investor'));
    expect(read('sourcing', 'the ENTERPRISE')).toEqual(good('enterprise'));
  });

  it('otherwise is refused with the answers there are', () => {
    expect(read('legalPerson', '也许')).toEqual(refused('field-choice-unknown', { choices: '是、否' }));
    expect(read('partsSupply', '外包')).toEqual(
      refused('field-choice-unknown', { choices: '自建、合作、自建和合作、无' }),
    );
    const { choices: _choices, ...without } = fieldOf('legalPerson');
    expect(parseField(without, '是')).toEqual(refused('field-choice-unknown', { choices: '' }));
  });
});

describe('a code, an amount, a number, a day', () => {
  it('a code is checked and a corrected one confirmed', () => {
    expect(read('creditCode', '91110108551385082Q')).toEqual(good('91110108551385082Q'));
    expect(read('creditCode', '91110108 551385082q')).toEqual(asked('91110108551385082Q'));
    expect(read('creditCode', '911101085513850820')).toMatchObject({ ok: false, reason: 'code-check-digit' });
    expect(read('creditCode', '123')).toEqual(refused('code-length', { length: 3, expected: 18 }));
  });

  it('an amount in 万元; one that looks like yuan is confirmed', () => {
    expect(read('registeredCapital', '3000')).toEqual(good('3000'));
    expect(read('registeredCapital', '3000万元')).toEqual(asked('3000'));
    expect(read('registeredCapital', '999999')).toEqual(good('999999'));
    expect(read('registeredCapital', '999999.5')).toEqual(good('999999.5'));
    expect(read('registeredCapital', '1000000')).toEqual(asked('1000000'));
    expect(read('registeredCapital', '-1')).toMatchObject({ ok: false, reason: 'money-negative' });
    expect(read('registeredCapital', '很多')).toEqual(refused('money-not-understood', { text: '很多' }));
  });

  it('a number of years with or without its unit', () => {
    expect(read('experienceYears', '5')).toEqual(good('5'));
    expect(read('experienceYears', '0')).toEqual(good('0'));
    expect(read('experienceYears', '5.25')).toEqual(good('5.25'));
    expect(read('experienceYears', '5年')).toEqual(asked('5'));
    expect(read('experienceYears', '1 2')).toEqual(asked('12'));
    expect(read('experienceYears', '123456789.1234')).toEqual(good('123456789.1234'));
    expect(read('experienceYears', '-3')).toEqual(refused('field-negative'));
    expect(read('experienceYears', '-3年')).toEqual(refused('field-negative'));
    const wrong = [
      'x',
      'x5',
      '5x',
      '年5',
      '1年5',
      '1234567890',
      '1.12345',
      '1.',
      '.5',
      '1.2.3',
      '5-3',
      '1.x',
      '1.2x',
    ];
    for (const text of wrong) {
      expect([text, read('experienceYears', text)]).toEqual([text, refused('field-not-a-number')]);
    }
  });

  it('a day in its ISO form', () => {
    expect(read('establishedOn', '2019-05-20')).toEqual(good('2019-05-20'));
    expect(read('establishedOn', '2019年5月20日')).toEqual(asked('2019-05-20'));
    expect(read('establishedOn', '去年')).toEqual(refused('field-date-not-understood'));
  });
});

describe('the fields of one dossier together', () => {
  const whole = Object.fromEntries(dossierFields.map(({ key, example }) => [key, example]));
  const full = { ...whole, tradeExperience: 'enterprise', sourcing: 'enterprise', overseasChannel: 'both' };

  it('lack nothing when every required one is there', () => {
    expect(checkDossierFields({ ...full, netAssets: null, investorName: null })).toEqual([]);
  });

  it('name every required one that is absent, in the order of the form', () => {
    const keys = checkDossierFields({ ...full, name: null, contactPhone: null }).map(({ key, reason }) => [
      key,
      reason,
    ]);
    expect(keys).toEqual([
      ['name', 'field-required'],
      ['contactPhone', 'field-required'],
    ]);
    const required = dossierFields.filter((field) => field.required).map(({ key }) => key);
    expect(checkDossierFields({}).map(({ key }) => key)).toEqual(required);
    expect(checkDossierFields({})[0]?.values).toEqual({});
  });

  it.each([
    ['tradeExperience', '对外贸易相关经验：投资方'],
    ['sourcing', '车源整合能力：投资方'],
    ['overseasChannel', '海外贸易渠道：投资方'],
  ])('an investor relied upon for %s must be named', (key, because) => {
    const reliant = { ...full, [key]: 'investor', investorName: null, investorCode: null };
    expect(checkDossierFields(reliant)).toEqual([
      { key: 'investorName', reason: 'field-investor-missing', values: { because } },
      { key: 'investorCode', reason: 'field-investor-missing', values: { because } },
    ]);
    const named = { ...reliant, investorName: '示例投资', investorCode: '91110108551385082Q' };
    expect(checkDossierFields(named)).toEqual([]);
    expect(checkDossierFields({ ...named, investorCode: null }).map((problem) => problem.key)).toEqual([
      'investorCode',
    ]);
  });

  it('both or nobody’s means rely on nobody else; other fields don’t count', () => {
    const none = { investorName: null, investorCode: null };
    expect(checkDossierFields({ ...full, ...none, sourcing: 'both' })).toEqual([]);
    expect(checkDossierFields({ ...full, ...none, preferenceDetail: 'investor' })).toEqual([]);
  });
});
