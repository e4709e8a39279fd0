import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Inputs, Outputs } from '#shared/contract.ts';
import { buildDemoApp, buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { barcodesIn } from '../support/barcodes.ts';
import { pictureOf } from '../support/pdfPicture.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';
import { type People, setUpPeople, signature } from '../support/people.ts';
import { on, plantWith, products } from '../support/plantTables.ts';
import { signAs } from '../support/signAs.ts';

const gtins: Record<string, string> = { CAKE: '9501101530003', PUMP: '09501101530010' };
type Asked = Omit<Inputs['labels']['print'], 'units'> & { units?: Inputs['labels']['print']['units'] };

class Labelled implements AsyncDisposable {
  readonly plant: TestApp;
  readonly people: People;
  /** Whether the file was written to beside the program. */
  isTampered = false;

  constructor(plant: TestApp, people: People) {
    this.plant = plant;
    this.people = people;
  }

  get as() {
    return { as: this.people.warehouse };
  }

  print(asked: Asked = {}): Promise<Outputs['labels']['print']> {
    return this.plant.ask('labels.print', { units: [cake], ...asked }, this.as);
  }

  async pages(asked: Asked = {}) {
    const { document } = await this.print(asked);
    return readPdf(readFileSync(this.plant.app.spool.fetch(document, this.people.warehouse.id).path)).pages;
  }

  async count(counted: Partial<Inputs['labels']['reconcile']>) {
    const input = { ...cake, version: 0, used: 0, destroyed: 0, ...counted };
    return await this.plant.ask('labels.reconcile', input, { as: this.people.inspector });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.plant.verify().ok === this.isTampered) throw new Error('the store was changed, or does not say so');
    await this.plant[Symbol.asyncDispose]();
  }
}

const cake = { product: 'CAKE', lot: 'K1' };
const pump = { product: 'PUMP', serial: 'P-1' };

async function labelled(): Promise<Labelled> {
  const plant = await buildPlantApp();
  const coded = products.map((product) => ({ ...product, gtin: gtins[product['code'] ?? ''] ?? '' }));
  await plant.take(plantWith([], { products: coded }));
  await plant.postAll([
    ['output', 'CAKE K1', 50, on(6)],
    ['output', 'CAKE K2', 50, on(6)],
    ['receipt', 'OIL Ö1', 50, on(2)],
    ['receipt', 'OIL O2', 30, on(2)],
    ['receipt', 'OIL O2', 20, on(2), { status: 'Q' }],
    ['receipt', 'CHEESE L1/S1', 50, on(3)],
    ['receipt', 'MILK M1', 50, on(3), { status: 'Q' }],
    ['receipt', 'PUMP #P-1', 1, on(4)],
    ['output', 'CAKE K9', 1, on(6)],
    ['shipment', 'CAKE K9', 1, on(7)],
  ]);
  return new Labelled(plant, await setUpPeople(plant));
}

describe('labels', () => {
  it('say in their barcode and in words what is recorded of the goods', async () => {
    await using set = await labelled();
    for (const [unit, says, words] of [
      [cake, '010950110153000310K1', ['CAKE', 'Cake', 'K1']],
      [{ product: 'CHEESE', lot: 'L1', sublot: 'S1' }, '240CHEESE\u001d10L1/S1', ['CHEESE', 'L1/S1']],
      [pump, '010950110153001021P-1', ['PUMP', 'P-1', '(21)P-1']],
      [{ product: 'MILK', lot: 'M1' }, '17260113240MILK\u001d10M1', ['2026-01-13', '(17)260113']],
    ] as const) {
      const [page] = await set.pages({ units: [unit], quantity: '12.5' });
      if (page === undefined) throw new Error('no page');
      const found = await barcodesIn(pictureOf(page, 12));
      expect(found.map((one) => one.says)).toEqual([says]);
      for (const word of words) expect(pageText(page)).toContain(word);
      expect(pageText(page)).toContain('12.5');
    }
  });

  it('are read by the program itself, which finds the goods', async () => {
    await using set = await labelled();
    for (const unit of [cake, { product: 'CHEESE', lot: 'L1', sublot: 'S1' }, pump]) {
      const [page] = await set.pages({ units: [unit] });
      const [code] = page === undefined ? [] : await barcodesIn(pictureOf(page, 12));
      const { hits } = await set.plant.ask('dossier.find', { text: `${code?.kind}${code?.says}` }, set.as);
      expect(hits.map((hit) => hit.unit)).toEqual([expect.objectContaining(unit)]);
    }
  });

  it('are a UDI of device and production where the product has a GTIN', async () => {
    await using set = await labelled();
    const [page] = await set.pages({ units: [pump], kind: 'udi' });
    expect(page === undefined ? '' : pageText(page)).toMatch(/UDI.*\(01\)09501101530010/s);
    const oil = { product: 'OIL', lot: 'O2' };
    const refused = await refusalOf(set.print({ units: [oil], kind: 'udi' }));
    expect([refused.code, refused.message]).toEqual(['VALIDATION', expect.stringMatching(/^OIL has no GTIN/)]);
  });

  it('are refused where a barcode cannot say them, whole', async () => {
    await using set = await labelled();
    const units = [cake, { product: 'OIL', lot: 'Ö1' }];
    const seen = await set.plant.ask('labels.preview', { units }, set.as);
    expect(seen.issues.map(({ lot }) => lot)).toEqual(['Ö1']);
    const { code, message } = await refusalOf(set.print({ units }));
    expect([code, message]).toEqual(['VALIDATION', expect.stringMatching(/the sign “Ö”/)]);
    expect(set.plant.rows('select * from label_print')).toEqual([]);
    // A tag is printed without one.
    const [page] = await set.pages({ units: units.slice(1), kind: 'status' });
    expect(page === undefined ? '' : pageText(page)).toContain('Released');
  });

  it('are refused of goods there are none of, and in numbers nobody prints', async () => {
    await using set = await labelled();
    expect(await codeOf(set.print({ units: [{ product: 'CAKE', lot: 'K7' }] }))).toBe('NOT_FOUND');
    expect(await codeOf(set.print({ units: [{ product: 'PUMP', serial: 'P-7' }] }))).toBe('NOT_FOUND');
    expect(await codeOf(set.print({ units: [{ product: 'GHOST', lot: 'K1' }] }))).toBe('NOT_FOUND');
    expect(await codeOf(set.print({ units: [{ product: 'CAKE' }] }))).toBe('VALIDATION');
    const units = [cake, { product: 'CAKE', lot: 'K2' }, pump];
    expect((await refusalOf(set.print({ units, copies: 700 }))).message).toMatch(/^These are 2100 labels/);
  });
});

describe('a print of labels', () => {
  it('is a record of who printed what, how many and which', async () => {
    await using set = await labelled();
    const done = await set.print({ units: [cake, { product: 'CAKE', lot: 'K2' }], copies: 3, size: '50x25' });
    expect([done.numbers, done.labels, done.name]).toEqual([['L-1', 'L-2'], 6, 'L-1-L-2.pdf']);
    const { rows } = await set.plant.ask('labels.list', { limit: 10 }, set.as);
    expect(rows[1]).toMatchObject({
      number: 'L-1',
      ...cake,
      kind: 'goods',
      size: '50x25',
      symbol: 'datamatrix',
      says: '(01)09501101530003(10)K1',
      copies: 3,
      firstCopy: 1,
      reason: '',
      act: 'L-1',
      printedBy: expect.stringMatching(/./),
    });
    const audit = await set.plant.ask(
      'audit.list',
      { limit: 1, operation: 'labels.print' },
      { as: set.people.manager },
    );
    expect(audit.total).toBe(1);
  });

  it('once more asks for a reason, and the labels say which copy they are', async () => {
    await using set = await labelled();
    const [first] = await set.pages({ copies: 2 });
    expect(first === undefined ? '' : pageText(first)).not.toContain('Copy');
    expect(await codeOf(set.print())).toBe('REASON_REQUIRED');
    const again = await set.pages({ copies: 2, reason: 'the first ones were torn' });
    expect(again.map((page) => /Copy \d/.exec(pageText(page))?.[0])).toEqual(['Copy 3', 'Copy 4']);
    // Those of other goods and of another kind begin anew.
    await set.print({ units: [{ product: 'CAKE', lot: 'K2' }] });
    await set.print({ kind: 'udi' });
    const { prints } = await set.plant.ask('labels.ofUnit', cake, set.as);
    expect(prints.map(({ kind, firstCopy, copies, reason }) => [kind, firstCopy, copies, reason])).toEqual([
      ['udi', 1, 1, ''],
      ['goods', 3, 2, 'the first ones were torn'],
      ['goods', 1, 2, ''],
    ]);
  });

  it('of two who print at once gives each its copies, or refuses one', async () => {
    await using set = await labelled();
    const both = await Promise.allSettled([set.print({ reason: 'one' }), set.print({ reason: 'two' })]);
    const done = both.filter(({ status }) => status === 'fulfilled');
    const { prints } = await set.plant.ask('labels.ofUnit', cake, set.as);
    expect(prints.map(({ firstCopy }) => firstCopy)).toEqual(done.map((_, at) => done.length - at));
    for (const one of both)
      if (one.status === 'rejected') expect(await codeOf(Promise.reject(one.reason))).toBe('CONFLICT');
  });

  it.each([
    ['changed', "update label_print set copies = 1 where number = 'L-1'"],
    ['taken away', "drop trigger label_print_no_delete; delete from label_print where number = 'L-1'"],
  ])('that was %s in the file stops the next, whose copies would be counted wrong', async (_how, statement) => {
    await using set = await labelled();
    set.isTampered = true;
    await set.print({ copies: 2 });
    await set.plant.app.store.work(async ({ db }) => void db.exec(statement));
    expect(await codeOf(set.print({ reason: 'torn' }))).toBe('STORE_DAMAGED');
  });
});

describe('the demo', () => {
  it('has a sheet of labels of its last jars, which are counted on', async () => {
    await using demo = await buildDemoApp('food');
    const { rows } = await demo.ask('labels.list', {});
    expect(rows.map(({ number, product, copies, firstCopy }) => [number, product, copies, firstCopy])).toEqual([
      ['L-1', 'JAM-RAS', 24, 1],
    ]);
    const { lot, says } = rows[0] ?? { lot: '', says: '' };
    expect(says).toMatch(/^\(01\)0952\d{10}\(17\)\d{6}.*\(10\)/);
    expect(await codeOf(demo.ask('labels.print', { units: [{ product: 'JAM-RAS', lot }] }))).toBe('REASON_REQUIRED');
    // What it prints says that it is none of a plant.
    const again = { units: [{ product: 'JAM-RAS', lot }], size: '50x25' as const, reason: 'smudged' };
    const { document } = await demo.ask('labels.print', again);
    const { pages } = readPdf(readFileSync(demo.app.spool.fetch(document, demo.me.id).path));
    expect(pages.map(pageText).join()).toContain('Demo, not for goods · Copy');
    expect(demo.verify().ok).toBe(true);
  });
});

describe('a status tag', () => {
  it('tells the status that goods are in, and no other', async () => {
    await using set = await labelled();
    const milk = { product: 'MILK', lot: 'M1' };
    const [page] = await set.pages({ units: [milk], kind: 'status' });
    expect(page === undefined ? '' : pageText(page)).toContain('Quarantine');
    const refused = await refusalOf(set.print({ units: [milk], kind: 'status', state: 'A' }));
    expect(refused.message).toMatch(/^Nothing of MILK lot M1 is in the status/);
    const gone = await refusalOf(set.print({ units: [{ product: 'CAKE', lot: 'K9' }], kind: 'status' }));
    expect(gone.message).toMatch(/lies here/);
    const oil = { product: 'OIL', lot: 'O2' };
    expect((await refusalOf(set.print({ units: [oil], kind: 'status' }))).message).toMatch(/several statuses/);
    const [ofOil] = await set.pages({ units: [oil], kind: 'status', state: 'Q' });
    expect(ofOil === undefined ? '' : pageText(ofOil)).toContain('Quarantine');
  });

  it('tells of goods on hold that they are on hold, and nothing else', async () => {
    await using set = await labelled();
    const signed = { as: set.people.qualityManager, signature: signature('qualityManager', 'performed') };
    await signAs(set.plant, 'holds.set', { targets: [cake], reason: 'glass found' }, signed);
    const { states } = await set.plant.ask('labels.ofUnit', cake, set.as);
    expect(states).toEqual(['hold']);
    expect(await codeOf(set.print({ kind: 'status', state: 'A' }))).toBe('VALIDATION');
    const [page] = await set.pages({ kind: 'status' });
    expect(page === undefined ? '' : pageText(page)).toContain('On hold');
  });
});

describe('the count of labels', () => {
  it('says what is missing, and asks what became of that', async () => {
    await using set = await labelled();
    await set.print({ copies: 10 });
    await set.print({ kind: 'status' });
    expect(await codeOf(set.count({ used: 8, destroyed: 1 }))).toBe('REASON_REQUIRED');
    expect(await codeOf(set.count({ used: 8, destroyed: 3 }))).toBe('VALIDATION');
    const counted = await set.count({ used: 8, destroyed: 1, note: 'one fell behind the line' });
    expect(counted).toEqual({ printed: 10, used: 8, destroyed: 1, missing: 1, version: 1 });
    expect(await codeOf(set.count({ used: 9, destroyed: 1 }))).toBe('CONFLICT');
    expect((await set.count({ used: 9, destroyed: 1, version: 1 })).missing).toBe(0);
    const { count } = await set.plant.ask('labels.ofUnit', cake, set.as);
    expect(count).toMatchObject({ printed: 10, used: 9, destroyed: 1, missing: 0, version: 2 });
    expect(await codeOf(set.count({ product: 'CAKE', lot: 'K2' }))).toBe('NOT_FOUND');
  });

  it('is of a lot all labels of its serials, and of a serial without a lot its own', async () => {
    await using set = await labelled();
    await set.print({ units: [pump], copies: 2 });
    expect((await set.count({ product: 'PUMP', lot: '', serial: 'P-1', used: 2 })).missing).toBe(0);
    await set.print({ units: [{ product: 'CHEESE', lot: 'L1', sublot: 'S1' }] });
    await set.print({ units: [{ product: 'CHEESE', lot: 'L1' }] });
    expect((await set.count({ product: 'CHEESE', lot: 'L1', sublot: 'S1', used: 2 })).printed).toBe(2);
  });

  it('is a report of every lot', async () => {
    await using set = await labelled();
    await set.print({ copies: 10 });
    await set.print({ units: [pump] });
    await set.count({ used: 8, destroyed: 1, note: 'one fell behind the line' });
    const asked = { report: 'labelReconciliation', parameters: {} };
    const { report } = await set.plant.ask('reports.preview', asked, set.as);
    expect(JSON.stringify(report)).toContain('one fell behind the line');
    expect(report.figures.map(({ values }) => values)).toEqual([[11], [8], [1], [2]]);
  });
});
