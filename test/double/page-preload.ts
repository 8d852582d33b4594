import { readFileSync } from 'node:fs';

/**
 * The built preload as a script of the page, with a `require` that knows what a sandboxed preload may
 * require: `electron`, and of it the two members for the page's side. The binding is taken out of the page's sight.
 */
export function pagePreload(path: string): string {
  return `(() => {
    const invoke = globalThis.standInInvoke;
    delete globalThis.standInInvoke;
    const electron = {
      contextBridge: {
        exposeInMainWorld(name, members) {
          Object.defineProperty(globalThis, name, { value: Object.freeze({ ...members }) });
        },
      },
      ipcRenderer: { invoke: (channel, ...input) => invoke(channel, input) },
    };
    const require = (name) => {
      if (name === 'electron') return electron;
      throw new Error('module not found: ' + name);
    };
    ((require, module, exports) => {
      ${readFileSync(path, 'utf8')}
    })(require, { exports: {} }, {});
  })();`;
}
