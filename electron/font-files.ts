import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FontSet } from './documents/pdf-contract.ts';

/**
 * Where systems keep a TrueType font with the ideographs of Extension B and beyond. Ours have all of
 * 通用规范汉字表; a name outside of it is printed where the computer itself can show it, and refused elsewhere.
 */
const systemFonts = [
  'C:/Windows/Fonts/simsunb.ttf',
  'C:/Windows/Fonts/SimsunExtG.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
  '/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf',
];

/**
 * The document fonts, side by side in the package or as the font packages lay them out.
 * @throws Error naming the file that is missing
 */
export function fontSet(folder: string): FontSet {
  return {
    serif: fontFile(folder, 'noto-serif-sc/400Regular', 'NotoSerifSC_400Regular.ttf'),
    sans: fontFile(folder, 'noto-sans-sc/700Bold', 'NotoSansSC_700Bold.ttf'),
    fallbacks: [
      fontFile(folder, 'noto-serif-jp/400Regular', 'NotoSerifJP_400Regular.ttf'),
      ...systemFonts.filter((path) => existsSync(path)),
    ],
  };
}

function fontFile(folder: string, packageFolder: string, name: string): string {
  const found = [join(folder, name), join(folder, packageFolder, name)].find((path) => existsSync(path));
  if (found === undefined) throw new Error(`Font file is missing: ${name} in ${folder}`);
  return found;
}
