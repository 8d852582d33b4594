import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../stores/language.ts';
import { Button } from './button.tsx';

export interface FileDropProps {
  /** As the `accept` attribute, e.g. `.xlsx`. Only a help: the backend checks the bytes. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  /** Takes a pile; the files then go to `onFiles`. */
  readonly many?: boolean;
  readonly onFiles?: (files: readonly File[]) => void;
  readonly sentence?: string;
  /** The button is this screen's primary one. */
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

/** An area that takes a file, or a pile of them, dropped or chosen. */
export function FileDrop({
  accept,
  onFile,
  many = false,
  onFiles,
  sentence,
  primary = false,
  disabled = false,
}: FileDropProps): ReactNode {
  const t = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file === undefined || disabled) return;
    if (many) onFiles?.([...(files ?? [])]);
    else onFile(file);
  };
  return (
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p className="soft">{sentence ?? t('word.dropFile')}</p>
      <Button
        kind={primary ? 'primary' : 'plain'}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
      >
        {t('action.chooseFile')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={many}
        accept={accept}
        aria-label={t('action.chooseFile')}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
