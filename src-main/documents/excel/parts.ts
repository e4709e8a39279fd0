import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { formatMoment, parseMoment } from '#shared/kernel/dates.ts';
import { xmlText } from './cells.ts';

/** The parts of a workbook besides its sheets and styles (ECMA-376 part 1, 12.3). */
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet, and where its table is when it is one. */
export type NamedSheet = { name: string; table?: string };

export const partName = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

export const contentTypes = (sheets: readonly NamedSheet[]): string =>
  [
    `${xml}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...sheets.map((_, index) => `<Override PartName="/${partName(index)}" ContentType="${types}.worksheet+xml"/>`),
    '</Types>',
  ].join('');

export const packageRelations = `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export const workbookRelations = (sheets: readonly NamedSheet[]): string =>
  [
    `${xml}<Relationships xmlns="${packages}/relationships">`,
    ...sheets.map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    ),
    `<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  ].join('');

/** The list of sheets; each table's filter and the header that is printed on each page are names of the workbook. */
export function workbookXml(sheets: readonly NamedSheet[]): string {
  const names = sheets.flatMap(({ name, table }, index) => {
    if (table === undefined) return [];
    const quoted = `'${name.replaceAll("'", "''")}'`;
    const absolute = table.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xmlText(`${quoted}!${absolute}`)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${quoted}!$1:$1`)}</definedName>`,
    ];
  });
  return [
    `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>`,
    ...sheets.map(
      ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    `</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`,
  ].join('');
}

export function coreProperties(model: ReportModel): string {
  const made = formatMoment(parseMoment(model.made.at) ?? 0).replace(/\.\d+Z$/, 'Z');
  return [
    `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${xmlText(model.title)}</dc:title><dc:subject>${xmlText(model.statement)}</dc:subject>`,
    `<dc:creator>${xmlText(model.made.by)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created></cp:coreProperties>`,
  ].join('');
}
