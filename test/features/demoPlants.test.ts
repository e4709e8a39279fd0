import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The demo plants as they lie in resources, checked by code that shares nothing with their maker or with the import. */
type Row = Record<string, string>;
type Plant = { lastDay: string; products: Map<string, Row>; lots: Map<string, Row>; movements: Row[]; links: Row[] };
type StockEnd = { unit: string; place: string; status: string };

const folder = (name: string): string => join('resources/demo', name);

function rowsOf(name: string, file: string): Row[] {
  const path = join(folder(name), file);
  return existsSync(path) ? parse<Row>(readFileSync(path), { columns: true }) : [];
}

const keyed = (rows: Row[], key: (row: Row) => string): Map<string, Row> => new Map(rows.map((row) => [key(row), row]));

function loadPlant(name: string): Plant {
  // The manifest is ours and small; the first test below checks its shape.
  const manifest = JSON.parse(readFileSync(join(folder(name), 'plant.json'), 'utf8')) as { lastDay: string };
  return {
    lastDay: manifest.lastDay,
    products: keyed(rowsOf(name, 'products.csv'), (row) => row['code'] ?? ''),
    lots: keyed(rowsOf(name, 'lots.csv'), (row) => `${row['product']}|${row['lot']}|${row['sublot']}`),
    movements: rowsOf(name, 'movements.csv'),
    links: rowsOf(name, 'serial_links.csv'),
  };
}

const plants: Record<string, Plant> = { food: loadPlant('food'), device: loadPlant('device') };
const plantNamed = (name: string): Plant => {
  const found = plants[name];
  if (found === undefined) throw new RangeError(name);
  return found;
};

function serialsOf(text: string): string[] {
  const [first = '', last] = text.split('..');
  if (last === undefined) return [first];
  const start = Number(/\d+$/.exec(first)?.[0]);
  const width = first.length - first.search(/\d+$/);
  const count = Number(last.slice(-width)) - start + 1;
  return Array.from(
    { length: count },
    (_, index) => first.slice(0, -width) + String(start + index).padStart(width, '0'),
  );
}

const unitKeys = (row: Row): string[] =>
  serialsOf(row['serial'] ?? '').map((serial) => [row['product'], row['lot'], row['sublot'], serial].join('|'));

const isOnIssue = (plant: Plant, row: Row): boolean =>
  plant.products.get(row['product'] ?? '')?.['serial_tracking'] === 'on-issue';

/** Plays the movements and answers what is in stock; `check` sees the balances after each instant. */
function replay(plant: Plant, check: (stock: Map<string, number>) => void = () => {}): Map<string, number> {
  const stock = new Map<string, number>();
  const add = ({ unit, place, status }: StockEnd, quantity: number): void => {
    const key = `${unit}@${place}@${status}`;
    const left = Math.round(((stock.get(key) ?? 0) + quantity) * 1000) / 1000;
    if (left === 0) stock.delete(key);
    else stock.set(key, left);
  };
  for (const [index, row] of plant.movements.entries()) {
    const units = isOnIssue(plant, row) ? unitKeys({ ...row, serial: '' }) : unitKeys(row);
    for (const unit of units) {
      const quantity = Number(row['quantity']) / units.length;
      const [from, to, status] = [row['from'] ?? '', row['to'] ?? '', row['status_from'] ?? ''];
      const unnamed = `${row['product']}|||`;
      const names = row['kind'] === 'assign' || (row['kind'] === 'put-away' && !stock.has(`${unit}@${from}@${status}`));
      if (from !== '') add({ unit: names ? unnamed : unit, place: from, status }, -quantity);
      if (to !== '') add({ unit, place: to, status: row['status'] ?? '' }, quantity);
    }
    if (plant.movements[index + 1]?.['at'] !== row['at']) check(stock);
  }
  return stock;
}

/** Movements that count: neither reversed nor reversing. */
function standing(plant: Plant): Row[] {
  const undone = new Set(plant.movements.map((row) => row['reverses']).filter((id) => id !== ''));
  return plant.movements.filter((row) => row['reverses'] === '' && !undone.has(row['id']));
}

/** Every unit downstream of the suspects, with its least number of production steps. */
function downstream(plant: Plant, suspects: string[]): Map<string, number> {
  const rows = standing(plant);
  const outputs = rows.filter((row) => row['kind'] === 'output');
  const linkOf = (row: Row, end: string): string =>
    ['product', 'lot', 'sublot', 'serial'].map((part) => row[`${end}_${part}`]).join('|');
  const linked = new Set(plant.links.map((row) => `${row['work_order']}|${row['component_product']}`));
  const childrenOf = (unit: string): string[] => {
    const uses = rows.filter((row) => row['kind'] === 'consumption' && unitKeys(row).includes(unit));
    const tied = uses.flatMap((use) =>
      linked.has(`${use['work_order']}|${use['product']}`)
        ? plant.links
            .filter((row) => row['work_order'] === use['work_order'] && linkOf(row, 'component') === unit)
            .map((row) => linkOf(row, 'parent'))
        : outputs
            .filter((row) => row['work_order'] === use['work_order'])
            .filter((row) => row['run'] === use['run'] || row['run'] === '' || use['run'] === '')
            .flatMap(unitKeys),
    );
    return [...new Set(tied)];
  };
  const depths = new Map(suspects.map((unit) => [unit, 0]));
  for (const [unit, depth] of depths) {
    for (const child of childrenOf(unit)) if (!depths.has(child)) depths.set(child, depth + 1);
  }
  return depths;
}

const bySupplierLot = (plant: Plant, supplier: string, supplierLot: string): string[] =>
  [...plant.lots.values()]
    .filter((lot) => lot['supplier'] === supplier && lot['supplier_lot'] === supplierLot)
    .map((lot) => `${lot['product']}|${lot['lot']}|${lot['sublot']}|`);

function sumBy<T>(list: T[], key: (entry: T) => string, amount: (entry: T) => number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const entry of list) sums[key(entry)] = (sums[key(entry)] ?? 0) + amount(entry);
  return sums;
}

/** The recall's headline figures: units by depth, customers, shipped and what lies where. */
function incident(plant: Plant, suspects: string[]) {
  const depths = downstream(plant, suspects);
  const isAffected = (row: Row): boolean => unitKeys(row).some((unit) => depths.has(unit));
  const shipped = standing(plant).filter((row) => row['kind'] === 'shipment' && isAffected(row));
  const outputs = standing(plant).filter((row) => row['kind'] === 'output');
  const open = standing(plant).filter(
    (row) =>
      row['kind'] === 'consumption' &&
      isAffected(row) &&
      !outputs.some((output) => output['work_order'] === row['work_order']),
  );
  const held = [...replay(plant)].filter(([key]) => depths.has(key.split('@')[0] ?? ''));
  return {
    depths,
    units: sumBy([...depths.values()], String, () => 1),
    customers: [...new Set(shipped.map((row) => row['partner'] ?? ''))].toSorted((a, b) => (a < b ? -1 : 1)),
    shipped: sumBy(
      shipped,
      (row) => row['product'] ?? '',
      (row) => Number(row['quantity']),
    ),
    onHand: sumBy(
      held,
      ([key]) => key.replace(/\|[^@]*/, '').replaceAll('@', ' '),
      ([, quantity]) => quantity,
    ),
    inProcess: sumBy(
      open,
      (row) => row['product'] ?? '',
      (row) => Number(row['quantity']),
    ),
  };
}

describe.each(['food', 'device'])('the %s demo plant', (name) => {
  const plant = plantNamed(name);
  let made = '';
  beforeAll(() => {
    made = mkdtempSync(join(tmpdir(), 'demo-'));
    const node = existsSync('node_modules/.bin/node') ? 'node_modules/.bin/node' : process.execPath;
    execFileSync(node, ['scripts/makeDemo.ts', made]);
  });
  afterAll(() => rmSync(made, { recursive: true }));

  it('is, byte for byte, what the generator writes', () => {
    const files = readdirSync(folder(name)).toSorted();
    expect(readdirSync(join(made, name)).toSorted()).toEqual(files);
    for (const file of files) {
      const committed = readFileSync(join(folder(name), file), 'utf8').replaceAll('\r\n', '\n');
      expect({ file, isSame: readFileSync(join(made, name, file), 'utf8') === committed }).toEqual({
        file,
        isSame: true,
      });
    }
  });

  it('is small, has a manifest, and holds no date that a shift in time would leave behind', () => {
    const files = readdirSync(folder(name));
    expect(files.reduce((sum, file) => sum + statSync(join(folder(name), file)).size, 0)).toBeLessThan(400_000);
    const manifest: unknown = JSON.parse(readFileSync(join(folder(name), 'plant.json'), 'utf8'));
    expect(manifest).toEqual({ name: expect.any(String), lastDay: '2026-06-30', story: expect.stringMatching(/\.$/) });
    const words = plant.movements.flatMap((row) => [
      row['document'],
      row['lot'],
      row['serial'],
      row['reason'],
      row['work_order'],
    ]);
    expect(words.filter((word) => /20\d\d/.test((word ?? '').replace(/^[A-Z]+-?0?20\d\d$/, '')))).toEqual([]);
  });

  it('names only products, partners, places and lots that exist', () => {
    const known = (file: string) => new Set(rowsOf(name, file).map((row) => row['code']));
    const [partners, places] = [known('partners.csv'), known('locations.csv')];
    const strays = plant.movements.filter(
      (row) =>
        !plant.products.has(row['product'] ?? '') ||
        (row['partner'] !== '' && !partners.has(row['partner'])) ||
        [row['from'], row['to']].some((end) => end !== '' && !places.has(end)),
    );
    expect(strays).toEqual([]);
    const moved = new Set(plant.movements.map((row) => `${row['product']}|${row['lot']}|${row['sublot']}`));
    expect([...plant.lots.keys()].filter((lot) => !moved.has(lot))).toEqual([]);
    expect([...plant.lots.values()].filter((lot) => lot['supplier'] !== '' && !partners.has(lot['supplier']))).toEqual(
      [],
    );
  });

  it('tells its movements in order of time, each with its own id, the last on the last day', () => {
    const times = plant.movements.map((row) => Date.parse(row['at'] ?? ''));
    expect(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0))).toBe(true);
    expect(new Set(plant.movements.map((row) => row['id'])).size).toBe(plant.movements.length);
    expect(plant.movements.at(-1)?.['at']?.slice(0, 10)).toBe(plant.lastDay);
    // Nothing lies ahead of someone who loads the demo on the morning of "today".
    expect(times.at(-1)).toBeLessThan(Date.parse(`${plant.lastDay}T00:00:00Z`));
  });

  it('never lets stock fall below zero, and keeps a serial in one place', () => {
    const faults: string[] = [];
    replay(plant, (stock) => {
      const serials = new Set<string>();
      for (const [key, quantity] of stock) {
        const [unit = ''] = key.split('@');
        if (quantity < 0) faults.push(`${key} fell to ${quantity}`);
        if (unit.endsWith('|')) continue;
        if (quantity !== 1 || serials.has(unit)) faults.push(`${unit} is in two locations`);
        serials.add(unit);
      }
    });
    expect(faults).toEqual([]);
  });

  it('has one movement undone by its mirror image', () => {
    const undoing = plant.movements.filter((row) => row['reverses'] !== '');
    expect(undoing).toHaveLength(1);
    const [undo] = undoing;
    const original = plant.movements.find((row) => row['id'] === undo?.['reverses']);
    const { from, to, status_from: statusFrom, status, kind, quantity, lot, serial } = original ?? {};
    expect(undo).toMatchObject({
      from: to,
      to: from,
      status_from: status,
      status: statusFrom,
      kind,
      quantity,
      lot,
      serial,
    });
  });

  it('ships and consumes released stock only', () => {
    const leaving = standing(plant).filter((row) => row['kind'] === 'shipment' || row['kind'] === 'consumption');
    expect(leaving.filter((row) => !row['status_from']?.startsWith('A'))).toEqual([]);
  });
});

describe('the incident of the food plant', () => {
  const plant = plantNamed('food');
  const suspects = bySupplierLot(plant, 'S-VERDANNE', 'VE-66318');
  const found = incident(plant, suspects);

  it('reaches these units, customers and places', () => {
    expect(suspects).toEqual(['APR-PUREE|AP-0028||', 'APR-PUREE|AP-0030||']);
    expect(found.units).toEqual({ 0: 2, 1: 8, 2: 11, 3: 2 });
    expect(found.customers).toEqual(
      ['101', '102', '105', '107', '110', '111', '112', '114', '116', '119', '120'].map((number) => `C-${number}`),
    );
    expect(found.shipped).toEqual({ 'JAM-APR': 4709, 'NEC-APR': 1209, PULP: 125 });
    expect(found.onHand).toEqual({
      'APR-PUREE COLD A': 69,
      'APR-BASE TANKS A': 678,
      'JAM-APR FINISHED A': 2931,
      'JAM-APR QUARANTINE Q': 24,
      'NEC-APR FINISHED A': 918,
      'NEC-APR LOADING A': 240,
      'GIFT-3 FINISHED A': 94,
    });
    expect(found.inProcess).toEqual({ 'APR-PUREE': 90, 'APR-BASE': 170 });
  });

  it('reaches one run of an order and not the other', () => {
    const split = [
      ...Map.groupBy(
        standing(plant).filter((row) => row['kind'] === 'output' && row['run'] !== ''),
        (row) => row['work_order'],
      ).values(),
    ]
      .map((rows) =>
        rows.filter((row) => row['product'] === 'JAM-APR').map((row) => found.depths.has(unitKeys(row)[0] ?? '')),
      )
      .filter((affected) => affected.includes(true) && affected.includes(false));
    expect(split).toEqual([[true, false]]);
  });

  it('does not reach the order on which the bad purée was booked by mistake', () => {
    const slip = plant.movements.find((row) => row['reverses'] !== '');
    expect(suspects).toContain(unitKeys(slip ?? {})[0]);
    const outputs = plant.movements
      .filter((row) => row['kind'] === 'output' && row['work_order'] === slip?.['work_order'])
      .flatMap(unitKeys);
    expect(outputs.length).toBeGreaterThan(0);
    expect(outputs.filter((unit) => found.depths.has(unit))).toEqual([]);
  });

  it('stands beside a single finding: a shipment after its expiry', () => {
    const late = standing(plant).filter((row) => {
      const expiry = plant.lots.get(`${row['product']}|${row['lot']}|`)?.['expires_on'] ?? '';
      return (
        ['shipment', 'consumption'].includes(row['kind'] ?? '') &&
        expiry !== '' &&
        expiry < (row['at'] ?? '').slice(0, 10)
      );
    });
    expect(late.map((row) => [row['kind'], row['lot'], row['quantity']])).toEqual([['shipment', 'JS-0733', '48']]);
  });
});

describe('the incident of the device plant', () => {
  const plant = plantNamed('device');
  const suspects = bySupplierLot(plant, 'S-KONDOR', 'KO-2208');
  const found = incident(plant, suspects);

  it('reaches these units, customers and places', () => {
    expect(suspects).toEqual(['CAP-220|CP-0043||']);
    expect(found.units).toEqual({ 0: 1, 1: 43, 2: 32 });
    expect(found.customers).toEqual(
      ['201', '202', '204', '206', '209', '210', '211', '212', '214', '216'].map((number) => `K-${number}`),
    );
    expect(found.shipped).toEqual({ 'NEB-200': 25, BOARD: 1 });
    expect(found.onHand).toEqual({
      'CAP-220 PARTS A': 36,
      'BOARD SMT A': 6,
      'NEB-200 DEVICES A': 5,
      'NEB-200 DISPATCH A': 2,
      'NEB-200 QUARANTINE Q': 1,
    });
    expect(found.inProcess).toEqual({ 'CAP-220': 24, BOARD: 2 });
  });

  it('links only what its orders made to what they used, and leaves one affected board unlinked', () => {
    const ofKind = (kind: string) =>
      new Set(
        standing(plant)
          .filter((row) => row['kind'] === kind)
          .flatMap((row) => unitKeys(row).map((unit) => `${row['work_order']}|${unit}`)),
      );
    const [made, used] = [ofKind('output'), ofKind('consumption')];
    const ends = plant.links.map((row) => ({
      parent: [
        row['work_order'],
        row['parent_product'],
        row['parent_lot'],
        row['parent_sublot'],
        row['parent_serial'],
      ].join('|'),
      component: [
        row['work_order'],
        row['component_product'],
        row['component_lot'],
        row['component_sublot'],
        row['component_serial'],
      ].join('|'),
    }));
    expect(ends.filter(({ parent, component }) => !made.has(parent) || !used.has(component))).toEqual([]);
    const linkedOrders = new Set(plant.links.map((row) => row['work_order'] ?? ''));
    const components = new Set(ends.map(({ component }) => component));
    const unlinked = [...used].filter(
      (key) => key.includes('|BOARD|') && linkedOrders.has(key.split('|')[0] ?? '') && !components.has(key),
    );
    expect(unlinked.map((key) => found.depths.get(key.slice(key.indexOf('|') + 1)))).toEqual([1]);
  });

  it('covers every serial of a range', () => {
    const ranges = plant.movements.filter((row) => row['serial']?.includes('..'));
    expect(ranges.length).toBeGreaterThan(10);
    expect(ranges.filter((row) => serialsOf(row['serial'] ?? '').length !== Number(row['quantity']))).toEqual([]);
  });

  it('keeps out the customer whose shipment was reversed', () => {
    const slip = plant.movements.find((row) => row['reverses'] !== '');
    expect(found.depths.has(unitKeys(slip ?? {})[0] ?? '')).toBe(true);
    expect(found.customers).not.toContain(slip?.['partner']);
  });
});
