import { start } from './launcher.mjs';

process.exitCode = await start(process.argv.slice(2));
