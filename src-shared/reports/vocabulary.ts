/** How a report can be drawn. */
export const documentFormats = ['pdf', 'xlsx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** The parts of the catalogue, in their order. */
export const reportGroups = ['traceability', 'stock', 'quality', 'compliance'] as const;
export type ReportGroup = (typeof reportGroups)[number];
