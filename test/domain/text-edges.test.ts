import { describe, expect, it } from 'vitest';
import { draw, type DrawInput } from '../../shared/domain/draw.ts';
import { checkCreditCode, checkVin, normaliseCreditCode } from '../../shared/domain/identifiers.ts';
import { compareCapital, parseCapital } from '../../shared/domain/money.ts';
import { addDays, addMonths, daysInMonth, isPlainDate } from '../../shared/domain/months.ts';
import { parseStrictJson } from '../../shared/domain/strict-json.ts';

describe('a credit code or a VIN', () => {
  it('undoes every look-alike', () => {
    expect(normaliseCreditCode('I O Z S V l')).toBe('1025U1');
  });

  it('names the first place too', () => {
    expect(checkCreditCode('?1110108551385082Q')).toMatchObject({
      reason: 'code-character',
      values: { place: 1, character: '?' },
    });
    expect(checkVin('?HGCM82633A004352')).toEqual({
      ok: false,
      reason: 'code-character',
      values: { place: 1, character: '?' },
    });
    expect(checkVin('1HGCM82633A00435')).toEqual({
      ok: false,
      reason: 'code-length',
      values: { length: 16, expected: 17 },
    });
  });

  it('a good VIN is its plain text; one with spaces, dashes or small letters is confirmed', () => {
    expect(checkVin('1HGCM82633A004352')).toEqual({
      ok: true,
      code: '1HGCM82633A004352',
      interpreted: false,
    });
    for (const text of ['1HG CM82633A004352', '1HG-CM82633A004352', '1hgcm82633a004352']) {
      expect(checkVin(text)).toEqual({ ok: true, code: '1HGCM82633A004352', interpreted: true });
    }
    // R counts nine; the check digit of this one is X.
    expect(checkVin('1M8GDM9AXKP042788')).toMatchObject({ ok: true });
    expect(checkVin('RRRRRRRRXRRRRRRRR')).toMatchObject({ ok: false, values: { found: 'X' } });
    expect(checkVin('R0000000600000000')).toMatchObject({ ok: true });
  });
});

describe('an amount', () => {
  const read = (text: string) => {
    const parsed = parseCapital(text);
    return parsed.ok ? parsed.value : parsed.reason;
  };

  it.each([
    ['3，000', '3000'],
    ['12,345,678', '12345678'],
    ['3000圆', '0.3'],
    ['人民币3000万元', '3000'],
    ['3000万人民币', '3000'],
    ['3000万元整', '3000'],
    ['RMB 3000', '3000'],
    ['￥3000', '3000'],
    ['123456789012345', '123456789012345'],
    ['0.12345678', '0.12345678'],
  ])('%s is %s 万元', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    '30圆00',
    '3000人民币万元',
    '3000整万元',
    '3000RMB',
    '3,000,00',
    '3,0000,000',
    '1234,567',
    ',000',
    '3000,',
    '1234567890123456',
    '1.123456789',
    '1.x2',
    '1.2x',
    '1.',
    '.',
    '3000 x',
  ])('%s is none', (text) => {
    expect(parseCapital(text)).toEqual({ ok: false, reason: 'money-not-understood', values: { text } });
  });

  it('says what it refused, and a comparison says with what', () => {
    expect(parseCapital('-1')).toEqual({ ok: false, reason: 'money-negative', values: { text: '-1' } });
    expect(() => compareCapital('x', '1')).toThrow('not amounts: x, 1');
    expect(() => compareCapital('1', 'y')).toThrow('not amounts: 1, y');
  });
});

describe('a plain date', () => {
  it('begins with the year 1, ends with 9999 and has nothing around it', () => {
    expect(['0001-01-01', '9999-12-31'].map(isPlainDate)).toEqual([true, true]);
    for (const text of [
      'x2026-01-01',
      '2026-01-01x',
      '0000-12-31',
      '2026-01-00',
      '2026-01-32',
      '2026-00-31',
    ]) {
      expect([text, isPlainDate(text)]).toEqual([text, false]);
    }
    expect(addMonths('0001-02-01', -1)).toBe('0001-01-01');
    expect(addMonths('9999-11-30', 1)).toBe('9999-12-30');
    expect(() => addMonths('0001-01-31', -1)).toThrow('year out of range: 0');
    expect(() => addMonths('9999-12-01', 1)).toThrow('year out of range: 10000');
    expect(() => addDays('9999-12-31', 1)).toThrow('year out of range: 10000');
    expect(() => addMonths('today', 1)).toThrow('not a date: today');
  });

  it('moves by whole numbers only', () => {
    expect(() => addMonths('2026-01-01', 0.5)).toThrow('not a whole number: 0.5');
    expect(() => addDays('2026-01-01', 0.5)).toThrow('not a whole number: 0.5');
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow('not a whole number: NaN');
  });

  it('knows the leap years', () => {
    const days = [1900, 2000, 2023, 2024, 2100, 2400, 4].map((year) => daysInMonth(year, 2));
    expect(days).toEqual([28, 29, 28, 29, 28, 29, 29]);
    expect([daysInMonth(2026, 4), daysInMonth(2026, 13)]).toEqual([30, 0]);
  });
});

describe('strict JSON', () => {
  const found = (text: string) => parseStrictJson(text).problems;

  it('reads every escape and white space everywhere', () => {
    expect(parseStrictJson('"\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9\\u00E9"').value).toBe(
      '" \\ / \b \f \n \r \t éé',
    );
    const spaced = ' {\n "a" : [ 1 ,\t2 ] , "b" : { } , "c" : [ ] } \r';
    expect(parseStrictJson(spaced)).toEqual({ value: { a: [1, 2], b: {}, c: [] }, problems: [] });
  });

  it('says what it found and where', () => {
    expect(found('[1,\n x]')).toEqual([
      { reason: 'json-syntax', line: 2, column: 2, values: { found: 'x' } },
    ]);
    expect(found('[1')).toEqual([{ reason: 'json-syntax', line: 1, column: 3, values: { found: '' } }]);
    expect(found('{"a":1,}')).toEqual([
      { reason: 'json-syntax', line: 1, column: 8, values: { found: '}' } },
    ]);
    expect(found("{'a':1}")).toEqual([{ reason: 'json-syntax', line: 1, column: 2, values: { found: "'" } }]);
    expect(found('"a')).toEqual([{ reason: 'json-syntax', line: 1, column: 3, values: { found: '' } }]);
    expect(found('"a\u0001"')).toEqual([
      { reason: 'json-syntax', line: 1, column: 3, values: { found: '\u0001' } },
    ]);
    expect(found('"\\x"')).toEqual([{ reason: 'json-syntax', line: 1, column: 3, values: { found: 'x' } }]);
    for (const text of ['"\\u12"', '"\\uxxxx"', '"\\u123x"', '"\\ux123"', '"\\']) {
      expect([text, found(text).map(({ reason }) => reason)]).toEqual([text, ['json-syntax']]);
    }
    expect(found('')).toEqual([{ reason: 'json-syntax', line: 1, column: 1, values: { found: '' } }]);
  });

  it('reads a hundred levels and not one more, of arrays and of objects', () => {
    const arrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    const objects = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
    expect([found(arrays(101)), found(objects(100))]).toEqual([[], []]);
    expect([found(arrays(102))[0]?.reason, found(objects(101))[0]?.reason]).toEqual([
      'json-depth',
      'json-depth',
    ]);
  });

  it('keeps a repeated key’s last value, and a key like any other named __proto__', () => {
    const { value, problems } = parseStrictJson('{"a":1,"a":2,"__proto__":3}');
    expect([Object.entries(value as object), problems.length]).toEqual([
      [
        ['a', 2],
        ['__proto__', 3],
      ],
      1,
    ]);
    expect(parseStrictJson('{"a":1,"a":2,"a":3}').value).toEqual({ a: 3 });
  });
});

describe('a draw', () => {
  const digest = (text: string) => text;
  const good: DrawInput = {
    seed: 's',
    pool: [
      { id: 'E3', field: '财务' },
      { id: 'E2', field: '财务' },
      { id: 'E1', field: '财务' },
    ],
    excluded: ['E3', 'E1'],
    quotas: [{ field: '财务', quota: 1 }],
  };

  it('lists the excluded by id', () => {
    const outcome = draw(good, digest);
    expect(outcome.ok && outcome.draw.fields[0]?.excluded).toEqual(['E1', 'E3']);
  });

  it('says with each defect what it is about', () => {
    const outcome = draw(
      {
        seed: 'x'.repeat(201),
        pool: [...good.pool, { id: 'E1', field: '' }],
        excluded: ['E9', 'E9'],
        quotas: [
          { field: '财务', quota: 4 },
          { field: '财务', quota: 0 },
          { field: '航天', quota: 1 },
        ],
      },
      digest,
    );
    expect(outcome.ok ? [] : outcome.problems.map(({ reason, values }) => [reason, values])).toEqual([
      ['draw-seed-long', { most: 200 }],
      ['draw-id-repeated', { id: 'E1' }],
      ['draw-field-empty', { id: 'E1' }],
      ['draw-excluded-unknown', { id: 'E9' }],
      ['draw-excluded-unknown', { id: 'E9' }],
      ['draw-excluded-repeated', { id: 'E9' }],
      ['draw-too-few', { field: '财务', quota: 4, available: 3 }],
      ['draw-field-repeated', { field: '财务' }],
      ['draw-quota', { field: '财务' }],
      ['draw-field-unknown', { field: '航天' }],
    ]);
  });
});
