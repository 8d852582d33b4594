import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { CarrierPanel } from './carrier-panel.tsx';
import { DropBoxPanel } from './drop-box-panel.tsx';
import { IncomingPanel } from './incoming-panel.tsx';
import { OutgoingPanel } from './outgoing-panel.tsx';
import { RegisterSection } from './register-section.tsx';

/** 交接登记: how letters travel, what waits, what came, and the register of all of it. */
export function Screen({ reviewId }: ReviewScreenProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const carrier = useQuery('carrier.get', { reviewId }, ['exchange']);
  const state = useQuery('exchange.state', { reviewId }, ['exchange']);
  const isSecretary = seat?.role === 'secretary';
  const kind = carrier.value?.kind;
  return (
    <Page title={t('tab.exchange')}>
      <ProblemNote problem={carrier.problem ?? state.problem} />
      {carrier.value !== undefined && state.value !== undefined && (
        <>
          <div className="exchange-columns">
            <div className="stack">
              <CarrierPanel reviewId={reviewId} carrier={carrier.value} state={state.value} />
              {isSecretary && kind === 'own-box' && <DropBoxPanel reviewId={reviewId} />}
            </div>
            <div className="stack">
              <OutgoingPanel reviewId={reviewId} carrier={carrier.value} outbox={state.value.outbox} />
              <IncomingPanel reviewId={reviewId} state={state.value} />
            </div>
          </div>
          <RegisterSection reviewId={reviewId} />
        </>
      )}
    </Page>
  );
}
