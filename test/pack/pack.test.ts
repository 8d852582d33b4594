import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { createPdfMaker } from '../../electron/documents/make-pdf.ts';
import { fontSet } from '../../electron/font-files.ts';
import { signIn } from '../documents/sample-forms.ts';
import { startBuiltHost, temporaryDataFolder } from '../support/built-host.ts';
import { pack, schemaErrors, type Packed } from './packed.ts';

let packed: Packed;
beforeAll(() => {
  packed = pack(manifest.devDependencies.electron);
}, 120_000);
afterAll(() => packed?.remove());

describe('the settings of the packer', () => {
  it('follow its schema', () => {
    expect(schemaErrors()).toBeNull();
  });
  it('would be refused with a name that it does not know', () => {
    expect(schemaErrors((settings) => void (settings['asarr'] = true))).not.toBeNull();
  });
  it('name the very Electron that is installed', () => {
    expect(
      schemaErrors((settings) => expect(settings['electronVersion']).toBe(manifest.devDependencies.electron)),
    ).toBeNull();
  });
});

describe('the archive', () => {
  const names = (): readonly string[] =>
    listPackage(packed.archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));

  it('holds the program, its resources and the few packages that stay outside the bundles', () => {
    const top = names().filter((name) => name.split('/').length === 2);
    expect(top.toSorted()).toEqual(['/dist', '/node_modules', '/package.json', '/resources']);
  });

  it('holds no sources, no maps, no tests, no downloads and no second Node', () => {
    const unwanted = /\.(?:ts|tsx|map|md)$|\/\.|node-linux|node-win|\/electron\/|\/test\//;
    expect(names().filter((name) => unwanted.test(name))).toEqual([]);
  });

  it('has exactly the prebuild of its platform, unpacked', () => {
    const folder = join(packed.folder, 'resources', 'app.asar.unpacked');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('.node'))).toEqual([
      join('node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node'),
    ]);
  });

  it('has two weights of the document fonts beside it, and their licence', () => {
    expect(readdirSync(join(packed.folder, 'resources', 'fonts')).toSorted()).toEqual([
      'LICENSE_FONT',
      'NotoSansSC_700Bold.ttf',
      'NotoSerifJP_400Regular.ttf',
      'NotoSerifSC_400Regular.ttf',
    ]);
  });
});

describe('the installed program', () => {
  it('starts its host, opens its database and serves the page', async () => {
    const data = temporaryDataFolder();
    const host = await startBuiltHost(data.path, {}, packed.extracted);
    const [address = '', token = ''] = host.address.split('/#k=');
    const page = await fetch(`${address}/`);
    const reply = await fetch(`${address}/call`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-panel-token': token,
        'x-panel-session': 'tab-00000001',
      },
      body: JSON.stringify({ name: 'app.status', input: {} }),
    });
    const seen = [page.status, await reply.json(), await host.stop()];
    data.remove();
    expect(seen).toEqual([200, expect.objectContaining({ ok: true }), 0]);
  });

  it('prints a PDF with a file inside by its own worker and fonts', async () => {
    const worker = pathToFileURL(join(packed.extracted, 'dist', 'main', 'pdf-worker.js'));
    const maker = createPdfMaker({ worker, fonts: fontSet(join(packed.extracted, '..', 'fonts')) });
    const attachments = [{ name: 'a.json', description: '示例', mediaType: 'application/json', text: '{}' }];
    const bytes = await maker.makePdf('sign-in', signIn, { attachments });
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('has its fuses set, all that this version knows', async () => {
    const {
      version: _version,
      resetAdHocDarwinSignature: _reset,
      strictlyRequireAllFuses: _strict,
      ...fuses
    } = await getCurrentFuseWire(join(packed.folder, 'paneldesk'));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ];
    const known = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');
    const expected = known.map((fuse) => [
      String(fuse),
      on.includes(fuse) ? FuseState.ENABLE : FuseState.DISABLE,
    ]);
    expect(fuses).toEqual(Object.fromEntries(expected));
  });
});
