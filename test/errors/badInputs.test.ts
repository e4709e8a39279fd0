import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { on, posted } from '../support/plantTables.ts';

let plant: TestApp;
/** What is refused changes nothing, and what is taken makes lots of its own, so that one plant serves all. */
beforeAll(async () => {
  plant = await buildPlantApp();
  const lots = ['M-1', '\u00e9-1', '00012'].map((lot) => ({ product: 'MILK', lot }));
  await plant.ask('lots.create', { rows: lots });
  await plant.post('receipt', 'MILK M-1', 10, '2026-05-30T08:00:00Z');
});
afterAll(() => plant[Symbol.asyncDispose]());

const madeLot = (row: object) => plant.send('lots.create', { rows: [{ product: 'MILK', ...row }] });
const receipt = (more: object, quantity: unknown = '1') =>
  plant.send('movements.post', { movements: [{ ...posted('receipt', 'OIL L1', 1, on(5)), quantity, ...more }] });
const scrap = (quantity: string, at: string) => plant.post('scrap', 'MILK M-1', quantity, at, { reason: 'spilt' });

/** Everywhere a person writes a code that is made there. */
const codes: Record<string, (text: unknown) => Promise<unknown>> = {
  'the number of a lot': (lot) => madeLot({ lot }),
  'the number of a sublot': (sublot) => madeLot({ product: 'CHEESE', lot: 'C-1', sublot }),
  "a supplier's lot": (supplierLot) => madeLot({ lot: 'NEW-1', supplierLot }),
  "a manufacturer's lot": (manufacturerLot) => madeLot({ lot: 'NEW-1', manufacturerLot }),
  'the lot of a movement': (lot) => receipt({ lot }),
  'the serial of a movement': (serial) => receipt({ ...posted('receipt', 'MOTOR #1', 1, on(5)), serial }),
  'the document of a movement': (document) => receipt({ document }),
  'the first of a row of serials': (serialFrom) =>
    plant.send('holds.preview', { targets: [{ product: 'MOTOR', serialFrom, serialTo: 'Z' }] }),
};

async function refused(call: () => Promise<unknown>): Promise<string> {
  const before = plant.contentDigest();
  const { code, message } = await refusalOf(call());
  expect(plant.contentDigest()).toBe(before);
  expect(message.length).toBeGreaterThan(10);
  return code;
}

describe('a bad identifier is refused wherever it is written, and nothing changes', () => {
  it.each([
    ['4,097 characters', 'x'.repeat(4097)],
    ['NUL', 'M\0-1'],
    ['a control', 'M\u0007-1'],
    ['a control of the second row', 'M\u0085-1'],
    ['half of a character', 'M\ud800-1'],
    ['a line break', 'M\n1'],
    ['a list for a text', ['M-1']],
  ])('%s', async (_, text) => {
    // What no screen sends is tried as well.
    for (const [where, write] of Object.entries(codes))
      expect(await refused(() => write(text)), where).toBe('VALIDATION');
  });

  it.each([
    ['a sign that turns the writing', 'M\u202e-1'],
    ['a sign of no width, as a twin of a lot that is there', 'M-\u200d1'],
    ['a soft hyphen', 'M\u00ad-1'],
  ])('%s', async (_, text) => {
    const { 'the first of a row of serials': _asked, ...making } = codes;
    for (const [where, write] of Object.entries(making))
      expect(await refused(() => write(text)), where).toBe('VALIDATION');
  });

  it.each([
    ['none', ''],
    ['blanks alone', '   '],
    ['blanks that do not break', '\u00a0\u00a0'],
  ])('%s, where there must be one', async (_, text) => {
    for (const where of ['the number of a lot', 'the serial of a movement', 'the document of a movement'])
      expect(await refused(() => codes[where]?.(text) ?? Promise.resolve()), where).toBe('VALIDATION');
  });

  it.each([
    ['blanks around it', '\u00a0M-1 '],
    ['its letters in parts', 'e\u0301-1'],
  ])('%s make it no other lot', async (_, text) => {
    expect(await refused(() => madeLot({ lot: text }))).toBe('DUPLICATE');
  });
});

describe('an identifier that only looks odd', () => {
  it.each([
    ["'; drop table lot;--"],
    ['<img src=x onerror=alert(1)>'],
    ['{{7*7}}${x}'],
    ['../../x'],
    ['CON'],
    ['NUL.txt'],
    ['aux'],
    ['__proto__'],
    ['constructor'],
    ['M-7 \u{1f95b}'],
    ['1E5'],
    ['2-1'],
  ])('%s is kept as it was typed, and found', async (lot) => {
    expect(await madeLot({ lot })).toMatchObject({ lots: [{ lot }], findings: [] });
    const { hits } = await plant.ask('dossier.find', { text: lot });
    expect(hits.map(({ label }) => label)).toContain(lot);
    expect(plant.rows('select name from sqlite_master where name = ?', 'lot')).toHaveLength(1);
  });

  it.each([
    ['a letter of another script', '\u041c-1', 'M-1'],
    ['other case', 'm-1', 'M-1'],
    ['a dot at its end', 'M-1.', 'M-1'],
    ['fewer zeros', '12', '00012'],
  ])('%s is another lot, and what it looks like is said', async (_, lot, like) => {
    const { findings } = await plant.ask('lots.create', { rows: [{ product: 'MILK', lot }] });
    expect(findings).toMatchObject([{ field: 'lot', code: 'DUPLICATE' }]);
    expect(JSON.stringify(findings)).toContain(`"${like}"`);
  });
});

describe('a bad quantity is refused, and nothing changes', () => {
  it.each([
    ['below zero', '-1'],
    ['none', '0'],
    ['none with a sign', '-0'],
    ['no number', 'NaN'],
    ['no end', 'Infinity'],
    ['more than there are numbers', '1e309'],
    ['a power', '1e3'],
    ['a comma', '1,5'],
    ['groups', '1.000.000'],
    ['more than six decimals', '0.1234567'],
    ['more than can be counted', '99999999999999999999'],
    ['less than', '<0.05'],
    ['blank', ''],
    ['a number for a text', 1],
    ['a list', ['1']],
    ['digits of another script', '\u0661'],
  ])('%s', async (_, quantity) => {
    expect(await refused(() => receipt({}, quantity))).toBe('VALIDATION');
  });

  it.each([
    ['half a serial', () => receipt(posted('receipt', 'MOTOR #5', '0.5', on(5)), '0.5'), 'VALIDATION'],
    ['two of a serial', () => receipt(posted('receipt', 'MOTOR #5', 2, on(5)), '2'), 'VALIDATION'],
    ['a millionth more than there is', () => scrap('10.000001', '2026-05-30T09:00:00Z'), 'INSUFFICIENT_QTY'],
  ])('%s', async (_, call, code) => {
    expect(await refused(call)).toBe(code);
  });

  it('of ten tenths there is one, to the last millionth', async () => {
    for (let tenth = 0; tenth < 10; tenth += 1) await plant.post('receipt', 'OIL TENTHS', '0.1', on(5));
    expect((await plant.stock('OIL')).filter((line) => line.includes('TENTHS'))).toEqual(['OIL TENTHS @ STORE A = 1']);
  });
});

describe('a bad date is refused, and nothing changes', () => {
  it.each([
    ['a 29 February that was not', '2023-02-29'],
    ['day before month', '31/04/2026'],
    ['month or day before', '12/01/2026'],
    ['no such month', '2026-13-01'],
    ['the year of an empty field', '0001-01-01'],
    ['before all records', '1969-12-31'],
    ['after all records', '9999-12-31'],
    ['a number of days', '45000'],
    ['a time', '2026-01-31T08:00:00Z'],
    ['a day 00', '2026-05-00'],
  ])('%s', async (_, date) => {
    for (const field of ['manufacturedOn', 'expiresOn', 'bestBeforeOn', 'useByOn', 'retestOn'])
      expect(await refused(() => madeLot({ lot: 'NEW-2', [field]: date })), field).toBe('VALIDATION');
    if (!date.includes('T')) expect(await refused(() => receipt({ at: date }))).toBe('VALIDATION');
  });

  it('an expiry before the day it was made', async () => {
    const dates = { manufacturedOn: '2026-05-20', expiresOn: '2026-05-19' };
    expect(await refused(() => madeLot({ lot: 'NEW-3', ...dates }))).toBe('VALIDATION');
  });

  it('a lot that is still to be made is taken, and said to be so', async () => {
    expect(await madeLot({ lot: 'PLANNED', manufacturedOn: '2026-06-02' })).toMatchObject({
      findings: [{ row: 0, field: 'manufacturedOn', code: 'FUTURE_DATE' }],
    });
    expect(await madeLot({ lot: 'TODAY', manufacturedOn: '2026-06-01' })).toMatchObject({ findings: [] });
  });

  it.each([
    ['tomorrow', '2026-06-02T12:00:00Z', 'FUTURE_DATE'],
    ['a time without its zone', '2026-01-05T08:00:00', 'VALIDATION'],
    ['an hour 24', '2026-01-05T24:30:00Z', 'VALIDATION'],
    ['an offset that is nowhere', '2026-01-05T08:00:00+25:00', 'VALIDATION'],
  ])('a movement of %s', async (_, at, code) => {
    expect(await refused(() => receipt({ at }))).toBe(code);
  });

  it('taken out a day before it came', async () => {
    expect(await refused(() => scrap('1', '2026-05-29T09:00:00Z'))).toBe('INSUFFICIENT_QTY');
  });
});
