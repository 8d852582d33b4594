import { EventEmitter } from 'node:events';
import type { Browser } from '@playwright/test';
import type { Session } from './session.ts';

/** What one boot of the program did and was told; the test looks here, the program never does. */
export interface StandIn {
  readonly appEvents: EventEmitter;
  readonly channels: Map<string, (event: unknown, ...input: readonly unknown[]) => unknown>;
  readonly schemes: string[];
  readonly paths: Map<string, string>;
  /** Requests that the program's filter refused. */
  readonly refused: string[];
  /** Requests that left the program's scheme although nothing may; they end here, not on the network. */
  readonly escaped: string[];
  /** Popups that the program allowed. */
  readonly popups: string[];
  readonly errorBoxes: string[];
  readonly menus: unknown[];
  /** Answers to native dialogs, given before they are asked. */
  readonly dialogAnswers: unknown[];
  readonly exitCode: Promise<number>;
  readonly exit: (code: number) => void;
  sandboxed: boolean;
  windows: number;
}

/** Set by `boot`; kept globally because the built program and the test may load this file separately. */
export interface Stage {
  browser: Browser | undefined;
  standIn: StandIn;
  sessions: Map<string, Session>;
}

export function freshStandIn(): StandIn {
  const ended = Promise.withResolvers<number>();
  return {
    appEvents: new EventEmitter(),
    channels: new Map(),
    schemes: [],
    paths: new Map(),
    refused: [],
    escaped: [],
    popups: [],
    errorBoxes: [],
    menus: [],
    dialogAnswers: [],
    exitCode: ended.promise,
    exit: ended.resolve,
    sandboxed: false,
    windows: 0,
  };
}

const place: unique symbol = Symbol.for('paneldesk.stand-in');
const holder = globalThis as typeof globalThis & { [place]?: Stage };

export function stage(): Stage {
  holder[place] ??= { browser: undefined, standIn: freshStandIn(), sessions: new Map() };
  return holder[place];
}
