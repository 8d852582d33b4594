import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkCreditCode,
  checkVin,
  creditCodeCheckDigit,
  normaliseCreditCode,
} from '../../shared/domain/identifiers.ts';
import { readRows } from '../support/cases.ts';

test.each(readRows('uscc_vectors'))('the code %s is valid: %s', (code = '', valid = '') => {
  expect(checkCreditCode(code).ok).toBe(valid === '1');
});

test.each(readRows('vin_vectors'))('the VIN %s is valid: %s', (vin = '', valid = '') => {
  expect(checkVin(vin).ok).toBe(valid === '1');
});

test.each([
  ['91110108551385082q', '91110108551385082Q'],
  ['９１１１０１０８５５１３８５０８２Ｑ', '91110108551385082Q'],
  ['9lll0108551385082Q', '91110108551385082Q'],
  ['91110108 5513-85082 Q', '91110108551385082Q'],
  ['9111O1O855I38SO82Q', '91110108551385082Q'],
])('"%s" is understood as %s, for a person to confirm', (text, code) => {
  expect(checkCreditCode(text)).toEqual({ ok: true, code, interpreted: true });
});

test('a plain valid code is not interpreted', () => {
  expect(checkCreditCode('9144030071526726XG')).toEqual({
    ok: true,
    code: '9144030071526726XG',
    interpreted: false,
  });
});

test('a refusal names the wrong place', () => {
  expect(checkCreditCode('9111010855138508')).toEqual({
    ok: false,
    reason: 'code-length',
    values: { length: 16, expected: 18 },
  });
  expect(checkCreditCode('9111010855138508?Q')).toEqual({
    ok: false,
    reason: 'code-character',
    values: { place: 17, character: '?' },
  });
  expect(checkCreditCode('91440300553897623C')).toMatchObject({
    reason: 'code-check-digit',
    values: { place: 18, found: 'C' },
  });
  expect(checkVin('1HGCM82633A004353')).toEqual({
    ok: false,
    reason: 'code-check-digit',
    values: { place: 9, found: '3', expected: '5' },
  });
  expect(checkVin('1HGCM8263OA004352')).toMatchObject({
    reason: 'code-character',
    values: { place: 10, character: 'O' },
  });
  expect(checkVin('')).toMatchObject({ reason: 'code-length' });
});

test('every single wrong character of a code is noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const letters = fc.constantFrom(...alphabet);
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 17, maxLength: 17 }),
      fc.nat(17),
      letters,
      (body, place, letter) => {
        const code = body.join('') + creditCodeCheckDigit(body.join(''));
        const wrong = code.slice(0, place) + letter + code.slice(place + 1);
        expect([checkCreditCode(code).ok, checkCreditCode(wrong).ok]).toEqual([true, wrong === code]);
      },
    ),
  );
});

test('normalising is idempotent', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(normaliseCreditCode(normaliseCreditCode(text))).toBe(normaliseCreditCode(text));
    }),
  );
});
