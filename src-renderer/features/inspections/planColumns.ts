import type { TFunction } from 'i18next';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import type { GridRows } from '#renderer/components/grid/edits.ts';
import {
  characteristicKinds,
  designators,
  featureSides,
  geometries,
  materialConditions,
  type WrittenRow,
} from '#shared/inspections/vocabulary.ts';

/** The columns that a plan is written in: what every row needs first, what few rows need last. */
export function planColumns(t: TFunction): GridColumns<WrittenRow> {
  const choices = <V extends string>(values: readonly V[], said: (value: V) => string) =>
    values.map((value) => ({ value, label: said(value) }));
  return [
    { kind: 'code', name: 'balloon', label: 'inspections.row.balloon', width: 64 },
    { kind: 'text', name: 'name', label: 'inspections.row.name', width: 190 },
    {
      kind: 'choice',
      name: 'kind',
      label: 'inspections.row.kind',
      options: choices(characteristicKinds, (value) => t(`inspections.kinds.${value}`)),
      width: 110,
    },
    {
      kind: 'text',
      name: 'specification',
      label: 'inspections.row.specification',
      help: 'inspections.row.specificationHelp',
      width: 150,
    },
    { kind: 'code', name: 'unit', label: 'inspections.row.unit', width: 64 },
    {
      kind: 'choice',
      name: 'designator',
      label: 'inspections.row.designator',
      options: choices(designators, (value) => t(`inspections.designators.${value}`)),
      width: 110,
    },
    {
      kind: 'text',
      name: 'sampling',
      label: 'inspections.row.sampling',
      help: 'inspections.row.samplingHelp',
      width: 110,
    },
    {
      kind: 'wholeNumber',
      name: 'places',
      label: 'inspections.row.places',
      help: 'inspections.row.placesHelp',
      width: 90,
    },
    { kind: 'text', name: 'method', label: 'inspections.row.method', width: 150 },
    { kind: 'text', name: 'instrument', label: 'inspections.row.instrument', width: 150 },
    {
      kind: 'text',
      name: 'formula',
      label: 'inspections.row.formula',
      help: 'inspections.row.formulaHelp',
      width: 150,
    },
    { kind: 'text', name: 'rule', label: 'inspections.row.rule', help: 'inspections.row.ruleHelp', width: 150 },
    { kind: 'text', name: 'instruction', label: 'inspections.row.instruction', width: 220 },
    { kind: 'text', name: 'reaction', label: 'inspections.row.reaction', help: 'inspections.row.reactionHelp' },
    {
      kind: 'text',
      name: 'requirement',
      label: 'inspections.row.requirement',
      help: 'inspections.row.requirementHelp',
    },
    { kind: 'text', name: 'sheet', label: 'inspections.row.sheet', width: 80 },
    { kind: 'text', name: 'zone', label: 'inspections.row.zone', width: 80 },
    {
      kind: 'choice',
      name: 'geometry',
      label: 'inspections.row.geometry',
      options: choices(geometries, (value) => t(`inspections.geometries.${value}`)),
      width: 160,
    },
    { kind: 'text', name: 'datums', label: 'inspections.row.datums', width: 90 },
    {
      kind: 'choice',
      name: 'condition',
      label: 'inspections.row.condition',
      options: choices(materialConditions, (value) => value),
      width: 90,
    },
    { kind: 'code', name: 'sizeOf', label: 'inspections.row.sizeOf', help: 'inspections.row.sizeOfHelp', width: 90 },
    {
      kind: 'choice',
      name: 'side',
      label: 'inspections.row.side',
      options: choices(featureSides, (value) => t(`inspections.sides.${value}`)),
      width: 120,
    },
    { kind: 'flag', name: 'needsFile', label: 'inspections.row.needsFile', width: 110 },
    { kind: 'flag', name: 'isDual', label: 'inspections.row.isDual', help: 'inspections.row.isDualHelp', width: 110 },
    { kind: 'text', name: 'difference', label: 'inspections.row.difference', width: 110 },
    {
      kind: 'flag',
      name: 'isLongTerm',
      label: 'inspections.row.isLongTerm',
      help: 'inspections.row.isLongTermHelp',
      width: 110,
    },
    { kind: 'text', name: 'operation', label: 'inspections.row.operation', width: 110 },
  ];
}

/** Rows of a plan as the cells of the grid hold them. */
export const cellsOfRows = (rows: readonly WrittenRow[], columns: GridColumns<WrittenRow>, t: TFunction): GridRows =>
  rows.map((row) =>
    columns.map((column) => {
      const value = row[column.name];
      if (typeof value === 'boolean') return value ? t('common.yes') : '';
      if (column.kind === 'choice') return column.options.find((option) => option.value === value)?.label ?? '';
      // One reading a piece goes without saying.
      return value === null || (column.name === 'places' && value === 1) ? '' : String(value);
    }),
  );
