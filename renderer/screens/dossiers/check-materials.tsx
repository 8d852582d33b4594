import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';

/** 核对全部材料: every file is read to its end and compared with what was taken in. */
export function CheckMaterials({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const check = useTask('material.check');
  const [shown, setShown] = useState(false);
  const [result, setResult] = useState<OutputOf<'material.check'> | null>(null);
  const run = async (): Promise<void> => {
    setShown(true);
    setResult(null);
    const reply = await check.start({ reviewId });
    if (reply.ok) setResult(reply.value);
  };
  const close = (): void => {
    check.cancel();
    check.clear();
    setShown(false);
  };
  return (
    <>
      <Button onClick={() => void run()}>{t('materials.check')}</Button>
      {shown && (
        <Dialog
          title={t('materials.check')}
          onClose={close}
          ends={<Button onClick={close}>{t('action.close')}</Button>}
        >
          <Progress task={check} />
          <ProblemNote problem={check.problem} />
          {result !== null && result.damaged.length === 0 && (
            <p>{t('materials.checked', { count: result.checked })}</p>
          )}
          {result !== null && result.damaged.length > 0 && (
            <div role="alert">
              <p className="bad">{t('materials.damaged', { count: result.damaged.length })}</p>
              <ul>
                {result.damaged.map((row) => (
                  <li key={`${row.dossierId} ${row.name}`}>{t('materials.damagedRow', row)}</li>
                ))}
              </ul>
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}
