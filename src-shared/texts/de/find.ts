import type { Texts } from '../en.ts';

export const find: Texts['find'] = {
  scannedNothing: 'Der Barcode sagt {{read}}: Davon ist hier nichts verzeichnet.',
  misread: {
    'check-digit': 'Der Barcode wurde falsch gelesen: Die Prüfziffer passt nicht. Noch einmal scannen.',
    'unknown-part':
      'Der Barcode enthält einen Teil, den dieses Programm nicht kennt. Charge oder Seriennummer eintippen.',
    'cut-short': 'Der Barcode wurde nur zum Teil gelesen. Noch einmal scannen.',
    date: 'Der Barcode enthält ein Datum, das es nicht gibt. Noch einmal scannen oder Charge oder Seriennummer eintippen.',
  },
  goTo: 'Gehe zu {{place}}',
  command: 'Tun',
  label: 'Suchen oder scannen',
  shortcut: 'Strg K',
  placeholder: 'Charge, Seriennummer, Beleg, Artikel, Partner',
  unitPlaceholder: 'Charge, Seriennummer oder Charge des Lieferanten',
  nothing: 'Nichts gefunden zu „{{text}}“.',
  kinds: {
    supplierLot: 'Lieferantencharge',
    lot: 'Charge',
    serial: 'Seriennummer',
    product: 'Artikel',
    partner: 'Partner',
    document: 'Beleg',
  },
};
