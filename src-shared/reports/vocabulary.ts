/** How a report can be drawn. */
export const documentFormats = ['pdf', 'xlsx', 'csv'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** How one of several tables is drawn: CSV is for what is a table of rows. */
export const reportFormats = ['pdf', 'xlsx'] as const satisfies readonly DocumentFormat[];
/** A list is for a spreadsheet. */
export const listFormats = ['xlsx', 'csv'] as const satisfies readonly DocumentFormat[];

/** The parts of the catalogue, in their order. */
export const reportGroups = ['traceability', 'stock', 'quality', 'compliance'] as const;
export type ReportGroup = (typeof reportGroups)[number];
