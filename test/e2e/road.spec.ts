import { test } from '@playwright/test';
import { prepareReview } from './road/office.ts';
import type { Road } from './road/road.ts';
import { scoreAndOpen } from './road/scoring.ts';
import { concludeAndSign } from './road/signing.ts';
import { openStage, type Stage } from './stage.ts';

// One laptop, one review, one tab from beginning to end: each test goes on where the one before stopped.
test.describe.configure({ mode: 'serial' });

let opened: Stage | undefined;
const road: Road = {
  stage: () => {
    if (opened === undefined) throw new Error('The stage is not open yet.');
    return opened;
  },
  authority: '',
  minutes: '',
};

test.beforeAll(async ({ browser }) => {
  opened = await openStage(browser);
});
test.afterAll(async () => opened?.end());

prepareReview(road);
scoreAndOpen(road);
concludeAndSign(road);
