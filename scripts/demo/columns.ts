/** The columns that the demo plants fill, file by file, in the order of the exchange format. */
export const productColumns = [
  ...[
    'code',
    'name',
    'category',
    'unit',
    'lot_tracking',
    'serial_tracking',
    'stock_managed',
    'trace_detail',
    'shelf_life_days',
  ],
  ...['retest_days', 'expiry_status', 'retest_status', 'standard_cost', 'gtin'],
];
export const partnerColumns = ['code', 'name', 'kind', 'country', 'email', 'address', 'phone', 'gln'];
export const locationColumns = ['code', 'name', 'site', 'kind'];
export const lotColumns = [
  ...[
    'product',
    'lot',
    'sublot',
    'supplier',
    'supplier_lot',
    'manufacturer',
    'manufacturer_lot',
    'manufactured_on',
    'expires_on',
  ],
  ...['retest_on', 'reference'],
];
export const serialLinkColumns = [
  ...['work_order', 'parent_product', 'parent_lot', 'parent_sublot', 'parent_serial'],
  ...['component_product', 'component_lot', 'component_sublot', 'component_serial', 'quantity'],
];
