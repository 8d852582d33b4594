import { expect, test } from 'vitest';
import { makeDispatch } from '../../electron/api/dispatch.ts';
import type { Handlers } from '../../electron/api/handler.ts';
import type { OpenProfileKeys } from '../../electron/signing/profile-keys.ts';
import { openOffice } from '../services/office.ts';

test('an act that is undone in the store unlocks nobody', async () => {
  const { store, environment, sessions, tasks } = await openOffice();
  const profileKey = Buffer.from('a key of the profile');
  const keys = { profileKey } as unknown as OpenProfileKeys;
  const handlers = {
    'session.lock': ({ session }) => {
      session.person = { personId: 'p', name: '示例', keys };
      throw new Error('the disk is full');
    },
  } as Partial<Handlers> as Handlers;
  const logged: unknown[] = [];
  const dispatch = makeDispatch({
    store,
    sessions,
    tasks,
    handlers,
    environment: { ...environment, logError: (error) => `${logged.push(error)}` },
    done: () => undefined,
    changed: () => undefined,
  });
  const reply = await dispatch({ session: 'tab', name: 'session.lock', input: {} });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
  expect(sessions.of('tab').person).toBeNull();
  expect(profileKey.every((byte) => byte === 0)).toBe(true);
});
