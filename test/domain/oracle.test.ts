import { expect, test } from 'vitest';
import { compareWithOracle } from '../support/oracle-comparison.ts';

test('a thousand random reviews give the same result in two independent implementations', () => {
  expect(() => compareWithOracle(1000)).not.toThrow();
});
