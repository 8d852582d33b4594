import type { ReactNode } from 'react';
import type { Text } from '../../../shared/text/index.ts';
import { connectionReference } from '../../api/transport.ts';
import { Button } from '../../components/button.tsx';
import { whenWords } from '../../components/plain-words.ts';
import { useText } from '../../stores/language.ts';
import { retrySaving } from './desk-saving.ts';
import { useDeskStore, type SheetDraft } from './desk-store.ts';

/** 14:32 for today; with the day otherwise. */
function savedWords(t: Text, savedMs: number): string {
  const words = whenWords(t, savedMs, Date.now());
  const clock = /\d\d:\d\d$/u.exec(words)?.[0] ?? '';
  return words === t('time.today', { time: clock }) ? clock : words;
}

function reasonOf(t: Text, draft: SheetDraft): string {
  const { problem } = draft;
  if (problem === null) return '';
  if (problem.reference === connectionReference) return t('problem.connection');
  return t.problem(problem)[0] ?? '';
}

/** 已保存 14:32, from the store's own answer after it read the draft back; or why it isn't saved. */
export function SaveNote({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useText();
  const draft = useDeskStore((state) => state.sheets[dossierId]);
  if (draft === undefined) return null;
  if (draft.state === 'failed') {
    return (
      <span className="save bad" role="alert">
        <span className="reason">{t('desk.unsaved', { reason: reasonOf(t, draft) })}</span>
        <Button onClick={() => void retrySaving(dossierId)}>{t('action.retry')}</Button>
      </span>
    );
  }
  if (draft.state === 'stale') {
    return <span className="save bad">{t('desk.unsaved', { reason: t('desk.staleShort') })}</span>;
  }
  const words =
    draft.state === 'saving'
      ? t('word.saving')
      : draft.edits !== draft.savedEdits
        ? t('desk.waiting')
        : draft.savedMs === null
          ? t('desk.nothingSaved')
          : t('word.saved', { time: savedWords(t, draft.savedMs) });
  return (
    <span className="save soft" role="status">
      {words}
    </span>
  );
}
