import { type Command, isStatus, micro, piece, type Plant, rangeOf, type Row, type RuleProduct } from './language.ts';

/** The ends of each kind (+ a place, - none, ? either) and what it must name. */
const kinds: Readonly<Record<string, { ends: string; needs?: 'partner' | 'workOrder'; stays?: true }>> = {
  opening: { ends: '-+' },
  receipt: { ends: '-+', needs: 'partner' },
  'put-away': { ends: '++' },
  transfer: { ends: '++' },
  status: { ends: '++', stays: true },
  assign: { ends: '++', stays: true },
  consumption: { ends: '+-', needs: 'workOrder' },
  'production-return': { ends: '-+', needs: 'workOrder' },
  output: { ends: '-+', needs: 'workOrder' },
  shipment: { ends: '+-', needs: 'partner' },
  'customer-return': { ends: '-+', needs: 'partner' },
  'supplier-return': { ends: '+-', needs: 'partner' },
  scrap: { ends: '+-' },
  sample: { ends: '+-' },
  adjustment: { ends: '??' },
};

/** What the contract refuses before anything is asked of the store. */
export function isMalformed(command: Command): boolean {
  if (!/^[\w-]{8,100}$/.test(command.id)) return true;
  if (command.kind !== 'post') return false;
  return (
    command.rows.length === 0 ||
    command.rows.some(
      (row) =>
        micro(row.quantity) === undefined ||
        row.document === '' ||
        !(row.kind in kinds) ||
        !isStatus(row.statusFrom) ||
        !isStatus(row.status),
    )
  );
}

/** What a row says wrong of itself, or names without need or not at all. */
export function rowIssues(row: Row, plant: Plant): string[] {
  const product = plant.products.find(({ code }) => code === row.product);
  const kind = kinds[row.kind];
  const quantity = micro(row.quantity);
  if (kind === undefined || quantity === undefined) return ['VALIDATION'];
  const faults: string[] = [];
  const bad = (isBad: boolean, code = 'VALIDATION'): void => void (isBad && faults.push(code));
  const undoing = row.reverses !== '';
  const ends = undoing ? [...kind.ends].reverse().join('') : kind.ends;
  for (const [end, place, status] of [
    [ends[0], row.from, row.statusFrom],
    [ends[1], row.to, row.status],
  ] as const) {
    bad((end === '+' && place === '') || (end === '-' && place !== ''));
    bad((place === '') !== (status === '') || !isStatus(status));
    bad(place !== '' && kindOf(plant, place) === undefined, 'NOT_FOUND');
  }
  bad(ends === '??' && (row.from === '') === (row.to === ''));
  bad(kind.stays === true && row.from !== row.to);
  bad(kind.needs !== undefined && row[kind.needs] === '');
  bad(row.run !== '' && row.workOrder === '');
  bad(row.partner !== '' && !plant.partners.includes(row.partner), 'NOT_FOUND');
  bad(row.sublot !== '' && row.lot === '');
  bad(row.kind === 'assign' && row.lot === '' && row.serial === '');
  bad(row.serial !== '' && quantity !== BigInt(rangeOf(row.serial)?.length ?? 1) * piece);
  if (product === undefined) return [...faults, 'NOT_FOUND'];
  return undoing ? faults : [...faults, ...trackingIssues(row, product, plant)];
}

function trackingIssues(row: Row, { lots, serials }: RuleProduct, plant: Plant): string[] {
  const faults: string[] = [];
  const bad = (isBad: boolean, code = 'VALIDATION'): void => void (isBad && faults.push(code));
  const inPlant = [row.from, row.to].filter((place) => place !== '');
  // Goods may be unnamed at a dock, but not what takes them for good or makes them.
  const atDock =
    inPlant.every((place) => kindOf(plant, place) === 'dock') &&
    !['consumption', 'output', 'shipment'].includes(row.kind);
  bad(lots === 'none' && row.lot !== '');
  bad(lots !== 'lot-sublot' && row.sublot !== '');
  bad(lots !== 'none' && row.kind === 'assign' && row.lot === '', 'LOT_REQUIRED');
  bad(lots !== 'none' && row.sublot !== '' && row.lot === '', 'LOT_REQUIRED');
  bad((lots === 'mandatory' || lots === 'lot-sublot') && row.lot === '' && !atDock, 'LOT_REQUIRED');
  bad(lots === 'lot-sublot' && row.lot !== '' && row.sublot === '' && !atDock, 'LOT_REQUIRED');
  bad(serials === 'none' && row.serial !== '');
  bad(serials !== 'global' && rangeOf(row.serial) !== undefined);
  bad((serials === 'received-issued' || serials === 'global') && row.serial === '' && !atDock);
  bad(serials === 'global' && row.serial !== '' && atDock);
  bad(serials === 'on-issue' && row.serial === '' && (row.kind === 'consumption' || row.kind === 'shipment'));
  // Stock is kept without such serials: only what leaves the plant, or comes back, names one.
  bad(
    serials === 'on-issue' &&
      row.serial !== '' &&
      row.to !== '' &&
      !['customer-return', 'production-return'].includes(row.kind),
  );
  return faults;
}

const kindOf = (plant: Plant, place: string): string | undefined =>
  plant.places.find(({ code }) => code === place)?.kind;

type Way = { leaves: boolean; isStaged: boolean; comesIn: boolean; isMoved: boolean };

/** Whether goods leave for good use, are brought to where they wait for that, come by an import, or are brought anywhere but aside by a person. */
export function wayOf(plant: Plant, { kind, from, to: place }: Row, imported: boolean): Way {
  const moves = (kind === 'transfer' || kind === 'put-away') && from !== place;
  const to = moves ? kindOf(plant, place) : undefined;
  return {
    leaves: kind === 'shipment' || kind === 'consumption',
    isStaged: to === 'shipping',
    comesIn: imported && (kind === 'receipt' || kind === 'output'),
    isMoved: !imported && to !== undefined && to !== 'quarantine' && to !== 'reject',
  };
}
