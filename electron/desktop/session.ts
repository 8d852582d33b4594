import type { Session } from 'electron';
import { mayRequest } from '../policy/address.ts';
import { mayUse } from '../policy/permission.ts';

/** Closes everything that a window's session could open: permissions, devices, and the network. */
export async function closeSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(mayUse(permission)));
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  // Belt and braces: should a request get past the filter, it ends at a port where nothing listens.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}
