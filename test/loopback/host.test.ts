import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runLoopbackHost } from '../../electron/loopback/host.ts';
import { readRuntimeFile } from '../../electron/loopback/runtime-file.ts';
import { smallBackend } from './small-backend.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-host-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => Promise.resolve(smallBackend());

it('writes where it runs into a file that only its owner can read', async () => {
  const host = await runLoopbackHost({ dataFolder: folder, openBackend: open });
  const mode = statSync(join(folder, 'running.json')).mode & 0o777;
  const running = readRuntimeFile(folder);
  await host.close();
  expect([mode, host.address]).toEqual([0o600, `http://127.0.0.1:${running?.port}/#k=${running?.token}`]);
});

it('a second start finds the running one and does not open the data', async () => {
  const first = await runLoopbackHost({ dataFolder: folder, openBackend: open });
  const second = await runLoopbackHost({
    dataFolder: folder,
    openBackend: () => Promise.reject(new Error('opened')),
  });
  await first.close();
  expect([second.ours, second.address]).toEqual([false, first.address]);
});

it('the loser of two simultaneous starts finds the winner', async () => {
  let winner: Awaited<ReturnType<typeof runLoopbackHost>> | undefined;
  const loser = await runLoopbackHost({
    dataFolder: folder,
    async openBackend() {
      winner = await runLoopbackHost({ dataFolder: folder, openBackend: open });
      throw new Error('locked');
    },
  });
  await winner?.close();
  expect([loser.ours, loser.address]).toEqual([false, winner?.address]);
});

it.each([
  ['of a host that died', '{"port":9,"token":"TTTTTTTTTTTTTTTTTTTT","pid":1}'],
  ['that is damaged', '{"port":'],
  ['with a port that is a path', '{"port":"1/../","token":"TTTTTTTTTTTTTTTTTTTT","pid":1}'],
  ['that is empty', ''],
])('a runtime file %s is replaced', async (_name, text) => {
  writeFileSync(join(folder, 'running.json'), text);
  const host = await runLoopbackHost({ dataFolder: folder, openBackend: open });
  const running: unknown = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'));
  await host.close();
  expect([host.ours, running]).toEqual([true, expect.objectContaining({ pid: process.pid })]);
});

it('a runtime file of another process on our port is not believed', async () => {
  const first = await runLoopbackHost({ dataFolder: folder, openBackend: open });
  const running = readRuntimeFile(folder);
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ ...running, pid: process.pid + 1 }));
  const second = await runLoopbackHost({ dataFolder: folder, openBackend: open });
  await Promise.all([first.close(), second.close()]);
  expect(second.ours).toBe(true);
});

it('退出 answers, closes the backend, ends the host and removes the file', async () => {
  const backend = smallBackend();
  const host = await runLoopbackHost({
    dataFolder: folder,
    openBackend(onQuit) {
      const dispatch: typeof backend.dispatch = (call) => {
        onQuit();
        return backend.dispatch(call);
      };
      return Promise.resolve({ ...backend, dispatch, close: () => backend.close() });
    },
  });
  const token = readRuntimeFile(folder)?.token ?? '';
  const answer = await fetch(`${host.address.split('/#')[0]}/call`, {
    method: 'POST',
    headers: {
      'x-panel-token': token,
      'x-panel-session': 'tab-00000001',
      'content-type': 'application/json',
    },
    body: '{"name":"echo","input":"再见"}',
  });
  await host.ended;
  expect([await answer.json(), backend.closed, readRuntimeFile(folder)]).toEqual([
    { ok: true, value: '再见' },
    true,
    undefined,
  ]);
});
