import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { isShowableImage } from '../../../shared/domain/image-size.ts';
import { shownAs } from '../../../shared/domain/material-media.ts';
import { downloadFile, fetchFile } from '../../api/bytes.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { refreshRevisions } from '../../stores/revisions.ts';
import { PdfPages } from '../documents/pdf-pages.tsx';

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'pdf'; readonly blob: Blob }
  | { readonly kind: 'image'; readonly address: string }
  | { readonly kind: 'download' };

async function shownOf(blob: Blob, name: string): Promise<Shown> {
  const as = shownAs(name);
  if (as === 'pdf') return { kind: 'pdf', blob };
  if (as === 'image' && isShowableImage(await blob.slice(0, 1_000_000).bytes()))
    return { kind: 'image', address: URL.createObjectURL(blob) };
  return { kind: 'download' };
}

const zooms = [75, 100, 150, 200, 300] as const;

/** One file of an application: the pages of a PDF or a picture, with zoom; anything else to download. */
export function MaterialView(props: {
  readonly materialId: string;
  readonly name: string;
  /** Where it stands in place of something else. */
  readonly onBack?: () => void;
}): ReactNode {
  const t = useText();
  const { materialId, name, onBack } = props;
  const [state, setState] = useState<Shown>({ kind: 'loading' });
  const [zoom, setZoom] = useState(1);
  const [refused, setRefused] = useState<Problem>();
  useEffect(() => {
    let gone = false;
    let made: Shown = { kind: 'loading' };
    void fetchFile(`material-${materialId}`).then(async (reply) => {
      made = reply.ok ? await shownOf(reply.value, name) : { kind: 'problem', problem: reply.problem };
      if (gone && made.kind === 'image') URL.revokeObjectURL(made.address);
      if (gone) return;
      setState(made);
      // The opening was noted: what is still unread is counted anew.
      await refreshRevisions();
    });
    return () => {
      gone = true;
      if (made.kind === 'image') URL.revokeObjectURL(made.address);
    };
  }, [materialId, name]);
  const percent = zooms[zoom] ?? 100;
  const save = async (): Promise<void> => {
    const reply = await downloadFile(`material-${materialId}`, name);
    setRefused(reply.ok ? undefined : reply.problem);
  };
  const zoomed = state.kind === 'pdf' || state.kind === 'image';
  return (
    <div className="material-view">
      <div className="material-bar">
        {onBack !== undefined && (
          <Button kind="quiet" onClick={onBack}>
            {t('materials.back')}
          </Button>
        )}
        <span className="name" title={name}>
          {name}
        </span>
        {zoomed && (
          <>
            <Button kind="quiet" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
              {t('materials.zoomOut')}
            </Button>
            <span className="number soft">{percent}%</span>
            <Button kind="quiet" disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
              {t('materials.zoomIn')}
            </Button>
          </>
        )}
        <Button kind="quiet" onClick={() => void save()}>
          {t('materials.download')}
        </Button>
      </div>
      <ProblemNote problem={refused} />
      {state.kind === 'loading' && <p className="soft">{t('frame.loading')}</p>}
      {state.kind === 'problem' && <ProblemNote problem={state.problem} />}
      {state.kind === 'download' && <p className="soft">{t('materials.onlyDownload')}</p>}
      <div className="material-page-area" role="region" aria-label={name} tabIndex={0}>
        <div style={{ width: `${percent}%` }}>
          {state.kind === 'pdf' && <PdfPages blob={state.blob} zoom={percent} />}
          {state.kind === 'image' && <img className="scan-image" src={state.address} alt={name} />}
        </div>
      </div>
    </div>
  );
}
