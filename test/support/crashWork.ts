/** The commands of the crash runs, each known by its number alone, so that a lost one can be told from one that never was. */
export type CrashCommand = {
  id: string;
  operation: string;
  input: unknown;
  outcome: 'done' | 'refused';
  movements: number;
};

export const crashMasters: Record<string, string> = {
  'products.csv':
    'code,name,unit,lot_tracking,serial_tracking\nFLOUR,Flour,KG,mandatory,none\nPUMP,Pump,EA,none,received-issued\n',
  'locations.csv': 'code,site,kind\nDOCK,MAIN,dock\nSTORE,MAIN,storage\n',
  'partners.csv': 'code,name,kind\nSUP,Supplier,supplier\n',
};

export const commandIdOf = (number: number): string => `crash-command-${number}`;
export const documentOf = (number: number): string => `D-${number}`;

const rowsOfImport = 25;

/** Every ninth is refused, every seventh an import, the others are postings of a few movements. */
export function crashCommand(number: number, importFolder: string): CrashCommand {
  const id = commandIdOf(number);
  if (number % 9 === 5)
    return {
      ...posting(id, [
        { ...receipt(number), kind: 'scrap', partner: '', from: 'DOCK', to: '', statusFrom: 'R', status: '' },
      ]),
      outcome: 'refused',
      movements: 0,
    };
  if (number % 7 === 3)
    return {
      id,
      operation: 'exchange.import',
      input: { source: { kind: 'path', path: importFolder } },
      outcome: 'done',
      movements: rowsOfImport,
    };
  const taken = { ...receipt(number), kind: 'transfer', partner: '', from: 'DOCK', statusFrom: 'A', to: 'STORE' };
  const pump = { ...receipt(number), product: 'PUMP', lot: '', serial: `P-${number}`, quantity: '1', to: 'STORE' };
  return posting(id, [receipt(number), taken, pump].slice(0, 1 + (number % 3)));
}

const posting = (id: string, movements: object[]): CrashCommand => ({
  id,
  operation: 'movements.post',
  input: { movements },
  outcome: 'done',
  movements: movements.length,
});

const receipt = (number: number): Record<string, string> => ({
  kind: 'receipt',
  document: documentOf(number),
  product: 'FLOUR',
  lot: `L${number % 5}`,
  quantity: `${number}.000001`,
  to: 'DOCK',
  status: 'A',
  partner: 'SUP',
});

/** The export that command imports: rows of its own, known by their ids. */
export const crashExport = (number: number): string =>
  [
    'at,kind,document,product,lot,quantity,to,status,partner,id',
    ...Array.from(
      { length: rowsOfImport },
      (_, row) =>
        `2026-01-05T08:00:00Z,receipt,${documentOf(number)},FLOUR,L${row % 5},1,STORE,A,SUP,X-${number}-${row}`,
    ),
  ].join('\n');
