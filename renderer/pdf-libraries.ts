import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What pdfmake loads and our documents never use: encryption, drawings in SVG, web fonts. */
const unused = /^(?:@noble\/(?:ciphers\/aes|hashes\/\w+)|brotli\/decompress\.js|.*\/svg-to-pdfkit|xmldoc)$/u;
const nothing = '\0nothing';

/** Lets pdfmake, pdfkit and fontkit stand in one file of the program, with the colour profile inside. */
export function pdfLibraries(projectFolder: string): Plugin {
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
