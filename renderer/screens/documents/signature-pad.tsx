import { useEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import {
  HANDWRITING_HEIGHT,
  HANDWRITING_WIDTH,
  MOST_STROKE_NUMBERS,
  MOST_STROKES,
} from '../../../shared/domain/handwriting-size.ts';
import { Button } from '../../components/button.tsx';
import { keepHandwriting, useHandwriting } from '../../stores/handwriting.ts';
import { useText } from '../../stores/language.ts';
import { drawHandwriting } from './draw-handwriting.ts';
import type { PictureDefect } from './ink.ts';
import { readPicture } from './read-picture.ts';

/** Nearer points add nothing to see. */
const LEAST_STEP = 3;

/** Place of the pointer on the pad, in its own units. */
function placeOf(event: PointerEvent<HTMLCanvasElement>): readonly [number, number] {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), 1) * most);
  return [
    within((event.clientX - box.left) / box.width, HANDWRITING_WIDTH),
    within((event.clientY - box.top) / box.height, HANDWRITING_HEIGHT),
  ];
}

/** A pad to write one's name on with touchpad, mouse or pen, or to fill from a picture. */
export function SignaturePad(): ReactNode {
  const t = useText();
  const { handwriting } = useHandwriting();
  const canvas = useRef<HTMLCanvasElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const stroke = useRef<number[] | null>(null);
  const [defect, setDefect] = useState<PictureDefect>();
  useEffect(() => {
    if (canvas.current !== null) drawHandwriting(canvas.current, handwriting);
  }, [handwriting]);

  const strokes = handwriting?.kind === 'strokes' ? handwriting.strokes : [];
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (strokes.length >= MOST_STROKES) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDefect(undefined);
    stroke.current = [...placeOf(event)];
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const [x, y] = placeOf(event);
    const points = stroke.current;
    if (points === null || canvas.current === null || points.length >= MOST_STROKE_NUMBERS) return;
    const [lastX = 0, lastY = 0] = points.slice(-2);
    if (Math.hypot(x - lastX, y - lastY) < LEAST_STEP) return;
    points.push(x, y);
    drawHandwriting(canvas.current, { kind: 'strokes', strokes: [...strokes, points] });
  };
  const end = (): void => {
    const points = stroke.current;
    if (points !== null) keepHandwriting({ kind: 'strokes', strokes: [...strokes, points] });
    stroke.current = null;
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await readPicture(file);
    setDefect(typeof read === 'string' ? read : undefined);
    if (typeof read !== 'string') keepHandwriting(read);
  };
  return (
    <fieldset className="signature-pad stack-tight">
      <legend>{t('documents.handwriting')}</legend>
      <canvas
        ref={canvas}
        width={HANDWRITING_WIDTH}
        height={HANDWRITING_HEIGHT}
        role="img"
        aria-label={t(handwriting === undefined ? 'documents.padEmpty' : 'documents.padFilled')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className="row">
        <Button
          kind="quiet"
          disabled={handwriting === undefined}
          onClick={() => {
            setDefect(undefined);
            keepHandwriting(undefined);
          }}
        >
          {t('documents.padClear')}
        </Button>
        <Button kind="quiet" onClick={() => chooser.current?.click()}>
          {t('documents.padImport')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".png,.jpg,.jpeg"
          aria-label={t('documents.padImport')}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {defect !== undefined && (
        <p className="wrong" role="alert">
          {t(`documents.picture.${defect}`)}
        </p>
      )}
      <p className="soft small">{t('documents.padText')}</p>
    </fieldset>
  );
}
