import { readdirSync, readFileSync } from 'node:fs';

/** Samples the megabytes of everything a process started until stopped; Linux only, elsewhere 0. */
export function watchMemory(root: number, everyMs = 50): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeKilobytes(root));
  }, everyMs);
  return () => {
    clearInterval(timer);
    return peak / 1024;
  };
}

/** Proportional set size of the tree below the root: shared pages count once. */
function treeKilobytes(root: number): number {
  return familyOf(root).reduce((sum, id) => sum + (id === root ? 0 : kilobytesOf(id)), 0);
}

function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      const id = Number(name);
      if (Number.isInteger(id)) parents.set(id, parentOf(id));
    }
  } catch {
    return [];
  }
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [id, parent] of parents) if (family.has(parent)) family.add(id);
  }
  return [...family];
}

/** The fourth word of the line, counted after the name in brackets; -1 when the process has ended. */
function parentOf(id: number): number {
  const line = read(`/proc/${id}/stat`);
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1] ?? -1);
}

function kilobytesOf(id: number): number {
  return Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
