import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** What a file may belong to; more kinds of records come with their features. */
export const fileOwners = ['lot', 'serial', 'product', 'partner'] as const;
export type FileOwner = (typeof fileOwners)[number];

export const fileKinds = ['analysis', 'conformity', 'testResult', 'safetyData', 'photo', 'other'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Kinds that are certificates: a lot that has one of these that holds is no lot without a certificate. */
export const certificateKinds: readonly FileKind[] = ['analysis', 'conformity', 'testResult'];

/** What a file is, told by its content and never by its name. */
export const fileTypes = ['pdf', 'png', 'jpeg', 'xlsx', 'csv', 'txt'] as const;
export type FileType = (typeof fileTypes)[number];

/** Pictures may be looked at on the page; all else is saved first. */
export const pictureTypes: readonly FileType[] = ['png', 'jpeg'];

export const endings: Readonly<Record<FileType, readonly string[]>> = {
  pdf: ['.pdf'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
  xlsx: ['.xlsx'],
  csv: ['.csv'],
  txt: ['.txt'],
};

/** No file is larger, in bytes. */
export const largestFile = 25 * 1024 ** 2;
/** So many files of one lot, serial, product or partner are shown on its page. */
export const mostShown = 200;

export const listedFile = z.object({
  number: z.string(),
  state: z.enum(['holds', 'withdrawn']),
  belongsTo: z.enum(fileOwners),
  product: z.string(),
  lot: z.string(),
  sublot: z.string(),
  serial: z.string(),
  partner: z.string(),
  kind: z.enum(fileKinds),
  certificate: z.string(),
  /** "" for none. */
  issuedOn: z.string(),
  issuer: z.string(),
  label: z.string(),
  type: z.enum(fileTypes),
  size: z.number().int(),
  sha256: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** "" while it holds. */
  withdrawnAt: z.string(),
  withdrawReason: z.string(),
});
export type ListedFile = z.infer<typeof listedFile>;

const unitOf = ({ product, lot, sublot, serial }: ListedFile): Unit | null =>
  lot === '' && serial === '' ? null : { product, lot, sublot, serial };

/** The list of attached files. Without a sort, what was attached last comes first. */
export const fileList = defineList({
  name: 'attachments',
  texts: 'attachments.list',
  row: listedFile,
  cells: {
    number: { kind: 'code', header: 'attachments.number', sorts: true, filters: true, width: 90 },
    state: {
      kind: 'choice',
      header: 'attachments.state',
      values: ['holds', 'withdrawn'],
      said: 'attachments.states',
      filters: true,
      width: 120,
    },
    kind: {
      kind: 'choice',
      header: 'attachments.kind',
      values: fileKinds,
      said: 'attachments.kinds',
      filters: true,
      width: 190,
    },
    goods: { kind: 'unit', header: 'attachments.goods', of: unitOf, width: 180 },
    product: { kind: 'code', header: 'fields.product', page: 'product', sorts: true, filters: true },
    lot: { kind: 'code', header: 'fields.lot', extra: true, sorts: true, filters: true },
    serial: { kind: 'code', header: 'fields.serial', extra: true, filters: true },
    partner: { kind: 'code', header: 'fields.partner', page: 'partner', sorts: true, filters: true, width: 120 },
    certificate: { kind: 'text', header: 'attachments.certificate', sorts: true, filters: true, width: 150 },
    issuedOn: { kind: 'date', header: 'attachments.issuedOn', sorts: true, filters: true },
    issuer: { kind: 'text', header: 'attachments.issuer', sorts: true, filters: true, width: 170 },
    label: { kind: 'text', header: 'attachments.label', filters: true, width: 220 },
    type: {
      kind: 'choice',
      header: 'attachments.type',
      values: fileTypes,
      said: 'attachments.types',
      extra: true,
      filters: true,
      width: 110,
    },
    belongsTo: {
      kind: 'choice',
      header: 'attachments.belongsTo',
      values: fileOwners,
      said: 'attachments.owners',
      extra: true,
      filters: true,
      width: 120,
    },
    addedAt: { kind: 'moment', header: 'attachments.addedAt', sorts: true, filters: true, width: 190 },
    addedBy: { kind: 'text', header: 'attachments.addedBy', filters: true, width: 150 },
    withdrawnAt: { kind: 'moment', header: 'attachments.withdrawnAt', extra: true, sorts: true, width: 190 },
    withdrawReason: { kind: 'text', header: 'attachments.withdrawReason', extra: true, filters: true, width: 220 },
    sha256: { kind: 'code', header: 'attachments.sha256', extra: true, width: 260 },
  },
});
