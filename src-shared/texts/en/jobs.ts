export const jobs = {
  title: 'Running',
  operations: {
    exchange: { import: 'Import', preview: 'Checking an export', importDemo: 'Filling the demo plant' },
    audit: { verify: 'Verifying the audit trail' },
    reports: {
      drawTrace: 'Making a trace report',
      drawRecall: 'Making a recall report',
      drawLots: 'Making the list of lots',
      drawSerials: 'Making the list of serials',
    },
  },
  phases: {
    products: 'products',
    partners: 'partners',
    locations: 'places',
    lots: 'lots',
    movements: 'movements',
    serial_links: 'serial links',
    entries: 'entries',
    balances: 'balances',
    pages: 'pages of the file',
    read: 'rows read',
    draw: 'rows',
    finish: 'putting the pages together',
  },
  cancelJob: 'Cancel: {{what}}',
};
