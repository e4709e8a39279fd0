import { describe, expect, it } from 'vitest';
import { type Language, messagesOf, texts } from '#shared/texts/index.ts';

/** What a plant says, by the words that Lotline had for it and that must not come back. */
const replaced: Record<Language, readonly (readonly [RegExp, instead: string])[]> = {
  en: [
    [/\bway in\b/i, 'source'],
    [/^typed$/i, 'entered'],
    [/\bon hand\b/i, 'in stock'],
    [/\bin process\b/i, 'in production'],
    [/\bout at customers\b/i, 'at customers'],
    [/\badjust/i, 'stock difference'],
    [/\baccounted for\b/i, 'mass balance'],
    [/\bbreaks?\b/i, 'gap in the record'],
    [/\bonly in order of time\b/i, 'only what was possible in time'],
    [/\bsteps? away\b/i, 'level'],
    [/\bname the suspects\b/i, 'suspect lots'],
    [/\bwhat waits\b|\bnothing waits\b|\bwhy it waits\b/i, 'to do'],
    [/\bdecide a status\b|\bstatus decision\b|\bchange (?:a|the)? ?status\b/i, 'usage decision'],
    [/\bhand(?:s|ed|ing)? (?:it )?over\b|\bhand over\b/i, 'export'],
    [/\bdrill/i, 'restore test'],
    [/\b(?:should|must) hold$/i, 'corrected value'],
    [/\blife line\b/i, 'movements'],
    [/\bwhat (?:it|\{\{\w+\}\}) got\b|\bwho got what\b|\bgot last\b/i, 'deliveries'],
    [/\bwork of checking\b/i, 'password hashing cost (advanced)'],
    [/\bwithout a qualification\b|\bneeds a qualification\b/i, 'training required for'],
    [/\balthough it should not\b|\bshould not have happened\b/i, 'deviations in the data'],
  ],
  de: [
    [/\bProtokoll/, 'Audit-Trail'],
    [/^Zugang$/, 'Quelle'],
    // A hold is another thing.
    [/\bgesperrte? oder zurückgewiesen/i, 'Quarantäne oder zurückgewiesen'],
    [/^Getippt$/, 'Eingegeben'],
    [/\bam Lager\b/i, 'Auf Lager'],
    [/\bKorrektur/, 'Bestandsdifferenz'],
    [/\bBruch\b|\bBrüche\b/, 'Lücke der Aufzeichnung'],
    [/\bSchritte? entfernt\b/, 'Stufe'],
    [/\bwas wartet\b|\bnichts wartet\b|\bwarum es wartet\b/i, 'Zu tun'],
    [/\bStatus ?entscheid|\bStatus ändern\b/i, 'Verwendungsentscheid'],
    [/\baus(?:ge)?geben\b|\bausgegebene/i, 'Exportieren'],
    [/\berprob/i, 'Wiederherstellungstest'],
    [/\bsoll lauten\b/i, 'Berichtigter Wert'],
    [/\bLebenslauf\b/, 'Bewegungen'],
    [/\bwas (?:er|\{\{\w+\}\}) bekam\b|\bwer was bekam\b|\bzuletzt bekommen\b/i, 'Lieferungen'],
    [/\bAufwand (?:beim Prüfen|einer Passwort)/, 'Rechenaufwand des Passwort-Hashs'],
    [/\bnicht hätten? geschehen sollen\b/, 'Abweichungen in den Daten'],
    // One word for two things: goods are turned away, a command is not carried out.
    [/\babgelehnt|\bablehnen\b/i, 'Zurückgewiesen (Ware), Verweigert (Befehl)'],
  ],
};

/** Where the words of before are meant: what else the one box finds its actions by. */
const elsewhere = /^find\.also\./;
/** A password is given from hand to hand. */
const inPerson = new Set(['people.firstPasswordHelp', 'people.resetLead']);
/** Programs turn forward and backward round, so these stand beneath, and nowhere else. */
const beneath = ['trace.beneath.upstream', 'trace.beneath.downstream'];

function* leaves(tree: object, path = ''): Generator<readonly [key: string, text: string]> {
  for (const name of Object.keys(tree)) {
    const value: unknown = Reflect.get(tree, name);
    if (typeof value === 'string') yield [`${path}${name}`, value];
    else if (typeof value === 'object' && value !== null) yield* leaves(value, `${path}${name}.`);
  }
}

/** The words of before in a text, with what a plant says. */
const oldIn = (language: Language, text: string): string[] =>
  replaced[language].flatMap(([old, instead]) => {
    const found = old.exec(text);
    return found === null ? [] : [`“${found[0]}”: ${instead}`];
  });

const all = (language: Language) =>
  [...leaves(texts[language])].filter(([key]) => !elsewhere.test(key) && !inPerson.has(key));

describe('the words of a plant', () => {
  it.each(['en', 'de'] as const)('stand in the texts, and none that they replaced (%s)', (language) => {
    expect(all(language).length).toBeGreaterThan(1500);
    expect(all(language).flatMap(([key, text]) => oldIn(language, text).map((found) => `${key}: ${found}`))).toEqual(
      [],
    );
  });

  it('stand in the German messages too, whenever they were written', () => {
    const german = [...messagesOf('de').values()];
    expect(german.length).toBeGreaterThan(200);
    expect(german.flatMap((text) => oldIn('de', text))).toEqual([]);
  });

  it('would be missed', () => {
    expect(oldIn('en', 'Documents that were handed over')).toEqual(['“handed over”: export']);
    expect(oldIn('en', 'What {{customer}} got')).toEqual(['“What {{customer}} got”: deliveries']);
    expect(oldIn('de', 'Eintrag im Protokoll ansehen')).toEqual(['“Protokoll”: Audit-Trail']);
    expect(oldIn('de', 'Verfolgungsprotokoll')).toEqual([]);
  });

  it('turn goods away and refuse commands in two words', () => {
    const { statuses, signing, audit, common, backups, lots, today, products } = texts.de;
    const goods = [statuses.R, signing.meanings.rejected, lots.views.rejected, products.list.rejected];
    expect(new Set([...goods, ...[audit.meanings.rejected, today.beside.rejected].map(capital)])).toEqual(
      new Set(['Zurückgewiesen']),
    );
    expect(new Set([common.refused, audit.refused, backups.refused])).toEqual(new Set(['Verweigert']));
  });

  it('say backward and forward first; where from and where used stand beneath', () => {
    for (const language of ['en', 'de'] as const) {
      const pairs = language === 'en' ? ['Where from', 'Where used'] : ['Woher', 'Wohin'];
      const found = all(language).filter(([, text]) => pairs.includes(text));
      expect(found.map(([key]) => key)).toEqual(beneath);
    }
    expect([texts.en.trace.upstream, texts.en.trace.downstream]).toEqual([
      'Backward trace (ingredients)',
      'Forward trace (use and customers)',
    ]);
  });
});

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
