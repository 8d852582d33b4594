import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Seat } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { useSession } from '../../stores/session.ts';
import { keepersFor } from './panel-state.ts';
import type { SectionProps } from './section-props.ts';

type Props = Pick<SectionProps, 'reviewId' | 'view'> & { readonly seat: Seat; readonly onClose: () => void };

/** 重设席位口令: secretary and keeper confirm; what is kept and what is lost stands above the fields. */
export function ReseatDialog({ reviewId, view, seat, onClose }: Props): ReactNode {
  const t = useText();
  const session = useSession();
  const { name } = seat;
  const reseat = useCommand('panel.reseat');
  const tiles = useQuery('session.tiles', { reviewId }, ['panel', 'people']);
  const keepers = keepersFor(view, seat);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState('');
  const [keeperSeatId, setKeeperSeatId] = useState(keepers[0]?.seatId ?? '');
  const [keeperPassphrase, setKeeperPassphrase] = useState('');
  const keeper = keepers.find(({ seatId }) => seatId === keeperSeatId);
  const ready = reason.trim() !== '' && own !== '' && keeper !== undefined && keeperPassphrase !== '';
  const sampleHint = (personId: string | undefined): string | undefined => {
    const passphrase = tiles.value?.find((tile) => tile.personId === personId)?.samplePassphrase ?? null;
    return passphrase === null ? undefined : t('panel.samplePassphrase', { passphrase });
  };
  const wrongWho = reseat.problem?.code === 'wrong-passphrase' ? reseat.problem.values?.['who'] : undefined;
  const wrong = t('problem.wrong-passphrase');
  const send = async (): Promise<void> => {
    const reply = await reseat.run({
      reviewId,
      seatId: seat.seatId,
      reason,
      secretaryPassphrase: own,
      keeperSeatId,
      keeperPassphrase,
    });
    if (!reply.ok) return;
    showNotice(t('panel.reseatDone', { name }));
    onClose();
  };
  return (
    <Dialog
      title={t('panel.reseatTitle', { name })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" pending={reseat.pending} disabled={!ready} onClick={() => void send()}>
            {t('panel.reseatGo')}
          </Button>
        </>
      }
    >
      <p>{t('panel.reseatText', { name })}</p>
      <ul className="stack-tight">
        <li className="good">{t('panel.reseatKept')}</li>
        <li className="bad">{t('panel.reseatLost')}</li>
        <li className="soft">{t('panel.reseatNote')}</li>
      </ul>
      {keepers.length === 0 ? (
        <p className="warn">{t('panel.reseatNoKeeper')}</p>
      ) : (
        <>
          <TextField
            label={t('panel.reseatReason')}
            hint={t('panel.reseatReasonHint')}
            autoFocus
            maxLength={200}
            value={reason}
            onValue={setReason}
          />
          <TextField
            label={t('panel.reseatOwn')}
            hint={sampleHint(session?.personId)}
            wrong={wrongWho === 'secretary' ? wrong : undefined}
            type="password"
            autoComplete="off"
            value={own}
            onValue={setOwn}
          />
          <SelectField
            label={t('panel.reseatKeeper')}
            options={keepers.map((each) => ({
              value: each.seatId,
              label: `${each.name}（${t(each.chair ? 'panel.chair' : 'panel.deputy')}）`,
            }))}
            value={keeperSeatId}
            onValue={setKeeperSeatId}
          />
          <TextField
            label={t('panel.reseatKeeperPassphrase')}
            hint={sampleHint(keeper?.personId)}
            wrong={wrongWho === 'keeper' ? wrong : undefined}
            type="password"
            autoComplete="off"
            value={keeperPassphrase}
            onValue={setKeeperPassphrase}
          />
        </>
      )}
      {wrongWho === undefined && <ProblemNote problem={reseat.problem} />}
    </Dialog>
  );
}
