import type { MadeFile, TaskContext } from '../../api/context.ts';

/** Files that one tab holds in memory; the oldest makes room. */
const madePerSession = 3;

/** Keeps a file for the tab until it locks; answers its address below `/files/`. */
export function keepMade({ session, environment }: TaskContext, file: MadeFile): string {
  const fileId = `made-${environment.newId()}`;
  const oldest = [...session.made.keys()].slice(0, Math.max(0, session.made.size - madePerSession + 1));
  for (const id of oldest) session.made.delete(id);
  session.made.set(fileId, file);
  return fileId;
}
