import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const definition = createRequire(import.meta.url).resolve('electron/electron.d.ts');

/** Every permission that the installed version of Electron knows, read from its type definition. */
export const permissionNames: readonly string[] = namesIn(readFileSync(definition, 'utf8'));

function namesIn(text: string): readonly string[] {
  const signature = /setPermissionCheckHandler\(handler: .*permission: ([^,]*), requestingOrigin/.exec(
    text,
  )?.[1];
  return [...(signature ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}
