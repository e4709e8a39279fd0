import type { Texts } from '../en.ts';

export const products: Texts['products'] = {
  list: {
    title: 'Artikel',
    placeholder: 'Code, Name oder GTIN',
    nothing: 'Noch ist kein Artikel erfasst',
    nothingHelp: 'Artikel kommen mit einem Import.',
    shelfLife: 'Haltbarkeit, Tage',
    released: 'Frei',
    quarantine: 'In Quarantäne',
    rejected: 'Zurückgewiesen',
    lastLot: 'Letzte Charge',
    nextExpiry: 'Läuft als Nächstes ab',
  },
  edit: 'Bearbeiten',
  title: 'Einen Artikel bearbeiten',
  sections: {
    about: 'Was er ist',
    keeping: 'Wie sein Bestand geführt wird',
    life: 'Wie lange er hält',
  },
  fixed:
    'Ware davon hat sich bewegt: Einheit und Bestandsführung bleiben, wie sie sind, und die Führung ändert sich hier nur so, dass jeder Name bleibt.',
  days: 'Eine Woche sind 7 Tage; leer für keine.',
  months: 'Statt Tagen, in Kalendermonaten; leer für keine.',
  unitDays: 'Tage',
  lifeNote:
    'Zählt ab dem Tag der Herstellung, sonst ab der ersten Bewegung. Chargen, die es schon gibt, behalten ihre Daten.',
  statusHelp: 'A, Q oder R mit einem zweiten Zeichen nach Wahl; leer, um den Status zu behalten.',
  costHelp: 'Je Einheit, mit Komma und höchstens vier Nachkommastellen; leer für keine.',
  gtinHelp: 'Wie sie unter dem Barcode steht; leer für keine.',
  gtinTaken: '{{codes}} hat diese GTIN auch. Zwei Artikel mit einer GTIN kann kein Scan unterscheiden.',
  faults: {
    days: 'Schreiben Sie ganze Tage, 0 bis 36.500, oder lassen Sie es leer.',
    months: 'Schreiben Sie ganze Monate, 0 bis 1.200, oder lassen Sie es leer.',
    daysOrMonths: 'Nennen Sie Tage oder Monate, nicht beides.',
    status: 'Schreiben Sie A, Q oder R mit einem zweiten Zeichen nach Wahl, etwa Q1.',
    cost: 'Schreiben Sie eine Zahl mit Komma und höchstens vier Nachkommastellen, etwa 12,5.',
    gtinLength: 'Eine GTIN hat 8, 12, 13 oder 14 Ziffern. So eintippen, wie sie unter dem Barcode steht.',
    gtinCheck: 'Die Prüfziffer passt nicht. Mit dem Barcode vergleichen: Eine Ziffer ist vertippt.',
  },
  back: 'Zurück zu {{code}}',
};
