import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { features } from '#main/app/features.ts';
import { type RoleCode, roleCodes } from '#shared/kernel/roles.ts';
import { textAt } from '#shared/kernel/texts.ts';
import { blanksOf } from '#shared/kernel/reportParameters.ts';
import { besideBlanks } from '#shared/reports/saved.ts';
import { texts } from '#shared/texts/index.ts';
import { buildDemoApp, buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { viewedLists } from '#shared/views/vocabulary.ts';
import { fullLocationsFeature } from '../support/fullLocations.ts';
import { on } from '../support/plantTables.ts';
import { type People, setUpPeople } from '../support/people.ts';

const everyone = roleCodes;
const recallers = ['qualityManager', 'complianceOfficer', 'manager'] as const;
/** Who may have which report, written down once more and by hand. */
const grid: Readonly<Record<string, readonly RoleCode[]>> = {
  trace: everyone,
  recall: recallers,
  scopes: recallers,
  lots: everyone,
  serials: everyone,
  due: everyone,
  retestDue: everyone,
  products: everyone,
  partners: everyone,
  locations: everyone,
  documents: everyone,
  stockAsOf: everyone,
  stockValue: everyone,
  serialLedger: everyone,
  serialWhereabouts: everyone,
  missingSerials: everyone,
  warrantyEnding: everyone,
  serviceHistory: everyone,
  serialCheck: everyone,
  lotSplits: everyone,
  lookAlikes: everyone,
  audit: [...recallers, 'administrator'],
  massBalance: everyone,
  expiry: everyone,
  quarantine: everyone,
  holds: everyone,
  holdsByAge: everyone,
  labels: everyone,
  labelReconciliation: everyone,
  attachments: everyone,
  suppliers: everyone,
  plans: everyone,
  plan: everyone,
  inspections: everyone,
  inspection: everyone,
  inspectionResults: everyone,
  pendingStock: everyone,
  samples: everyone,
  notApproved: everyone,
  withoutCertificate: everyone,
  setUpGaps: everyone,
  signatures: [...recallers, 'administrator'],
  rights: [...recallers, 'administrator'],
};

const all = features.flatMap(({ reports }) => reports);

describe('the catalogue of reports', () => {
  let plant: TestApp;
  let people: People;
  beforeAll(async () => {
    plant = await buildPlantApp();
    people = await setUpPeople(plant);
    return () => plant[Symbol.asyncDispose]();
  });

  it('has each list that people keep views of, so that its screen can hand it out', () => {
    const names = all.map(({ name }) => name);
    // Reports that a person keeps are no list of records.
    expect(viewedLists.filter((list) => !names.includes(list))).toEqual(['reports']);
  });

  it('has each report once, with its words in every language', () => {
    expect(all.map(({ name }) => name).toSorted()).toEqual(Object.keys(grid).toSorted());
    for (const [language, words] of Object.entries(texts)) {
      for (const { name, parameters } of all) {
        const said = (key: string): string => textAt(words, `reports.catalogue.${name}.${key}`);
        for (const key of ['title', 'answers', 'asks']) expect(said(key), `${language} ${name} ${key}`).not.toBe('');
        // Every blank is in the sentence, once.
        const blanks = [...said('asks').matchAll(/\{\{(\w+)\}\}/g)].map(([, blank]) => String(blank)).toSorted();
        const own = blanksOf(parameters).map((blank) => blank.name);
        expect([language, name, blanks]).toEqual([language, name, own.toSorted()]);
        for (const blank of own) expect(textAt(words, `reports.parameters.${blank}`), blank).not.toBe('');
      }
    }
  });

  it.each(roleCodes)('tells a %s those they may have, and makes them no other', async (role) => {
    const as = people[role];
    const { reports } = await plant.ask('reports.list', {}, { as });
    const allowed = Object.keys(grid).filter((name) => grid[name]?.includes(role));
    expect(reports.map(({ name }) => name).toSorted()).toEqual(allowed.toSorted());
    for (const name of Object.keys(grid)) {
      const asked = plant.ask('reports.draw', { report: name, parameters: { nonsense: true }, format: 'xlsx' }, { as });
      expect([name, await codeOf(asked)]).toEqual([name, allowed.includes(name) ? 'VALIDATION' : 'FORBIDDEN']);
    }
    const denied = Object.keys(grid).length - allowed.length;
    const refused = { operation: 'reports.draw', person: role, outcome: 'refused' as const };
    const { total } = await plant.ask('audit.list', refused, { as: people.administrator });
    expect(total).toBe(denied);
  });

  it('refuses a report there is none of, and a format a report is not made in', async () => {
    const ask = (more: object) => plant.send('reports.draw', { format: 'pdf', ...more }, { as: people.viewer });
    expect(await codeOf(ask({ report: 'horoscope' }))).toBe('NOT_FOUND');
    expect(await codeOf(ask({ report: 'lots', parameters: { question: {} } }))).toBe('VALIDATION');
  });
});

test('the trail names what any report is asked, lists and traces in it too', () => {
  const namesIn = (schema: unknown): string[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
    return [...own, ...Object.values(schema).flatMap(namesIn)];
  };
  // Those of what holds others are not said, but what is in it.
  const holders = ['question', 'questions', 'roots', 'scopes', 'suspects'];
  const asked = new Set(
    all.flatMap(({ parameters }) => namesIn(z.toJSONSchema(parameters, { unrepresentable: 'any', io: 'input' }))),
  );
  for (const one of holders) asked.delete(one);
  for (const { audit, reports } of Object.values(texts))
    expect([...asked].filter((one) => (textAt(audit.fields, one) || textAt(reports.parameters, one)) === '')).toEqual(
      [],
    );
});

describe('a report in a shape of its own', () => {
  it('has no blank that is called as what stands beside the blanks', () => {
    for (const { name, parameters } of all)
      expect([name, blanksOf(parameters).filter((blank) => besideBlanks.some((one) => one === blank.name))]).toEqual([
        name,
        [],
      ]);
  });

  it('is one table of rows, or several of the same columns, where it is made as CSV, and only there', async () => {
    await using plant = await buildDemoApp('food');
    const tabular: string[] = [];
    for (const { name, screen } of all.filter((one) => one.screen === '')) {
      const { columns } = await plant.ask('reports.preview', { report: name });
      if (columns.length > 0) tabular.push(`${name}${screen}`);
    }
    const asCsv = all.filter(({ screen, formats }) => screen === '' && formats.includes('csv')).map(({ name }) => name);
    expect(asCsv).toEqual(tabular);
    for (const { name, formats } of all.filter(({ formats: of }) => !of.includes('pdf')))
      expect([name, formats]).toEqual([name, ['xlsx', 'csv']]);
  });

  it('has its own columns and groups in preview, document and register, which is still true', async () => {
    await using plant = await buildDemoApp('food');
    const asked = { report: 'expiry', columns: ['unit', 'quantity', 'colour'], group: 'product', name: 'Next' };
    const { report, missing } = await plant.ask('reports.preview', asked);
    expect(missing).toEqual(['colour']);
    expect(report.title).toBe('Expiry calendar: Next');
    expect(report.facts).toContainEqual(expect.objectContaining({ value: 'colour' }));
    const [sums, rows] = report.sections.slice(-2);
    expect(sums?.title).toBe('Expires next by Product');
    expect(rows?.columns.map(({ key }) => key)).toEqual(['product', 'unit', 'quantity']);
    const { document, name } = await plant.ask('reports.draw', { ...asked, format: 'csv' });
    expect(name).toMatch(/^Expiry calendar Next \d{4}-\d\d-\d\d\.csv$/);
    await plant.ask('reports.issue', { document });
    expect(await plant.ask('reports.compare', { number: 1 })).toMatchObject({ same: true });
    const text = readFileSync(plant.app.spool.fetch(document, plant.me.id).path, 'utf8');
    expect(text.split('\r\n')[0]).toBe('\ufeffReport,Product,Lot or serial,Quantity,"Quantity, unit"');
  });
});

describe('a report that a feature adds', () => {
  it('is in the catalogue with its blank, is read and drawn, and stands in the register, without an operation of its own', async () => {
    await using plant = await buildPlantApp({ features: [...features, fullLocationsFeature] });
    await plant.postAll([
      ['receipt', 'OIL O1', 50, on(2)],
      ['receipt', 'OIL O2', 5, on(2)],
      ['receipt', 'OIL O1', 5, on(3), { to: 'STORE2' }],
    ]);
    const { reports } = await plant.ask('reports.list', {});
    const blanks = [{ name: 'site', kind: 'code', start: '', values: [], words: '' }];
    expect(reports).toContainEqual({
      name: 'fullLocations',
      group: 'stock',
      formats: ['pdf', 'xlsx', 'csv'],
      screen: '',
      blanks,
    });
    const asked = { report: 'fullLocations', parameters: {} };
    const { report } = await plant.ask('reports.preview', asked);
    const { rows } = await plant.ask('movements.listBalances', { limit: 500 });
    const places = Map.groupBy(rows, ({ location }) => location);
    expect(report.sections[0]?.rows).toEqual(
      [...places]
        .map(([location, lines]) => [location, lines.length])
        .toSorted(([, a], [, b]) => Number(b) - Number(a)),
    );
    const { document } = await plant.ask('reports.draw', { ...asked, format: 'pdf' });
    await plant.ask('reports.issue', { document });
    const { rows: issued } = await plant.ask('reports.listIssued', {});
    expect(issued).toMatchObject([{ number: 1, report: 'fullLocations' }]);
    expect(plant.verify().ok).toBe(true);
  });
});
