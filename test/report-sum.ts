import { z } from 'zod';

export interface Sum {
  readonly passed: number;
  readonly failed: number;
  /** One line for each test that was skipped, with its reason where the runner knows it. */
  readonly notRun: readonly string[];
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** Adds up vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function vitestSum(report: unknown): Sum {
  const { testResults } = vitestReport.parse(report);
  const results = testResults.flatMap((file) => file.assertionResults);
  const withoutTests = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const count = (status: string): number => results.filter((result) => result.status === status).length;
  const skipped = results.filter((result) => result.status !== 'passed' && result.status !== 'failed');
  return {
    passed: count('passed'),
    failed: count('failed') + withoutTests.length,
    notRun: skipped.map((result) => result.fullName.trim()),
  };
}

interface Suite {
  readonly specs?: readonly Spec[] | undefined;
  readonly suites?: readonly Suite[] | undefined;
}

const spec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});
type Spec = z.infer<typeof spec>;

const suite: z.ZodType<Suite> = z.object({
  specs: z.array(spec).optional(),
  get suites() {
    return z.array(suite).optional();
  },
});

const playwrightReport = z.object({ suites: z.array(suite), errors: z.array(z.unknown()) });

function specsOf(one: Suite): readonly Spec[] {
  return [...(one.specs ?? []), ...(one.suites ?? []).flatMap(specsOf)];
}

/** Adds up Playwright's JSON report. An error outside any test counts as one failure, and so does a flake. */
export function playwrightSum(report: unknown): Sum {
  const { suites, errors } = playwrightReport.parse(report);
  const tests = suites
    .flatMap(specsOf)
    .flatMap((one) => one.tests.map((test) => ({ ...test, title: `${test.projectName}: ${one.title}` })));
  const failed = tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky');
  const skipped = tests.filter((test) => test.status === 'skipped');
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: failed.length + errors.length,
    notRun: skipped.map((test) => {
      const reason = test.annotations.find((annotation) => annotation.type === 'skip')?.description;
      return reason === undefined ? test.title : `${test.title} (${reason})`;
    }),
  };
}
