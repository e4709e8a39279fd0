import type { Texts } from '../en.ts';

export const forms: Texts['forms'] = {
  save: 'Speichern',
  saved: 'Gespeichert.',
  nothingChanged: 'Noch ist nichts geändert.',
  loadAgain: 'Laden, wie es jetzt ist',
  goSign: 'Weiter zur Unterschrift',
  reason: 'Grund',
  reasonHelp: 'In wenigen Worten. Er steht im Audit-Trail.',
  reasonMissing: 'Sagen Sie in wenigen Worten, warum.',
  changes: 'Was sich ändert',
  field: 'Feld',
  before: 'Bisher',
  after: 'Neu',
  blank: 'leer',
  missing: 'Das fehlt.',
  wrong: 'So kann es nicht festgehalten werden.',
  wholeNumber: 'Schreiben Sie eine ganze Zahl.',
  atLeast: 'Schreiben Sie {{count, number}} oder mehr.',
  atMost: 'Schreiben Sie {{count, number}} oder weniger.',
  tooShort: 'Schreiben Sie {{count, number}} Zeichen oder mehr.',
  tooMany: 'Wählen Sie höchstens {{count, number}}.',
  chooseOne: 'Wählen Sie mindestens eines.',
  grid: {
    number: 'Zeilennummer',
    cell: '{{column}}, Zeile {{row, number}}',
    keys: 'Pfeiltasten und Tab führen von Zelle zu Zelle, Tippen füllt sie aus, F2 ändert ihren Text, die Eingabetaste führt nach unten, Entf leert. Umschalt mit Pfeilen wählt aus; Strg D füllt nach unten aus, Strg Z nimmt zurück, Strg Entf entfernt Zeilen, F8 führt zum nächsten Fehler, Strg Eingabe sendet. Esc und dann Tab verlässt die Tabelle.',
    keysShort:
      'Aus einer Tabelle einfügen oder tippen. F2 ändert eine Zelle, Strg D füllt nach unten aus, Strg Z nimmt zurück, F8 führt zum nächsten Fehler, Strg Eingabe sendet.',
    faults_one: '{{count, number}} Fehler',
    faults_other: '{{count, number}} Fehler',
    nextFault: 'Nächster Fehler (F8)',
    removeRows: 'Die Zeilen entfernen',
    pasted_one: '{{count, number}} Zeile eingefügt.',
    pasted_other: '{{count, number}} Zeilen eingefügt.',
    leftOut: 'So heißt hier keine Spalte, und was darin steht, ist weggelassen: {{names}}.',
    outside_one:
      'Nichts wurde eingefügt: „{{text}}“ (Zeile {{line, number}}, Spalte {{column, number}}) hat keinen Platz. Beginnen Sie weiter links, oder kopieren Sie weniger Spalten.',
    outside_other:
      'Nichts wurde eingefügt: {{count, number}} Zellen haben keinen Platz, die erste ist „{{text}}“ (Zeile {{line, number}}, Spalte {{column, number}}). Beginnen Sie weiter links, oder kopieren Sie weniger Spalten.',
    whichNumber:
      'Das lässt sich als zwei verschiedene Zahlen lesen. Schreiben Sie sie ohne Zeichen zwischen den Tausendern und mit Punkt: 1234.5.',
    noSuchChoice: 'Das lässt sich hier nicht wählen. Wählen Sie eines aus der Liste.',
    yesOrNo: 'Schreiben Sie ja oder nein.',
    tooMany:
      'Höchstens {{count, number}} Zeilen lassen sich auf einmal senden. Entfernen Sie die übrigen; gesendet ist noch nichts.',
    sending_one: '{{count, number}} Zeile wird gesendet…',
    sending_other: '{{count, number}} Zeilen werden gesendet…',
  },
};
