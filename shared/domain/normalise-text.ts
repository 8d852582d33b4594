/** GBK row A3 read as code points: seed 001 prints ꎬ ꎮ ꎻ (U+A3AC, U+A3AE, U+A3BB) for ，．；. */
const MISREAD_FIRST = 0xa3a1;
const FULL_WIDTH_FIRST = 0xff01;

/** The distance from ASCII to its full-width form (！ − !). */
const FULL_WIDTH_OFFSET = 0xfee0;

function repairMisread(text: string): string {
  return text.replace(/[\ua3a1-\ua3fe]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    // The full stop of a misread text is the Chinese one, not the full-width point.
    return code === 0xa3ae ? '。' : String.fromCodePoint(code - MISREAD_FIRST + FULL_WIDTH_FIRST);
  });
}

/**
 * Tidies a text for keeping: composed characters, misread punctuation repaired, full-width letters and
 * digits made plain, invisible marks and outer spaces removed. Chinese punctuation stays as it is.
 */
export function tidyText(text: string): string {
  return repairMisread(text)
    .normalize('NFC')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (sign) =>
      String.fromCodePoint((sign.codePointAt(0) ?? FULL_WIDTH_OFFSET) - FULL_WIDTH_OFFSET),
    )
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u00a0\u3000]/gu, ' ')
    .trim();
}

/** Flattens a text for comparing or for numbers: compatibility forms, no spaces at all. */
export function flattenText(text: string): string {
  return tidyText(text)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, '');
}

/** True where a text holds control or bidirectional characters that a name must not hide. */
export function hasHiddenCharacters(text: string): boolean {
  // \p{Cc} without tab and line feed, and the marks and overrides that turn the reading direction.
  return /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);
}
