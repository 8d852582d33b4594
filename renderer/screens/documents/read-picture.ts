import type { Handwriting } from '../../../shared/schema/handwriting.ts';
import { fittedSize, inkOf, pictureDefect, pictureSize } from './ink.ts';
import type { PictureDefect } from './ink.ts';

/** Reads a picture of a signature: the limits first, then decoded by the browser onto a canvas, then its ink. */
export async function readPicture(file: File): Promise<Handwriting | PictureDefect> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const defect = pictureDefect(bytes);
  const given = pictureSize(bytes);
  if (defect !== undefined || given === undefined) return defect ?? 'type';
  try {
    const picture = await createImageBitmap(new Blob([bytes]));
    const size = fittedSize(picture);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, size);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0, size.width, size.height);
    picture.close();
    const pixels = context?.getImageData(0, 0, size.width, size.height).data;
    return (pixels && inkOf(pixels, size)) ?? 'ink';
  } catch {
    return 'type';
  }
}
