import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { guide as english } from './guide.en.ts';
import { guide as chinese } from './guide.zh.ts';

const guides = { 'zh-CN': chinese, en: english } as const;

/** The user's guide by role, in the language of the interface. */
export function Screen(): ReactNode {
  const t = useText();
  const guide = guides[t.language];
  return (
    <Page title={t('help.title')}>
      <div className="guide panel" lang={t.language}>
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
              {chapter.questions !== undefined && (
                <dl>
                  {chapter.questions.map(({ ask, answer }) => (
                    <div key={ask}>
                      <dt>{ask}</dt>
                      <dd>{answer}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </section>
          ))}
        </article>
      </div>
    </Page>
  );
}
