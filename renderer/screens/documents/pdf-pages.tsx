import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../stores/language.ts';
import { openPdf } from './open-pdf.ts';
import type { OpenPdf } from './open-pdf.ts';

interface PageCanvasProps {
  readonly pdf: OpenPdf;
  readonly page: number;
}

/** One page, drawn when it comes near the visible part. */
function PageCanvas({ pdf, page }: PageCanvasProps): ReactNode {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    let gone = false;
    const draw = (): void => {
      const width = element.clientWidth * Math.max(1, window.devicePixelRatio);
      // A page that fails stays white; the file can still be downloaded.
      if (!gone && width > 0) void pdf.draw(page, element, width).catch(() => undefined);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        draw();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [pdf, page]);
  return (
    <canvas
      ref={canvas}
      className="pdf-page"
      role="img"
      aria-label={t('documents.page', { page, pages: pdf.pages })}
      style={{ aspectRatio: String(1 / pdf.ratio) }}
    />
  );
}

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'open'; readonly pdf: OpenPdf };

/** The pages of a PDF under one another. */
export function PdfPages(props: {
  readonly blob: Blob;
  /** Per cent; given, each page carries its number, and another zoom draws the pages anew. */
  readonly zoom?: number;
}): ReactNode {
  const { blob, zoom } = props;
  const t = useText();
  const [state, setState] = useState<Opened>({ kind: 'opening' });
  useEffect(() => {
    let gone = false;
    let opened: OpenPdf | undefined;
    void blob
      .bytes()
      .then(openPdf)
      .then(
        (pdf) => {
          opened = pdf;
          if (gone) pdf.close();
          else setState({ kind: 'open', pdf });
        },
        () => {
          if (!gone) setState({ kind: 'failed' });
        },
      );
    return () => {
      gone = true;
      opened?.close();
    };
  }, [blob]);
  if (state.kind === 'opening') return <p className="soft">{t('documents.previewLoading')}</p>;
  if (state.kind === 'failed') return <p className="warn">{t('documents.previewFailed')}</p>;
  const pages = Array.from({ length: state.pdf.pages }, (_none, index) => index + 1);
  return (
    <div className="pdf-pages">
      {pages.map((page) => (
        <div key={`${page} ${zoom ?? 0}`}>
          <PageCanvas pdf={state.pdf} page={page} />
          {zoom !== undefined && (
            <p className="soft small centre">{t('documents.page', { page, pages: state.pdf.pages })}</p>
          )}
        </div>
      ))}
    </div>
  );
}
