import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

export interface ReducedBundleProps {
  readonly reviewId: string;
  readonly onMade: (documentId: string) => void;
}

/** Below the whole bundle: the part of it that one applicant may have. */
export function ReducedBundle({ reviewId, onMade }: ReducedBundleProps): ReactNode {
  const t = useText();
  const dossiers = useQuery('dossier.list', { reviewId }, ['dossiers']);
  const make = useCommand('bundle.makeReduced');
  const [chosen, setChosen] = useState('');
  const listed = (dossiers.value ?? []).filter(({ withdrawn }) => !withdrawn);
  const send = async (): Promise<void> => {
    const reply = await make.run({ reviewId, dossierId: chosen });
    if (reply.ok) onMade(reply.value.documentId);
  };
  return (
    <section className="panel stack" aria-label={t('documents.reduced')}>
      <h3>{t('documents.reduced')}</h3>
      <p className="soft small">{t('documents.reducedText')}</p>
      <div className="row foot">
        <SelectField
          label={t('documents.reducedFor')}
          value={chosen}
          onValue={setChosen}
          placeholder={t('documents.reducedChoose')}
          options={listed.map(({ dossierId, number, name }) => ({
            value: dossierId,
            label: `${number} ${name}`,
          }))}
        />
        <Button pending={make.pending} disabled={chosen === ''} onClick={() => void send()}>
          {t('documents.make')}
        </Button>
      </div>
      <ProblemNote problem={make.problem ?? dossiers.problem} />
    </section>
  );
}
