import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { pdfLibraries } from './pdf-libraries.ts';

const projectFolder = join(import.meta.dirname, '..');

/** Native, so it stays outside the bundle; `electron` is given by the runtime. */
const external = ['electron', /^node:/, /^better-sqlite3$/];

/**
 * Entry files of the Node side: both hosts, and every `*-worker.ts` under `electron/`, which ends as
 * `dist/main/<name>.js` beside them. Only entry files may compute paths from their own address, because
 * the bundler moves shared code into chunks.
 */
function nodeEntries(): Record<string, string> {
  const hosts: Record<string, string> = {
    main: join(projectFolder, 'electron/main.ts'),
    loopback: join(projectFolder, 'electron/loopback/main.ts'),
  };
  const entries = Object.fromEntries(Object.entries(hosts).filter(([, file]) => existsSync(file)));
  for (const file of globSync('electron/**/*-worker.ts', { cwd: projectFolder })) {
    entries[basename(file, '.ts')] = join(projectFolder, file);
  }
  return entries;
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), pdfLibraries(projectFolder)],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: join(projectFolder, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        // The content policy allows no `data:` and no inline script, so everything is a file.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: join(projectFolder, 'dist/main'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: nodeEntries(),
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: join(projectFolder, 'dist/preload'),
        emptyOutDir: true,
        target: 'chrome140',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { preload: join(projectFolder, 'electron/preload.ts') },
          external,
          // A sandboxed preload is CommonJS and may require nothing but `electron`.
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  test: {
    root: projectFolder,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    pool: 'threads',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
