import { rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';
import { startBuiltHost, temporaryDataFolder, type BuiltHost } from '../support/built-host.ts';

/** A host of its own with an open page, watched for everything that the console complains about. */
export interface Stage {
  readonly page: Page;
  readonly host: BuiltHost;
  /** Console errors, uncaught errors and violations of the page's policy, in the order they came. */
  readonly complaints: string[];
  /** Ends the host, deletes its data, and requires that nothing was complained about. */
  readonly end: () => Promise<void>;
}

/** Collects what a page complains about. The browser reports a violated policy as a console error. */
export function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

/** Starts the built host and opens its page: on an empty data folder, or on a prepared one that it then deletes. */
export async function openStage(browser: Browser, prepared?: string): Promise<Stage> {
  const data =
    prepared === undefined
      ? temporaryDataFolder()
      : { path: prepared, remove: () => rmSync(prepared, { recursive: true, force: true }) };
  const host = await startBuiltHost(data.path);
  const context = await browser.newContext();
  // A missing button should say so soon, not at the end of the test's two minutes.
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  watch(page, complaints);
  await page.goto(host.address);
  return {
    page,
    host,
    complaints,
    end: async () => {
      await context.close();
      await host.stop();
      data.remove();
      expect(complaints).toEqual([]);
    },
  };
}

/** No serious or critical finding of axe on the screen as it is; the finding names rule and element. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const said = grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  // Soft, so that one screen's finding doesn't hide the rest of the road.
  expect.soft(said).toEqual([]);
}
