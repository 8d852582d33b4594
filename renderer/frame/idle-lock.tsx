import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useText } from '../stores/language.ts';
import { lockSession, useSession } from '../stores/session.ts';
import { idleState } from './idle-state.ts';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks after ten minutes without a key or a pointer, with a warning in the last minute. */
export function IdleLock(): ReactNode {
  const t = useText();
  const unlocked = useSession() !== null;
  const lastSignMs = useRef(0);
  const [warningSeconds, setWarningSeconds] = useState<number | null>(null);

  useEffect(() => {
    if (!unlocked) return undefined;
    const note = (): void => {
      lastSignMs.current = Date.now();
    };
    note();
    for (const sign of signs) document.addEventListener(sign, note, { capture: true, passive: true });
    const timer = window.setInterval(() => {
      const state = idleState(Date.now() - lastSignMs.current);
      setWarningSeconds(state.kind === 'warning' ? state.seconds : null);
      if (state.kind === 'lock') void lockSession();
    }, 1000);
    return () => {
      window.clearInterval(timer);
      for (const sign of signs) document.removeEventListener(sign, note, { capture: true });
    };
  }, [unlocked]);

  if (warningSeconds === null) return null;
  const stay = (): void => {
    lastSignMs.current = Date.now();
    setWarningSeconds(null);
  };
  return (
    <Dialog
      title={t('frame.idleTitle')}
      onClose={stay}
      ends={
        <>
          <Button onClick={() => void lockSession()}>{t('frame.lock')}</Button>
          <Button kind="primary" autoFocus onClick={stay}>
            {t('frame.idleStay')}
          </Button>
        </>
      }
    >
      <p>{t('frame.idleText', { seconds: warningSeconds })}</p>
    </Dialog>
  );
}
