import { z } from 'zod';
import {
  HANDWRITING_HEIGHT,
  HANDWRITING_WIDTH,
  MOST_STROKE_NUMBERS,
  MOST_STROKES,
} from '../domain/handwriting-size.ts';

const place = z.number().int().min(0).max(HANDWRITING_WIDTH);

/** Drawn by hand: each stroke as x, y, x, y … from the top left corner of the pad. */
const strokes = z.object({
  kind: z.literal('strokes'),
  strokes: z.array(z.array(place).min(2).max(MOST_STROKE_NUMBERS)).min(1).max(MOST_STROKES),
});

/**
 * From a picture: ink or no ink. `bits` is base64, rows from the top, each filled up to a byte, the highest bit
 * leftmost, 1 for ink.
 */
const picture = z
  .object({
    kind: z.literal('picture'),
    width: z.number().int().min(1).max(HANDWRITING_WIDTH),
    height: z.number().int().min(1).max(HANDWRITING_HEIGHT),
    bits: z.base64().max(48_000),
  })
  .refine(({ width, height, bits }) => base64Length(bits) === Math.ceil(width / 8) * height);

function base64Length(text: string): number {
  const padding = /=*$/.exec(text)?.[0].length ?? 0;
  return (text.length / 4) * 3 - padding;
}

/** What the signer wrote by hand, shown in the signature's field. It proves nothing by itself. */
export const handwriting = z.discriminatedUnion('kind', [strokes, picture]);
export type Handwriting = z.infer<typeof handwriting>;
