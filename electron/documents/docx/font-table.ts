import { fontNames } from './style.ts';

/** What a word processor takes where a named font isn't installed, in this order. */
const fallbacks: readonly (readonly [string, string, 'roman' | 'swiss'])[] = [
  [fontNames.serif, '仿宋,FangSong,STFangsong,Noto Serif CJK SC', 'roman'],
  [fontNames.heavy, '小标宋,FZXiaoBiaoSong-B05S,宋体,SimSun,Noto Serif CJK SC', 'roman'],
  [fontNames.sans, 'SimHei,Heiti SC,Noto Sans CJK SC', 'swiss'],
  ['宋体', 'SimSun,Songti SC,Noto Serif CJK SC', 'roman'],
  ['Times New Roman', 'Liberation Serif', 'roman'],
];

/** `word/fontTable.xml`: the fonts that the document names, each with its substitutes. */
export function fontTable(): string {
  const fonts = fallbacks.map(
    ([name, others, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/>` +
      `<w:charset w:val="${name === 'Times New Roman' ? '00' : '86'}"/><w:family w:val="${family}"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${fonts.join('')}</w:fonts>`
  );
}
