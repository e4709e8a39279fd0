import type { ReportModel } from '#shared/kernel/reportModel.ts';
import type { Formats } from '../format.ts';
import { fill } from '../words.ts';
import { type CellMaker, cellXml, columnLetters, decimalsOf, type SheetCell, textCell } from './cells.ts';
import { style } from './styles.ts';
import { sheetEnd, sheetStart } from './tableSheet.ts';

/** A sheet that holds rows of a section, to be listed on the first sheet. */
export type ListedSheet = { section: number; name: string; rows: number };

/** The first sheet: the report's title and facts, its figures, and a list of the other sheets. */
export function reportSheet(
  model: ReportModel,
  sheets: readonly ListedSheet[],
  formats: Formats,
  make: CellMaker,
): string[] {
  const { words } = formats;
  const label = (text: string): SheetCell => ({ text, style: style.label });
  const heading = (...texts: string[]): SheetCell[] => texts.map((text) => ({ text, style: style.header }));
  const count = (value: number): SheetCell => make('integer', value);
  const quantity = (value: number | { amount: string; unit: string }): SheetCell[] =>
    typeof value === 'number'
      ? [count(value), undefined]
      : [make('quantity', value, decimalsOf(value.amount)), textCell(value.unit)];
  const factCells = ({ kind, value }: ReportModel['facts'][number]): SheetCell[] => {
    if (typeof value === 'object' && value !== null) return quantity(value);
    return kind === 'status' ? [textCell(formats.text(kind, value))] : [make(kind, value)];
  };

  const rows: SheetCell[][] = [
    [{ text: model.title, style: style.title }],
    [{ text: model.statement, style: style.plain }],
    ...(model.demo ? [[{ text: words.demo, style: style.header }]] : []),
    [],
    ...model.facts.map((fact) => [label(fact.label), ...factCells(fact)]),
    [],
    [label(words.filters), ...(model.filters.length === 0 ? [textCell(words.noFilters)] : [])],
    ...model.filters.map((filter) => [label(filter.label), textCell(filter.value)]),
    [],
    [label(words.madeBy), textCell(model.made.by)],
    [label(`${words.madeAt} (${formats.zone})`), make('dateTime', model.made.at)],
    [label(words.site), textCell(model.made.site)],
    [label(`${words.head}: ${words.headSeq}`), count(model.head.seq)],
    [label(`${words.head}: ${words.headHash}`), textCell(model.head.hash)],
    [],
    ...(model.figures.length === 0 ? [] : [heading(words.figures, '', '', '')]),
    ...model.figures.flatMap((figure) =>
      figure.values.map((value, index) => [
        label(figure.label),
        ...quantity(value),
        index === 0 && figure.note !== undefined ? textCell(figure.note) : undefined,
      ]),
    ),
    [],
    heading(words.report, words.sheet, words.rows, ''),
    ...model.sections.flatMap((section, index) => {
      const own = sheets.filter((sheet) => sheet.section === index);
      // A picture is not drawn in a workbook, so none is listed.
      if (own.length === 0 && section.picture !== undefined) return [];
      const said = own.every((sheet) => sheet.rows === 0) ? section.empty : section.sentence;
      const note = said === undefined ? undefined : textCell(said);
      if (own.length === 0) return [[label(section.title), undefined, undefined, note]];
      return own.map((sheet) => [label(section.title), textCell(sheet.name), count(sheet.rows), note]);
    }),
    ...(model.signatures === undefined || model.signatures.length === 0
      ? []
      : [
          [],
          heading(
            words.signed,
            words.signedFor,
            fill('{{at}} ({{zone}})', { at: words.signedAt, zone: formats.zone }),
            '',
          ),
          ...model.signatures.map(({ name, meaning, at }) => [textCell(name), textCell(meaning), make('dateTime', at)]),
        ]),
  ];

  const xml = rows.map((cells, row) => {
    const own = cells.map((cell, column) => cellXml(`${columnLetters(column)}${row + 1}`, cell)).join('');
    return `<row r="${row + 1}">${own}</row>`;
  });
  return [sheetStart(`A1:D${rows.length}`, [34, 34, 22, 60], false), '<sheetData>', ...xml, '</sheetData>', sheetEnd];
}
