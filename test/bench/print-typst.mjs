// Compiles a Typst source as a fresh process and writes the PDF; last line: peak memory in kilobytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import typst from '@myriaddreamin/typst-ts-node-compiler';

const [source, target, ...fonts] = process.argv.slice(2);
const fontArgs = [{ fontPaths: fonts.map((font) => dirname(font)) }];
const compiler = typst.NodeCompiler.create({ workspace: dirname(source), fontArgs });
const options = { pdfStandard: 'a-2b', creationTimestamp: 0 };
writeFileSync(target, compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }, options));
console.log(process.resourceUsage().maxRSS);
