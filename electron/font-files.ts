import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FontSet } from './documents/pdf-contract.ts';

/**
 * The document fonts, side by side in the package or as the font packages lay them out.
 * @throws Error naming the file that is missing
 */
export function fontSet(folder: string): FontSet {
  return {
    serif: fontFile(folder, 'noto-serif-sc/400Regular', 'NotoSerifSC_400Regular.ttf'),
    sans: fontFile(folder, 'noto-sans-sc/700Bold', 'NotoSansSC_700Bold.ttf'),
  };
}

function fontFile(folder: string, packageFolder: string, name: string): string {
  const found = [join(folder, name), join(folder, packageFolder, name)].find((path) => existsSync(path));
  if (found === undefined) throw new Error(`Font file is missing: ${name} in ${folder}`);
  return found;
}
