import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryDataFolder } from '../support/built-host.ts';
import { projectFolder } from './source-files.ts';

/** A process of its own in which asking for `electron` throws; it opens `entry` and says what it answers. */
function runWithoutElectron(entry: string, dataFolder: string): string {
  const address = (path: string): string => JSON.stringify(pathToFileURL(join(projectFolder, path)).href);
  const program = `
    import { registerHooks } from 'node:module';
    registerHooks({
      resolve(name, context, next) {
        if (name === 'electron') throw new Error('electron was asked for');
        return next(name, context);
      },
    });
    const { ${entry} } = await import(${address('electron/backend.ts')});
    const { backendPlaces } = await import(${address('electron/places.ts')});
    const places = backendPlaces(${JSON.stringify(join(projectFolder, 'dist', 'main'))});
    const options = { dataFolder: ${JSON.stringify(dataFolder)}, host: 'cli', ...places };
    const backend = await ${entry}(options);
    const reply = await backend.dispatch({ session: 'tab-00000001', name: 'app.status', input: {} });
    await backend.close();
    console.log(reply.ok);`;
  const words = ['--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return stdout.trim() === '' ? stderr : stdout.trim();
}

it('the backend opens and answers where asking for electron throws', () => {
  const data = temporaryDataFolder();
  const said = runWithoutElectron('openBackend', data.path);
  data.remove();
  expect(said).toBe('true');
});

it('and the throwing is real', () => {
  const said = runWithoutElectron("openBackend } = await import('electron'); const { other", '/nowhere');
  expect(said).toContain('electron was asked for');
});
