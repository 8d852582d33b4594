import { useRef } from 'react';
import type { ReactNode } from 'react';
import {
  templateDefects,
  templateFields,
  type DocumentTemplate,
  type TemplateText,
} from '../../../shared/domain/document-template.ts';
import { defaultTemplates } from '../../../shared/domain/template-defaults.ts';
import type { TemplateView } from '../../../shared/schema/document-template.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField, LongTextField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { insertField, numberTyped, partsOf } from './template-edit.ts';
import { TemplateVersions } from './template-versions.tsx';

export interface TemplateFormProps {
  readonly reviewId: string;
  readonly view: TemplateView;
  readonly template: DocumentTemplate;
  readonly onTemplate: (template: DocumentTemplate) => void;
  readonly maySave: boolean;
}

/** The wording of one document; a field with a wrong name is told with its place while it is typed. */
export function TemplateForm({
  reviewId,
  view,
  template,
  onTemplate,
  maySave,
}: TemplateFormProps): ReactNode {
  const t = useText();
  const save = useCommand('template.save');
  const box = useRef<HTMLFormElement>(null);
  const { kind, version } = view;
  const defects = templateDefects(kind, template);
  const wrong = (part: TemplateText): string | undefined => {
    const own = defects.filter(({ path }) => path === part);
    return own.length === 0 ? undefined : own.map(({ reason, values }) => t(reason, values)).join(' ');
  };
  const bind = (part: TemplateText) => ({
    label: t(`template.text.${part}`),
    value: template[part],
    wrong: wrong(part),
    onValue: (value: string) => onTemplate({ ...template, [part]: value }),
  });
  const send = async (): Promise<void> => {
    if (defects.length > 0) return;
    const reply = await save.run({ reviewId, kind, version, template });
    if (reply.ok) showNotice(t('template.saved', { version: reply.value.version }));
  };
  const insert = (name: string): void => {
    const next = insertField(box.current, template, name);
    if (next !== null) onTemplate(next);
  };
  return (
    <form
      ref={box}
      className="panel stack"
      aria-label={t(`template.kind.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset className="form plain-fieldset" disabled={!maySave}>
        <ChoiceField<DocumentTemplate['head']>
          label={t('template.head')}
          value={template.head}
          onValue={(head) => onTemplate({ ...template, head })}
          options={(['plain', 'red'] as const).map((value) => ({
            value,
            label: t(`template.head.${value}`),
          }))}
        />
        {partsOf(kind, template).map((part) =>
          part === 'opening' || part === 'closing' ? (
            <LongTextField key={part} {...bind(part)} wide rows={5} />
          ) : (
            <TextField
              key={part}
              {...bind(part)}
              data-part={part}
              wide={part === 'title' || part === 'mark'}
              maxLength={300}
              hint={part === 'number' ? t('template.numberHint') : undefined}
            />
          ),
        )}
        <TextField
          label={t('template.firstNumber')}
          value={String(template.firstNumber)}
          onValue={(value) =>
            onTemplate({ ...template, firstNumber: numberTyped(value, template.firstNumber) })
          }
          inputMode="numeric"
          maxLength={5}
          hint={t('template.firstNumberHint')}
        />
      </fieldset>
      <div className="stack-tight" role="group" aria-label={t('template.fields')}>
        <strong>{t('template.fields')}</strong>
        <span className="soft small">{t('template.fieldsHint')}</span>
        <div className="row field-names">
          {templateFields[kind].map((name) => (
            <Button
              key={name}
              kind="quiet"
              disabled={!maySave}
              // The text field keeps the cursor, where the name goes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(name)}
            >
              {name}
            </Button>
          ))}
        </div>
      </div>
      {maySave && (
        <div className="row">
          <Button kind="primary" submits pending={save.pending} disabled={defects.length > 0}>
            {t('template.save')}
          </Button>
        </div>
      )}
      <ProblemNote problem={save.problem} />
      <TemplateVersions view={view} maySave={maySave} onTake={onTemplate} shipped={defaultTemplates[kind]} />
    </form>
  );
}
