import type { Outputs } from '#shared/contract.ts';
import type { TestApp } from './app.ts';

type Section = Outputs['reports']['preview']['report']['sections'][number];

/** The sections of a report as its preview has them. */
export async function sectionsOf(plant: TestApp, report: string, parameters: object): Promise<readonly Section[]> {
  const { report: made } = await plant.ask('reports.preview', { report, parameters: { ...parameters }, rows: 200 });
  return made.sections;
}

/** The rows as words, of these columns. */
export const said = (section: Section | undefined, ...keys: string[]): string[] =>
  (section?.rows ?? []).map((cells) =>
    keys
      .map((key) => cells[section?.columns.findIndex((column) => column.key === key) ?? -1] ?? '')
      .map((cell) => (typeof cell === 'object' ? `${cell.amount} ${cell.unit}` : String(cell)))
      .filter((text) => text !== '')
      .join(' '),
  );
