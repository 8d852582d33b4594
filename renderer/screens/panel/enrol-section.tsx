import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EnrolledSeat, WaitingCard } from '../../../shared/schema/enrolment.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import type { Problem } from '../../../shared/api/problem.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { CardDialog } from './card-dialog.tsx';
import { MeetingCode } from './meeting-code.tsx';
import type { SectionProps } from './section-props.ts';

/** 电脑登记: cards that wait, where each member's keys are, and the packages made for them. */
export function EnrolSection({ reviewId, view, may }: SectionProps): ReactNode {
  const t = useText();
  const enrolment = useQuery('enrol.list', { reviewId }, ['panel', 'exchange', 'people']);
  const take = useCommand('enrol.takeCard');
  const make = useTask('package.make');
  const [card, setCard] = useState<WaitingCard | null>(null);
  const [lost, setLost] = useState<Problem>();
  const acts = may('enrol.confirm');
  const takeFile = async (file: File): Promise<void> => {
    const uploaded = await uploadFile(file);
    setLost(uploaded.ok ? undefined : uploaded.problem);
    if (!uploaded.ok) return;
    const reply = await take.run({ reviewId, uploadId: uploaded.value.id });
    if (reply.ok) showNotice(t(`enrol.took-${reply.value.outcome}`, { name: reply.value.name }));
  };
  const makePackages = async (kind: 'package' | 'supplement'): Promise<void> => {
    const reply = await make.start({ reviewId, seatIds: null, kind });
    if (reply.ok) showNotice(t('enrol.made', { count: reply.value.made }));
  };
  const { cards = [], seats = [] } = enrolment.value ?? {};
  const elsewhere = seats.some(({ place }) => place === 'own' || place === 'seat');
  return (
    <div className="stack">
      <ProblemNote problem={enrolment.problem ?? lost ?? take.problem ?? make.problem} />
      {acts && (
        <section className="panel stack-tight" aria-label={t('enrol.cards')}>
          <h2>{t('enrol.cards')}</h2>
          {cards.length === 0 ? (
            <p className="soft">{t('enrol.noCards')}</p>
          ) : (
            <DataTable
              label={t('enrol.cards')}
              columns={cardColumns(t, setCard)}
              rows={cards}
              rowKey={(one) => one.fingerprint}
            />
          )}
          <FileDrop accept=".panelcard" sentence={t('enrol.drop')} onFile={(file) => void takeFile(file)} />
        </section>
      )}
      {acts && <MeetingCode reviewId={reviewId} />}
      <section className="panel stack-tight" aria-label={t('enrol.seats')}>
        <div className="spread">
          <h2>{t('enrol.seats')}</h2>
          {may('package.make') && (
            <div className="row">
              <Button
                disabled={!elsewhere}
                pending={make.running}
                onClick={() => void makePackages('supplement')}
              >
                {t('enrol.makeSupplement')}
              </Button>
              <Button
                kind="primary"
                disabled={!elsewhere}
                pending={make.running}
                onClick={() => void makePackages('package')}
              >
                {t('enrol.makePackage')}
              </Button>
            </div>
          )}
        </div>
        <DataTable
          label={t('enrol.seats')}
          columns={seatColumns(t)}
          rows={seats}
          rowKey={(one) => one.seatId}
        />
      </section>
      {card !== null && (
        <CardDialog reviewId={reviewId} card={card} seats={view.seats} onClose={() => setCard(null)} />
      )}
    </div>
  );
}

type Text = ReturnType<typeof useText>;

function cardColumns(t: Text, open: (card: WaitingCard) => void): readonly Column<WaitingCard>[] {
  return [
    { key: 'name', title: t('enrol.name'), heading: true, cell: ({ name }) => name },
    { key: 'organisation', title: t('enrol.organisation'), cell: ({ organisation }) => organisation },
    { key: 'kind', title: t('enrol.kind'), narrow: true, cell: ({ kind }) => t(`enrol.kind-${kind}`) },
    {
      key: 'when',
      title: t('enrol.received'),
      narrow: true,
      cell: ({ receivedMs }) => <WhenText timeMs={receivedMs} />,
    },
    {
      key: 'act',
      title: t('enrol.act'),
      narrow: true,
      cell: (card) => <Button onClick={() => open(card)}>{t('enrol.check')}</Button>,
    },
  ];
}

function seatColumns(t: Text): readonly Column<EnrolledSeat>[] {
  return [
    { key: 'name', title: t('enrol.name'), heading: true, cell: ({ name }) => name },
    { key: 'organisation', title: t('enrol.organisation'), cell: ({ organisation }) => organisation },
    {
      key: 'place',
      title: t('enrol.place'),
      narrow: true,
      cell: ({ place }) => (
        <Chip kind={place === 'none' ? 'warn' : 'plain'}>{t(`enrol.place-${place}`)}</Chip>
      ),
    },
    {
      key: 'package',
      title: t('enrol.package'),
      cell: ({ place, packageVersion, packageWaits, packageMs }) => {
        if (place === 'here') return <span className="soft">{t('enrol.packageHere')}</span>;
        if (packageVersion === 0 || packageMs === null)
          return <span className="soft">{t('enrol.packageNone')}</span>;
        return (
          <>
            {t(packageWaits ? 'enrol.packageWaits' : 'enrol.packageGiven', { version: packageVersion })}{' '}
            <span className="soft small">
              <WhenText timeMs={packageMs} />
            </span>
          </>
        );
      },
    },
  ];
}
