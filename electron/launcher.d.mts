/** A sentence for a Node that can't carry the database, or undefined. `version` as in `process.versions.node`. */
export function nodeRefusal(version: string): string | undefined;

/** The path of Electron's program, or undefined where it was never downloaded. */
export function electronProgram(folder?: string): string | undefined;

/** True when `dist` is missing or older than what it is built from. */
export function buildIsStale(folder?: string): boolean;

/** Starts what the words (`--browser`, `--desktop`, `--no-open`) ask for; answers the exit code. */
export function start(words: readonly string[]): Promise<number>;
