import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentView } from '../../../shared/schema/result.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useHandwriting } from '../../stores/handwriting.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { useSession } from '../../stores/session.ts';
import { SignaturePad } from './signature-pad.tsx';
import { ownMeans, SigningMeans } from './signing-means.tsx';
import type { Means } from './signing-means.tsx';

export interface SignFormProps {
  readonly reviewId: string;
  readonly document: DocumentView;
  readonly name: string;
}

/** The unlocked person signs with the own passphrase, by hand as well where wanted. */
export function SignForm({ reviewId, document, name }: SignFormProps): ReactNode {
  const t = useText();
  const session = useSession();
  const tiles = useQuery('session.tiles', { reviewId }, ['people']);
  const sign = useCommand('document.sign');
  const [passphrase, setPassphrase] = useState('');
  const sample =
    tiles.value?.find(({ personId }) => personId === session?.personId)?.samplePassphrase ?? null;
  const [means, setMeans] = useState<Means>(ownMeans);
  const [uploadProblem, setUploadProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const { handwriting } = useHandwriting();
  const ready = passphrase !== '' && (means.kind === 'own' || means.file !== undefined);
  const send = async (): Promise<void> => {
    setSending(true);
    setUploadProblem(undefined);
    const uploaded = means.file === undefined ? undefined : await uploadFile(means.file);
    if (uploaded?.ok === false) setUploadProblem(uploaded.problem);
    else await signWith(uploaded?.value.id);
    setSending(false);
  };
  const signWith = async (uploadId: string | undefined): Promise<void> => {
    const certificate = uploadId === undefined ? null : { uploadId, password: means.password };
    const { documentId } = document;
    const input = { reviewId, documentId, passphrase, handwriting: handwriting ?? null, certificate };
    const reply = await sign.run(input);
    setPassphrase('');
    setMeans((before) => ({ ...before, password: '' }));
    if (reply.ok) showNotice(t('documents.signDone', { signed: reply.value.signed, of: reply.value.of }));
  };
  return (
    <form
      className="stack sign-form"
      aria-label={t('documents.own', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !sending) void send();
      }}
    >
      <h3>{t('documents.own', { name })}</h3>
      <SignaturePad />
      <SigningMeans means={means} onMeans={setMeans} />
      <div className="beside">
        <TextField
          label={t('documents.passphrase')}
          type="password"
          autoComplete="off"
          value={passphrase}
          onValue={setPassphrase}
        />
        <Button kind="primary" submits pending={sending} disabled={!ready}>
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
      {sending && (
        <p className="soft" role="status">
          {t('documents.signingNow')}
        </p>
      )}
      <ProblemNote problem={uploadProblem ?? sign.problem} />
    </form>
  );
}
