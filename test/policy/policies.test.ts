import { describe, expect, it } from 'vitest';
import { contentPolicy, securityHeaders, withSecurityHeaders } from '../../electron/api/security-headers.ts';
import { callFrom } from '../../electron/policy/call.ts';
import { refusedSwitch } from '../../electron/policy/argument.ts';
import { mayUse } from '../../electron/policy/permission.ts';
import { isFittingInput, mayCall } from '../../electron/policy/sender.ts';
import { preferencesOf } from '../../electron/policy/window.ts';
import { permissionNames } from './permission-names.ts';

describe('window', () => {
  it('has exactly the settings of the security plan, and developer tools only unpackaged', () => {
    expect(preferencesOf('/p.cjs', 'window-1', true)).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      webgl: false,
      safeDialogs: true,
      devTools: false,
      preload: '/p.cjs',
      partition: 'window-1',
    });
    expect(preferencesOf('/p.cjs', 'window-1', false).devTools).toBe(true);
  });
});

describe('permissions', () => {
  it('grants only the copying of text, of all names that Electron documents and of an invented one', () => {
    expect([...permissionNames, 'invented'].filter(mayUse)).toEqual(['clipboard-sanitized-write']);
  });

  it('knows at least forty names from the type definition', () => {
    expect(permissionNames.length).toBeGreaterThan(40);
  });
});

describe('sender of a call', () => {
  const page = { url: 'panel://app/#desk', isMainFrame: true, isKnown: true };
  it.each([
    ['the page', page, true],
    ['a frame that is gone', null, false],
    ['an inner frame', { ...page, isMainFrame: false }, false],
    ['a window that is not ours', { ...page, isKnown: false }, false],
    ['another host', { ...page, url: 'panel://file/' }, false],
    ['a look-alike', { ...page, url: 'panel://app.evil/' }, false],
    ['a file', { ...page, url: 'file:///index.html' }, false],
    ['an empty page', { ...page, url: 'about:blank' }, false],
    ['nothing', { ...page, url: '' }, false],
  ])('%s', (_name, sender, expected) => {
    expect(mayCall(sender)).toBe(expected);
  });
});

describe('shape of a call', () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  it.each([
    ['nothing', undefined, true],
    ['an object', { a: 1 }, true],
    ['a text of the limit', 'x'.repeat(98), true],
    ['a text over the limit', 'x'.repeat(99), false],
    ['a Chinese text over the limit in bytes', '评'.repeat(33), false],
    ['a circle', circular, false],
    ['a big integer', 1n, false],
  ])('an input of %s', (_name, input, expected) => {
    expect(isFittingInput(input, 100)).toBe(expected);
  });

  it.each([
    ['a name', 'a', undefined, { session: 's', name: 'a', input: 1 }],
    ['a name and a task', 'a', 't', { session: 's', name: 'a', input: 1, task: 't' }],
    ['a name and no task', 'a', null, { session: 's', name: 'a', input: 1 }],
    ['no name', undefined, undefined, undefined],
    ['an object as name', { toString: 'a' }, undefined, undefined],
    ['an object as task', 'a', {}, undefined],
  ])('%s', (_name, name, task, expected) => {
    expect(callFrom('s', name, 1, task)).toEqual(expected);
  });
});

describe('switches of a packaged start', () => {
  it.each([
    ['--remote-debugging-port=9222'],
    ['--remote-debugging-pipe'],
    ['--inspect'],
    ['--inspect-brk=0'],
    ['--user-data-dir=/tmp/x'],
    ['--no-sandbox'],
    ['--disable-web-security'],
    ['--js-flags=--expose-gc'],
    ['--load-extension=/tmp/x'],
    ['--proxy-server=evil'],
    ['--host-rules=MAP * evil'],
    ['--gpu-launcher=sh'],
    ['--renderer-cmd-prefix=sh'],
    ['-r'],
    ['-'],
  ])('%s is refused', (word) => {
    expect(refusedSwitch(['a.panel', word])).toBe(word);
  });

  it('files and an old macOS process number are not switches', () => {
    expect(refusedSwitch(['/home/a/x.panel', '-psn_0_12345'])).toBeUndefined();
  });
});

describe('headers', () => {
  it('allows no inline script or style, no evaluation and no foreign source anywhere', () => {
    expect(contentPolicy('page')).not.toMatch(/unsafe|nonce|https?:|data:|\*/);
  });

  it.each(['asset', 'document', 'reply'] as const)('an answer of kind %s may load nothing', (kind) => {
    expect(contentPolicy(kind)).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  });

  it('stand over whatever the answer carried', () => {
    const loose = new Response('x', {
      headers: {
        'content-security-policy': 'default-src *',
        'set-cookie': 'a=b',
        'content-type': 'text/html',
      },
    });
    const headers = Object.fromEntries(withSecurityHeaders(loose, '/files/1').headers);
    expect(headers).toEqual({ ...securityHeaders('document'), 'content-type': 'text/html' });
  });
});
