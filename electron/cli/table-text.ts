/** Lines with aligned columns for a terminal; the last column isn't padded. */
export function tableText(lines: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    column === columns - 1 ? 0 : Math.max(...lines.map((line) => width(line[column] ?? ''))),
  );
  return lines
    .map(
      (line) =>
        line
          .map((cell, column) => padded(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('');
}

function padded(cell: string, wanted: number): string {
  return cell + ' '.repeat(Math.max(0, wanted - width(cell)));
}

/** Columns on a terminal: wide characters take two. */
function width(text: string): number {
  return [...text].reduce((total, sign) => total + (/[\u1100-\uffdc]/u.test(sign) ? 2 : 1), 0);
}
