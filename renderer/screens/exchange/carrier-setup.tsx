import { useState } from 'react';
import type { ReactNode } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { CarrierSettings } from '../../../shared/schema/exchange.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import { FolderPicker } from './folder-picker.tsx';

type Choice = InputOf<'carrier.set'>['choice'];
type Kind = Choice['kind'];

export interface CarrierSetupProps {
  readonly reviewId: string;
  readonly present: CarrierSettings | null;
  readonly onDone: () => void;
  readonly onCancel: (() => void) | undefined;
}

/** One of the ways is chosen, with what it needs; each says when it fits. */
export function CarrierSetup({ reviewId, present, onDone, onCancel }: CarrierSetupProps): ReactNode {
  const t = useText();
  const isSecretary = useSeat(reviewId)?.role === 'secretary';
  const set = useCommand('carrier.set');
  const kinds: readonly Kind[] = [isSecretary ? 'own-box' : 'box', 'folder', 'stick', 'hand'];
  const [kind, setKind] = useState<Kind>(present?.kind ?? kinds[0] ?? 'hand');
  const [folder, setFolder] = useState('');
  const [address, setAddress] = useState(present?.kind === 'box' ? present.address : '');
  const [code, setCode] = useState('');
  const choice = choiceOf(kind, folder, address, code);
  const save = async (): Promise<void> => {
    if (choice !== null && (await set.run({ reviewId, choice })).ok) onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="carrier-ways" role="radiogroup" aria-label={t('exchange.way')}>
        {kinds.map((each) => (
          <label key={each} className="carrier-way" aria-label={t(`exchange.by.${each}`)}>
            <input type="radio" name="carrier" checked={kind === each} onChange={() => setKind(each)} />
            <span>
              <strong>{t(`exchange.by.${each}`)}</strong>
              <span className="soft">{t(`exchange.fits.${each}`)}</span>
            </span>
          </label>
        ))}
      </div>
      {(kind === 'folder' || kind === 'stick') && <FolderPicker chosen={folder} onChosen={setFolder} />}
      {kind === 'box' && (
        <div className="row">
          <TextField
            label={t('exchange.boxAddress')}
            value={address}
            onValue={setAddress}
            placeholder="192.168.1.5:47800"
          />
          <TextField
            label={t('exchange.boxCode')}
            value={code}
            onValue={setCode}
            placeholder="0000 0000 0000 0000"
          />
        </div>
      )}
      <ProblemNote problem={set.problem} />
      <div className="row">
        <Button kind="primary" submits pending={set.pending} disabled={choice === null}>
          {t(kind === 'stick' ? 'exchange.registerStick' : 'exchange.waySave')}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{t('action.cancel')}</Button>}
      </div>
    </form>
  );
}

/** Null while something is missing. */
function choiceOf(kind: Kind, folder: string, address: string, code: string): Choice | null {
  switch (kind) {
    case 'folder':
    case 'stick':
      return folder === '' ? null : { kind, folder };
    case 'box':
      return address.trim() === '' || code.replace(/\D/g, '').length !== 16 ? null : { kind, address, code };
    default:
      return { kind };
  }
}
