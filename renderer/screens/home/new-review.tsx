import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { go, homeRoute, replaceRoute } from '../../stores/router.ts';
import { readSession, useSession } from '../../stores/session.ts';
import { NewPassphrase, isGoodPassphrase } from '../unlock/new-passphrase.tsx';

/**
 * 新建评审: a name, an organiser, a scheme; also the secretary and a passphrase, unless somebody is unlocked
 * whose passphrase isn't the sample's.
 */
export function Screen(): ReactNode {
  const t = useText();
  const session = useSession();
  const tiles = useQuery('session.tiles', { reviewId: null }, ['people', 'session']);
  const own = tiles.value?.find(({ personId }) => personId === session?.personId);
  const asksSecretary = session === null || (own?.samplePassphrase ?? null) !== null;
  const presets = useQuery('scheme.presets', {}, ['scheme']);
  const create = useCommand('review.create');
  const [title, setTitle] = useState('');
  const [organiser, setOrganiser] = useState('');
  const [chosenPreset, setChosenPreset] = useState('');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const options = (presets.value ?? []).map((each) => ({ value: each.preset, label: each.title }));
  const preset = chosenPreset === '' ? (options[0]?.value ?? '') : chosenPreset;
  const secretaryReady = !asksSecretary || (name.trim() !== '' && isGoodPassphrase(passphrase));
  const ready = title.trim() !== '' && organiser.trim() !== '' && preset !== '' && secretaryReady;
  const send = async (): Promise<void> => {
    const secretary = asksSecretary ? { name, passphrase } : null;
    const reply = await create.run({ title, organiser, preset, secretary });
    if (!reply.ok) return;
    replaceRoute({ page: 'review', reviewId: reply.value.reviewId, tab: 'overview' });
    await readSession();
  };
  return (
    <Page title={t('home.createTitle')}>
      <form
        className="panel form-page"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <TextField
          label={t('home.fieldTitle')}
          hint={t('home.fieldTitleHint')}
          autoFocus
          value={title}
          onValue={setTitle}
        />
        <TextField
          label={t('home.fieldOrganiser')}
          hint={t('home.fieldOrganiserHint')}
          value={organiser}
          onValue={setOrganiser}
        />
        <SelectField
          label={t('home.fieldScheme')}
          hint={presets.value?.find((each) => each.preset === preset)?.note}
          options={options}
          value={preset}
          onValue={setChosenPreset}
        />
        {asksSecretary && (
          <>
            <TextField label={t('home.fieldSecretary')} value={name} onValue={setName} />
            <NewPassphrase onPassphrase={setPassphrase} />
          </>
        )}
        <ProblemNote problem={create.problem ?? presets.problem} />
        <div className="row">
          <Button kind="primary" submits pending={create.pending} disabled={!ready}>
            {t('home.create')}
          </Button>
          <Button onClick={() => go(homeRoute)}>{t('action.cancel')}</Button>
        </div>
      </form>
    </Page>
  );
}
