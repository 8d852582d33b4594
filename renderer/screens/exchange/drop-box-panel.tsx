import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

/** 局域网收件箱: open or close, and in large type for the room what to type on the other computers. */
export function DropBoxPanel({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const state = useQuery('dropbox.state', { reviewId }, ['exchange', 'session']);
  const open = useTask('dropbox.open');
  const close = useTask('dropbox.close');
  const box = state.value;
  if (box === undefined) return <ProblemNote problem={state.problem} />;
  return (
    <section className="exchange-card stack" aria-label={t('exchange.box')}>
      <div className="spread">
        <h2>
          {t('exchange.box')}{' '}
          <Chip kind={box.open ? 'good' : 'plain'}>
            {t(box.open ? 'exchange.boxOpen' : 'exchange.boxClosed')}
          </Chip>
        </h2>
        {box.open ? (
          <Button pending={close.running} onClick={() => void close.start({ reviewId })}>
            {t('exchange.boxClose')}
          </Button>
        ) : (
          <Button
            kind="primary"
            pending={open.running}
            onClick={() => void open.start({ reviewId, address: null })}
          >
            {t('exchange.boxOpenIt')}
          </Button>
        )}
      </div>
      {box.open ? (
        <dl className="box-words">
          <dt>{t('exchange.boxAddress')}</dt>
          {box.addresses.map((address) => (
            <dd key={address}>{address}</dd>
          ))}
          {box.addresses.length === 0 && <dd className="none">{t('exchange.boxNoNetwork')}</dd>}
          <dt>{t('exchange.boxCode')}</dt>
          <dd>{box.code}</dd>
        </dl>
      ) : (
        <p className="soft">{t('exchange.boxHint')}</p>
      )}
      {box.open && (
        <p className="soft">
          {t('exchange.boxReceived', { count: box.received })}
          {box.blocked > 0 && ` ${t('exchange.boxBlocked', { count: box.blocked })}`}
        </p>
      )}
      <ProblemNote problem={open.problem ?? close.problem} />
    </section>
  );
}
