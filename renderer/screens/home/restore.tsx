import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { replaceRoute } from '../../stores/router.ts';
import { readSession } from '../../stores/session.ts';
import { NewPassphrase, isGoodPassphrase } from '../unlock/new-passphrase.tsx';

/** 数据恢复: recovery file, its passphrase and an office copy make this empty laptop the secretary's. */
export function Restore({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText();
  const restore = useTask('rebuild.restore');
  const [recovery, setRecovery] = useState<File | null>(null);
  const [copy, setCopy] = useState<File | null>(null);
  const [recoveryPassphrase, setRecoveryPassphrase] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [lost, setLost] = useState<Problem>();
  const ready =
    recovery !== null && copy !== null && recoveryPassphrase !== '' && isGoodPassphrase(passphrase);
  const send = async (): Promise<void> => {
    if (recovery === null || copy === null) return;
    const files = [await uploadFile(recovery), await uploadFile(copy)];
    const [first, second] = files;
    setLost(files.flatMap((file) => (file.ok ? [] : [file.problem]))[0]);
    if (first?.ok !== true || second?.ok !== true) return;
    const ids = { recoveryUploadId: first.value.id, copyUploadId: second.value.id };
    const reply = await restore.start({ ...ids, recoveryPassphrase, passphrase });
    if (!reply.ok) return;
    replaceRoute({ page: 'review', reviewId: reply.value.reviewId, tab: 'overview' });
    await readSession();
  };
  return (
    <form
      className="panel form-page"
      aria-label={t('rebuild.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void send();
      }}
    >
      <h2>{t('rebuild.title')}</h2>
      <p className="soft">{t('rebuild.text')}</p>
      <FileDrop
        accept=".json"
        sentence={
          recovery === null ? t('rebuild.dropRecovery') : t('rebuild.chosen', { name: recovery.name })
        }
        onFile={setRecovery}
      />
      <FileDrop
        accept=".panel"
        sentence={copy === null ? t('rebuild.dropCopy') : t('rebuild.chosen', { name: copy.name })}
        onFile={setCopy}
      />
      <TextField
        label={t('rebuild.recoveryPassphrase')}
        type="password"
        autoComplete="off"
        value={recoveryPassphrase}
        onValue={setRecoveryPassphrase}
      />
      <NewPassphrase onPassphrase={setPassphrase} />
      <ProblemNote problem={lost ?? restore.problem} />
      <div className="row">
        <Button kind="primary" submits pending={restore.running} disabled={!ready}>
          {t('rebuild.go')}
        </Button>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}
