import { spawn } from 'node:child_process';

/** The command that opens an address in the default browser, without a shell that could read it. */
export function browserCommand(platform: string, address: string): readonly [string, readonly string[]] {
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', address]];
  return platform === 'darwin' ? ['open', [address]] : ['xdg-open', [address]];
}

/** Opens the address and forgets about it: where there is no browser, the printed address remains. */
export function openBrowser(address: string): void {
  const [command, parameters] = browserCommand(process.platform, address);
  const child = spawn(command, parameters, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
