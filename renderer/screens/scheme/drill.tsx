import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

/** 数据恢复演练: tries the recovery file on a copy, says what would be missing, keeps nothing of it. */
export function Drill({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const drill = useTask('rebuild.drill');
  const [recoveryPassphrase, setPassphrase] = useState('');
  const [result, setResult] = useState<OutputOf<'rebuild.drill'> | null>(null);
  const send = async (): Promise<void> => {
    const reply = await drill.start({ reviewId, recoveryPassphrase, copyUploadId: null });
    setResult(reply.ok ? reply.value : null);
  };
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (recoveryPassphrase !== '') void send();
      }}
    >
      <span className="soft small">{t('rebuild.drillText')}</span>
      <div className="row">
        <TextField
          label={t('rebuild.recoveryPassphrase')}
          type="password"
          autoComplete="off"
          value={recoveryPassphrase}
          onValue={setPassphrase}
        />
        <Button submits pending={drill.running} disabled={recoveryPassphrase === ''}>
          {t('rebuild.drill')}
        </Button>
      </div>
      {result !== null && (
        <p className="good" role="status">
          {t('rebuild.drilled', { copy: result.copySize, size: result.recordSize })}
          {result.resend.map(({ name, count }) => t('rebuild.resend', { name, count })).join('')}
        </p>
      )}
      <ProblemNote problem={drill.problem} />
    </form>
  );
}
