import { homedir } from 'node:os';
import { createText } from '../../shared/text/index.ts';
import { openBackend } from '../backend.ts';
import { dataFolder } from '../data-folder.ts';
import { backendPlaces } from '../places.ts';
import { failureLines } from '../start-failure.ts';
import { runLoopbackHost, type LoopbackHost } from './host.ts';
import { openBrowser } from './open-browser.ts';

/**
 * Runs the host until 退出 or Ctrl-C; answers the exit code. `--no-open` prints the address only.
 * The launcher imports this bundle, so nothing starts by itself here.
 */
export async function runLoopback(words: readonly string[]): Promise<number> {
  const text = createText('zh-CN');
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
    console.error(failureLines(text, error).join('\n'));
    return 1;
  }
  if (host.ours) endBySignals(host);
  if (!host.ours) console.log(text('host.alreadyRunning'));
  console.log(text('host.address', { address: host.address }));
  if (!words.includes('--no-open')) openBrowser(host.address);
  if (!host.ours) return 0;
  console.log(text('host.howToEnd'));
  await host.ended;
  return 0;
}

/** Set before the address is told: whoever reads it may already end the host. */
function endBySignals(host: LoopbackHost): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void host.close());
  }
}
