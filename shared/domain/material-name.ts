import { materialLimits } from './material-kinds.ts';

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const barred = /[<>:"/\\|?*]/u;
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/**
 * Why a file's name isn't taken: a key of text subject `materials`, or null. Names are only shown and given
 * back at a download, so they must be what they seem on every system.
 */
export function nameDefect(name: string): string | null {
  if (name.trim() === '') return 'materials.name.empty';
  if ([...name].length > materialLimits.nameCharacters) return 'materials.name.long';
  // Signs that reverse or hide text can disguise an extension.
  if (hidden.test(name)) return 'materials.name.hidden';
  if (barred.test(name)) return 'materials.name.barred';
  if (reserved.test(name)) return 'materials.name.reserved';
  if (/^\s|[\s.]$/u.test(name)) return 'materials.name.edges';
  return null;
}

/** Two names that some system takes for one. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name as it may be shown in a refusal: signs that can't be seen become visible, long ones are cut. */
export function shownName(name: string): string {
  const plain = name.replace(new RegExp(hidden, 'gu'), '□');
  const signs = [...plain];
  return signs.length <= 60 ? plain : `${signs.slice(0, 40).join('')}…${signs.slice(-15).join('')}`;
}
