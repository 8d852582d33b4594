import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CarrierSettings, ExchangeState } from '../../../shared/schema/exchange.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress, WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { CarrierSetup } from './carrier-setup.tsx';

export interface CarrierPanelProps {
  readonly reviewId: string;
  readonly carrier: CarrierSettings | null;
  readonly state: ExchangeState;
}

/** The chosen way with its state in one sentence; the other ways show only while choosing. */
export function CarrierPanel({ reviewId, carrier, state }: CarrierPanelProps): ReactNode {
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  const sync = useTask('exchange.sync');
  if (carrier === null || choosing) {
    return (
      <section className="exchange-card stack" aria-label={t('exchange.way')}>
        <h2>{t('exchange.wayChoose')}</h2>
        <CarrierSetup
          reviewId={reviewId}
          present={carrier}
          onDone={() => setChoosing(false)}
          onCancel={carrier === null ? undefined : () => setChoosing(false)}
        />
      </section>
    );
  }
  return (
    <section className="exchange-card stack" aria-label={t('exchange.way')}>
      <div className="spread">
        <h2>{t('exchange.way')}</h2>
        <Button onClick={() => setChoosing(true)}>{t('exchange.wayChange')}</Button>
      </div>
      <p>
        <strong>{t(`exchange.by.${carrier.kind}`)}</strong> <span className="soft">{placeOf(carrier)}</span>
      </p>
      {carrier.kind !== 'hand' && (
        <>
          <StateLine carrier={carrier} state={state} />
          <div className="row">
            <Button pending={sync.running} onClick={() => void sync.start({ reviewId })}>
              {t('exchange.syncNow')}
            </Button>
          </div>
          <Progress task={sync} />
          <ProblemNote problem={sync.problem} />
        </>
      )}
      {carrier.kind === 'hand' && <p className="soft">{t('exchange.handHint')}</p>}
    </section>
  );
}

function placeOf(carrier: CarrierSettings): string {
  if (carrier.kind === 'folder' || carrier.kind === 'stick') return carrier.folder;
  return carrier.kind === 'box' ? carrier.address : '';
}

function StateLine({
  carrier,
  state,
}: Pick<CarrierPanelProps, 'state'> & { readonly carrier: CarrierSettings }): ReactNode {
  const t = useText();
  if (state.failure !== null) {
    return (
      <p className="exchange-failure" role="status">
        <Chip kind="warn">{t('exchange.paused')}</Chip>{' '}
        {t.of(`exchange.carrier.${state.failure.reason}`, state.failure.values, t('exchange.carrier.disk'))}
      </p>
    );
  }
  return (
    <p role="status">
      {state.lastMs === null ? (
        <span className="soft">{t('exchange.notYet')}</span>
      ) : (
        <>
          <Chip kind="good">{t('exchange.working')}</Chip>{' '}
          <span className="soft">
            {t('exchange.lastLook')} <WhenText timeMs={state.lastMs} />
          </span>
        </>
      )}
      {carrier.kind === 'stick' && state.safeToRemove && (
        <>
          {' '}
          <Chip kind="good">{t('exchange.safeToRemove')}</Chip>
        </>
      )}
      {state.unfinished > 0 && (
        <span className="soft"> {t('exchange.unfinished', { count: state.unfinished })}</span>
      )}
    </p>
  );
}
