import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from '#shared/signing/changes.ts';
import { formatSentence, sentenceCodes } from '#shared/signing/sentence.ts';
import { unitSentence } from '#shared/signing/unitSentence.ts';
import { field, optional, record } from '#shared/kernel/record.ts';
import { languages, texts } from '#shared/texts/index.ts';

const english = (sentence: Parameters<typeof formatSentence>[0]): string => formatSentence(sentence, 'en', texts.en);
const german = (sentence: Parameters<typeof formatSentence>[0]): string => formatSentence(sentence, 'de', texts.de);

describe('what is signed', () => {
  it('is said in words of the language and with its numbers, whatever it is made of', () => {
    const sentence = {
      code: 'statusReleased',
      values: {
        quantity: { decimal: '1250.5' },
        unit: 'kg',
        goods: { parts: [unitSentence({ product: 'JAM', lot: 'L-1', sublot: 'S2', serial: '' })] },
        where: { parts: [{ code: 'inPlaces', values: { count: 12 } }] },
        from: 'Q',
        to: 'A',
        reason: 'Tested',
      },
    } as const;
    expect(english(sentence)).toBe(
      'Release 1250.5 kg of JAM lot L-1 sublot S2 at 12 locations: status Q becomes A. Tested',
    );
    expect(german(sentence)).toBe(
      '1250,5 kg von JAM Charge L-1 Untercharge S2 auf 12 Plätzen freigeben: aus Status Q wird A. Tested',
    );
  });

  it('says what people typed as it stands, also where it looks like a place to be filled', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => {
        const said = english({ code: 'choice', values: { choice: `a${typed}b`, reason: 'filled' } });
        expect(said).toBe(`a${typed}b`);
      }),
    );
    expect(english({ code: 'oneMayActAlone', values: { reason: '{{reason}} $& {{person}}' } })).toBe(
      'From now on one person may do here what two should, because: {{reason}} $& {{person}}',
    );
  });

  it('is not signed with a place that nothing was said for', () => {
    expect(() => english({ code: 'twoMustAct', values: {} })).toThrow('nothing for reason');
  });

  it('has words of its own for every act in every language: nobody hands over a whole sentence', () => {
    const parts = ['goods', 'choice'];
    for (const language of Object.keys(languages)) {
      // The keys of the very list.
      const { sentences } = texts[language as keyof typeof languages].signing;
      expect(Object.keys(sentences).sort()).toEqual([...sentenceCodes].sort());
      for (const [code, words] of Object.entries(sentences))
        expect([code, words.replace(/\{\{\w+\}\}/g, '').match(/\p{L}|→/u) !== null]).toEqual([
          code,
          !parts.includes(code),
        ]);
    }
  });
});

describe('what changes of a record', () => {
  const kind = record({
    name: 'thing',
    key: ['code'],
    fields: {
      code: field.code(),
      standardCost: optional(field.cost()),
      lotTracking: field.choice('dossier.lotTrackings'),
      roles: field.choice('people.roleNames'),
      stockManaged: field.flag(),
      quantity: field.quantity(),
      gtin: field.code(),
    },
  });
  const before = {
    code: 'T',
    standardCost: 12_500,
    lotTracking: 'none',
    roles: 'viewer',
    stockManaged: 1,
    quantity: 2_500_000,
    gtin: '',
  };
  const after = { ...before, standardCost: null, lotTracking: 'mandatory', roles: 'viewer,manager', stockManaged: 0 };
  const changed = ['roles', 'stockManaged', 'standardCost', 'lotTracking', 'gtin', 'quantity'];
  const sentence = {
    code: 'productChanged',
    values: {
      code: 'T',
      changes: changesOf(kind, { before, after: { ...after, gtin: '4006381333931', quantity: 3 }, changed }),
      reason: '',
    },
  } as const;

  it('is said field by field in the order of the record, as the declaration says what each is', () => {
    expect(english(sentence)).toBe(
      'Change product T: Standard cost 1.25 → –; Lot tracking no lots → lots mandatory; Roles Viewer → Viewer, Manager; Stock is managed Yes → No; Quantity 2.5 → 0.000003; GTIN – → 4006381333931.',
    );
    expect(german(sentence)).toContain('1,25 → –');
    expect(german(sentence)).toContain('ohne Chargen → Chargen Pflicht');
  });
});
