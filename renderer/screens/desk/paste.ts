/**
 * The first column of text copied from a spreadsheet: rows by newline, cells by tab. Null when the text is
 * one plain value, which the browser pastes by itself.
 */
export function pastedColumn(clipboard: string): readonly string[] | null {
  const text = clipboard.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  if (!text.includes('\n') && !text.includes('\t')) return null;
  // Spreadsheets end the last row with a newline of its own.
  const rows = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  return rows.map((row) => unquoted(row.split('\t')[0] ?? ''));
}

/** Spreadsheets put quotes around a cell that holds a quote or a newline. */
function unquoted(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1).trim()
    : trimmed;
}
