import base from '../renderer/vite.config.ts';

/** The longest evidence runs on the program itself; against thousands of mutants the short tests must do. */
const tooLong = ['oracle', 'cases-skating', 'what-if-official'].map((name) => `test/domain/${name}.test.ts`);

/**
 * Settings of the test runner for mutation testing: the tests of the law only, in one environment a run. Their
 * modules hold no state, and loading them anew for each test file took most of a run.
 */
export default {
  ...base,
  test: {
    ...base.test,
    include: ['test/domain/**/*.test.ts'],
    exclude: [...(base.test?.exclude ?? []), ...tooLong],
    isolate: false,
  },
};
