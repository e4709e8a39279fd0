import { afterAll, beforeAll, expect, test } from 'vitest';
import { textAt } from '#shared/kernel/texts.ts';
import { texts } from '#shared/texts/index.ts';
import { buildDemoApp, type TestApp } from '../support/app.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildDemoApp('device');
  await plant.ask('people.saveView', { list: 'lots', name: 'Mine', question: { sort: '-lot' } });
});
afterAll(() => plant[Symbol.asyncDispose]());

test('every record that is written, and each of its fields, has words', () => {
  const written = plant.app.store
    .reader()
    .db.prepare<[], { record: string; content: string }>('select record, content from record_version group by record')
    .all();
  const { records, fields } = texts.en.audit;
  expect(written.length).toBeGreaterThanOrEqual(6);
  for (const { record, content } of written) {
    expect(textAt(records, record), record).not.toBe('');
    for (const field of Object.keys(JSON.parse(content)))
      expect(textAt(fields, field), `${record}.${field}`).not.toBe('');
  }
});
