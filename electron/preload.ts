import { contextBridge, ipcRenderer } from 'electron';

/**
 * The one door between page and program: a name and a JSON-safe input in, a reply out. The page gets no
 * event, no channel name and no other member of `electron`.
 */
contextBridge.exposeInMainWorld('panel', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke('panel:call', name, input),
});
