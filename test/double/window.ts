import { EventEmitter } from 'node:events';
import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from '@playwright/test';
import { pagePreload } from './page-preload.ts';
import type { Session } from './session.ts';
import { stage } from './state.ts';

/** Chromium doesn't load schemes it doesn't know, so `panel://app` is shown under this name. */
const shown = 'https://panel.app.test';

function panelAddress(address: string): string {
  return address.startsWith(`${shown}/`) ? `panel://app${address.slice(shown.length)}` : address;
}

interface Preferences {
  readonly preload: string;
  readonly partition: string;
  readonly [name: string]: unknown;
}

const safe: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
};

function refuseUnsafe(preferences: Preferences): void {
  const wrong = Object.keys(safe).filter((name) => preferences[name] !== safe[name]);
  if (wrong.length > 0) throw new Error(`the stand-in refuses unsafe settings: ${wrong.join(', ')}`);
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

class WebContents extends EventEmitter {
  readonly id: number;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  constructor(id: number) {
    super();
    this.id = id;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

/** A real Chromium page with the built preload, whose requests are answered by the program's own handler. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #preferences: Preferences;
  readonly #session: Session;
  readonly #title: string;
  #page: Page | undefined;

  constructor(options: { readonly webPreferences: Preferences; readonly title: string }) {
    super();
    refuseUnsafe(options.webPreferences);
    const { standIn, sessions } = stage();
    if (!standIn.sandboxed) throw new Error('the sandbox was not enabled before the first window');
    standIn.windows += 1;
    this.#preferences = options.webPreferences;
    this.#title = options.title;
    const session = sessions.get(this.#preferences.partition);
    if (session === undefined) throw new Error('the window has no session of its own');
    this.#session = session;
    this.webContents = new WebContents(standIn.windows);
    standIn.appEvents.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    const { browser } = stage();
    if (browser === undefined) throw new Error('boot gives the browser');
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    this.#page = await this.#furnish(context);
    await this.#page.goto(address.replace('panel://app', shown));
    this.emit('ready-to-show');
    stage().standIn.appEvents.emit('stand-in-page', this.#page);
  }

  async #furnish(context: BrowserContext): Promise<Page> {
    await context.route('**/*', (route, request) => this.#answer(route, request));
    const page = await context.newPage();
    page.on('popup', (popup) => void this.#popup(popup));
    page.on('close', () => {
      this.emit('closed');
      stage().standIn.appEvents.emit('window-all-closed');
    });
    await page.exposeBinding('standInInvoke', ({ frame }, channel: string, input: readonly unknown[]) =>
      this.#invoke(frame, channel, input),
    );
    await page.addInitScript(pagePreload(this.#preferences.preload));
    return page;
  }

  async #invoke(frame: Frame, channel: string, input: readonly unknown[]): Promise<unknown> {
    const answer = stage().standIn.channels.get(channel);
    if (answer === undefined) throw new Error(`No handler registered for '${channel}'`);
    const senderFrame = { url: panelAddress(frame.url()), parent: frame.parentFrame() };
    return structuredClone(
      await answer({ sender: this.webContents, senderFrame }, ...structuredClone(input)),
    );
  }

  async #popup(popup: Page): Promise<void> {
    const url = panelAddress(popup.url());
    if (this.webContents.openHandler({ url }).action === 'allow') stage().standIn.popups.push(url);
    await popup.close();
  }

  /** True when the program keeps the page where it is. */
  #stays(request: PageRequest, url: string): boolean {
    if (!request.isNavigationRequest() || url === 'panel://app/') return false;
    let prevented = false;
    const event = { url, preventDefault: () => void (prevented = true) };
    if (request.frame().parentFrame() === null) this.webContents.emit('will-navigate', event);
    this.webContents.emit('will-frame-navigate', event);
    return prevented;
  }

  async #answer(route: Route, request: PageRequest): Promise<void> {
    const url = panelAddress(request.url());
    if (isOfPopup(request)) return route.abort('blockedbyclient');
    // An empty answer keeps the page in place; an abort would end on an error page.
    if (this.#stays(request, url)) return route.fulfill({ status: 204 });
    let cancelled = false;
    this.#session.filter?.({ url }, (verdict) => void (cancelled = verdict.cancel === true));
    if (cancelled) {
      stage().standIn.refused.push(url);
      return route.abort('blockedbyclient');
    }
    const handler = this.#session.handlers.get('panel');
    if (!url.startsWith('panel:') || handler === undefined) {
      stage().standIn.escaped.push(url);
      return route.abort('blockedbyclient');
    }
    const answer = await handler(programRequest(request, url));
    const body = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
  }

  show(): void {}
  focus(): void {
    stage().standIn.appEvents.emit('stand-in-focus', this.#title);
  }
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false;
  }
}

/** A popup's first request comes before its frame exists; the window's own frame exists always. */
function isOfPopup(request: PageRequest): boolean {
  try {
    return request.frame() === undefined;
  } catch {
    return true;
  }
}

/** The page's request as the program's handler receives it. Playwright can't see the bytes of a `Blob` body. */
function programRequest(request: PageRequest, url: string): Request {
  const body = request.postDataBuffer();
  const init = { method: request.method(), headers: request.headers() };
  return new Request(url, body === null ? init : { ...init, body: new Uint8Array(body) });
}
