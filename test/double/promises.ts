import { expect } from '@playwright/test';
import type {} from '../../renderer/api/transport.ts';
import { sessionAnswers, type Booted } from './boot.ts';

/** What the shipped shell promises, whatever the interface looks like. Fails when one promise is broken. */
export async function keepsItsPromises({ page, standIn }: Booted): Promise<void> {
  await expect(page).toHaveTitle(/评审台/);

  const surface = await page.evaluate(() => ({
    members: Object.keys(window.panel ?? {}),
    node: ['require', 'process', 'module', 'Buffer', 'standInInvoke'].filter((name) => name in globalThis),
  }));
  expect(surface).toEqual({ members: ['call'], node: [] });

  const replies = await page.evaluate(async () => [
    await window.panel?.call('app.status', {}),
    await window.panel?.call('__proto__', {}),
    await window.panel?.call('app.status', 'x'.repeat(3 * 1024 * 1024)),
  ]);
  expect(replies).toMatchObject([{ ok: true }, { ok: false }, { ok: false, problem: { code: 'bad-input' } }]);

  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://evil.example/';
  });
  const [popup] = await Promise.all([
    page.waitForEvent('popup', { timeout: 5_000 }),
    page.evaluate(() => void window.open('https://evil.example/popup')),
  ]);
  await expect.poll(() => popup.isClosed()).toBe(true);
  const foreign = await page.evaluate(() =>
    fetch('https://evil.example/beacon').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  await expect(page).toHaveTitle(/评审台/);
  expect({ foreign, at: page.url(), escaped: standIn.escaped, popups: standIn.popups }).toEqual({
    foreign: 'refused',
    at: before,
    escaped: [],
    popups: [],
  });

  expect(sessionAnswers('https://evil.example/', 'media')).toEqual({ sent: false, granted: false });
  expect(sessionAnswers('panel://app/assets/x.js', 'clipboard-read')).toEqual({ sent: true, granted: false });
}
