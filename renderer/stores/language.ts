import { create } from 'zustand';
import { createText, languages } from '../../shared/text/index.ts';
import type { Language, Text } from '../../shared/text/index.ts';

export type Theme = 'auto' | 'light' | 'dark';

interface Appearance {
  readonly text: Text;
  readonly theme: Theme;
}

const languageKey = 'panel-language';
const themeKey = 'panel-theme';

/** A kept choice, or the default when nothing fitting is kept. */
export function chosen<Value extends string>(
  kept: string | null,
  known: readonly Value[],
  fallback: Value,
): Value {
  return known.find((value) => value === kept) ?? fallback;
}

export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

export const useAppearance = create<Appearance>(() => ({ text: createText('zh-CN'), theme: 'auto' }));

/** The sentences of the language in use. */
export function useText(): Text {
  return useAppearance((state) => state.text);
}

export function setLanguage(language: Language): void {
  localStorage.setItem(languageKey, language);
  document.documentElement.lang = language;
  useAppearance.setState({ text: createText(language) });
}

export function setTheme(theme: Theme): void {
  localStorage.setItem(themeKey, theme);
  document.documentElement.dataset['theme'] = theme;
  useAppearance.setState({ theme });
}

/** Reads both choices once at start. */
export function restoreAppearance(): void {
  setLanguage(chosen(localStorage.getItem(languageKey), languages, 'zh-CN'));
  setTheme(chosen(localStorage.getItem(themeKey), themes, 'auto'));
}
