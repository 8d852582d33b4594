import { create } from 'zustand';

export type NoticeKind = 'done' | 'note' | 'warning';

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly sentence: string;
}

interface Notices {
  readonly notices: readonly Notice[];
  readonly lastId: number;
}

/** Long enough to be read twice; warnings stay until closed. */
const shownMs = 6000;

export const useNotices = create<Notices>(() => ({ notices: [], lastId: 0 }));

export function closeNotice(id: number): void {
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

/** Shows one sentence (already in the person's language) in the corner. Problems use `ProblemNote` instead. */
export function showNotice(sentence: string, kind: NoticeKind = 'done'): void {
  const id = useNotices.getState().lastId + 1;
  useNotices.setState((state) => ({
    lastId: id,
    notices: [...state.notices.slice(-2), { id, kind, sentence }],
  }));
  if (kind !== 'warning') setTimeout(() => closeNotice(id), shownMs);
}

/** Hand-over: nothing of the person before stays on screen. */
export function clearNotices(): void {
  useNotices.setState({ notices: [] });
}
