import type { PaperNode } from './style.ts';

function pointsOf(shape: PaperNode, names: readonly string[]): number[] {
  return names.map((name) => shape[name]).filter((value) => typeof value === 'number');
}

/** Height of a drawing in points. */
export function drawnHeight(shapes: readonly unknown[]): number {
  const bottoms = (shapes as readonly PaperNode[]).map((shape) =>
    shape['type'] === 'rect'
      ? pointsOf(shape, ['y', 'h']).reduce((sum, value) => sum + value, 0)
      : Math.max(0, ...pointsOf(shape, ['y1', 'y2'])),
  );
  return Math.max(1, ...bottoms);
}

/** How the drawing's line looks; a frame for a signature becomes a line to sign on. */
export function strokeOf(shapes: readonly unknown[]): { width: number; colour: string } {
  const [first = {}] = shapes as readonly PaperNode[];
  const width = first['lineWidth'];
  const colour = first['lineColor'];
  return {
    width: typeof width === 'number' ? width : 0.6,
    colour: typeof colour === 'string' ? colour : '#262626',
  };
}
