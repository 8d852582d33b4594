import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { fetchFile } from '../../api/bytes.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { PdfPages } from './pdf-pages.tsx';

type Fetched =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'pdf'; readonly blob: Blob }
  | { readonly kind: 'picture'; readonly address: string }
  | { readonly kind: 'other'; readonly mediaType: string };

/** The address of a picture must be revoked when it is no longer shown. */
function fetched(blob: Blob): Fetched {
  if (blob.type.startsWith('image/')) return { kind: 'picture', address: URL.createObjectURL(blob) };
  return blob.type.startsWith('application/pdf')
    ? { kind: 'pdf', blob }
    : { kind: 'other', mediaType: blob.type };
}

export interface PreviewProps {
  readonly fileId: string;
  /** Hash of the bytes: a signature adds to the file under the same address. */
  readonly version: string;
  readonly name: string;
}

/** Shows a stored file: the pages of a PDF, a picture, or a word about a workbook. */
export function Preview({ fileId, version, name }: PreviewProps): ReactNode {
  const t = useText();
  const [state, setState] = useState<Fetched>({ kind: 'loading' });
  useEffect(() => {
    let gone = false;
    let made: Fetched = { kind: 'loading' };
    void fetchFile(fileId).then((reply) => {
      if (gone) return;
      made = reply.ok ? fetched(reply.value) : { kind: 'problem', problem: reply.problem };
      setState(made);
    });
    return () => {
      gone = true;
      if (made.kind === 'picture') URL.revokeObjectURL(made.address);
    };
  }, [fileId, version]);
  if (state.kind === 'loading') return <p className="soft">{t('documents.previewLoading')}</p>;
  if (state.kind === 'problem') return <ProblemNote problem={state.problem} />;
  if (state.kind === 'picture') return <img className="scan-image" src={state.address} alt={name} />;
  if (state.kind === 'pdf') return <PdfPages blob={state.blob} />;
  const isBundle = state.mediaType === 'application/octet-stream';
  return <p className="soft">{t(isBundle ? 'documents.previewBundle' : 'documents.previewWorkbook')}</p>;
}
