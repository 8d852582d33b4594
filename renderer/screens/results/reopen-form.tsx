import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TallyRow, TallyView } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { LongTextField, SelectField } from '../../components/field.tsx';
import { useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { KeeperFields, keepersOf, wrongOf } from '../board/keeper.tsx';
import { reopenable } from './open-votes.ts';

export interface ReopenFormProps {
  readonly reviewId: string;
  readonly view: TallyView;
  readonly reasons: readonly string[];
  readonly onDone: () => void;
}

/** Reopens one opened sheet: whose, of which enterprise, why, signed by the chair or the deputy. */
export function ReopenForm({ reviewId, view, reasons, onDone }: ReopenFormProps): ReactNode {
  const t = useText();
  const panel = useQuery('panel.get', { reviewId }, ['panel']);
  const send = useCommand('correction.reopen');
  const sampleOf = useSamplePassphrase(reviewId);
  const [seatId, setSeat] = useState('');
  const [dossierId, setDossier] = useState('');
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [keeperSeatId, setKeeper] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const members = reopenable(view);
  const rows = members.find((member) => member.seatId === seatId)?.rows ?? [];
  const chosen = rows.some((row) => row.dossierId === dossierId) ? dossierId : '';
  const keepers = keepersOf(panel.value?.seats ?? []);
  const keeper = keepers.find((each) => each.seatId === keeperSeatId) ?? keepers[0];
  const ready =
    keeper !== undefined && chosen !== '' && reason !== '' && note.trim() !== '' && passphrase !== '';
  const isPaper = (row: TallyRow): boolean =>
    row.sheets.some((sheet) => sheet.seatId === seatId && sheet.paper);
  const reopen = async (): Promise<void> => {
    if (keeper === undefined) return;
    const signer = { keeperSeatId: keeper.seatId, keeperPassphrase: passphrase };
    const reply = await send.run({
      reviewId,
      seatId,
      dossierId: chosen,
      reason,
      note: note.trim(),
      ...signer,
    });
    if (!reply.ok) return;
    const row = rows.find((each) => each.dossierId === chosen);
    showNotice(t(row !== undefined && isPaper(row) ? 'law.reopenedPaper' : 'law.reopened'));
    onDone();
  };
  const wrong = wrongOf(t, send.problem, 'keeper');
  return (
    <form
      className="panel stack"
      aria-label={t('law.reopenTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void reopen();
      }}
    >
      <h3>{t('law.reopenTitle')}</h3>
      <ul className="bullets">
        <li>{t('law.reopenMeans1')}</li>
        <li>
          <strong>{t('law.reopenMeans2')}</strong>
        </li>
        <li>{t('law.reopenMeans3')}</li>
      </ul>
      <div className="form">
        <SelectField
          label={t('law.reopenMember')}
          placeholder={t('law.reopenChoose')}
          options={members.map((member) => ({ value: member.seatId, label: member.label }))}
          value={seatId}
          onValue={setSeat}
        />
        <SelectField
          label={t('law.reopenDossier')}
          placeholder={t('law.reopenChoose')}
          disabled={seatId === ''}
          options={rows.map((row) => ({
            value: row.dossierId,
            label: isPaper(row) ? t('law.reopenPaper', { name: row.name }) : row.name,
          }))}
          value={chosen}
          onValue={setDossier}
        />
        <SelectField
          label={t('law.reopenReason')}
          placeholder={t('law.reopenChoose')}
          options={reasons.map((each) => ({ value: each, label: each }))}
          value={reason}
          onValue={setReason}
        />
        <LongTextField
          wide
          rows={2}
          label={t('law.reopenNote')}
          hint={t('law.reopenNoteHint')}
          value={note}
          onValue={setNote}
        />
      </div>
      {keeper !== undefined && (
        <KeeperFields
          label={t('law.reopenKeeper')}
          keepers={keepers}
          chosen={keeper}
          onChosen={(id) => {
            setKeeper(id);
            setPassphrase('');
          }}
          passphrase={passphrase}
          onPassphrase={setPassphrase}
          sample={sampleOf(keeper.personId)}
          wrong={wrong}
        />
      )}
      {wrong === undefined && <ProblemNote problem={send.problem} />}
      <div className="row">
        <Button kind="primary" submits pending={send.pending} disabled={!ready}>
          {t('law.reopen')}
        </Button>
        <Button onClick={onDone}>{t('law.back')}</Button>
      </div>
    </form>
  );
}
