import type { ReactNode } from 'react';
import type { Strip } from './spread.ts';

const width = 168;
const height = 22;
const margin = 6;

function across(place: number): number {
  return margin + Math.round((place * (width - 2 * margin)) / 1000);
}

/** Members' totals as ticks on a line, the score as a taller mark. `words` says the same. */
export function SpreadStrip({ strip, words }: { readonly strip: Strip; readonly words: string }): ReactNode {
  const first = across(strip.ticks.at(0) ?? 0);
  const last = across(strip.ticks.at(-1) ?? 0);
  return (
    <svg
      className="spread-strip"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <line className="axis" x1={margin} x2={width - margin} y1={11} y2={11} />
      <line className="range" x1={first} x2={last} y1={11} y2={11} />
      {strip.ticks.map((place, index) => (
        // Two members may have the same total, so the place alone names no tick.
        <circle key={`${place}-${String(index)}`} className="tick" cx={across(place)} cy={11} r={3} />
      ))}
      {strip.score !== null && (
        <line className="score" x1={across(strip.score)} x2={across(strip.score)} y1={2} y2={20} />
      )}
    </svg>
  );
}
