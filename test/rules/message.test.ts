import { describe, expect, it } from 'vitest';
import { formatMessage, inEnglish, isMessage, msg, recogniserOf } from '#shared/kernel/message.ts';
import { formatUnit, unitMessage } from '#shared/kernel/unit.ts';
import { messagesOf } from '#shared/texts/index.ts';

const german = new Map([
  ['{0} faults in {1}', 'In {1} sind {0} Fehler'],
  ['row {0}', 'Zeile {0}'],
]);
const read = (message: Parameters<typeof formatMessage>[0]): string =>
  formatMessage(message, { language: 'de', patternOf: (english) => german.get(english) });

describe('a message', () => {
  const message = msg`${{ count: 2999 }} faults in ${msg`row ${1234}`}`;

  it('is read in English, and in another language in its order of words', () => {
    expect(inEnglish(message)).toBe('2,999 faults in row 1234');
    expect(read(message)).toBe('In Zeile 1234 sind 2.999 Fehler');
  });

  it('has its days and moments as whoever reads it writes them, and in English as they are', () => {
    const timed = msg`expired on ${{ date: '2026-06-08' }}, moved at ${{ moment: '2026-06-09T07:00:00Z' }}`;
    expect(inEnglish(timed)).toBe('expired on 2026-06-08, moved at 2026-06-09T07:00:00Z');
    const written = {
      language: 'en',
      patternOf: () => undefined,
      dateOf: () => '8 June',
      momentOf: () => '9 June, 9:00',
    };
    expect(formatMessage(timed, written)).toBe('expired on 8 June, moved at 9 June, 9:00');
    expect(isMessage(JSON.parse(JSON.stringify(timed)))).toBe(true);
    expect(isMessage({ pattern: '{0}', values: [{ date: '2026-13-45' }] })).toBe(false);
  });

  it('stays English where a language has nothing for it', () => {
    expect(read(msg`There is no ${'L-1'}.`)).toBe('There is no L-1.');
  });

  it('takes what looks like a place within a value for the value it is', () => {
    expect(inEnglish(msg`no ${'{1}'} in ${'$& {0}'}`)).toBe('no {1} in $& {0}');
  });

  it('is known when it comes from outside', () => {
    expect(isMessage(JSON.parse(JSON.stringify(message)))).toBe(true);
    for (const other of [
      'text',
      null,
      {},
      { pattern: 1, values: [] },
      { pattern: '', values: [null] },
      { pattern: '', values: {} },
    ])
      expect(isMessage(other)).toBe(false);
  });
});

describe('an English sentence of the host', () => {
  const recognise = recogniserOf(messagesOf('de'));
  const inGerman = (english: string): string =>
    formatMessage(recognise(english), { language: 'de', patternOf: (pattern) => messagesOf('de').get(pattern) });

  it.each([
    ['There is no product P-1. Check the code.', 'Einen Artikel P-1 gibt es nicht. Prüfen Sie den Code.'],
    ['movement 12 was changed (entry 5).', 'Bewegung 12 wurde geändert (Eintrag 5).'],
    [
      'The audit trail does not hold: entry 4 does not follow the one before it.',
      'Der Audit-Trail hält nicht: Eintrag 4 folgt nicht auf den vor ihm.',
    ],
    [
      '“Jan 26” looks like a date that a spreadsheet made of a code, since others beside it are none. It is taken as it stands, in 15 rows: 2, 4–6 and 11 more up to row 90.',
      '„Jan 26“ sieht aus wie ein Datum, das ein Tabellenprogramm aus einem Code gemacht hat, denn andere daneben sind keines. Es wird übernommen, wie es dasteht, in 15 Zeilen: 2, 4–6 und 11 weitere bis Zeile 90.',
    ],
    [
      'SHIP-1: MILK lot Run 7 sublot B serial 12 had expired when it was shipped.',
      'SHIP-1: MILK Charge Run 7 Untercharge B Seriennummer 12 war abgelaufen, als die Ware versandt wurde.',
    ],
    ['“run” is not known here. Write yes or no.', '„run“ ist hier nicht bekannt. Schreiben Sie yes oder no.'],
    [
      'A lot b at Old lot 3 in status A would fall to -1 at 2026-05-01T06:00:00Z. Check the quantity, the lot, the location and the status, and whether an earlier movement is missing. 2 rows that depend on it were not judged.',
      'A Charge b in Old lot 3 im Status A fiele auf -1 am 2026-05-01T06:00:00Z. Prüfen Sie Menge, Charge, Platz und Status und ob eine frühere Bewegung fehlt. 2 Zeilen, die davon abhängen, wurden nicht beurteilt.',
    ],
    [
      'Of the movement this reverses: “put-away” stays at its location; write “A. b” here too. One row that depends on it was not judged.',
      'Zur Bewegung, die das rückgängig macht: „put-away“ bleibt an seinem Platz; schreiben Sie auch hier „A. b“. Eine Zeile, die davon abhängt, wurde nicht beurteilt.',
    ],
    [
      // As it was worded before.
      'The report has 50,009 rows, which is too long for a PDF. Nothing was drawn. Hand it over as Excel, which has every row, or ask for less.',
      'Der Bericht hat 50,009 Zeilen, das ist zu lang für ein PDF. Es wurde nichts gezeichnet. Exportieren Sie ihn als Excel, dort steht jede Zeile, oder fragen Sie nach weniger.',
    ],
    ['Signature 5-1 of Ann stands there twice.', 'Die Unterschrift 5-1 von Ann steht zweimal da.'],
  ])('is found among the patterns: %s', (english, german) => {
    expect(inGerman(english)).toBe(german);
  });

  it('is found again for every pattern, with the values in it', () => {
    const names = ['Q-70', 'X/1 (b)', '2,999', 'Mead & Sons', '“ä”', '2026-05-01'];
    const other = [...messagesOf('de')].filter(([pattern, german]) => {
      const values = names.map((name, place) => (german.includes(`{${place}:number}`) ? '12' : name));
      const read = formatMessage({ pattern: german, values }, { language: 'de', patternOf: () => undefined });
      return (pattern.match(/\p{L}/gu)?.length ?? 0) >= 7 && inGerman(inEnglish({ pattern, values })) !== read;
    });
    expect(other).toEqual([]);
  });

  it('is found within what is said beside it', () => {
    const beside = ['{0} One row that depends on it was not judged.', '{0} The same holds for {1} more of this row.'];
    const values = ['Q-70', 'X/1 (b)', 'Mead & Sons', '2026-05-01', 'A', 'b'];
    const other = [...messagesOf('de').keys()]
      .filter((pattern) => pattern.endsWith('.') && !pattern.includes('} {') && !beside.includes(pattern))
      .flatMap((pattern) => beside.map((around) => ({ pattern: around, values: [{ pattern, values }, 7] })))
      .filter((said) => {
        const german = formatMessage(said, { language: 'de', patternOf: (pattern) => messagesOf('de').get(pattern) });
        return inGerman(inEnglish(said)) !== german;
      });
    expect(other).toEqual([]);
  });

  it('has its days and moments as values to be written, but not the codes that look like them', () => {
    const dateOf = (date: string) => `(${date})`;
    const shown = (english: string) =>
      formatMessage(recognise(english), { language: 'en', patternOf: () => undefined, dateOf, momentOf: dateOf });
    expect(shown('The lot expired on 2026-06-08. Check its dates, the lot and the time.')).toBe(
      'The lot expired on (2026-06-08). Check its dates, the lot and the time.',
    );
    const fall =
      'MILK lot 2026-06-08 at A in status A would fall to -1 at 2026-05-01T06:00:00Z. Check the quantity, the lot, the location and the status, and whether an earlier movement is missing.';
    expect(shown(fall)).toBe(fall.replace('2026-05-01T06:00:00Z', '(2026-05-01T06:00:00Z)'));
  });

  it('names goods as everywhere', () => {
    for (const goods of [
      { product: 'MILK', lot: '', sublot: '', serial: '' },
      { product: 'MILK', lot: 'L-1', sublot: 'S 2', serial: '' },
      { product: 'PUMP', lot: 'L-1', sublot: 'S2', serial: 'N' },
      { product: 'PUMP', lot: '', sublot: '', serial: 'serial 7' },
    ])
      expect(inEnglish(unitMessage(goods))).toBe(formatUnit(goods));
  });

  it('stays as it is where nothing fits', () => {
    for (const sentence of ['Somebody wrote this.', 'Meat at Home', 'at A-01', ''])
      expect(recognise(sentence)).toBe(sentence);
  });
});
