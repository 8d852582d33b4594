import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

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

/** What pdfmake loads and our documents never use: encryption, drawings in SVG, web fonts. */
const unused = /^(?:@noble\/(?:ciphers\/aes|hashes\/\w+)|brotli\/decompress\.js|.*\/svg-to-pdfkit|xmldoc)$/u;
const nothing = '\0nothing';

/** Lets pdfmake, pdfkit and fontkit stand in one file of the program, with the colour profile inside. */
function pdfLibraries(): Plugin {
  const modules = join(projectFolder, 'node_modules');
  const profile = readFileSync(join(modules, 'pdfkit/js/data/sRGB_IEC61966_2_1.icc')).toString('base64');
  return {
    name: 'pdf-libraries',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'main',
    resolveId: (source) => {
      if (source === 'fontkit') return join(modules, 'fontkit/dist/main.cjs');
      if (source === 'pdfkit') return join(modules, 'pdfkit/js/pdfkit.js');
      return unused.test(source) ? nothing : undefined;
    },
    load: (id) => (id === nothing ? 'export default {};' : undefined),
    transform: (code, id) => {
      const [, library] = /[\\/]node_modules[\\/](pdfkit|pdfmake|js-md5)[\\/]/u.exec(id) ?? [];
      if (library === undefined) return undefined;
      const read = 'fs.readFileSync(`${__dirname}/data/sRGB_IEC61966_2_1.icc`)';
      if (library === 'pdfkit' && !code.includes(read)) throw new Error('pdfkit reads its profile otherwise');
      return (
        code
          .replace(read, `Buffer.from('${profile}', 'base64')`)
          // A module has no folder; what is left would only be fonts and files that we never name.
          .replaceAll(/\b__dirname\b/gu, "''")
          // The hash of a document's number; loading OpenSSL for it takes longer than the hash.
          .replace('!root.JS_MD5_NO_NODE_JS', 'false')
      );
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), pdfLibraries()],
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
