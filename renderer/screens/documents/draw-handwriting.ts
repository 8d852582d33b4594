import { HANDWRITING_HEIGHT, HANDWRITING_WIDTH } from '../../../shared/domain/handwriting-size.ts';
import type { Handwriting } from '../../../shared/schema/handwriting.ts';

/** The colour of ink on the white pad and on paper, whatever the theme. */
const INK = 'rgb(0 0 89)';

/** Draws what will stand in the field, on a canvas of the pad's own size. */
export function drawHandwriting(canvas: HTMLCanvasElement, handwriting: Handwriting | undefined): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.clearRect(0, 0, HANDWRITING_WIDTH, HANDWRITING_HEIGHT);
  if (handwriting?.kind === 'strokes') for (const stroke of handwriting.strokes) drawStroke(context, stroke);
  if (handwriting?.kind === 'picture') drawPicture(context, handwriting);
}

function drawStroke(context: CanvasRenderingContext2D, stroke: readonly number[]): void {
  Object.assign(context, { lineWidth: 9, lineCap: 'round', lineJoin: 'round', strokeStyle: INK });
  const [x = 0, y = 0, ...rest] = stroke;
  context.beginPath();
  context.moveTo(x, y);
  if (rest.length === 0) context.lineTo(x, y);
  for (let at = 0; at + 1 < rest.length; at += 2) context.lineTo(rest[at] ?? 0, rest[at + 1] ?? 0);
  context.stroke();
}

function drawPicture(
  context: CanvasRenderingContext2D,
  { width, height, bits }: Extract<Handwriting, { kind: 'picture' }>,
): void {
  const bytes = Uint8Array.from(atob(bits), (letter) => letter.charCodeAt(0));
  const stride = Math.ceil(width / 8);
  const scale = Math.min(HANDWRITING_WIDTH / width, HANDWRITING_HEIGHT / height);
  const left = (HANDWRITING_WIDTH - width * scale) / 2;
  const top = (HANDWRITING_HEIGHT - height * scale) / 2;
  context.fillStyle = INK;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInk = ((bytes[y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      if (isInk) context.fillRect(left + x * scale, top + y * scale, scale, scale);
    }
  }
}
