import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { createText } from '../shared/text/index.ts';
import { openBackend } from './backend.ts';
import { dataFolder } from './data-folder.ts';
import { runProgram } from './desktop/program.ts';
import { backendPlaces } from './places.ts';

const folder = dataFolder({ platform: process.platform, home: homedir(), environment: process.env });

void runProgram({
  text: createText('zh-CN'),
  preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
  windowFolder: join(folder, 'window'),
  words: process.argv.slice(app.isPackaged ? 1 : 2),
  openBackend: (onQuit) =>
    openBackend({ dataFolder: folder, host: 'desktop', onQuit, ...backendPlaces(import.meta.dirname) }),
});
