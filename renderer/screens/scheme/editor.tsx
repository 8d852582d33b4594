import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { Button } from '../../components/button.tsx';
import { LongTextField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { Advanced } from './advanced.tsx';
import { CategoryEditor } from './category-editor.tsx';
import { focusPath } from './cell.tsx';
import { checkScheme } from './check-scheme.ts';
import { addCategory, orDefault } from './edit-scheme.ts';
import { wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';
import { FreezeForm } from './freeze.tsx';
import { Presets } from './presets.tsx';
import { SaveBar, Side } from './side.tsx';
import { useSchemeDraft } from './use-scheme-draft.ts';

export interface EditorProps {
  readonly reviewId: string;
  readonly stored: OutputOf<'scheme.get'>;
  readonly onFrozen: () => void;
}

/** Presets first, a plain form, the rest folded; the check stays in sight beside it. */
export function Editor({ reviewId, stored, onFrozen }: EditorProps): ReactNode {
  const t = useText();
  const draft = useSchemeDraft(reviewId, stored);
  const [freezing, setFreezing] = useState(false);
  const { scheme, edit } = draft;
  const checked = useMemo(() => checkScheme(scheme), [scheme]);
  const editing: Editing = { scheme, problems: checked.problems, edit };
  const takeStored = async (): Promise<void> => {
    const question = {
      title: t('scheme.takeStored'),
      sentence: t('scheme.takeStoredText'),
      verb: t('scheme.takeStored'),
    };
    if (await confirm(question)) draft.drop();
  };
  const append = (): void => {
    edit(addCategory);
    focusPath(`categories.${scheme.categories.length}.name`);
  };
  if (freezing) {
    return (
      <FreezeForm
        reviewId={reviewId}
        revision={draft.revision}
        scheme={scheme}
        onBack={() => setFreezing(false)}
        onFrozen={onFrozen}
      />
    );
  }
  return (
    <div className="scheme-columns">
      <div className="stack">
        {(draft.stale || draft.problem?.code === 'stale') && (
          <div className="panel row">
            <span className="warn">{t('scheme.stale')}</span>
            <Button onClick={() => void takeStored()}>{t('scheme.takeStored')}</Button>
          </div>
        )}
        {draft.problem?.code !== 'stale' && <ProblemNote problem={draft.problem} />}
        <Presets editing={editing} />
        <div className="panel form">
          <TextField
            wide
            label={t('scheme.title')}
            data-path="title"
            value={scheme.title}
            onValue={(value) => edit((before) => ({ ...before, title: value }))}
            wrong={wrongAt(t, editing, 'title')}
          />
          <LongTextField
            wide
            optional
            rows={2}
            label={t('scheme.note')}
            value={scheme.note ?? ''}
            onValue={(value) => edit((before) => ({ ...before, note: orDefault(value) }))}
          />
        </div>
        <p className="soft small">{t('scheme.keys')}</p>
        {scheme.categories.map((category, index) => (
          <CategoryEditor key={category.id} {...{ editing, category, index }} />
        ))}
        <div className="row">
          <Button onClick={append}>{t('scheme.addCategory')}</Button>
        </div>
        <Advanced editing={editing} />
      </div>
      <Side editing={editing} checked={checked}>
        <SaveBar
          dirty={draft.dirty}
          saving={draft.saving}
          onSave={() => void draft.save()}
          onFreeze={() => setFreezing(true)}
          freezable={checked.scheme !== null}
        />
      </Side>
    </div>
  );
}
