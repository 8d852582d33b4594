import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryDataFolder } from '../support/built-host.ts';
import { boot } from './boot.ts';
import { keepsItsPromises } from './promises.ts';

const projectFolder = join(import.meta.dirname, '..', '..');

test('the built program opens, keeps its promises and quits', async ({ browser }) => {
  const data = temporaryDataFolder();
  const program = await boot(browser, projectFolder, data.path);
  await keepsItsPromises(program);
  expect(await program.quit()).toBe(0);
  data.remove();
});

test('a call from an inner frame is refused', async ({ browser }) => {
  const data = temporaryDataFolder();
  const { standIn, quit } = await boot(browser, projectFolder, data.path);
  const answer = standIn.channels.get('panel:call');
  const sender = { id: 1 };
  const inner = { sender, senderFrame: { url: 'panel://app/', parent: {} } };
  const gone = { sender, senderFrame: null };
  const elsewhere = { sender, senderFrame: { url: 'https://evil.example/', parent: null } };
  const stranger = { sender: { id: 99 }, senderFrame: { url: 'panel://app/', parent: null } };
  const replies = await Promise.all(
    [inner, gone, elsewhere, stranger].map((event) => answer?.(event, 'app.status', {})),
  );
  const refused = { ok: false, problem: { code: 'not-permitted' } };
  expect(replies).toEqual([refused, refused, refused, refused]);
  await quit();
  data.remove();
});

test('a second start and a closed window are handled', async ({ browser }) => {
  const data = temporaryDataFolder();
  const { page, standIn } = await boot(browser, projectFolder, data.path);
  const focused: unknown[] = [];
  standIn.appEvents.on('stand-in-focus', (title) => void focused.push(title));
  standIn.appEvents.emit('second-instance');
  await page.close();
  expect([focused, await standIn.exitCode]).toEqual([['评审台'], 0]);
  data.remove();
});

test('the window has a session of its own that grants nothing', async ({ browser }) => {
  const data = temporaryDataFolder();
  const { standIn, quit } = await boot(browser, projectFolder, data.path);
  expect([standIn.sandboxed, standIn.schemes, standIn.windows, standIn.paths.get('userData')]).toEqual([
    true,
    ['panel'],
    1,
    join(data.path, 'window'),
  ]);
  await quit();
  data.remove();
});
