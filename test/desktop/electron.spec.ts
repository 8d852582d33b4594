import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { electronProgram } from '../../electron/launcher.mjs';
import { temporaryDataFolder } from '../support/built-host.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const program = electronProgram();

/** What no stand-in can show: real isolation, the real origin of `panel:`, Electron's own ABI. */
test('the real Electron opens the page, isolated, over the panel scheme, and quits', async () => {
  test.skip(program === undefined, 'the binary of Electron is not here: npm start -- --desktop fetches it');
  const data = temporaryDataFolder();
  // Electron refuses to start as root with its sandbox, which is what containers offer.
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    executablePath: program ?? '',
    args: [projectFolder, ...rootOnly],
    env: { ...process.env, PANELDESK_DATA: data.path } as Record<string, string>,
  });
  const page = await application.firstWindow();
  await expect(page).toHaveTitle(/评审台/);
  const seen = await page.evaluate(async () => ({
    origin: location.href.split('#')[0],
    node: ['require', 'process', 'Buffer'].filter((name) => name in globalThis),
    reply: await window.panel?.call('app.status', {}),
  }));
  expect(seen).toMatchObject({ origin: 'panel://app/', node: [], reply: { ok: true } });
  await application.close();
  data.remove();
});
