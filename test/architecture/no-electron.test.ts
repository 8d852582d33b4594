import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryDataFolder } from '../support/built-host.ts';
import { projectFolder } from './source-files.ts';

function addressOf(path: string): string {
  return JSON.stringify(pathToFileURL(join(projectFolder, path)).href);
}

/** Runs `body` in a process of its own in which asking for `electron` throws; answers what it says. */
function runWithoutElectron(body: string): string {
  const program = `
    import { registerHooks } from 'node:module';
    registerHooks({
      resolve(name, context, next) {
        if (name === 'electron') throw new Error('electron was asked for');
        return next(name, context);
      },
    });
    ${body}`;
  const words = ['--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return stdout.trim() === '' ? stderr : stdout.trim();
}

it('the backend opens and answers where asking for electron throws', () => {
  const data = temporaryDataFolder();
  const said = runWithoutElectron(`
    const { openBackend } = await import(${addressOf('electron/backend.ts')});
    const { backendPlaces } = await import(${addressOf('electron/places.ts')});
    const places = backendPlaces(${JSON.stringify(join(projectFolder, 'dist', 'main'))});
    const backend = await openBackend({ dataFolder: ${JSON.stringify(data.path)}, host: 'cli', ...places });
    const reply = await backend.dispatch({ session: 'tab-00000001', name: 'app.status', input: {} });
    await backend.close();
    console.log(reply.ok);`);
  data.remove();
  expect(said).toBe('true');
});

it('and the throwing is real', () => {
  expect(runWithoutElectron(`await import(${addressOf('electron/desktop/menu.ts')});`)).toContain(
    'electron was asked for',
  );
});
