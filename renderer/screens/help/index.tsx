import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { guide } from './guide.zh.ts';

/** The user's guide. It is written in Chinese only. */
export function Screen(): ReactNode {
  const t = useText();
  return (
    <Page title={t('help.title')}>
      <div className="guide panel" lang="zh-CN">
        <nav aria-label={t('help.contents')}>
          {guide.map((chapter) => (
            <button
              key={chapter.id}
              type="button"
              onClick={() => document.getElementById(`guide-${chapter.id}`)?.scrollIntoView()}
            >
              {chapter.title}
            </button>
          ))}
        </nav>
        <article>
          {guide.map((chapter) => (
            <section key={chapter.id} id={`guide-${chapter.id}`}>
              <h2>{chapter.title}</h2>
              {chapter.steps !== undefined && (
                <ol>
                  {chapter.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              )}
              {chapter.notes?.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </section>
          ))}
        </article>
      </div>
    </Page>
  );
}
