import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TemplateKind } from '../../../shared/domain/document-template.ts';
import type { TemplateView } from '../../../shared/schema/document-template.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { PreviewPane } from './preview-pane.tsx';
import { TemplateFiles } from './template-files.tsx';
import { TemplateForm } from './template-form.tsx';
import { TemplatePaper } from './template-paper.tsx';

export interface TemplatesPageProps {
  readonly reviewId: string;
  readonly maySave: boolean;
  readonly onClose: () => void;
}

/** 文书模板: which one, its form, and beside it how it reads. */
export function TemplatesPage({ reviewId, maySave, onClose }: TemplatesPageProps): ReactNode {
  const t = useText();
  const list = useQuery('template.list', { reviewId }, ['documents']);
  const [kind, setKind] = useState<TemplateKind>('minutes');
  const view = list.value?.find((candidate) => candidate.kind === kind);
  return (
    <div className="stack">
      <div className="spread">
        <h2>{t('template.title')}</h2>
        <span className="row">
          <TemplateFiles reviewId={reviewId} maySave={maySave} />
          <Button kind="quiet" onClick={onClose}>
            {t('documents.back')}
          </Button>
        </span>
      </div>
      <p className="soft">{t('template.intro')}</p>
      <ProblemNote problem={list.problem} />
      <div className="row">
        <SelectField
          label={t('template.which')}
          value={kind}
          onValue={(value) =>
            setKind(list.value?.find((candidate) => candidate.kind === value)?.kind ?? kind)
          }
          options={(list.value ?? []).map((candidate) => ({
            value: candidate.kind,
            label: t(`template.kind.${candidate.kind}`),
          }))}
        />
      </div>
      {view !== undefined && (
        <Editor key={`${kind} ${view.version}`} reviewId={reviewId} view={view} maySave={maySave} />
      )}
    </div>
  );
}

interface EditorProps {
  readonly reviewId: string;
  readonly view: TemplateView;
  readonly maySave: boolean;
}

const middles = { minutes: 'template.previewFacts', notice: 'template.previewList' } as const;
const documents = { minutes: 'minutes-archive', notice: 'notice' } as const;

function Editor({ reviewId, view, maySave }: EditorProps): ReactNode {
  const t = useText();
  const [template, setTemplate] = useState(view.template);
  const { kind, values } = view;
  const letter = kind !== 'minutes' && kind !== 'notice';
  return (
    <div className="document-columns form-beside">
      <TemplateForm
        reviewId={reviewId}
        view={view}
        template={template}
        onTemplate={setTemplate}
        maySave={maySave}
      />
      <PreviewPane
        reviewId={reviewId}
        kind={letter ? 'letters' : documents[kind]}
        notice={null}
        template={{ kind, template }}
      >
        <TemplatePaper
          template={template}
          values={values}
          middle={letter ? null : t(middles[kind])}
          signed={kind !== 'minutes'}
        />
        <p className="soft small">{t('template.previewNote')}</p>
      </PreviewPane>
    </div>
  );
}
