import { join } from 'node:path';
import { openConnection } from '../../electron/database/driver.ts';
import { applyPragmas } from '../../electron/database/pragmas.ts';

/**
 * The settings that the program gives every connection, written down while it gives them, so that a peer
 * can be given exactly the same. Reading a setting back is left out.
 */
export function programPragmas(folder: string): readonly string[] {
  const connection = openConnection(join(folder, 'pragmas.db'));
  const said: string[] = [];
  const listening = new Proxy(connection, {
    get(target, name) {
      if (name !== 'pragma') return Reflect.get(target, name, target);
      return (text: string, options?: { readonly simple: boolean }): unknown => {
        if (text.includes('=')) said.push(text);
        return target.pragma(text, options);
      };
    },
  });
  try {
    applyPragmas(listening);
  } finally {
    connection.close();
  }
  // The program's store adds this one before all others.
  return ['locking_mode=EXCLUSIVE', ...said];
}
