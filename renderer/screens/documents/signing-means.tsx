import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { ChoiceField, TextField } from '../../components/field.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { sizeWords } from '../../components/plain-words.ts';
import { useText } from '../../stores/language.ts';

/** Signed with the key of this laptop, or with a certificate file that is chosen anew each time. */
export interface Means {
  readonly kind: 'own' | 'file';
  readonly file: File | undefined;
  readonly password: string;
}

export const ownMeans: Means = { kind: 'own', file: undefined, password: '' };

export interface SigningMeansProps {
  readonly means: Means;
  readonly onMeans: (means: Means) => void;
}

/** What signs, and in plain words what that proves. */
export function SigningMeans({ means, onMeans }: SigningMeansProps): ReactNode {
  const t = useText();
  const { file } = means;
  return (
    <div className="stack-tight">
      <ChoiceField<Means['kind']>
        label={t('documents.means')}
        value={means.kind}
        onValue={(kind) => onMeans({ ...ownMeans, kind })}
        options={[
          { value: 'own', label: t('documents.means.own') },
          { value: 'file', label: t('documents.means.file') },
        ]}
      />
      {means.kind === 'file' && (
        <>
          {file === undefined ? (
            <FileDrop
              accept=".p12,.pfx"
              sentence={t('documents.certificateDrop')}
              onFile={(chosen) => onMeans({ ...means, file: chosen })}
            />
          ) : (
            <div className="spread">
              <span>{t('word.file', { name: file.name, size: sizeWords(file.size) })}</span>
              <Button kind="quiet" onClick={() => onMeans({ ...means, file: undefined })}>
                {t('documents.certificateOther')}
              </Button>
            </div>
          )}
          <TextField
            label={t('documents.certificatePassword')}
            hint={t('documents.certificateNever')}
            type="password"
            autoComplete="off"
            value={means.password}
            onValue={(password) => onMeans({ ...means, password })}
          />
        </>
      )}
      <p className="soft small">{t(`documents.proves.${means.kind}`)}</p>
    </div>
  );
}
