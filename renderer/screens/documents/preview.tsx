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
  | { readonly kind: 'here'; readonly blob: Blob };

function Image({ blob, name }: { readonly blob: Blob; readonly name: string }): ReactNode {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === undefined ? null : <img className="scan-image" src={address} alt={name} />;
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
    void fetchFile(fileId).then((reply) => {
      if (gone) return;
      setState(reply.ok ? { kind: 'here', blob: reply.value } : { kind: 'problem', problem: reply.problem });
    });
    return () => {
      gone = true;
    };
  }, [fileId, version]);
  if (state.kind === 'loading') return <p className="soft">{t('documents.previewLoading')}</p>;
  if (state.kind === 'problem') return <ProblemNote problem={state.problem} />;
  const { blob } = state;
  if (blob.type.startsWith('image/')) return <Image blob={blob} name={name} />;
  if (blob.type.startsWith('application/pdf')) return <PdfPages blob={blob} />;
  return <p className="soft">{t('documents.previewWorkbook')}</p>;
}
