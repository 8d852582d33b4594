import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Conclusion, Opinion } from '../../../shared/schema/result.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField, LongTextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import type { SaveState } from './saver.ts';
import { useOpinionDraft } from './use-saver.ts';

const conclusions: readonly Conclusion[] = ['recommend', 'not-recommend', 'defer'];

function SaveMark({ state }: { readonly state: SaveState }): ReactNode {
  const t = useText();
  if (state.kind === 'saving') return <span className="soft">{t('word.saving')}</span>;
  if (state.kind === 'waiting') return <span className="soft">{t('opinions.waiting')}</span>;
  if (state.kind === 'stale' || state.kind === 'failed') {
    return <span className="bad">{t('opinions.failed')}</span>;
  }
  if (state.savedMs === null) return null;
  return (
    <span className="good">
      {t('opinions.saved', { time: '' })}
      <WhenText timeMs={state.savedMs} />
    </span>
  );
}

function Head({ opinion }: { readonly opinion: Opinion }): ReactNode {
  const t = useText();
  return (
    <div>
      <h2>{opinion.name}</h2>
      {opinion.rank !== null && (
        <p className="soft">{t('opinions.rankScore', { rank: opinion.rank, score: opinion.score ?? '—' })}</p>
      )}
    </div>
  );
}

export interface OpinionFormProps {
  readonly reviewId: string;
  readonly opinion: Opinion;
  /** Goes to the previous or next enterprise; undefined at the end of the list. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

/** Conclusion and opinion of one enterprise; saves itself. Key it by the dossier. */
export function OpinionForm({ reviewId, opinion, onPrevious, onNext }: OpinionFormProps): ReactNode {
  const t = useText();
  const draft = useOpinionDraft(reviewId, opinion);
  const { content, state } = draft;
  const form = useRef<HTMLFormElement>(null);
  const { flush } = draft;
  useEffect(() => {
    const element = form.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      (event.key === 'ArrowUp' ? onPrevious : onNext)?.();
    };
    // Leaving a field saves at once, before a lock or a hand-over can come.
    element?.addEventListener('focusout', flush);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('focusout', flush);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [flush, onPrevious, onNext]);
  return (
    <form
      ref={form}
      className="panel stack opinion-form"
      aria-label={opinion.name}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="spread">
        <Head opinion={opinion} />
        <span role="status">
          <SaveMark state={state} />
        </span>
      </div>
      {state.kind === 'failed' && <ProblemNote problem={state.problem} />}
      {state.kind === 'stale' && (
        <div className="problem stack" role="alert">
          <p>{t('opinions.stale')}</p>
          <p>
            <strong>{t('opinions.staleTheirs')}</strong> {t(`conclusion.${opinion.conclusion ?? 'none'}`)}
          </p>
          <p className="plain-text">{opinion.text === '' ? t('opinions.notWritten') : opinion.text}</p>
          <div className="row">
            <Button onClick={draft.takeTheirs}>{t('opinions.staleTake')}</Button>
            <Button kind="danger" onClick={draft.keepMine}>
              {t('opinions.staleKeep')}
            </Button>
          </div>
        </div>
      )}
      <div className="stack-tight">
        <span className="soft">{t('opinions.conclusion')}</span>
        <ChoiceField<Conclusion | ''>
          label={t('opinions.conclusion')}
          value={content.conclusion ?? ''}
          options={conclusions.map((value) => ({ value, label: t(`conclusion.${value}`) }))}
          onValue={(value) => {
            if (value !== '') draft.change({ ...content, conclusion: value }, true);
          }}
        />
      </div>
      <LongTextField
        label={t('opinions.text')}
        hint={t('opinions.textHint')}
        rows={10}
        value={content.text}
        onValue={(text) => draft.change({ ...content, text })}
      />
      <div className="spread">
        <span className="soft small">{t('opinions.keys')}</span>
        <span className="row">
          <Button disabled={onPrevious === undefined} onClick={onPrevious}>
            {t('opinions.previous')}
          </Button>
          <Button disabled={onNext === undefined} onClick={onNext}>
            {t('opinions.next')}
          </Button>
        </span>
      </div>
    </form>
  );
}

/** The same content where it can't be changed. */
export function OpinionText(props: { readonly opinion: Opinion; readonly why: string }): ReactNode {
  const t = useText();
  const { opinion, why } = props;
  return (
    <section className="panel stack" aria-label={opinion.name}>
      <Head opinion={opinion} />
      {opinion.ineligible ? (
        <p>{t('opinions.ineligible')}</p>
      ) : (
        <>
          <p>
            <span className="soft">{t('opinions.conclusion')}</span>{' '}
            <strong>{t(`conclusion.${opinion.conclusion ?? 'none'}`)}</strong>
          </p>
          <p className="plain-text">{opinion.text === '' ? t('opinions.notWritten') : opinion.text}</p>
          <p className="soft small">{why}</p>
        </>
      )}
    </section>
  );
}
