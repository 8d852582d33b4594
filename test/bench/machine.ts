import { execFileSync } from 'node:child_process';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { figure } from './row.ts';

/** What a reader needs in order to doubt a figure. */
export interface Machine {
  readonly at: string;
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryMegabytes: number;
  /** File system of the measured folder: a commit on a memory disk costs nothing. */
  readonly fileSystem: string;
  /** Running processes on average over 1, 5, 15 minutes; above `cores` the run is noisy. */
  readonly load: readonly number[];
}

export function machineOf(folder: string): Machine {
  const processors = cpus();
  return {
    at: new Date().toISOString(),
    node: process.versions.node,
    system: `${platform()} ${release()}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryMegabytes: Math.round(totalmem() / 2 ** 20),
    fileSystem: fileSystemOf(folder),
    load: loadavg(),
  };
}

function fileSystemOf(folder: string): string {
  if (platform() !== 'linux') return 'unknown';
  return (
    execFileSync('df', ['--output=fstype', folder], { encoding: 'utf8' }).split('\n')[1]?.trim() ?? 'unknown'
  );
}

export function describeMachine(machine: Machine): string {
  const memory = `${machine.memoryMegabytes} MB`;
  return `Node ${machine.node}, ${machine.system}, ${machine.processor}, ${machine.cores} cores, ${memory}, ${machine.fileSystem}`;
}

/** The load before and after; says so where other programs took part of the processor. */
export function describeLoad(before: Machine, after: Machine): string {
  const [start, end] = [before.load[0] ?? 0, after.load[0] ?? 0];
  const noisy = Math.max(start, end) > before.cores;
  const words = `Load average ${figure(start)} before and ${figure(end)} after on ${before.cores} cores`;
  return noisy ? `${words}: NOISY, trust the ratios more than the times.` : `${words}.`;
}
