import { expect, test } from '@playwright/test';
import { startBuiltHost, temporaryDataFolder } from '../support/built-host.ts';

test('the page opens from the printed address, breaks no rule of its policy, and hides the token', async ({
  page,
}) => {
  const data = temporaryDataFolder();
  const host = await startBuiltHost(data.path);
  const complaints: string[] = [];
  const foreign: string[] = [];
  const home = host.address.split('#')[0] ?? '';
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('blob:')) foreign.push(request.url());
  });
  await page.goto(host.address);
  await expect(page).toHaveTitle(/评审台/);
  await expect(page.locator('#root')).not.toBeEmpty();
  // A bare machine has no Chinese letters: the bundled ones must come, in two weights.
  const fonts = await page.evaluate(async () => {
    const bundled = [...document.fonts];
    await Promise.all(bundled.map((font) => font.load()));
    return bundled.map((font) => font.status);
  });
  expect({ complaints, foreign, fonts, hash: new URL(page.url()).hash.includes('k=') }).toEqual({
    complaints: [],
    foreign: [],
    fonts: ['loaded', 'loaded'],
    hash: false,
  });
  await host.stop();
  data.remove();
});

test('a page without the token is told so and reads nothing', async ({ page }) => {
  const data = temporaryDataFolder();
  const host = await startBuiltHost(data.path);
  const home = host.address.split('#')[0] ?? '';
  await page.goto(home);
  const status = await page.evaluate(async () => {
    const body = JSON.stringify({ name: 'app.status', input: {} });
    const headers = { 'content-type': 'application/json', 'x-panel-session': 'tab-00000001' };
    return (await fetch('/call', { method: 'POST', headers, body })).status;
  });
  expect(status).toBe(401);
  await host.stop();
  data.remove();
});

test('another site in the same browser can neither read the page nor call', async ({ page }) => {
  const data = temporaryDataFolder();
  const host = await startBuiltHost(data.path);
  const home = host.address.split('#')[0] ?? '';
  await page.route('https://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>evil</title>' }),
  );
  await page.goto('https://evil.example/');
  const seen = await page.evaluate(async (target) => {
    const read = (init?: RequestInit): Promise<string> =>
      fetch(target, init).then(
        (answer) => `${answer.type} ${answer.status}`,
        () => 'refused',
      );
    const image = new Promise<string>((resolve) => {
      const element = new Image();
      element.onload = () => resolve('shown');
      element.onerror = () => resolve('refused');
      element.src = `${target}assets/icon.svg`;
    });
    return [await read(), await read({ method: 'POST', body: '{}' }), await image];
  }, home);
  expect(seen).toEqual(['refused', 'refused', 'refused']);
  await host.stop();
  data.remove();
});

test('a second start ends at once and names the same address', async () => {
  const data = temporaryDataFolder();
  const first = await startBuiltHost(data.path);
  const second = await startBuiltHost(data.path);
  expect([second.address, await second.exited]).toEqual([first.address, 0]);
  expect(await first.stop()).toBe(0);
  data.remove();
});

test('after a power cut the next start takes over', async () => {
  const data = temporaryDataFolder();
  const first = await startBuiltHost(data.path);
  await first.kill();
  const second = await startBuiltHost(data.path);
  expect(second.address).not.toBe(first.address);
  expect(await second.stop()).toBe(0);
  data.remove();
});

test('退出 in the page ends the process', async ({ page }) => {
  const data = temporaryDataFolder();
  const host = await startBuiltHost(data.path);
  const [home = '', token = ''] = host.address.split('#k=');
  await page.goto(home);
  const reply = await page.evaluate(async (key) => {
    const body = JSON.stringify({ name: 'app.quit', input: {} });
    const headers = {
      'content-type': 'application/json',
      'x-panel-session': 'tab-00000001',
      'x-panel-token': key,
    };
    const answer: unknown = await (await fetch('/call', { method: 'POST', headers, body })).json();
    return answer;
  }, token);
  expect([reply, await host.exited]).toEqual([expect.objectContaining({ ok: true }), 0]);
  data.remove();
});
