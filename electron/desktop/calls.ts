import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Reply } from '../../shared/api/reply.ts';
import type { Backend } from '../api/host-contract.ts';
import { callFrom } from '../policy/call.ts';
import { isFittingInput, mayCall, type Sender } from '../policy/sender.ts';
import { callBytes } from '../policy/surface.ts';

const notPermitted: Reply<never> = { ok: false, problem: { code: 'not-permitted' } };
const badInput: Reply<never> = { ok: false, problem: { code: 'bad-input' } };

/** The sender as plain values; a destroyed frame has no address any more. */
function senderOf(event: IpcMainInvokeEvent, sessions: ReadonlyMap<number, string>): Sender | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { url: frame.url, isMainFrame: frame.parent === null, isKnown: sessions.has(event.sender.id) };
}

/**
 * Answers the only channel. `sessions` maps the id of a window's contents to its session name. Never rejects,
 * because Electron would show the page the text of the error.
 */
export function answerCalls(backend: Backend, sessions: ReadonlyMap<number, string>): void {
  ipcMain.handle(
    'panel:call',
    (event, name: unknown, input: unknown, task: unknown): Promise<Reply<unknown>> | Reply<never> => {
      const session = sessions.get(event.sender.id);
      if (session === undefined || !mayCall(senderOf(event, sessions))) return notPermitted;
      const call = callFrom(session, name, input, task);
      if (call === undefined || !isFittingInput(input, callBytes)) return badInput;
      return backend.dispatch(call);
    },
  );
}
