/** An old macOS adds a process number of this form when a program is opened from the Finder. */
const processNumber = /^-psn_\d+_\d+$/;

/**
 * The first switch of a start, or undefined. The packaged program needs none and refuses all, because
 * Chromium and Node take hundreds, among them doors such as `--remote-debugging-port` and `--user-data-dir`.
 * `words` are the arguments after the program's name.
 */
export function refusedSwitch(words: readonly string[]): string | undefined {
  return words.find((word) => word.startsWith('-') && !processNumber.test(word));
}
