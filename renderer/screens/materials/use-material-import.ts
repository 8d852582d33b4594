import { useRef, useState } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { InputOf, OutputOf } from '../../../shared/api/contract.ts';
import { call } from '../../api/client.ts';
import { newSending, sendMaterial } from '../../api/materials.ts';
import { refreshRevisions } from '../../stores/revisions.ts';

export interface FileOfImport {
  readonly file: File;
  readonly dossierId: string;
  readonly kind: string;
  readonly item: string;
  readonly name: string;
  readonly replaces: string | null;
}

export interface MaterialImport {
  readonly running: boolean;
  /** 0 to 1 over all bytes. */
  readonly fraction: number;
  /** Name of the file that is being sent, its place in the row and how many there are. */
  readonly current: { readonly name: string; readonly number: number; readonly of: number } | null;
  readonly problem: Problem | undefined;
  /** Sends all bytes, then takes all files in at once; null when nothing came in. */
  readonly run: (files: readonly FileOfImport[]) => Promise<OutputOf<'material.import'> | null>;
  readonly cancel: () => void;
  readonly clear: () => void;
}

const pollMs = 400;
const resting = { running: false, fraction: 0, current: null };

/** The import of files: their bytes one after the other, with progress and stop; in force all or none. */
export function useMaterialImport(reviewId: string): MaterialImport {
  const [state, setState] = useState<Pick<MaterialImport, 'running' | 'fraction' | 'current'>>(resting);
  const [problem, setProblem] = useState<Problem>();
  const stop = useRef<AbortController>(undefined);

  const run = async (files: readonly FileOfImport[]): Promise<OutputOf<'material.import'> | null> => {
    const control = new AbortController();
    stop.current = control;
    setProblem(undefined);
    const total = files.reduce((sum, { file }) => sum + file.size, 0);
    const uploads: string[] = [];
    const rows: InputOf<'material.import'>['files'] = [];
    let before = 0;
    let failed: Problem | undefined;
    for (const [index, one] of files.entries()) {
      const { file, ...row } = one;
      const task = newSending();
      const show = (part: number): void =>
        setState({
          running: true,
          fraction: total === 0 ? 0 : (before + part * file.size) / total,
          current: { name: one.name, number: index + 1, of: files.length },
        });
      show(0);
      const timer = window.setInterval(() => {
        void call('task.progress', { task }).then((reply) => {
          if (reply.ok && reply.value !== null) show(reply.value.fraction);
        });
      }, pollMs);
      const reply = await sendMaterial({ ...row, reviewId, file, task, signal: control.signal });
      window.clearInterval(timer);
      before += file.size;
      if (!reply.ok) {
        failed = reply.problem;
        break;
      }
      uploads.push(reply.value.id);
      rows.push({ ...row, uploadId: reply.value.id });
    }
    const done = failed === undefined ? await call('material.import', { reviewId, files: rows }) : undefined;
    if (done?.ok !== true && uploads.length > 0) await call('material.discard', { reviewId, uploads });
    setState(resting);
    if (done?.ok === true) {
      await refreshRevisions();
      return done.value;
    }
    setProblem(done?.problem ?? failed);
    return null;
  };
  return {
    ...state,
    problem,
    run,
    cancel: () => stop.current?.abort(),
    clear: () => setProblem(undefined),
  };
}
