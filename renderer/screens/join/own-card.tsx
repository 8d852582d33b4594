import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { saveBlob } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

/** 专家登记文件: a file to give away, and 24 digits to read aloud or to scan. */
export function OwnCard(): ReactNode {
  const t = useText();
  const make = useCommand('member.card');
  const [card, setCard] = useState<OutputOf<'member.card'> | null>(null);
  const show = async (): Promise<void> => {
    const reply = await make.run({});
    if (reply.ok) setCard(reply.value);
  };
  return (
    <section className="panel stack" aria-label={t('join.cardTitle')}>
      <h2>{t('join.cardTitle')}</h2>
      <p className="soft">{t('join.cardText')}</p>
      {card === null ? (
        <div className="row">
          <Button kind="primary" pending={make.pending} onClick={() => void show()}>
            {t('join.cardMake')}
          </Button>
        </div>
      ) : (
        <div className="card-columns">
          <div className="stack">
            <p className="soft">{t('join.cardDigits')}</p>
            <p className="big-digits">{card.digits}</p>
            <div className="row">
              <Button
                kind="primary"
                onClick={() => saveBlob(new Blob([card.text], { type: 'text/plain' }), card.fileName)}
              >
                {t('join.cardSave')}
              </Button>
            </div>
          </div>
        </div>
      )}
      <ProblemNote problem={make.problem} />
    </section>
  );
}
