import { homedir } from 'node:os';
import { AppError } from '../../shared/api/problem.ts';
import { openBackend } from '../backend.ts';
import { dataFolder } from '../data-folder.ts';
import { backendPlaces } from '../places.ts';
import { runLoopbackHost, type LoopbackHost } from './host.ts';
import { openBrowser } from './open-browser.ts';

/**
 * Runs the host until 退出 or Ctrl-C; answers the exit code. `--no-open` prints the address only.
 * The launcher imports this bundle, so nothing starts by itself here.
 */
export async function runLoopback(words: readonly string[]): Promise<number> {
  const folder = dataFolder({ platform: process.platform, home: homedir(), environment: process.env });
  let host: LoopbackHost;
  try {
    host = await runLoopbackHost({
      dataFolder: folder,
      openBackend: (onQuit) =>
        openBackend({ dataFolder: folder, host: 'loopback', onQuit, ...backendPlaces(import.meta.dirname) }),
      onError: (error) => console.error(error),
    });
  } catch (error) {
    console.error(sentenceOf(error));
    return 1;
  }
  if (!host.ours) console.log('评审台已经在运行，打开的是同一个。');
  console.log(`评审台地址：${host.address}`);
  if (!words.includes('--no-open')) openBrowser(host.address);
  if (!host.ours) return 0;
  console.log('在界面中选择“退出”，或在这里按 Ctrl-C 结束。');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void host.close());
  await host.ended;
  return 0;
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError)
    return `评审台没有启动：${error.problem.code} ${JSON.stringify(error.problem.values ?? {})}`;
  return `评审台没有启动：${error instanceof Error ? error.message : String(error)}`;
}
