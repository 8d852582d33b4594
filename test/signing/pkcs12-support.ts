import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeDer, readDer } from '../../electron/signing/der.ts';
import type { DerNode } from '../../electron/signing/der.ts';

export const password = '密码口令甲乙𠮷';

export function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, 'fixtures', name));
}

export function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** Runs openssl in a folder. @throws Error with what it said */
export function openssl(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
}

/**
 * The same value as some writers have it: indefinite lengths, and octet strings in pieces. `inside` also the
 * value in the outermost string, over which a MAC would have to be made anew.
 */
export function asBer(node: DerNode, inside: boolean): Buffer {
  const end = Buffer.alloc(2);
  if ((node.tag & 0x20) !== 0) {
    return Buffer.concat([
      Buffer.from([node.tag, 0x80]),
      ...node.children.map((child) => asBer(child, inside)),
      end,
    ]);
  }
  if (node.tag !== 0x04 || node.content.length < 40) return node.raw;
  const inner = inside ? readDer(node.content) : undefined;
  const content = inner?.tag === 0x30 ? asBer(inner, false) : node.content;
  const pieces = [content.subarray(0, 20), content.subarray(20)].map((piece) => encodeDer(0x04, piece));
  return Buffer.concat([Buffer.from([0x24, 0x80]), ...pieces, end]);
}
