import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentView } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { useSession } from '../../stores/session.ts';

export interface SignFormProps {
  readonly reviewId: string;
  readonly document: DocumentView;
  readonly name: string;
}

/** The unlocked person signs with the own passphrase. */
export function SignForm({ reviewId, document, name }: SignFormProps): ReactNode {
  const t = useText();
  const session = useSession();
  const tiles = useQuery('session.tiles', { reviewId }, ['people']);
  const sign = useCommand('document.sign');
  const [passphrase, setPassphrase] = useState('');
  const sample =
    tiles.value?.find(({ personId }) => personId === session?.personId)?.samplePassphrase ?? null;
  const send = async (): Promise<void> => {
    const reply = await sign.run({ reviewId, documentId: document.documentId, passphrase });
    setPassphrase('');
    if (reply.ok) showNotice(t('documents.signDone', { signed: reply.value.signed, of: reply.value.of }));
  };
  return (
    <form
      className="stack sign-form"
      aria-label={t('documents.own', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') void send();
      }}
    >
      <h3>{t('documents.own', { name })}</h3>
      <div className="beside">
        <TextField
          label={t('documents.passphrase')}
          type="password"
          autoComplete="off"
          value={passphrase}
          onValue={setPassphrase}
        />
        <Button kind="primary" submits pending={sign.pending} disabled={passphrase === ''}>
          {t('documents.sign')}
        </Button>
      </div>
      {sample !== null && (
        <div className="sample-passphrase">
          <span>{t('documents.sample', { passphrase: sample })}</span>
          <Button kind="quiet" onClick={() => setPassphrase(sample)}>
            {t('documents.sampleUse')}
          </Button>
        </div>
      )}
      {sign.pending && (
        <p className="soft" role="status">
          {t('documents.signingNow')}
        </p>
      )}
      <ProblemNote problem={sign.problem} />
      <p className="soft small">{t('documents.proves')}</p>
    </form>
  );
}
