import { msg } from '#shared/kernel/message.ts';
import { FileIssue } from './faults.ts';
import { insistOnPlainWorkbook } from './fileKind.ts';
import { plainStyles, type Styles } from './sheetStyles.ts';
import type { SheetState } from './hiddenCells.ts';
import { type SharedTexts, sharedTexts } from './sheetWords.ts';
import { type Attributes, damagedWorkbook, isOn, localName, readXml } from './xmlPart.ts';
import { ZipParts } from './zipParts.ts';

/** A workbook as far as it is needed: its sheets in order, each with the XML of its cells, and what these refer to. */
export type WorkbookParts = {
  sheets: { name: string; state: SheetState; xml: Buffer | undefined }[];
  shared: SharedTexts;
  styles: Styles;
  is1904: boolean;
};

/** Finds the parts of a workbook by their relationships (ISO/IEC 29500-2, 6.5; 29500-1, 12). */
export function workbookParts(archive: Buffer): WorkbookParts {
  const parts = new ZipParts(archive);
  insistOnPlainWorkbook(parts.names);
  insistOnNoMacros(parts);
  const workbook = [...relationsOf(parts, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  const path = workbook ?? 'xl/workbook.xml';
  const { sheets, is1904 } = readWorkbookPart(needed(parts, path));
  const relations = relationsOf(parts, path);
  const [strings, styles] = ['sharedStrings', 'styles'].map((wanted) => {
    const relation = [...relations.values()].find(({ type }) => type === wanted);
    return parts.read(relation?.target ?? resolveTarget(folderOf(path), `${wanted}.xml`));
  });
  return {
    shared: strings === undefined ? { texts: [], marks: new Map() } : sharedTexts(strings),
    styles: plainStyles(styles),
    is1904,
    sheets: sheets.map(({ name, state, id }) => {
      const relation = relations.get(id);
      if (relation === undefined) throw damagedWorkbook();
      // Charts and dialogs are sheets too, without cells.
      return { name, state, xml: relation.type === 'worksheet' ? needed(parts, relation.target) : undefined };
    }),
  };
}

function needed(parts: ZipParts, path: string): Buffer {
  const bytes = parts.read(path);
  if (bytes === undefined) throw damagedWorkbook();
  return bytes;
}

/** Types by file extension are named in workbooks without any macros, too. */
function insistOnNoMacros(parts: ZipParts): void {
  readXml(needed(parts, '[Content_Types].xml'), {
    open: (name, attributes) => {
      if (name === 'Override' && /macroEnabled/i.test(attributes['ContentType'] ?? ''))
        throw new FileIssue(
          'FILE_TYPE',
          msg`The workbook may hold macros (.xlsm): save it as an Excel workbook (.xlsx).`,
        );
    },
  });
}

type Relation = { type: string; target: string };

/** What a part refers to, by the ids it uses for it; of the archive as a whole for "". */
function relationsOf(parts: ZipParts, path: string): ReadonlyMap<string, Relation> {
  const folder = folderOf(path);
  const bytes = parts.read(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (bytes === undefined) return relations;
  readXml(bytes, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolveTarget(folder, Target) });
    },
  });
  return relations;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Targets are relative to the folder of the part that names them, or begin at the top with a slash. */
function resolveTarget(folder: string, target: string): string {
  const path = decodeTarget(target.replaceAll('\\', '/'));
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

type NamedSheet = { name: string; state: SheetState; id: string };

function readWorkbookPart(bytes: Buffer): { sheets: NamedSheet[]; is1904: boolean } {
  const sheets: NamedSheet[] = [];
  let is1904 = false;
  readXml(bytes, {
    open: (name, attributes, path) => {
      if (name === 'workbookPr') is1904 = isOn(attributes['date1904'] ?? '');
      if (name === 'sheet' && path.at(-1) === 'sheets')
        sheets.push({
          name: attributes['name'] ?? '',
          state: stateOf(attributes['state']),
          id: relationIdOf(attributes),
        });
    },
  });
  return { sheets, is1904 };
}

const stateOf = (written = 'visible'): SheetState =>
  written === 'hidden' || written === 'veryHidden' ? written : 'visible';

/** `r:id`, with any prefix the workbook chose. */
const relationIdOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === 'id')?.[1] ?? '';
