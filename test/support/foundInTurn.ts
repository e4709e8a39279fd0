import { expect } from 'vitest';
import type { Finding } from '#shared/exchange/contract.ts';
import { buildPlantApp } from './app.ts';
import type { Cells, ExportTables } from './exportFiles.ts';

/** Where findings stand and their codes: "movements.csv 2 at VALIDATION". */
export const placesOf = ({ findings }: { findings: readonly Finding[] }): string[] =>
  findings.map(({ file, row, column, code }) => `${file} ${row} ${column} ${code}`);

/** What is found in each of some exports that a new plant takes in turn; it verifies afterwards. */
export async function foundInTurn(...exports: ExportTables[]): Promise<string[][]> {
  await using plant = await buildPlantApp();
  const all: string[][] = [];
  for (const tables of exports) all.push(placesOf(await plant.take(tables)));
  expect(plant.verify().ok).toBe(true);
  return all;
}

/** Findings with what they say: "5 quantity INSUFFICIENT_QTY: DOC-1: …". */
export const toldOf = ({ findings }: { findings: readonly Finding[] }): string[] =>
  findings.map(({ row, column, code, message }) => `${row} ${column} ${code}: ${message}`);

/** What each import of movements in turn tells. */
export async function tellInTurn(...imports: Cells[][]): Promise<string[][]> {
  await using plant = await buildPlantApp();
  const all: string[][] = [];
  for (const movements of imports) all.push(toldOf(await plant.take({ movements })));
  return all;
}
