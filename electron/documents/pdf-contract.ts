/**
 * Fonts packed with the program, as file paths: a serif for documents and a sans for headings, both TTF
 * with the full set of Chinese characters. The composition root resolves them.
 */
export interface FontSet {
  /** Noto Serif SC, e.g. `…/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`. */
  readonly serif: string;
  /** Noto Sans SC, e.g. `…/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf`. */
  readonly sans: string;
}

export interface PdfOptions {
  readonly signal?: AbortSignal | undefined;
  /** Receives 0..100, rising. */
  readonly progress?: ((percent: number) => void) | undefined;
}

/** What the composition root gives: fonts and the address of the worker's entry file. */
export interface PdfSetting {
  readonly fonts: FontSet;
  /** `pdf-worker.ts` in development, its bundle in the package. */
  readonly worker: URL;
}
