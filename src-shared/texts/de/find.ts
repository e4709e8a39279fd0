import type { Texts } from '../en.ts';

export const find: Texts['find'] = {
  scannedNothing: 'Der Barcode sagt {{read}}: Davon ist hier nichts verzeichnet.',
  scannedBeside: 'Das Etikett nennt auch {{what}}: hier nicht dazu verzeichnet.',
  unknownGtin: 'Kein Artikel hat hier die GTIN {{gtin}} dieses Etiketts.',
  alone: '{{number}} suchen, gleich von welchem Artikel',
  parts: {
    gtin: 'GTIN {{number}}',
    product: 'Artikel {{number}}',
    lot: 'Charge {{number}}',
    serial: 'Seriennummer {{number}}',
    sscc: 'Palette {{number}}',
    gln: 'GLN {{number}}',
    order: 'Bestellung {{number}}',
  },
  misread: {
    'check-digit': 'Der Barcode wurde falsch gelesen: Die Prüfziffer passt nicht. Noch einmal scannen.',
    'unknown-part': 'Der Barcode enthält einen Teil, der nicht zu lesen ist. Charge oder Seriennummer eintippen.',
    'cut-short': 'Der Barcode wurde nur zum Teil gelesen. Noch einmal scannen.',
    date: 'Der Barcode enthält ein Datum, das es nicht gibt. Noch einmal scannen oder Charge oder Seriennummer eintippen.',
    twice: 'Der Barcode nennt GTIN, Charge oder Seriennummer zweimal und verschieden. Die richtige eintippen.',
    separator:
      'Der Scanner hat die Zeichen zwischen den Teilen des Barcodes (FNC1) weggelassen, sie sind nicht zu trennen. Auf das Senden von Zeichen 29 einstellen oder Charge oder Seriennummer eintippen.',
    compressed:
      'Die Teile dieses Links sind gepackt und hier nicht zu lesen. Einen anderen Barcode des Etiketts scannen oder Charge oder Seriennummer eintippen.',
    keyboard:
      'Der Scanner schreibt für eine andere Tastatur, als dieser Rechner hat, dabei wurden Zeichen vertauscht. Auf diese Tastatur einstellen oder Charge oder Seriennummer eintippen.',
  },
  partly: {
    'check-digit': 'Eine Nummer des Etiketts passt nicht zu ihrer Prüfziffer und wurde übergangen.',
    'unknown-part': 'Ein Teil des Etiketts ist nicht zu lesen und wurde übergangen.',
    'cut-short': 'Ein Teil des Etiketts ist abgeschnitten und wurde übergangen.',
    date: 'Ein Datum des Etiketts gibt es nicht, es wurde übergangen.',
    twice: 'Ein Datum steht zweimal und verschieden auf dem Etikett, es wurde übergangen.',
    separator:
      'Der Scanner hat die Zeichen zwischen den Teilen des Barcodes (FNC1) weggelassen, Charge und Seriennummer sind nicht zu trennen. Auf das Senden von Zeichen 29 einstellen.',
    compressed: 'Ein Teil des Links ist gepackt und wurde übergangen.',
    keyboard:
      'Der Scanner schreibt für eine andere Tastatur, als dieser Rechner hat. Die Zeichen wurden zurückgetauscht: mit dem Etikett vergleichen und den Scanner auf diese Tastatur einstellen.',
  },
  bears: {
    sublot: 'Untercharge {{number}}',
    supplierLot: 'Lieferantencharge {{number}}',
    manufacturerLot: 'Herstellercharge {{number}}',
    reference: 'Referenz {{number}}',
    workOrder: 'Fertigungsauftrag {{number}}',
    externalId: 'Bewegung {{number}}',
    gtin: 'GTIN {{number}}',
    gln: 'GLN {{number}}',
  },
  lots: '{{lots}}: {{view}}',
  change: 'Status ändern: {{unit}}',
  changeChosen: 'Status ändern: eine Charge in Quarantäne wählen',
  backUp: 'Eine Sicherung machen',
  verify: 'Die Aufzeichnungen prüfen',
  goTo: 'Gehe zu {{place}}',
  command: 'Tun',
  label: 'Suchen oder scannen',
  shortcut: 'Strg K',
  placeholder: 'Charge, Seriennummer, Beleg, Artikel, Partner',
  unitPlaceholder: 'Charge, Seriennummer oder Charge des Lieferanten',
  nothing: 'Nichts gefunden zu „{{text}}“.',
  several: 'Mehrere tragen den Code „{{text}}“. Einen wählen.',
  onlyHeld: 'Nichts trägt den Code „{{text}}“. Diese enthalten ihn nur.',
  kinds: {
    supplierLot: 'Lieferantencharge',
    lot: 'Charge',
    serial: 'Seriennummer',
    product: 'Artikel',
    partner: 'Partner',
    document: 'Beleg',
  },
};
