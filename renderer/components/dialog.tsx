import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useConfirmStore } from '../stores/confirm.ts';
import { useText } from '../stores/language.ts';
import { Button } from './button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** Buttons at the lower right; the primary one last. */
  readonly ends?: ReactNode;
  readonly children: ReactNode;
}

/** A modal on the browser's own `<dialog>`: focus stays inside, Escape closes. Render it only while open. */
export function Dialog({ title, onClose, wide = false, ends, children }: DialogProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="inside">
        <h2 id={id}>{title}</h2>
        {children}
        {ends !== undefined && <div className="ends">{ends}</div>}
      </div>
    </dialog>
  );
}

/** The one place where `confirm()` asks. */
export function ConfirmArea(): ReactNode {
  const t = useText();
  const asked = useConfirmStore((state) => state.asked);
  if (asked === null) return null;
  const { question, answer } = asked;
  return (
    <Dialog
      title={question.title}
      onClose={() => answer(false)}
      ends={
        <>
          <Button autoFocus onClick={() => answer(false)}>
            {t('action.cancel')}
          </Button>
          <Button kind={question.irreversible === true ? 'danger' : 'primary'} onClick={() => answer(true)}>
            {question.verb}
          </Button>
        </>
      }
    >
      <p>{question.sentence}</p>
    </Dialog>
  );
}
