import { columnsOf, type ExportFile } from '#shared/exchange/columns.ts';

/** A table of the exchange format with nothing in it but its header, as a spreadsheet opens it. */
export const emptyTable = (file: ExportFile): string =>
  `${columnsOf(file)
    .map(({ name }) => name)
    .join(',')}\r\n`;

/** Hands a text over as a file; the browser, or the window, saves it where the person says. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
