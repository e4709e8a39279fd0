export const products = {
  edit: 'Edit',
  title: 'Edit a product',
  sections: { about: 'What it is', keeping: 'How its stock is kept', life: 'How long it lasts' },
  fixed: 'Goods of it have moved: its unit, its tracking and whether its stock is managed stay as they are.',
  days: 'In days; blank for none.',
  statusHelp: 'A, Q or R with an optional second character; blank to keep the one it has.',
  costHelp: 'Per unit, with a dot and at most four decimals; blank for none.',
  gtinHelp: 'As it stands below the barcode; blank for none.',
  gtinTaken: '{{codes}} has this GTIN too. Two products with one GTIN cannot be told apart by a scan.',
  faults: {
    days: 'Write whole days, 0 to 36,500, or leave it blank.',
    status: 'Write A, Q or R with an optional second character, such as Q1.',
    cost: 'Write a number with a dot and at most four decimals, such as 12.5.',
    gtinLength: 'A GTIN has 8, 12, 13 or 14 digits. Write it as it stands below the barcode.',
    gtinCheck: 'The check digit does not fit. Compare it with the barcode: a digit is mistyped.',
  },
  back: 'Back to {{code}}',
};
