import type { Chart } from '#shared/kernel/chart.ts';
import { type ReportSection, type ReportTable, reportTable } from '#shared/kernel/reportModel.ts';

/** A chart is no drawing in a workbook but its numbers: a table of the section, or one before it where it has its own. */
export function withChartTables(sections: readonly ReportSection[]): ReportSection[] {
  return sections.flatMap(({ chart, ...section }) => {
    if (chart === undefined) return [section];
    const drawn = { ...section, table: chartTable(chart) };
    return section.table === undefined ? [drawn] : [{ ...drawn, title: chart.up.title }, section];
  });
}

/** A row for each place, a column for each series and each limit. */
function chartTable({ across, up, series, limits }: Chart): ReportTable {
  const quantity = (amount: string | null) => (amount === null ? null : { amount, unit: up.unit });
  const places = across.at.map((at, index) => ({ at, index }));
  return reportTable<{ at: string; index: number }>(places, [
    { key: 'at', header: across.title, kind: across.kind, of: ({ at }) => at },
    ...series.map(({ name, values }, one) => ({
      key: `series${one}`,
      header: name,
      kind: 'quantity' as const,
      of: ({ index }: { index: number }) => quantity(values[index] ?? null),
    })),
    ...limits.map(({ name, value }, one) => ({
      key: `limit${one}`,
      header: name,
      kind: 'quantity' as const,
      of: () => quantity(value),
    })),
  ]);
}
