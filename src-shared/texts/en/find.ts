export const find = {
  scannedNothing: 'The barcode says {{read}}: nothing of it is recorded here.',
  scannedBeside: 'The label also names {{what}}: not recorded with it here.',
  unknownGtin: 'No product here has the GTIN {{gtin}} of this label.',
  alone: 'Find {{number}}, of any product',
  parts: {
    gtin: 'GTIN {{number}}',
    product: 'product {{number}}',
    lot: 'lot {{number}}',
    serial: 'serial {{number}}',
    sscc: 'pallet {{number}}',
    gln: 'GLN {{number}}',
    order: 'order {{number}}',
  },
  misread: {
    'check-digit': 'The barcode was read wrong: its check digit does not fit. Scan it again.',
    'unknown-part': 'The barcode holds a part that cannot be read. Type the lot or serial.',
    'cut-short': 'The barcode was read only in part. Scan it again.',
    date: 'The barcode holds a date that does not exist. Scan it again, or type the lot or serial.',
    twice: 'The barcode names GTIN, lot or serial twice, and differently. Type the one that counts.',
    separator:
      'The scanner left out what ends the parts of the barcode (FNC1), so they cannot be told apart. Set it to send character 29, or type the lot or serial.',
    compressed:
      'The parts of this link are packed and cannot be read here. Scan another barcode of the label, or type the lot or serial.',
    keyboard:
      'The scanner writes for another keyboard than this computer has, so signs of the code were exchanged. Set it to this keyboard, or type the lot or serial.',
  },
  /** Beside what was found all the same. */
  partly: {
    'check-digit': 'A number of the label does not fit its check digit and was passed over.',
    'unknown-part': 'A part of the label cannot be read and was passed over.',
    'cut-short': 'A part of the label is cut short and was passed over.',
    date: 'A date of the label does not exist and was passed over.',
    twice: 'A date stands on the label twice, and differently; it was passed over.',
    separator:
      'The scanner left out what ends the parts of the barcode (FNC1), so lot and serial cannot be told apart. Set it to send character 29.',
    compressed: 'A part of the link is packed and was passed over.',
    keyboard:
      'The scanner writes for another keyboard than this computer has. Its signs were put back: compare the label, and set the scanner to this keyboard.',
  },
  /** Beside a hit that was found by another number than its own. */
  bears: {
    sublot: 'sublot {{number}}',
    supplierLot: "supplier's lot {{number}}",
    manufacturerLot: "manufacturer's lot {{number}}",
    reference: 'reference {{number}}',
    workOrder: 'work order {{number}}',
    externalId: 'movement {{number}}',
    gtin: 'GTIN {{number}}',
    gln: 'GLN {{number}}',
  },
  goTo: 'Go to {{place}}',
  lots: '{{lots}}: {{view}}',
  change: 'Change status of {{unit}}',
  changeChosen: 'Change status: choose a lot in quarantine',
  backUp: 'Make a backup',
  verify: 'Verify the records',
  command: 'Do',
  label: 'Find or scan',
  shortcut: 'Ctrl K',
  placeholder: 'Lot, serial, document, product, partner',
  unitPlaceholder: "Lot, serial or supplier's lot",
  nothing: 'Nothing found for “{{text}}”.',
  several: 'Several records bear the code “{{text}}”. Choose one.',
  onlyHeld: 'Nothing bears the code “{{text}}”. These only hold it.',
  kinds: {
    supplierLot: "Supplier's lot",
    lot: 'Lot',
    serial: 'Serial',
    product: 'Product',
    partner: 'Partner',
    document: 'Document',
  },
};
