/**
 * Fonts as file paths: a serif for documents and a sans for headings, both TTF with the full set of Chinese
 * characters, and those asked after them for the characters of rare names. The composition root resolves them.
 */
export interface FontSet {
  /** Noto Serif SC, e.g. `…/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`. */
  readonly serif: string;
  /** Noto Sans SC, e.g. `…/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf`. */
  readonly sans: string;
  /** In the order they are asked: Noto Serif JP (𠮷), then what the computer has for Extension B and beyond. */
  readonly fallbacks: readonly string[];
}

/** A file inside the PDF, which makes it PDF/A-3b: level 2 takes no attachment but other PDF/A files. */
export interface Attachment {
  /** Name shown by viewers, e.g. `result-record.json`. */
  readonly name: string;
  readonly description: string;
  /** Media type, e.g. `application/json`. */
  readonly mediaType: string;
  /** The bytes as UTF-8 text. */
  readonly text: string;
}

export interface PdfOptions {
  readonly signal?: AbortSignal | undefined;
  /** Receives 0..100, rising. */
  readonly progress?: ((percent: number) => void) | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** PDF/A-2b unless said. A-1b is for the second opinion of a validator that knows no later level. */
  readonly level?: 'PDF/A-1b' | undefined;
}

/** What the composition root gives: fonts and the address of the worker's entry file. */
export interface PdfSetting {
  readonly fonts: FontSet;
  /** `pdf-worker.ts` in development, its bundle in the package. */
  readonly worker: URL;
}
