import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ChoiceField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';

export type Signing = 'electronic' | 'paper';

export interface SigningChoiceProps {
  readonly onClose: () => void;
  readonly onMake: (signing: Signing) => void;
}

/** How the minutes will be signed; asked before they are made, because the page differs. */
export function SigningChoice({ onClose, onMake }: SigningChoiceProps): ReactNode {
  const t = useText();
  const [signing, setSigning] = useState<Signing>('electronic');
  return (
    <Dialog
      title={t('documents.signingTitle')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" onClick={() => onMake(signing)}>
            {t('documents.make')}
          </Button>
        </>
      }
    >
      <ChoiceField<Signing>
        label={t('documents.signingTitle')}
        value={signing}
        onValue={setSigning}
        options={[
          { value: 'electronic', label: t('documents.signing.electronic') },
          { value: 'paper', label: t('documents.signing.paper') },
        ]}
      />
      <p className="soft small">{t('documents.signingText')}</p>
    </Dialog>
  );
}
