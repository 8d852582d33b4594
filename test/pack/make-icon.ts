import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser.ts';

/** Draws `resources/icons/icon.png` (1024 × 1024, as the packers ask) from the picture that the page uses too. */
const projectFolder = join(import.meta.dirname, '..', '..');
const picture = readFileSync(join(projectFolder, 'renderer', 'icon.svg'), 'utf8');
const side = 1024;

const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: [...args] });
const page = await browser.newPage({ viewport: { width: side, height: side } });
await page.setContent(
  `<style>body{margin:0}svg{width:${side}px;height:${side}px;display:block}</style>${picture}`,
);
writeFileSync(
  join(projectFolder, 'resources', 'icons', 'icon.png'),
  await page.screenshot({ omitBackground: true }),
);
await browser.close();
