import { describe, expect, it, test } from 'vitest';
import { presentValue, formatQuestion } from '#shared/audit/presentValue.ts';
import { type Said, summariesIn } from '#shared/audit/summary.ts';
import { formatMessage } from '#shared/kernel/message.ts';
import { textAt } from '#shared/kernel/texts.ts';
import { historiedRecords } from '#shared/audit/vocabulary.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { contract } from '#shared/contract.ts';
import { siteSettings } from '#shared/settings/contract.ts';
import { viewedLists } from '#shared/views/vocabulary.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { fieldNamed } from '#shared/records.ts';
import { type Language, readingIn, recogniserFor, texts } from '#shared/texts/index.ts';

/** Every operation of the contract, by its name. */
const operations = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures).map(([verb, procedure]) => ({
    name: `${feature}.${verb}`,
    kind: procedure['~orpc'].meta.kind,
  })),
);

const valueOf = (record: string, field: string, value: string) => presentValue(fieldNamed(record, field), value);

describe('a value of a version', () => {
  it('is a cost, a quantity or a moment where the store keeps whole numbers', () => {
    expect(valueOf('product', 'standardCost', '6200')).toEqual({ as: 'quantity', amount: '0.62' });
    expect(valueOf('serial_link', 'quantity', '1500000')).toEqual({ as: 'quantity', amount: '1.5' });
    expect(valueOf('serial_link', 'at', '1767592800000000')).toEqual({ as: 'moment', at: '2026-01-05T06:00:00Z' });
  });

  it('is a word of a choice, days, a date, a status, or yes and no', () => {
    expect(valueOf('partner', 'kind', 'both')).toEqual({ as: 'word', words: 'dossier.kinds', values: ['both'] });
    expect(valueOf('product', 'shelfLifeDays', '30')).toEqual({ as: 'days', days: 30 });
    expect(valueOf('lot', 'expiresOn', '2026-03-01')).toEqual({ as: 'date', date: '2026-03-01' });
    expect(valueOf('product', 'expiryStatus', 'Q')).toEqual({ as: 'status', status: 'Q' });
    expect(valueOf('product', 'stockManaged', '0')).toEqual({ as: 'yesNo', yes: false });
  });

  it('is a text or a code otherwise, digits among them, or blank', () => {
    expect(valueOf('product', 'name', '7')).toEqual({ as: 'text', text: '7' });
    expect(valueOf('lot', 'lot', '0042')).toEqual({ as: 'code', text: '0042' });
    expect(valueOf('lot', 'expiresOn', '')).toEqual({ as: 'blank' });
  });

  it('of a saved view tells what is asked of which field', () => {
    const said = valueOf('saved_view', 'question', '{"sort":"-lot","onHand":["yes"],"columns":["lot","product"]}');
    const nameOf = (field: string): string => textAt(texts.en.audit.fields, field);
    expect(said.as === 'question' && formatQuestion(said.parts, nameOf)).toBe(
      'Sorted by: Lot · In stock: yes · Columns: Lot, Product',
    );
  });

  it('of a document tells what the lists and traces were asked that it shows, without what was left blank', () => {
    const asked = {
      question: { text: 'jam', sort: '-lot', onHand: ['yes'], status: [] },
      columns: [],
      only: [],
      scopes: [{ product: 'JAM-RAS', lot: 'JS-0850' }, { product: 'NEB-200' }],
      appendix: true,
      bound: false,
    };
    const said = valueOf('issued_document', 'question', JSON.stringify(asked));
    const nameOf = (field: string): string => textAt(texts.en.audit.fields, field);
    expect(said.as === 'question' && formatQuestion(said.parts, nameOf)).toBe(
      'Contains: jam · Sorted by: Lot · In stock: yes · Product: JAM-RAS · Lot: JS-0850 · Product: NEB-200 · With its appendix',
    );
  });

  it('of a signature is the role by the words that roles have', () => {
    expect(valueOf('signature', 'role', 'qualityManager')).toEqual({
      as: 'word',
      words: 'people.roleNames',
      values: ['qualityManager'],
    });
  });
});

describe('the summary of an entry', () => {
  const wordsOf = (language: Language) => ({
    ...texts[language].audit,
    nothing: texts[language].audit.nothingNew,
    errors: texts[language].errors,
    read: (english: string) => formatMessage(recogniserFor(language)(english), readingIn(language)),
  });
  const say = (entry: Said, language: Language): string =>
    summariesIn(wordsOf(language), language === 'en' ? 'en-GB' : 'de-DE')(entry);
  const imported = {
    operation: 'exchange.import',
    outcome: 'done' as const,
    code: '',
    summary: 'alreadyPresent 0, lots 1200, movements 1, products 0',
    figures: [
      { name: 'alreadyPresent', value: 0 },
      { name: 'lots', value: 1200 },
      { name: 'movements', value: 1 },
      { name: 'products', value: 0 },
    ],
  };

  it('says what was done in the language of the reader, without what was not', () => {
    expect(say(imported, 'en')).toBe('1,200 lots, 1 movement');
    expect(say(imported, 'de')).toBe('1.200 Chargen, 1 Bewegung');
    const again = { ...imported, figures: [{ name: 'lots', value: 0 }] };
    expect(say(again, 'en')).toBe('Nothing new');
  });

  it('fills a sentence of the operation, whose values keep the letters they have', () => {
    const issued = {
      ...imported,
      operation: 'reports.issue',
      figures: [
        { name: 'title', value: 'Trace: $& L-1' },
        { name: 'name', value: 'Trace.pdf' },
      ],
    };
    expect(say(issued, 'en')).toBe('Trace: $& L-1, as Trace.pdf');
  });

  it('of a refusal is the sentence that was given, in the language of the reader', () => {
    const summary = 'Tom Keller may not do this either. Ask one who may: Noor de Wit, Quentin Moreau.';
    const refused = { ...imported, outcome: 'refused' as const, code: 'FORBIDDEN', summary };
    expect(say(refused, 'en')).toBe(summary);
    expect(say(refused, 'de')).toMatch(/^Tom Keller darf das auch nicht\. .*: Noor de Wit, Quentin Moreau\.$/);
    expect(say(refused, 'de')).not.toContain('Ask one');
  });

  it('of a refusal nobody knows the words of stands behind its code’s words', () => {
    const refused = { ...imported, outcome: 'refused' as const, code: 'INSUFFICIENT_QTY', summary: 'L-1 falls to -4.' };
    expect(say(refused, 'en')).toBe('L-1 falls to -4.');
    expect(say(refused, 'de')).toBe(`${texts.de.errors.INSUFFICIENT_QTY} (L-1 falls to -4.)`);
  });

  it('keeps a part it has no words for as the program names it', () => {
    const newer = { ...imported, operation: 'later.done', figures: [{ name: 'pallets', value: 3 }] };
    expect(say(newer, 'de')).toBe('pallets 3');
    expect(say({ ...newer, figures: [] }, 'de')).toBe('');
    const tried = { ...newer, figures: [{ name: 'ok', value: true }, ...newer.figures] };
    expect(say(tried, 'en')).toBe('It can be restored');
  });
});

describe('the words of the audit trail', () => {
  const { audit } = texts.en;

  test('name every command, and the group it is filtered by', () => {
    const commands = operations.filter(({ kind }) => kind === 'command').map(({ name }) => name);
    expect(commands.filter((name) => textAt(audit.operations, name) === '')).toEqual([]);
    expect(Object.keys(audit.operations).filter((feature) => textAt(audit.groups, feature) === '')).toEqual([]);
  });

  test('name every record that has a history, and what a saved view asks of its list', () => {
    expect(historiedRecords.filter((record) => textAt(audit.records, record) === '')).toEqual([]);
    const shown = [lotList, serialList].flatMap((list) => [...list.columns, ...Object.keys(list.filters)]);
    expect(shown.filter((field) => textAt(audit.fields, field) === '')).toEqual([]);
    expect(viewedLists.filter((list) => textAt(audit.lists, list) === '')).toEqual([]);
  });

  test('name every setting, whose record is called by a code', () => {
    const settings = [...Object.keys(siteSettings.shape), 'singlePerson', 'dailyConfirmed'];
    expect(settings.filter((code) => textAt(audit.settings, code) === '')).toEqual([]);
  });
});

test('the table of what a person may do names every group of operations, and no other', () => {
  expect(Object.keys(texts.en.people.features).toSorted()).toEqual(Object.keys(contract).toSorted());
});

test('it names every operation in words: commands as the audit trail does, and questions', () => {
  for (const { audit, questions } of [texts.en, texts.de]) {
    const named = operations.map(({ name, kind }) => [
      name,
      textAt(kind === 'command' ? audit.operations : questions, name),
    ]);
    expect(named.filter(([, words]) => words === '')).toEqual([]);
    expect(new Set(named.map(([, words]) => words)).size).toBe(named.length);
  }
  const asked = operations.filter(({ kind }) => kind === 'query').map(({ name }) => name);
  const said = Object.entries(texts.en.questions).flatMap(([feature, verbs]) =>
    Object.keys(verbs).map((verb) => `${feature}.${verb}`),
  );
  expect(said.toSorted()).toEqual(asked.toSorted());
});
