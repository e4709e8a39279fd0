import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from '#shared/signing/changes.ts';
import { formatMessage, type Message, msg } from '#shared/kernel/message.ts';
import { field, optional, record } from '#shared/kernel/record.ts';
import { decisionSentence } from '#shared/lots/decisionSentence.ts';
import { readingIn } from '#shared/texts/index.ts';

const english = (sentence: Message): string => formatMessage(sentence, readingIn('en')).trim();
const german = (sentence: Message): string => formatMessage(sentence, readingIn('de')).trim();

describe('what is signed', () => {
  const decision = {
    ...{ product: 'JAM', lot: 'L-1', sublot: 'S2', serial: '' },
    ...{ quantity: '1250.5', unitOfMeasure: 'kg', locations: Array.from({ length: 12 }, (_, index) => `A-${index}`) },
    ...{ statusFrom: 'Q', statusTo: 'A', reason: 'Tested' },
  };

  it('is said in words of the language and with its numbers, whatever it is made of', () => {
    const sentence = decisionSentence(decision);
    expect(english(sentence)).toBe(
      'Release 1250.5 kg of JAM lot L-1 sublot S2 at 12 locations: status Q becomes A. Tested',
    );
    expect(german(sentence)).toBe(
      '1250,5 kg von JAM Charge L-1 Untercharge S2 auf 12 Plätzen freigeben: aus Status Q wird A. Tested',
    );
  });

  it.each([
    ['R', ['A-1'], 'Reject 1250.5 kg of JAM lot L-1 sublot S2 at A-1: status Q becomes R.'],
    ['Q2', ['A-1'], 'Quarantine 1250.5 kg of JAM lot L-1 sublot S2 at A-1: status Q becomes Q2.'],
    ['A1', ['A-1'], 'Release 1250.5 kg of JAM lot L-1 sublot S2 at A-1: status Q becomes A1.'],
    ['R', ['A-1', 'A-2'], 'Reject 1250.5 kg of JAM lot L-1 sublot S2 at 2 locations: status Q becomes R.'],
    ['Q2', ['A-1', 'A-2'], 'Quarantine 1250.5 kg of JAM lot L-1 sublot S2 at 2 locations: status Q becomes Q2.'],
  ])('names the one location of goods that become %s, and counts %j', (statusTo, locations, said) => {
    expect(english(decisionSentence({ ...decision, statusTo, locations, reason: '' }))).toBe(said);
  });

  it.each([
    ['A', 'A-1', '1250,5 kg von M Seriennummer 7 auf A-1 freigeben: aus Status Q wird A.'],
    ['R', 'A-1', '1250,5 kg von M Seriennummer 7 auf A-1 zurückweisen: aus Status Q wird R.'],
    ['Q2', 'A-1', '1250,5 kg von M Seriennummer 7 auf A-1 in Quarantäne nehmen: aus Status Q wird Q2.'],
    ['R', '', '1250,5 kg von M Seriennummer 7 auf 2 Plätzen zurückweisen: aus Status Q wird R.'],
    ['Q2', '', '1250,5 kg von M Seriennummer 7 auf 2 Plätzen in Quarantäne nehmen: aus Status Q wird Q2.'],
  ])('becomes %s at “%s” in German too', (statusTo, location, said) => {
    const unit = { product: 'M', lot: '', sublot: '', serial: '7' };
    const locations = location === '' ? ['A-1', 'A-2'] : [location];
    expect(german(decisionSentence({ ...decision, ...unit, statusTo, locations, reason: '' }))).toBe(said);
  });

  it('says in German who did what beside the goods, to the letter', () => {
    expect([
      german(msg`Change product ${'T'}: ${msg`${'Name'} ${'a'} → ${'b'}`}. ${'label'}`),
      german(msg`${'Ann'} changes what is recorded of ${'Ben'}: ${'x'}. ${'moved'}`),
      german(msg`From now on one person may do here what two should, because: ${'illness'}`),
      german(msg`From now on it takes two persons again. ${'back'}`),
      german(msg`Reviewed the audit trail from entry ${3} to ${1204}, ${1202} in all. ${'no gap'}`),
      german(msg`Approved the restore to entry ${9} from ${'b.lotline'}, done by ${'Ann'} in entry ${12}. ${''}`),
    ]).toEqual([
      'Artikel T ändern: Name a → b. label',
      'Ann ändert, was über Ben festgehalten ist: x. moved',
      'Von jetzt an darf hier eine Person tun, was zwei sollten, weil: illness',
      'Von jetzt an braucht es wieder zwei Personen. back',
      'Den Audit-Trail von Eintrag 3 bis 1204 durchgesehen, zusammen 1202. no gap',
      'Das Zurückspielen bis Eintrag 9 aus b.lotline genehmigt, ausgeführt von Ann in Eintrag 12.',
    ]);
  });

  it('says what people typed as it stands, also where it looks like a place to be filled', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => {
        const reason = `a${typed}b`;
        for (const read of [english, german]) {
          const said = read(decisionSentence({ ...decision, reason }));
          expect(said.endsWith(` ${reason}`)).toBe(true);
        }
      }),
    );
    const reason = '{0} {{reason}} $& {1:goods}';
    expect(english(msg`From now on one person may do here what two should, because: ${reason}`)).toBe(
      `From now on one person may do here what two should, because: ${reason}`,
    );
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
  const changes = changesOf(kind, { before, after: { ...after, gtin: '4006381333931', quantity: 3 }, changed });
  const sentence = msg`Change product ${'T'}: ${changes}. ${''}`;

  it('is said field by field in the order of the record, as the declaration says what each is', () => {
    expect(english(sentence)).toBe(
      'Change product T: Standard cost 1.25 → –; Lot tracking no lots → lots mandatory; Roles Viewer → Viewer, Manager; Stock is managed Yes → No; Quantity 2.5 → 0.000003; GTIN – → 4006381333931.',
    );
    expect(german(sentence)).toContain('1,25 → –');
    expect(german(sentence)).toContain('ohne Chargen → Chargen Pflicht');
  });
});
