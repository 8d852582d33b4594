import { colourOf, figure } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Vector } from './kit.ts';

/** Properties of pdfmake's vectors that the plain way below doesn't know. */
const uncommon = [
  'dash',
  'r',
  'linearGradient',
  'fillOpacity',
  'strokeOpacity',
  'lineCap',
  'lineJoin',
] as const;

/** Draws a straight line or a rectangle; false, with nothing drawn, for anything uncommon. */
export function drawPlainVector(drawing: Drawing, vector: Vector): boolean {
  const values = vector as unknown as Readonly<Record<string, unknown>>;
  if (uncommon.some((key) => Boolean(values[key]))) return false;
  const path = pathOf(vector);
  const fill = vector.color ? colourOf(vector.color) : '';
  const stroke = vector.lineColor || fill === '' ? colourOf(vector.lineColor) : '';
  if (path === undefined || fill === undefined || stroke === undefined) return false;
  if (fill !== '') drawing.set('fill', `${fill} rg`);
  if (stroke !== '') {
    drawing.set('stroke', `${stroke} RG`);
    drawing.set('width', `${figure(vector.lineWidth || 1)} w`);
  }
  const paint = fill === '' ? 'S' : stroke === '' ? 'f' : 'B';
  drawing.add(`${path} ${paint}`);
  return true;
}

function pathOf(vector: Vector): string | undefined {
  if (vector.type === 'line') {
    const { x1, y1, x2, y2 } = vector;
    return `${figure(x1)} ${figure(y1)} m ${figure(x2)} ${figure(y2)} l`;
  }
  if (vector.type !== 'rect') return undefined;
  return `${[vector.x, vector.y, vector.w, vector.h].map(figure).join(' ')} re`;
}
