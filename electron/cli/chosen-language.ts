import process from 'node:process';

/** The language of messages on a terminal, from the usual variables; English unless Chinese is asked for. */
export function chosenLanguage(): 'zh-CN' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return language.startsWith('zh') ? 'zh-CN' : 'en';
}
