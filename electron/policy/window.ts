/** Settings of every window, security.md §3; the only thing a host may add is where the preload lies. */
export const windowPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  webgl: false,
  safeDialogs: true,
} as const;

export type WindowPreferences = typeof windowPreferences & {
  readonly devTools: boolean;
  readonly preload: string;
  readonly partition: string;
};

/**
 * The settings of one window. Its session partition is its own and, without the `persist:` prefix, lives
 * in memory: no cookie, cache or history reaches the disk, and requests can be told apart by window.
 */
export function preferencesOf(preload: string, partition: string, packaged: boolean): WindowPreferences {
  return { ...windowPreferences, devTools: !packaged, preload, partition };
}
