import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { go, homeRoute } from '../../stores/router.ts';
import { useSession } from '../../stores/session.ts';
import { OwnLaptop } from './own-laptop.tsx';
import { SeatJoin } from './seat-join.tsx';

type Way = 'seat' | 'own';

/** 参加评审: a seat that the bureau has prepared, or the own laptop. */
export function Screen(): ReactNode {
  const t = useText();
  const session = useSession();
  // Who has just registered on the own laptop, or comes back to it, goes on there.
  const [way, setWay] = useState<Way | null>(session === null ? null : 'own');
  const back = (
    <Button onClick={() => (way === null ? go(homeRoute) : setWay(null))}>{t('join.back')}</Button>
  );
  if (way === 'seat') {
    return (
      <Page title={t('join.seatTitle')} note={t('join.seatNote')} actions={back}>
        <SeatJoin />
      </Page>
    );
  }
  if (way === 'own') {
    return (
      <Page title={t('join.ownTitle')} note={t('join.ownNote')} actions={back}>
        <OwnLaptop key={session?.personId ?? ''} />
      </Page>
    );
  }
  return (
    <Page title={t('join.title')} note={t('join.note')} actions={back}>
      <div className="welcome">
        <button type="button" className="choice-card first" onClick={() => setWay('seat')}>
          <strong>{t('join.seatChoice')}</strong>
          <span>{t('join.seatChoiceText')}</span>
        </button>
        <button type="button" className="choice-card" onClick={() => setWay('own')}>
          <strong>{t('join.ownChoice')}</strong>
          <span className="soft">{t('join.ownChoiceText')}</span>
        </button>
      </div>
    </Page>
  );
}
