import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../stores/language.ts';
import { Button } from './button.tsx';
import { chosenFiles, droppedFiles, type FoundFile } from './found-files.ts';

/** An area that takes several files, or a folder with all it holds, dropped or chosen. */
export function FilesDrop(props: {
  readonly sentence: string;
  readonly onFiles: (files: readonly FoundFile[]) => void;
  readonly folder?: boolean;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}): ReactNode {
  const t = useText();
  const { sentence, onFiles, folder = false, primary = false, disabled = false } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const verb = t(folder ? 'materials.chooseFolder' : 'materials.chooseFiles');
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
        if (!disabled) void droppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      <p className="soft">{sentence}</p>
      <Button
        kind={primary ? 'primary' : 'plain'}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
      >
        {verb}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        webkitdirectory={folder ? '' : undefined}
        aria-label={verb}
        onChange={(event) => {
          onFiles(chosenFiles(event.target.files));
          event.target.value = '';
        }}
      />
    </div>
  );
}

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Chooses a folder; not in the types of React yet. */
    webkitdirectory?: '' | undefined;
  }
}
