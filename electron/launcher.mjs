// Plain JavaScript on purpose: it must run on the old Node of the system far enough to say what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const electronFolder = join(projectFolder, 'node_modules', 'electron');
const downloadLimitMs = 120_000;

/** better-sqlite3 13 needs Node 22; older ones end in a segmentation fault, not in a message. */
export function nodeRefusal(version) {
  if (Number(version.split('.')[0]) >= 22) return undefined;
  return [
    `当前的 Node 是 ${version}，评审台的数据库部件需要 Node 22 或更新版本。`,
    '请在本文件夹执行 npm ci（它会带来 Node 24），再执行 npm start。',
    `This is Node ${version}; the database needs Node 22 or newer. Run "npm ci" here (it brings Node 24), then "npm start".`,
  ].join('\n');
}

/** The path of Electron's program, or undefined where it was never downloaded. */
export function electronProgram(folder = electronFolder) {
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const program = join(dist, readFileSync(note, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** The newest change among the sources, in milliseconds. */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/** True when `dist` is missing or older than what it is built from. */
export function buildIsStale(folder = projectFolder) {
  const built = ['dist/main/loopback.js', 'dist/renderer/index.html'].map((name) => join(folder, name));
  if (!built.every((name) => existsSync(name))) return true;
  const oldest = Math.min(...built.map((name) => statSync(name).mtimeMs));
  const sources = ['electron', 'renderer', 'shared', 'package-lock.json'];
  return sources.some((name) => newestChange(join(folder, name)) > oldest);
}

function build() {
  const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite))
    return '部件尚未安装。请先执行 npm ci。\nThe packages are not installed: run "npm ci" first.';
  console.log('正在准备界面…');
  const options = { cwd: projectFolder, encoding: 'utf8' };
  const result = spawnSync(
    process.execPath,
    [vite, 'build', 'renderer', '--app', '--logLevel', 'warn'],
    options,
  );
  if (result.status === 0) return undefined;
  return `界面没有建成。\nThe build failed.\n${result.stdout ?? ''}${result.stderr ?? ''}`;
}

function downloadElectron() {
  console.log('正在下载 Electron…');
  const options = { cwd: projectFolder, stdio: 'inherit', timeout: downloadLimitMs };
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], options);
  return electronProgram();
}

function runElectron(program) {
  const environment = { ...process.env };
  delete environment.ELECTRON_RUN_AS_NODE;
  const result = spawnSync(program, [projectFolder], { stdio: 'inherit', env: environment });
  if (result.status === 0) return 0;
  console.error('桌面窗口没有启动。可以执行 npm start -- --browser 在浏览器中打开。');
  console.error('The desktop window did not start. "npm start -- --browser" opens it in the browser.');
  return result.status ?? 1;
}

/** Starts what the words ask for; answers the exit code. */
export async function start(words) {
  const refusal = nodeRefusal(process.versions.node) ?? (buildIsStale() ? build() : undefined);
  if (refusal !== undefined) {
    console.error(refusal);
    return 1;
  }
  const wantsDesktop = words.includes('--desktop');
  let program = words.includes('--browser') ? undefined : electronProgram();
  if (program === undefined && wantsDesktop) program = downloadElectron();
  if (program !== undefined) return runElectron(program);
  if (wantsDesktop) {
    console.error('Electron 没有下载成功，没有改动任何东西。可以执行 npm start -- --browser。');
    console.error('Electron could not be downloaded; nothing was changed. Try "npm start -- --browser".');
    return 1;
  }
  if (!words.includes('--browser')) console.log('这台电脑上没有 Electron 的程序，评审台在默认浏览器中打开。');
  const { runLoopback } = await import(pathToFileURL(join(projectFolder, 'dist/main/loopback.js')).href);
  return runLoopback(words);
}
