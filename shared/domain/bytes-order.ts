/**
 * Order of two ids by their UTF-8 bytes, which is the order of their code points. JavaScript's `<` differs
 * where a surrogate pair meets U+E000..U+FFFF.
 */
export function compareIds(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index += 1) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (a !== b) {
      const [highA, highB] = [isSurrogate(a), isSurrogate(b)];
      if (highA !== highB) return highA ? 1 : -1;
      return a - b;
    }
  }
  return left.length - right.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
