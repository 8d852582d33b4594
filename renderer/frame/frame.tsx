import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { call } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/page.tsx';
import { plainScreens } from '../screens/routes.tsx';
import { UnlockScreen } from '../screens/unlock/index.tsx';
import { confirm } from '../stores/confirm.ts';
import { useText } from '../stores/language.ts';
import { useRoute } from '../stores/router.ts';
import { useRevisions } from '../stores/revisions.ts';
import { useSession } from '../stores/session.ts';
import { PlainBar, ReviewFrame } from './review-frame.tsx';
import { Rail } from './rail.tsx';

function Content(): ReactNode {
  const route = useRoute();
  const session = useSession();
  if (route.page === 'unlock') return <UnlockScreen reviewId={route.reviewId} onward={route.onward} />;
  if (route.page === 'review') {
    return session === null ? <UnlockScreen reviewId={route.reviewId} onward={route} /> : null;
  }
  const { Screen } = plainScreens[route.page];
  return <Screen />;
}

/** Rail, top bar, 下一步 and the page. */
export function Frame(): ReactNode {
  const t = useText();
  const route = useRoute();
  const session = useSession();
  const main = useRef<HTMLElement>(null);
  const ended = useRevisions((state) => state.ended);
  const place = JSON.stringify(route);

  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [place]);

  const quit = async (): Promise<void> => {
    const question = {
      title: t('frame.quitTitle'),
      sentence: t('frame.quitQuestion'),
      verb: t('frame.quit'),
    };
    if (!(await confirm(question))) return;
    useRevisions.setState({ ended: true });
    await call('app.quit', {});
  };

  if (ended) {
    return (
      <main className="page">
        <EmptyState sentence={t('frame.quitDone')} />
      </main>
    );
  }
  const inReview = route.page === 'review' && session !== null;
  return (
    <div className="frame">
      <Button className="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('frame.skip')}
      </Button>
      <Rail onQuit={() => void quit()} />
      {inReview ? <ReviewFrame key={route.reviewId} route={route} mainRef={main} /> : <PlainBar />}
      {!inReview && (
        <main id="main" className="main" ref={main} tabIndex={-1}>
          <Content />
        </main>
      )}
    </div>
  );
}
