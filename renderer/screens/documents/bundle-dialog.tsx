import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PassphraseField, useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { KeeperChoice, keepersOf, wrongOf } from '../board/keeper.tsx';

export interface BundleDialogProps {
  readonly reviewId: string;
  readonly onClose: () => void;
  readonly onMade: (documentId: string) => void;
}

/** 结果数据包: the chair or the deputy signs it too, unless that key is on another laptop. */
export function BundleDialog({ reviewId, onClose, onMade }: BundleDialogProps): ReactNode {
  const t = useText();
  const panel = useQuery('panel.get', { reviewId }, ['panel']);
  const make = useCommand('bundle.make');
  const sampleOf = useSamplePassphrase(reviewId);
  const [chosen, setChosen] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const keepers = keepersOf(panel.value?.seats ?? []);
  const keeper = keepers.find(({ seatId }) => seatId === chosen) ?? keepers[0];
  const elsewhere = keeper?.elsewhere === true;
  const send = async (): Promise<void> => {
    if (keeper === undefined) return;
    const signer = elsewhere ? null : { seatId: keeper.seatId, passphrase };
    const reply = await make.run({ reviewId, keeper: signer });
    if (reply.ok) onMade(reply.value.documentId);
  };
  const wrong = wrongOf(t, make.problem, 'keeper');
  return (
    <Dialog
      title={t('documents.kind.result-bundle')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="primary"
            pending={make.pending}
            disabled={keeper === undefined || (!elsewhere && passphrase === '')}
            onClick={() => void send()}
          >
            {t('documents.make')}
          </Button>
        </>
      }
    >
      <p>{t('documents.bundleText')}</p>
      {keeper !== undefined && (
        <KeeperChoice
          label={t('documents.bundleKeeper')}
          keepers={keepers}
          chosen={keeper}
          onChosen={(seatId) => {
            setChosen(seatId);
            setPassphrase('');
          }}
        />
      )}
      {keeper !== undefined && !elsewhere && (
        <PassphraseField
          label={t('board.passphraseOf', { name: keeper.name })}
          value={passphrase}
          onValue={setPassphrase}
          sample={sampleOf(keeper.personId)}
          wrong={wrong}
        />
      )}
      {elsewhere && <p className="soft">{t('documents.bundleElsewhere', { name: keeper.name })}</p>}
      {wrong === undefined && <ProblemNote problem={make.problem ?? panel.problem} />}
    </Dialog>
  );
}
