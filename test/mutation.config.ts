import base from '../renderer/vite.config.ts';

/**
 * Settings of the test runner for mutation testing: the tests of the law only, in one environment a run. Their
 * modules hold no state, and loading them anew for each test file took most of a run.
 */
export default {
  ...base,
  test: { ...base.test, include: ['test/domain/**/*.test.ts'], isolate: false },
};
