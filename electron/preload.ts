import { contextBridge, ipcRenderer } from 'electron';

/**
 * The one door between page and program: a name, a JSON-safe input and perhaps the id of
 * long work in, a reply out. The page gets no
 * event, no channel name and no other member of `electron`.
 */
contextBridge.exposeInMainWorld('panel', {
  call: (name: unknown, input: unknown, task?: unknown): Promise<unknown> =>
    ipcRenderer.invoke('panel:call', name, input, task),
});
