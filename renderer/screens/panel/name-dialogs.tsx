import { useState } from 'react';
import type { ReactNode } from 'react';
import type { PanelView } from '../../../shared/schema/people.ts';
import type { Text } from '../../../shared/text/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import type { Option } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { membersOf } from './panel-state.ts';
import type { SectionProps } from './section-props.ts';

type DialogProps = Pick<SectionProps, 'reviewId' | 'view'> & { readonly onClose: () => void };

function memberOptions(t: Text, view: PanelView, without: 'chair' | 'deputy'): readonly Option[] {
  return membersOf(view)
    .filter((seat) => !seat[without])
    .map(({ seatId, name, hasProfile }) => ({
      value: seatId,
      label: hasProfile ? name : t('panel.memberNoProfile', { name }),
    }));
}

function nameOf(view: PanelView, seatId: string): string {
  return view.seats.find((seat) => seat.seatId === seatId)?.name ?? '';
}

/** The election at the meeting as a recorded act: who, and how the vote went. */
export function ElectDialog({ reviewId, view, onClose }: DialogProps): ReactNode {
  const t = useText();
  const elect = useCommand('panel.elect');
  const [seatId, setSeatId] = useState('');
  const [note, setNote] = useState('');
  const send = async (): Promise<void> => {
    const reply = await elect.run({ reviewId, seatId, note });
    if (!reply.ok) return;
    showNotice(t('panel.electDone', { name: nameOf(view, seatId) }));
    onClose();
  };
  return (
    <Dialog
      title={t('panel.elect')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" pending={elect.pending} disabled={seatId === ''} onClick={() => void send()}>
            {t('panel.elect')}
          </Button>
        </>
      }
    >
      <p>{t('panel.electText')}</p>
      <SelectField
        label={t('panel.electWho')}
        placeholder={t('panel.chooseMember')}
        options={memberOptions(t, view, 'deputy')}
        value={seatId}
        onValue={setSeatId}
      />
      <TextField
        label={t('panel.electNote')}
        hint={t('panel.electNoteHint')}
        optional
        maxLength={200}
        value={note}
        onValue={setNote}
      />
      <ProblemNote problem={elect.problem} />
    </Dialog>
  );
}

/** The member who opens beside the secretary when the chair can't. */
export function DeputyDialog({ reviewId, view, onClose }: DialogProps): ReactNode {
  const t = useText();
  const nameDeputy = useCommand('panel.nameDeputy');
  const [seatId, setSeatId] = useState('');
  const send = async (): Promise<void> => {
    const reply = await nameDeputy.run({ reviewId, seatId });
    if (!reply.ok) return;
    showNotice(t('panel.deputyDone', { name: nameOf(view, seatId) }));
    onClose();
  };
  return (
    <Dialog
      title={t('panel.nameDeputy')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="primary"
            pending={nameDeputy.pending}
            disabled={seatId === ''}
            onClick={() => void send()}
          >
            {t('panel.nameDeputy')}
          </Button>
        </>
      }
    >
      <p>{t('panel.deputyText')}</p>
      <SelectField
        label={t('panel.deputy')}
        placeholder={t('panel.chooseMember')}
        options={memberOptions(t, view, 'chair')}
        value={seatId}
        onValue={setSeatId}
      />
      <ProblemNote problem={nameDeputy.problem} />
    </Dialog>
  );
}
