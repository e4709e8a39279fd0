import { serveWork } from '#main/worker/serveWork.ts';
import { cellsOfFile } from './cellsOfFile.ts';
import { csvRecords } from './csvRecords.ts';
import type { ReadWork } from './protocol.ts';
import { readFile } from './readFile.ts';
import { isInOrderOfTime } from './timeOrder.ts';

/** Reads an export beside the main thread. */
serveWork<ReadWork>(async ({ listing, ...wish }, { send, progress }) => {
  if (listing.kind === 'workbook') {
    // Loading the workbook parser takes as long as reading a small folder of CSV files, which need none of it.
    if (wish.kind === 'sheets') {
      const { readSheetTexts } = await import('./readSheetTexts.ts');
      return await send(await readSheetTexts(listing.workbook.path));
    }
    const { readWorkbook, workbookCells } = await import('./readWorkbook.ts');
    if (wish.kind === 'rows') await readWorkbook(listing.workbook, wish, send, progress);
    else await send({ kind: 'cells', cells: await workbookCells(listing.workbook, wish.cells, progress) });
    return;
  }
  for (const { file, name, path } of listing.files) {
    const source = { file, name, strict: true, batches: csvRecords(path) };
    if (wish.kind === 'rows') {
      // A corrected time is not the one in the file.
      const isInOrder =
        file === 'movements' && wish.corrections.every((one) => one.file !== name) && (await isInOrderOfTime(path));
      await readFile({ ...source, isInOrder }, wish, send, progress);
    } else if (wish.kind === 'cells') await send({ kind: 'cells', cells: await cellsOfFile(source, wish.cells) });
  }
});
