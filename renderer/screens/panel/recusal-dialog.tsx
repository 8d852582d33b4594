import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DossierRow } from '../../../shared/schema/dossier.ts';
import type { Recusal } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { membersOf } from './panel-state.ts';
import type { SectionProps } from './section-props.ts';

/** Records a declaration made on paper, by word or late. */
export function RecusalDialog(
  props: Pick<SectionProps, 'reviewId' | 'view'> & {
    readonly recusals: readonly Recusal[];
    readonly dossiers: readonly DossierRow[];
    readonly onClose: () => void;
  },
): ReactNode {
  const t = useText();
  const { reviewId, view, onClose } = props;
  const record = useCommand('recusal.record');
  const [seatId, setSeatId] = useState('');
  const [dossierId, setDossierId] = useState('');
  const [reason, setReason] = useState('');
  const members = membersOf(view);
  const dossiers = props.dossiers.filter(({ withdrawn }) => !withdrawn);
  const known = props.recusals.some((each) => each.seatId === seatId && each.dossierId === dossierId);
  const ready = seatId !== '' && dossierId !== '' && reason.trim() !== '' && !known;
  const send = async (): Promise<void> => {
    const reply = await record.run({ reviewId, seatId, dossierId, reason });
    if (!reply.ok) return;
    const name = members.find((each) => each.seatId === seatId)?.name ?? '';
    const dossier = dossiers.find((each) => each.dossierId === dossierId)?.name ?? '';
    showNotice(t('panel.recusalDone', { name, dossier }));
    onClose();
  };
  return (
    <Dialog
      title={t('panel.recusalTitle')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" pending={record.pending} disabled={!ready} onClick={() => void send()}>
            {t('panel.recusalAdd')}
          </Button>
        </>
      }
    >
      <p>{t('panel.recusalText')}</p>
      <SelectField
        label={t('panel.recusalMember')}
        placeholder={t('panel.chooseMember')}
        options={members.map(({ seatId: value, name }) => ({ value, label: name }))}
        value={seatId}
        onValue={setSeatId}
      />
      <SelectField
        label={t('panel.recusalDossier')}
        placeholder={t('panel.recusalChooseDossier')}
        wrong={known ? t('panel.recusalKnown') : undefined}
        options={dossiers.map(({ dossierId: value, number, name }) => ({
          value,
          label: `${number}. ${name}`,
        }))}
        value={dossierId}
        onValue={setDossierId}
      />
      <TextField
        label={t('panel.recusalReason')}
        hint={t('panel.recusalReasonHint')}
        maxLength={200}
        value={reason}
        onValue={setReason}
      />
      <ProblemNote problem={record.problem} />
    </Dialog>
  );
}
