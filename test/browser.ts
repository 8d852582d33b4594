import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Where it comes from, for the report. */
  readonly origin: string;
}

const installedNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];

const installedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Containers have neither the privileges nor the shared memory that Chromium's own sandbox wants. */
const containerArgs = process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = installedNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...installedPlaces].find((path) => existsSync(path));
}

/** Playwright's own browser, where somebody has downloaded it. */
function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * The browser of an npm package: Linux x64 without any system package. It brings Latin letters only, so the
 * bundled Chinese font is laid beside them. The variable must be set before the import: it makes the package
 * unpack the system libraries too.
 */
async function fromPackage(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(howToGetOne);
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  const fonts = join(tmpdir(), 'fonts');
  mkdirSync(fonts, { recursive: true });
  const font = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  );
  copyFileSync(font, join(fonts, 'NotoSansSC_400Regular.ttf'));
  return { executablePath, args: containerArgs, origin: 'npm' };
}

const howToGetOne = [
  'No browser was found for the tests. Either of these brings one:',
  '  apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk',
  '  npx playwright install chromium --only-shell',
].join('\n');

/** `PANEL_BROWSER` (a path, or `npm`) > Playwright's own > an installed one > the npm package > an error. */
export async function findBrowser(): Promise<Browser> {
  const wanted = process.env['PANEL_BROWSER'];
  if (wanted === 'npm') return fromPackage();
  const path = wanted ?? playwrightsOwn() ?? installed();
  if (path === undefined) return fromPackage();
  if (!existsSync(path)) throw new Error(`PANEL_BROWSER names ${path}, which does not exist.`);
  return { executablePath: path, args: containerArgs, origin: path };
}
