import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { replaceRoute } from '../../stores/router.ts';
import { takeSession } from '../../stores/session.ts';
import { NewPin } from '../unlock/new-pin.tsx';

type Names = OutputOf<'seat.readJoin'>;

/** Meeting file and code, own name, PIN: under a minute, and nothing about keys. */
export function SeatJoin(): ReactNode {
  const t = useText();
  const [upload, setUpload] = useState<{ id: string; name: string } | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [code, setCode] = useState('');
  const read = useCommand('seat.readJoin');
  const join = useCommand('seat.join');
  const [names, setNames] = useState<Names | null>(null);
  const [seatId, setSeatId] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const take = async (file: File): Promise<void> => {
    setProblem(undefined);
    const reply = await uploadFile(file);
    if (reply.ok) setUpload(reply.value);
    else setProblem(reply.problem);
  };
  const open = async (): Promise<void> => {
    if (upload === null) return;
    const reply = await read.run({ uploadId: upload.id, code });
    if (reply.ok) setNames(reply.value);
  };
  const enter = async (): Promise<void> => {
    if (upload === null || seatId === null) return;
    const reply = await join.run({ uploadId: upload.id, code, seatId, pin });
    if (!reply.ok) return;
    replaceRoute({ page: 'review', reviewId: reply.value.reviewId, tab: 'desk' });
    takeSession(reply.value.session);
  };
  if (names === null) {
    return (
      <form
        className="panel form-page"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        {upload === null ? (
          <FileDrop
            accept=".panel-join"
            sentence={t('join.dropMeetingFile')}
            onFile={(file) => void take(file)}
          />
        ) : (
          <p>{t('join.meetingFile', { name: upload.name })}</p>
        )}
        <TextField
          label={t('join.code')}
          hint={t('join.codeHint')}
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onValue={setCode}
        />
        <ProblemNote problem={problem ?? read.problem} />
        <div className="row">
          <Button
            kind="primary"
            submits
            pending={read.pending}
            disabled={upload === null || code.trim() === ''}
          >
            {t('join.open')}
          </Button>
        </div>
      </form>
    );
  }
  const chosen = names.seats.find((seat) => seat.seatId === seatId);
  return (
    <div className="unlock-columns">
      <section className="stack" aria-label={t('join.pickName')}>
        <h2>{names.title}</h2>
        <p className="soft">{t('join.pickName')}</p>
        <div className="tiles">
          {names.seats.map((seat) => (
            <button
              key={seat.seatId}
              type="button"
              aria-pressed={seat.seatId === seatId}
              onClick={() => setSeatId(seat.seatId)}
            >
              <span className="person">{seat.name}</span>
              <span className="soft small">{seat.organisation}</span>
            </button>
          ))}
        </div>
      </section>
      {chosen !== undefined && (
        <form
          className="panel unlock-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (pin !== '') void enter();
          }}
        >
          <h2>
            {chosen.name} · {t('unlock.pinTitle')}
          </h2>
          <NewPin onPin={setPin} />
          <ProblemNote problem={join.problem} />
          <div className="row">
            <Button kind="primary" submits pending={join.pending} disabled={pin === ''}>
              {t('join.enter')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
