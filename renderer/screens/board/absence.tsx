import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Seat } from '../../../shared/schema/people.ts';
import type { Text } from '../../../shared/text/index.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { KeeperChoice, KeeperFields, wrongOf } from './keeper.tsx';
import { listed } from './listed.ts';
import type { MemberPart } from './selection.ts';

export interface AbsenceProps {
  readonly reviewId: string;
  readonly parts: readonly MemberPart[];
  readonly keepers: readonly Seat[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 登记缺席: a reason, and the signature of the chair or the deputy. */
export function AbsenceDialog({ reviewId, parts, keepers, onClose, onDone }: AbsenceProps): ReactNode {
  const t = useText();
  const record = useCommand('absence.record');
  const request = useTask('absence.request');
  const sampleOf = useSamplePassphrase(reviewId);
  const [reason, setReason] = useState('');
  const [keeperSeatId, setKeeper] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const keeper = keepers.find(({ seatId }) => seatId === keeperSeatId) ?? keepers[0];
  const count = parts.reduce((total, part) => total + part.dossiers.length, 0);
  const wrong = wrongOf(t, record.problem, 'keeper');
  const ready = reason.trim() !== '' && keeper !== undefined && (keeper.elsewhere || passphrase !== '');
  const choose = (seatId: string): void => {
    setKeeper(seatId);
    setPassphrase('');
  };
  const send = async (): Promise<void> => {
    if (keeper === undefined) return;
    for (const { seatId, dossiers } of parts) {
      const dossierIds = dossiers.map(({ dossierId }) => dossierId);
      const absence = { reviewId, seatId, dossierIds, reason, keeperSeatId: keeper.seatId };
      const reply = keeper.elsewhere
        ? await request.start(absence)
        : await record.run({ ...absence, keeperPassphrase: passphrase });
      if (!reply.ok) return;
    }
    showNotice(
      t(keeper.elsewhere ? 'board.absenceAsked' : 'board.absenceDone', { count, name: keeper.name }),
    );
    onDone();
  };
  return (
    <Dialog
      title={t('board.absence')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={record.pending || request.running}
            disabled={!ready}
            onClick={() => void send()}
          >
            {t('board.absence')}
          </Button>
        </>
      }
    >
      <PartList parts={parts} />
      <p className="soft">{t('board.absenceText')}</p>
      <TextField label={t('board.reason')} autoFocus value={reason} onValue={setReason} />
      {keeper === undefined ? (
        <p className="bad">{t('board.noKeeper')}</p>
      ) : keeper.elsewhere ? (
        <>
          <KeeperChoice label={t('board.keeper')} keepers={keepers} chosen={keeper} onChosen={choose} />
          <p className="soft">{t('board.absenceElsewhere', { name: keeper.name })}</p>
        </>
      ) : (
        <KeeperFields
          label={t('board.keeper')}
          keepers={keepers}
          chosen={keeper}
          onChosen={choose}
          passphrase={passphrase}
          onPassphrase={setPassphrase}
          sample={sampleOf(keeper.personId)}
          wrong={wrong}
        />
      )}
      {record.pending && <p className="soft">{t('board.working')}</p>}
      {wrong === undefined && <ProblemNote problem={record.problem ?? request.problem} />}
    </Dialog>
  );
}

/** More names than this are said by their numbers, which stand in the matrix. */
const mostNames = 3;

function partWords(t: Text, { name, dossiers, all }: MemberPart): string {
  const count = dossiers.length;
  if (all) return t('board.missingAll', { name, count });
  if (count <= mostNames) {
    const names = listed(
      t,
      dossiers.map((dossier) => dossier.name),
    );
    return t('board.missingOf', { name, count, dossiers: names });
  }
  const numbers = listed(
    t,
    dossiers.map(({ number }) => String(number)),
  );
  return t('board.missingNumbers', { name, count, numbers });
}

/** Member by member which sheets are meant. */
export function PartList({ parts }: { readonly parts: readonly MemberPart[] }): ReactNode {
  const t = useText();
  return (
    <ul className="part-list">
      {parts.map((part) => (
        <li key={part.seatId}>{partWords(t, part)}</li>
      ))}
    </ul>
  );
}
