import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { exactDecimal } from '../../../shared/domain/fraction.ts';
import type { PaperSheet } from '../../../shared/schema/sheet.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { LongTextField } from '../../components/field.tsx';
import { PassphraseField, useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTop } from '../../components/use-top.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { useSession } from '../../stores/session.ts';
import { wrongOf } from './keeper.tsx';
import { listed } from './listed.ts';
import { PaperRows } from './paper-rows.tsx';
import { ScanView } from './scan-view.tsx';
import { itemNames, typedContent, typedState } from './typing.ts';

export interface PaperEntryProps {
  readonly reviewId: string;
  readonly sheet: PaperSheet;
  readonly scheme: CompiledScheme;
  readonly onBack: () => void;
  /** A corrected sheet after the opening instead of a first one. */
  readonly corrects?: boolean;
}

/** One paper sheet typed by the unlocked person alone; what the other typist entered is never shown. */
export function PaperEntry({
  reviewId,
  sheet,
  scheme,
  onBack,
  corrects = false,
}: PaperEntryProps): ReactNode {
  const t = useText();
  useTop();
  const session = useSession();
  const enter = useCommand(corrects ? 'correction.enter' : 'paper.enter');
  const sampleOf = useSamplePassphrase(reviewId);
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [overall, setOverall] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [asked, setAsked] = useState(false);
  const state = typedState(scheme, typed);
  const complete = state.blanks.length === 0 && state.wrong.size === 0;
  const again = sheet.typedBy.includes(session?.name ?? '');
  const wrong = wrongOf(t, enter.problem, 'own');
  const names = (ids: readonly string[]): string => listed(t, itemNames(scheme, ids));
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const cells = [...(form.current?.querySelectorAll<HTMLInputElement>('input.score') ?? [])];
    const place = cells.findIndex((cell) => cell === event.target);
    cells[place + by]?.focus();
    cells[place + by]?.select();
  };
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!complete || passphrase === '') return;
    const content = typedContent(scheme, typed, overall);
    const place = { reviewId, seatId: sheet.seatId, dossierId: sheet.dossierId };
    const reply = await enter.run({ ...place, content, passphrase });
    if (!reply.ok) return setPassphrase('');
    const { state: outcome, differences } = reply.value;
    const items = names(differences);
    const key =
      corrects && outcome === 'agreed' ? 'law.correctionAgreed' : (`board.entered-${outcome}` as const);
    showNotice(t(key, { items }), outcome === 'differs' ? 'note' : 'done');
    onBack();
  };
  return (
    <form
      ref={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>
        {t(corrects ? 'law.correctionTypeTitle' : 'board.typeTitle', {
          member: sheet.member,
          dossier: sheet.name,
        })}
      </h2>
      <p className="soft">{t('board.typeHint')}</p>
      {again && <p className="warn">{t('board.alreadyTyped')}</p>}
      <div className="typing-columns">
        <div className="stack">
          <PaperRows
            scheme={scheme}
            typed={typed}
            state={state}
            marked={sheet.state === 'differs' ? sheet.differences : []}
            askBlanks={asked}
            onTyped={(id, value) => setTyped((before) => ({ ...before, [id]: value }))}
            onKey={move}
          />
          <p className="sum typing-sum" role="status">
            {t(complete ? 'board.total' : 'board.totalOpen', {
              total: state.total,
              full: exactDecimal(scheme.total),
              count: state.blanks.length + state.wrong.size,
            })}
          </p>
          <LongTextField label={t('board.overall')} optional rows={2} value={overall} onValue={setOverall} />
          <PassphraseField
            label={t('board.passphraseOf', { name: session?.name ?? '' })}
            value={passphrase}
            onValue={setPassphrase}
            sample={sampleOf(session?.personId)}
            wrong={wrong}
          />
          {asked && state.blanks.length > 0 && (
            <p className="bad" role="alert">
              {t('board.blanksLeft', { items: names(state.blanks) })}
            </p>
          )}
          {wrong === undefined && <ProblemNote problem={enter.problem} />}
          <div className="row">
            <Button kind="primary" submits pending={enter.pending} disabled={passphrase === ''}>
              {t('board.enter')}
            </Button>
            <Button onClick={onBack}>{t(corrects ? 'law.back' : 'board.back')}</Button>
          </div>
        </div>
        <ScanView sheet={sheet} />
      </div>
    </form>
  );
}
