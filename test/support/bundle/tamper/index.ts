import { actOperators } from './act-operators.ts';
import { containerOperators } from './container-operators.ts';
import { envelopeOperators } from './envelope-operators.ts';
import type { Operator } from './forgery.ts';
import { officeOperators } from './office-operators.ts';
import { recordOperators } from './record-operators.ts';
import { reducedOperators } from './reduced-operators.ts';
import { resultOperators } from './result-operators.ts';
import { sheetOperators } from './sheet-operators.ts';

export { Forgery, type Operator } from './forgery.ts';

/** Every attack that the verifiers are tried with. */
export const operators: readonly Operator[] = [
  ...containerOperators,
  ...sheetOperators,
  ...envelopeOperators,
  ...actOperators,
  ...officeOperators,
  ...recordOperators,
  ...resultOperators,
  ...reducedOperators,
];
