import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { useText } from '../stores/language.ts';
import { closeNotice, useNotices } from '../stores/notices.ts';
import { useRevisions } from '../stores/revisions.ts';

/** Short sentences in the corner; they never take the focus. */
export function NoticeArea(): ReactNode {
  const t = useText();
  const notices = useNotices((state) => state.notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={`notice ${notice.kind}`}>
          <p>{notice.sentence}</p>
          <Button kind="quiet" aria-label={t('frame.closeNotice')} onClick={() => closeNotice(notice.id)}>
            ×
          </Button>
        </div>
      ))}
    </div>
  );
}

/** Shown while the local service doesn't answer. */
export function ConnectionNote(): ReactNode {
  const t = useText();
  const connected = useRevisions((state) => state.connected || state.ended);
  return connected ? null : (
    <div className="connection" role="alert">
      {t('frame.connectionLost')}
    </div>
  );
}
