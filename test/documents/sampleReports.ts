import { type ReportModel, type ReportPicture, reportTable } from '#shared/kernel/reportModel.ts';

/** Reports as the features make them, of any size, to draw and to read back. */
export const buildReport = (parts: Partial<ReportModel> = {}): ReportModel => ({
  title: 'Recall of lot RL-26-0114',
  statement: 'Who has goods made from lot RL-26-0114 of raw milk, how much, and how much is still here?',
  language: 'en',
  locale: 'en-GB',
  zone: 'Europe/Vienna',
  facts: [
    { label: 'Product', kind: 'text', value: 'Raw milk, 3.8 % fat' },
    { label: 'Lot', kind: 'code', value: 'RL-26-0114' },
    { label: 'Status', kind: 'status', value: 'Q' },
    { label: 'Received', kind: 'date', value: '2026-01-14' },
    { label: 'Quantity received', kind: 'quantity', value: { amount: '12500', unit: 'kg' } },
    { label: 'Supplier', kind: 'text', value: 'Meadow Dairy Co-operative' },
  ],
  filters: [],
  made: { by: 'Anna Berger', at: '2026-02-03T09:14:00Z', site: 'Lake Valley Dairy, plant 1' },
  demo: false,
  head: { seq: 18_442, hash: '9f3ab2c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f80' },
  figures: [],
  sections: [],
  ...parts,
});

const letters = (row: number): string => ['A', 'A', 'Q', 'R', 'A1'][row % 5] ?? 'A';
const customers = [
  'Alpine Foods Ltd',
  'Bäckerei Grünwald & Söhne',
  'Corner Market',
  'Żabka Polska Sp. z o.o.',
  'Delta Catering',
];

export type Delivery = {
  customer: string;
  document: string;
  at: string;
  lot: string;
  product: string;
  amount: string;
  status: string;
  share: number;
};

/** Deliveries that differ in every column, the same at each call. */
export const buildDeliveries = (count: number): Delivery[] =>
  Array.from({ length: count }, (_, row) => ({
    customer: customers[row % customers.length] ?? '',
    document: `SO-${String(26_000 + row)}`,
    at: new Date(Date.UTC(2026, 0, 15 + (row % 30), 6 + (row % 12), (row * 7) % 60)).toISOString(),
    lot: `YG-26-${String(1_000 + (row % 977))}`,
    product: row % 3 === 0 ? 'Yogurt, plain, 500 g' : 'Drinking yogurt, strawberry, 0.33 l',
    amount: row % 4 === 0 ? `${row % 900}.${String((row * 37) % 1000).padStart(3, '0')}` : String((row * 13) % 4_000),
    status: letters(row),
    share: (row % 100) / 1000,
  }));

export const deliveriesTable = (deliveries: readonly Delivery[]) =>
  reportTable(deliveries, [
    { key: 'customer', header: 'Customer', kind: 'text', of: ({ customer }) => customer },
    { key: 'document', header: 'Document', kind: 'code', of: ({ document }) => document },
    { key: 'at', header: 'Delivered', kind: 'dateTime', of: ({ at }) => at },
    { key: 'product', header: 'Product', kind: 'text', of: ({ product }) => product },
    { key: 'lot', header: 'Lot', kind: 'code', of: ({ lot }) => lot },
    { key: 'quantity', header: 'Quantity', kind: 'quantity', of: ({ amount }) => ({ amount, unit: 'kg' }) },
    { key: 'status', header: 'Status', kind: 'status', of: ({ status }) => status },
  ]);

/** A recall: three headline figures and the list under each. */
export const buildRecallReport = (rows = 60, parts: Partial<ReportModel> = {}): ReportModel =>
  buildReport({
    figures: [
      {
        label: 'Delivered to customers',
        values: [
          { amount: '9412.5', unit: 'kg' },
          { amount: '1184', unit: 'EA' },
        ],
        note: `in ${rows} deliveries`,
      },
      { label: 'Customers', values: [customers.length], note: 'all with an address and a contact' },
      { label: 'Still here', values: [{ amount: '1240.25', unit: 'kg' }], note: '3 lots in 2 places' },
    ],
    sections: [
      {
        title: 'Customers',
        level: 1,
        sentence: 'Everyone who received goods the lot went into, at any depth.',
        table: reportTable(customers, [
          { key: 'customer', header: 'Customer', kind: 'text', of: (customer) => customer },
          { key: 'contact', header: 'Contact', kind: 'text', of: () => 'quality@customer.example' },
          { key: 'deliveries', header: 'Deliveries', kind: 'integer', of: ({ length }) => length * 7 },
          { key: 'share', header: 'Share', kind: 'percent', of: ({ length }) => length / 130 },
          {
            key: 'quantity',
            header: 'Quantity',
            kind: 'quantity',
            of: ({ length }) => ({ amount: `${length * 81}.5`, unit: 'kg' }),
          },
        ]),
      },
      { title: 'Deliveries', level: 1, table: deliveriesTable(buildDeliveries(rows)) },
      {
        title: 'On hand',
        level: 1,
        sentence: 'What is still in the plant and can be put on hold.',
        table: reportTable(buildDeliveries(4), [
          { key: 'place', header: 'Place', kind: 'code', of: () => 'COLD-2' },
          { key: 'lot', header: 'Lot', kind: 'code', of: ({ lot }) => lot },
          { key: 'expires', header: 'Use by', kind: 'date', of: ({ at }) => at.slice(0, 10) },
          { key: 'status', header: 'Status', kind: 'status', of: ({ status }) => status },
          { key: 'quantity', header: 'Quantity', kind: 'quantity', of: ({ amount }) => ({ amount, unit: 'kg' }) },
        ]),
      },
      {
        title: 'Breaks',
        level: 1,
        table: { columns: [{ key: 'why', header: 'Why', kind: 'text' }], rows: [] },
        empty: 'The trace has no breaks.',
      },
    ],
    ...parts,
  });

export const buildPicture = (): ReportPicture => ({
  description: 'Two supplier lots go through two runs into three lots, which went to four customers.',
  columns: [
    {
      title: 'Suppliers',
      nodes: [
        { id: 's1', code: 'MEADOW', note: 'Meadow Dairy' },
        { id: 's2', code: 'FRUITCO', note: 'Fruit Company' },
      ],
    },
    {
      title: 'Received',
      nodes: [
        {
          id: 'l1',
          code: 'RL-26-0114',
          note: 'Raw milk',
          status: 'Q',
          quantity: { amount: '12500', unit: 'kg' },
          mark: 'asked',
        },
        { id: 'l2', code: 'FR-2211', note: 'Strawberry', status: 'A', quantity: { amount: '800', unit: 'kg' } },
        { id: 'l3', code: 'untracked', note: 'Sugar', mark: 'break' },
      ],
    },
    {
      title: 'Runs',
      nodes: [
        { id: 'r1', code: 'WO-7781/1', note: '15 Jan, line 2' },
        { id: 'r2', code: 'WO-7790/1', note: '16 Jan, line 1' },
      ],
    },
    {
      title: 'Made',
      nodes: [
        { id: 'p1', code: 'YG-26-1004', note: 'Yogurt', status: 'A', quantity: { amount: '4200', unit: 'kg' } },
        { id: 'p2', code: 'YG-26-1005', note: 'Yogurt', status: 'R', quantity: { amount: '300.5', unit: 'kg' } },
        {
          id: 'p3',
          code: 'DY-26-0203-A-LONG-CODE',
          note: 'Drinking yogurt',
          status: 'A',
          quantity: { amount: '5100', unit: 'kg' },
        },
      ],
    },
    {
      title: 'Customers',
      nodes: [
        { id: 'c1', code: 'ALPINE', note: 'Alpine Foods Ltd' },
        { id: 'c2', code: 'GRUEN', note: 'Bäckerei Grünwald' },
        { id: 'c3', code: 'CORNER', note: 'Corner Market' },
        { id: 'cm', code: '', more: 38 },
      ],
    },
  ],
  links: (
    [
      ['s1', 'l1'],
      ['s2', 'l2'],
      ['s2', 'l3'],
      ['l1', 'r1'],
      ['l1', 'r2'],
      ['l2', 'r2'],
      ['l3', 'r2'],
      ['r1', 'p1'],
      ['r1', 'p2'],
      ['r2', 'p3'],
      ['p1', 'c1'],
      ['p1', 'c2'],
      ['p3', 'c3'],
      ['p3', 'cm'],
      ['p1', 'cm'],
    ] as const
  ).map(([from, to]) => ({ from, to })),
});

export const buildTraceReport = (parts: Partial<ReportModel> = {}): ReportModel =>
  buildReport({
    title: 'Trace of lot RL-26-0114, downstream',
    statement: 'Where was lot RL-26-0114 of raw milk used, and who got it?',
    filters: [
      { label: 'Product', value: 'all' },
      { label: 'From', value: '1 January 2026' },
      { label: 'Hidden by these filters', value: '12 of 84 rows' },
    ],
    sections: [
      { title: 'The way of the goods', level: 1, picture: buildPicture() },
      {
        title: 'Lots',
        level: 1,
        sentence: 'In the order of their steps from the lot asked about.',
        table: deliveriesTable(buildDeliveries(9)),
      },
      { title: 'By product', level: 2, table: deliveriesTable(buildDeliveries(3)) },
    ],
    signatures: [{ name: 'Anna Berger', meaning: 'Reviewed', at: '2026-02-03T09:20:00Z' }],
    ...parts,
  });
