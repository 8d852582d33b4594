// Makes the minutes as the program does, in the built document worker, and writes the file.
// Plain JavaScript, because the packed program pays for no stripping of types either.
import { readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const [worker, job, target] = process.argv.slice(2);
const thread = new Worker(worker, { workerData: JSON.parse(readFileSync(job, 'utf8')), execArgv: [] });
thread.on('message', (message) => {
  if (message.type === 'problem') throw new Error(JSON.stringify(message.problem));
  if (message.type === 'done') writeFileSync(target, message.bytes);
});
thread.on('exit', () => console.log(process.resourceUsage().maxRSS));
