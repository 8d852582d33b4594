import { stage } from './state.ts';

export type ProtocolHandler = (request: Request) => Promise<Response> | Response;
export type RequestFilter = (
  details: { readonly url: string },
  answer: (verdict: { readonly cancel?: boolean }) => void,
) => void;

type Check = (...values: readonly unknown[]) => unknown;

/** A window's session: keeps the protocol handler and the request filter, and what else was closed. */
export class Session {
  readonly handlers = new Map<string, ProtocolHandler>();
  filter: RequestFilter | undefined;
  permissionRequest: Check | null = null;
  permissionCheck: Check | null = null;
  devicePermission: Check | null = null;
  spellChecker = true;
  proxy: unknown;

  readonly protocol = {
    handle: (scheme: string, handler: ProtocolHandler): void => {
      if (!stage().standIn.schemes.includes(scheme)) throw new Error(`${scheme} was not registered in time`);
      this.handlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (filter: RequestFilter): void => {
      this.filter = filter;
    },
  };

  setPermissionRequestHandler(handler: Check | null): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Check | null): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Check | null): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(handler: Check | null): void {
    if (handler !== null) throw new Error('the screen is not to be captured');
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  setProxy(proxy: unknown): Promise<void> {
    this.proxy = proxy;
    return Promise.resolve();
  }
}
