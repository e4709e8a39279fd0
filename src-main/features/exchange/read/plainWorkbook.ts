import { CFB } from 'xlsx';
import { escapeXml } from './xmlPart.ts';

/** The smallest workbook with these sheets, in the form that every program writes (ISO/IEC 29500-1, 12.2). */
export function packWorkbook(workbook: {
  sheets: readonly Buffer[];
  texts: readonly string[];
  styles: string;
  is1904: boolean;
}): Buffer {
  const sheets = workbook.sheets.map((xml, at) => ({ xml, id: `rId${at + 1}`, file: `sheet${at + 1}.xml` }));
  const texts = workbook.texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('');
  const parts: [name: string, content: string | Buffer][] = [
    ['[Content_Types].xml', contentTypes(sheets.map(({ file }) => file))],
    ['_rels/.rels', relations([`Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"`])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${workbook.is1904 ? 1 : 0}"/><sheets>${sheets
        .map(({ id }, at) => `<sheet name="${at + 1}" sheetId="${at + 1}" r:id="${id}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(({ id, file }) => `Id="${id}" Type="${office}/worksheet" Target="worksheets/${file}"`),
        `Id="texts" Type="${office}/sharedStrings" Target="sharedStrings.xml"`,
        `Id="styles" Type="${office}/styles" Target="styles.xml"`,
      ]),
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${main}" count="${workbook.texts.length}">${texts}</sst>`],
    ['xl/styles.xml', workbook.styles],
    ...sheets.map(({ xml, file }): [string, Buffer] => [`xl/worksheets/${file}`, xml]),
  ];
  const archive = CFB.utils.cfb_new();
  for (const [name, content] of parts) CFB.utils.cfb_add(archive, `/${name}`, Buffer.from(content));
  // With this type the writer answers a Buffer.
  return CFB.write(archive, { type: 'buffer', fileType: 'zip' }) as Buffer;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (targets: readonly string[]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets.map((target) => `<Relationship ${target}/>`).join('')}</Relationships>`;

function contentTypes(sheets: readonly string[]): string {
  const parts = [
    ['workbook.xml', 'sheet.main'],
    ['sharedStrings.xml', 'sharedStrings'],
    ['styles.xml', 'styles'],
    ...sheets.map((file) => [`worksheets/${file}`, 'worksheet']),
  ].map(([name, type]) => `<Override PartName="/xl/${name}" ContentType="${contentType}.${type}+xml"/>`);
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parts.join('')}</Types>`;
}
