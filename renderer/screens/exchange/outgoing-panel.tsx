import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { CarrierSettings } from '../../../shared/schema/exchange.ts';
import { downloadFile } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { sizeWords } from '../../components/plain-words.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { handLimit } from './hand-limit.ts';

type Outbox = OutputOf<'exchange.state'>['outbox'];

/** 待交出: goes by itself where a carrier is set; by hand each file is downloaded and then noted as given. */
export function OutgoingPanel(props: {
  readonly reviewId: string;
  readonly carrier: CarrierSettings | null;
  readonly outbox: Outbox;
}): ReactNode {
  const t = useText();
  const { reviewId, carrier, outbox } = props;
  const handOut = useCommand('exchange.handOut');
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem>();
  const byHand = carrier === null || carrier.kind === 'hand';
  const download = async ({ id, fileName }: Outbox[number]): Promise<void> => {
    const reply = await downloadFile(`outbox-${id}`, fileName);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) setTaken((before) => new Set([...before, id]));
  };
  const given = outbox.filter(({ id }) => taken.has(id)).map(({ id }) => id);
  return (
    <section className="exchange-card stack" aria-label={t('exchange.outgoing')}>
      <div className="spread">
        <h2>{t('exchange.outgoing')}</h2>
        {given.length > 0 && (
          <Button
            kind="primary"
            pending={handOut.pending}
            onClick={() => void handOut.run({ reviewId, ids: given })}
          >
            {t('exchange.noteGiven', { count: given.length })}
          </Button>
        )}
      </div>
      {outbox.length === 0 && <p className="soft">{t('exchange.nothingOut')}</p>}
      {outbox.length > 0 && !byHand && <p className="soft">{t('exchange.goesByItself')}</p>}
      {outbox.length > 0 && (
        <ul className="exchange-list">
          {outbox.map((letter) => (
            <li key={letter.id}>
              <span className="what">
                <span>
                  {t.of(`exchange.kind.${letter.kind}`)}{' '}
                  <span className="soft">{t('exchange.to', { party: letter.party })}</span>
                </span>
                <span className="soft">{sizeWords(letter.size)}</span>
              </span>
              {byHand && letter.size <= handLimit && (
                <Button onClick={() => void download(letter)}>
                  {t(taken.has(letter.id) ? 'exchange.downloadAgain' : 'exchange.download')}
                </Button>
              )}
              {byHand && letter.size > handLimit && (
                <span className="soft">{t('exchange.tooLargeByHand')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemNote problem={problem ?? handOut.problem} />
    </section>
  );
}
