import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { PaperSheet } from '../../../shared/schema/sheet.ts';
import { downloadFile, fetchFile } from '../../api/bytes.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';

/** A picture is shown beside the form; a PDF is handed to the computer's own viewer. */
export function ScanView({ sheet }: { readonly sheet: PaperSheet }): ReactNode {
  const t = useText();
  const [picture, setPicture] = useState<string | null>(null);
  const file = sheet.scanFile;
  useEffect(() => {
    if (file === null) return undefined;
    let address: string | null = null;
    let dropped = false;
    void fetchFile(file).then((reply) => {
      if (dropped || !reply.ok || !reply.value.type.startsWith('image/')) return;
      address = URL.createObjectURL(reply.value);
      setPicture(address);
    });
    return () => {
      dropped = true;
      if (address !== null) URL.revokeObjectURL(address);
      setPicture(null);
    };
  }, [file]);
  if (file === null) return <p className="warn">{t('refused.scan')}</p>;
  return (
    <div className="scan stack-tight">
      {picture !== null && <img src={picture} alt={t('board.scanAlt', { name: sheet.member })} />}
      <ScanButton file={file} />
    </div>
  );
}

/** Saves the scan, whose kind the browser tells by its bytes. */
export function ScanButton({ file }: { readonly file: string }): ReactNode {
  const t = useText();
  const save = async (): Promise<void> => {
    const reply = await fetchFile(file);
    if (!reply.ok) return;
    const ending =
      reply.value.type === 'application/pdf' ? 'pdf' : reply.value.type === 'image/png' ? 'png' : 'jpg';
    await downloadFile(file, `${t('board.scanName')}.${ending}`);
  };
  return (
    <Button kind="quiet" onClick={() => void save()}>
      {t('action.download')}
    </Button>
  );
}
