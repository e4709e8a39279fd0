import { productRecord } from '#shared/products/records.ts';
import { snake, versionFields } from '#main/store/records.ts';
import { movementText } from '#main/ledger/movementText.ts';
import { Statements } from '#main/store/statements.ts';
import { beginWork } from '#main/store/work.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { openAt } from './stores.ts';
import { buildProductValues } from './productValues.ts';

const start = Date.UTC(2026, 0, 1) * 1000;
const lots = 5000;

const places = ['DOCK', 'STORE', 'SHIP'];

/**
 * A store of so many entries, each with one movement, as the unit of work seals them: what an installation of years
 * looks like to `verify`. Written in one transaction, because a million commits would take an hour.
 */
export async function makeBigStore(file: string, entries: number): Promise<void> {
  const store = await openAt(file, 'create');
  await store.work((outer) => {
    const statements = new Statements(outer.db);
    const balances = new Map<number, number>();
    for (let seq = 1; seq <= entries; seq += 1) {
      const work = beginWork({ db: outer.db, statements });
      const at = start + seq * 1000;
      if (seq === 1) writeMasters(work);
      else writeMovement(work, seq, at, balances);
      work.seal({
        atMoment: at,
        at: formatMoment(at),
        person: { id: 'anna', name: 'Anna Berg' },
        role: 'owner',
        session: 'session-of-the-store',
        host: 'test',
        workstation: 'BENCH',
        app: '0.0.0',
        command: `command-${seq}`,
        operation: 'movements.post',
        outcome: 'done',
        input: 'a'.repeat(64),
        summary: 'movements 1',
        reply: { movements: [seq] },
      });
    }
    for (const [unit, quantity] of balances)
      outer.run("insert into balance (unit_id, place_id, status, quantity) values (?, 2, 'A', ?)", unit, quantity);
  });
  await store.close();
}

type Work = ReturnType<typeof beginWork>;

function writeMasters(work: Work): void {
  const product = buildProductValues({});
  const names = Object.keys(product).map(snake).join(', ');
  const values = Object.values(product).map(sqlText).join(', ');
  work.run(`insert into product (id, ${names}, version) values (1, ${values}, 1)`);
  work.journal.recordVersion('product', 'MILK', 1, versionFields(productRecord, product));
  for (const [index, code] of places.entries()) {
    work.run("insert into place values (?, ?, ?, 'MAIN', 'storage', 1)", index + 1, code, code);
    work.journal.recordVersion('place', code, 1, { code, name: code, site: 'MAIN', kind: 'storage' });
  }
  for (let lot = 1; lot <= lots; lot += 1) work.run("insert into unit values (?, 1, ?, '', '', 0)", lot, `L${lot}`);
}

const sqlText = (value: string | number | null): string =>
  value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value}'`;

const insertMovement = `insert into movement values (?, ?, ?, 60, ?, 'receipt', ?, '1', ?, ?, 2000000, null, 2, '', 'A', null, '', null, null, '', 'typed', 'Anna Berg',
  'BENCH', null, null, null, null, ?)`;

function writeMovement(work: Work, seq: number, at: number, balances: Map<number, number>): void {
  const unitId = 1 + (seq % lots);
  const document = `D-${seq}`;
  const unit = { product: 'MILK', lot: `L${unitId}`, sublot: '', serial: '' };
  const { id, digest } = work.journal.nextMovement((next) =>
    movementText({
      id: next,
      entrySeq: seq,
      at,
      offsetMinutes: 60,
      recordedAt: at,
      kind: 'receipt',
      document,
      line: '1',
      fromUnit: unit,
      toUnit: unit,
      quantity: 2_000_000,
      from: '',
      to: 'STORE',
      statusFrom: '',
      statusTo: 'A',
      workOrder: '',
      run: '',
      equipment: '',
      partner: '',
      unitCost: null,
      reason: '',
      evidence: 'typed',
      person: 'Anna Berg',
      workstation: 'BENCH',
      externalId: null,
      rowKey: null,
      rowStart: null,
      reversesId: null,
    }),
  );
  work.run(insertMovement, id, seq, at, at, document, unitId, unitId, digest);
  balances.set(unitId, (balances.get(unitId) ?? 0) + 2_000_000);
}
