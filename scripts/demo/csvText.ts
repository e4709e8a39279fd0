/** A CSV file with a header row, quoted as RFC 4180 has it; lines end in a line feed alone, as sources do. */
export function csvText(columns: readonly string[], rows: readonly Record<string, string>[]): string {
  for (const row of rows) {
    const stray = Object.keys(row).find((column) => !columns.includes(column));
    if (stray !== undefined) throw new RangeError(`no such column: ${stray}`);
  }
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
