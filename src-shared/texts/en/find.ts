export const find = {
  scannedNothing: 'The barcode says {{read}}: nothing of it is recorded here.',
  misread: {
    'check-digit': 'The barcode was read wrong: its check digit does not fit. Scan it again.',
    'unknown-part': 'The barcode holds a part this program does not know. Type the lot or serial.',
    'cut-short': 'The barcode was read only in part. Scan it again.',
    date: 'The barcode holds a date that does not exist. Scan it again, or type the lot or serial.',
  },
  goTo: 'Go to {{place}}',
  command: 'Do',
  label: 'Find or scan',
  shortcut: 'Ctrl K',
  placeholder: 'Lot, serial, document, product, partner',
  unitPlaceholder: "Lot, serial or supplier's lot",
  nothing: 'Nothing found for “{{text}}”.',
  kinds: {
    supplierLot: "Supplier's lot",
    lot: 'Lot',
    serial: 'Serial',
    product: 'Product',
    partner: 'Partner',
    document: 'Document',
  },
};
