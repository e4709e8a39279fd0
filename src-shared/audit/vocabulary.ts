/** Records of which every version is shown: what people keep, edit and are asked about. Saved views are not. */
export const historiedRecords = [
  'product',
  'partner',
  'place',
  'lot',
  'product_category',
  'product_attribute',
] as const;
export type HistoriedRecord = (typeof historiedRecords)[number];

export const isHistoried = (record: string): record is HistoriedRecord =>
  historiedRecords.some((historied) => historied === record);
