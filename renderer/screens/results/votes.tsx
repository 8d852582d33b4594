import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TallyView } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { moved } from '../scheme/edit-scheme.ts';
import { openVotes, voteCounts, type OpenVote } from './open-votes.ts';

interface VoteFormProps {
  readonly reviewId: string;
  readonly vote: OpenVote;
}

/** The order that the panel voted, by up and down, and how the vote went. */
function VoteForm({ reviewId, vote }: VoteFormProps): ReactNode {
  const t = useText();
  const send = useCommand('tally.vote');
  const [order, setOrder] = useState<readonly string[]>(vote.rows.map(({ dossierId }) => dossierId));
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const names = new Map(vote.rows.map(({ dossierId, name }) => [dossierId, name]));
  const record = async (): Promise<void> => {
    if (note.trim() === '') return setAsked(true);
    const words = order.map((id) => names.get(id) ?? '').join('、');
    const question = {
      title: t('law.voteConfirmTitle'),
      sentence: t('law.voteConfirm', { order: words }),
      verb: t('law.voteRecord'),
    };
    if (await confirm(question)) await send.run({ reviewId, dossierIds: [...order], note });
  };
  return (
    <div className="stack-tight">
      <ol className="vote-order" aria-label={t('law.voteOrder')}>
        {order.map((id, index) => {
          const name = names.get(id) ?? '';
          return (
            <li key={id} className={vote.places === index + 1 ? 'cut' : undefined}>
              <span>{name}</span>
              <Button
                kind="quiet"
                aria-label={t('scheme.upOf', { name })}
                disabled={index === 0}
                onClick={() => setOrder(moved(order, index, -1))}
              >
                {t('scheme.up')}
              </Button>
              <Button
                kind="quiet"
                aria-label={t('scheme.downOf', { name })}
                disabled={index === order.length - 1}
                onClick={() => setOrder(moved(order, index, 1))}
              >
                {t('scheme.down')}
              </Button>
            </li>
          );
        })}
      </ol>
      <div className="beside">
        <TextField
          label={t('law.voteNote')}
          hint={t('law.voteNoteHint')}
          wrong={asked && note.trim() === '' ? t('law.voteNoteNeeded') : undefined}
          value={note}
          onValue={setNote}
          maxLength={200}
        />
        <Button kind="primary" pending={send.pending} onClick={() => void record()}>
          {t('law.voteRecord')}
        </Button>
      </div>
      <ProblemNote problem={send.problem} />
    </div>
  );
}

export interface VotePanelProps {
  readonly reviewId: string;
  readonly view: TallyView;
  /** The scheme's ladder names a vote. */
  readonly ladderVotes: boolean;
  readonly mayRecord: boolean;
}

/** Ties that only the panel's vote can settle, the last place of the quota first. Nothing when none is open. */
export function VotePanel({ reviewId, view, ladderVotes, mayRecord }: VotePanelProps): ReactNode {
  const t = useText();
  const open = openVotes(view, ladderVotes);
  if (open.length === 0) return null;
  return (
    <section className="panel stack preference-panel" aria-label={t('law.voteTitle')}>
      <h2>{t('law.voteTitle')}</h2>
      {open.map((vote) => {
        const [first] = vote.rows;
        const key = vote.rows.map(({ dossierId }) => dossierId).join(' ');
        const values = { score: first?.score ?? '', rank: first?.rank ?? '', places: vote.places ?? '' };
        return (
          <div key={key} className="stack-tight">
            <p>{t(vote.places === null ? 'law.voteTie' : 'law.voteLastPlace', values)}</p>
            {mayRecord ? (
              <VoteForm reviewId={reviewId} vote={vote} />
            ) : (
              <p>
                <strong>{vote.rows.map(({ name }) => name).join('、')}</strong>
              </p>
            )}
          </div>
        );
      })}
      {!mayRecord && <p className="soft">{t('law.voteWaits')}</p>}
    </section>
  );
}

/** Every vote of the panel; of several over the same enterprises the last one counts. */
export function VoteList({ view }: { readonly view: TallyView }): ReactNode {
  const t = useText();
  if (view.votes.length === 0) return null;
  const names = new Map(view.rows.map(({ dossierId, name }) => [dossierId, name]));
  const rows = view.votes.map((vote, index) => ({ ...vote, counts: voteCounts(view.votes, index) }));
  return (
    <section className="stack-tight" aria-label={t('law.votesTitle')}>
      <h2>{t('law.votesTitle')}</h2>
      <DataTable
        label={t('law.votesTitle')}
        rows={rows}
        rowKey={({ atMs, dossierIds }) => `${atMs} ${dossierIds.join(' ')}`}
        columns={[
          {
            key: 'when',
            title: t('law.voteWhen'),
            narrow: true,
            cell: ({ atMs }) => <WhenText timeMs={atMs} />,
          },
          {
            key: 'order',
            title: t('law.voteOrder'),
            heading: true,
            cell: ({ dossierIds }) =>
              dossierIds.map((id, index) => `${index + 1}. ${names.get(id) ?? '—'}`).join('　'),
          },
          { key: 'note', title: t('law.voteNote'), cell: ({ note }) => note },
          {
            key: 'counts',
            title: t('law.voteCounts'),
            narrow: true,
            cell: ({ counts }) => t(counts ? 'law.voteLast' : 'law.voteReplaced'),
          },
        ]}
      />
    </section>
  );
}
