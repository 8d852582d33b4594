import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Seat } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PassphraseField, useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { useSession } from '../../stores/session.ts';

/** After five wrong seat PINs: the secretary lets the member try again, here or by a file for the seat's laptop. */
export function AllowPinDialog(props: {
  readonly reviewId: string;
  readonly seat: Seat;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const { reviewId, seat, onClose } = props;
  const allow = useCommand('panel.allowPin');
  const [passphrase, setPassphrase] = useState('');
  const sample = useSamplePassphrase(reviewId)(useSession()?.personId);
  const send = async (): Promise<void> => {
    const reply = await allow.run({ reviewId, seatId: seat.seatId, passphrase });
    if (!reply.ok) return;
    const { name } = seat;
    showNotice(t(reply.value.elsewhere ? 'panel.allowPinSent' : 'panel.allowPinDone', { name }));
    onClose();
  };
  return (
    <Dialog
      title={t('panel.allowPinFor', { name: seat.name })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="primary"
            pending={allow.pending}
            disabled={passphrase === ''}
            onClick={() => void send()}
          >
            {t('panel.allowPin')}
          </Button>
        </>
      }
    >
      <p>{t('panel.allowPinText', { name: seat.name })}</p>
      <PassphraseField
        label={t('panel.allowPinOwn')}
        value={passphrase}
        onValue={setPassphrase}
        sample={sample}
      />
      <ProblemNote problem={allow.problem} />
    </Dialog>
  );
}
