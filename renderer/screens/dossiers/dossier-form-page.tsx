import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DossierView } from '../../../shared/schema/dossier.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { goReview, replaceRoute } from '../../stores/router.ts';
import { DossierForm } from './dossier-form.tsx';
import { sentFields, startValues } from './form-state.ts';
import type { FormValues } from './form-state.ts';

/** 手工录入: an empty form. */
export function NewDossier({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const save = useCommand('dossier.save');
  const [start] = useState(() => startValues({}));
  const send = async (values: FormValues): Promise<void> => {
    const fields = sentFields(values);
    const reply = await save.run({ reviewId, dossierId: null, revision: 0, fields });
    if (!reply.ok) return;
    showNotice(t('dossiers.saved', { name: values['name'] ?? '' }));
    replaceRoute({ page: 'review', reviewId, tab: 'dossiers', item: reply.value.dossierId });
  };
  return (
    <Page title={t('dossiers.addTitle')}>
      <DossierForm
        start={start}
        pending={save.pending}
        problem={save.problem}
        onSave={(values) => void send(values)}
        onLeave={() => goReview(reviewId, 'dossiers')}
      />
    </Page>
  );
}

/** The form over one stored dossier; the revision that was read goes back with it. */
function FilledForm(props: { readonly reviewId: string; readonly dossier: DossierView }): ReactNode {
  const t = useText();
  const { reviewId } = props;
  // What was read first: a later reading would mix other people's changes under what is being typed.
  const [dossier] = useState(props.dossier);
  const save = useCommand('dossier.save');
  const toPage = (): void =>
    replaceRoute({ page: 'review', reviewId, tab: 'dossiers', item: dossier.dossierId });
  const send = async (values: FormValues): Promise<void> => {
    const { dossierId, revision } = dossier;
    const reply = await save.run({ reviewId, dossierId, revision, fields: sentFields(values) });
    if (!reply.ok) return;
    showNotice(t('dossiers.saved', { name: values['name'] ?? '' }));
    toPage();
  };
  return (
    <Page title={t('dossiers.editTitle', { number: dossier.number, name: dossier.name })}>
      <DossierForm
        start={startValues(dossier.fields)}
        pending={save.pending}
        problem={save.problem}
        onSave={(values) => void send(values)}
        onLeave={toPage}
        onStale={toPage}
      />
    </Page>
  );
}

/** 修改: the form of one dossier, once it is read. */
export function EditDossier(props: { readonly reviewId: string; readonly dossierId: string }): ReactNode {
  const t = useText();
  const query = useQuery('dossier.get', props, []);
  if (query.value !== undefined) return <FilledForm reviewId={props.reviewId} dossier={query.value} />;
  return (
    <Page title={t('dossiers.title')}>
      {query.loading && <p className="soft">{t('frame.loading')}</p>}
      <ProblemNote problem={query.problem} />
    </Page>
  );
}
