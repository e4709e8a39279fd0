import { hex, sha256 } from '#main/store/chain.ts';
import type { RecordTable, RecordValues } from '#main/store/records.ts';

export type ViewValues = {
  person: string;
  list: string;
  name: string;
  /** The address's question, as JSON. */
  question: string;
  removed: number;
};

export const viewTable: RecordTable = {
  table: 'saved_view',
  key: ['person', 'list', 'name'],
  columns: ['person', 'list', 'name', 'question', 'removed'],
};

/** How a view is named in the journal; no part can hold the separator. */
export const nameOfView = ({ person, list, name }: Pick<ViewValues, 'person' | 'list' | 'name'>): string =>
  [person, list, name].join('\u001f');

export type PersonValues = {
  user: string;
  /** The user name without its letter case: what is unique for ever. */
  folded: string;
  name: string;
  email: string;
  /** Codes of roles, in order, with commas. */
  roles: string;
  disabled: number;
  identity: string;
  demo: number;
};

export const personTable: RecordTable = {
  table: 'person',
  key: ['folded'],
  columns: ['user', 'folded', 'name', 'email', 'roles', 'disabled', 'identity', 'demo'],
};

export type RoleValues = { code: string; permissions: string };

export const roleTable: RecordTable = { table: 'role', key: ['code'], columns: ['code', 'permissions'] };

/** Each password a person had, the last one in force. */
export type CredentialValues = {
  person: string;
  number: number;
  /** As hashPassword writes it. */
  hash: string;
  changedAt: number;
  mustChange: number;
};

export const credentialTable: RecordTable = {
  table: 'credential',
  key: ['person', 'number'],
  columns: ['person', 'number', 'hash', 'changedAt', 'mustChange'],
};

/** What the journal says of a password: a digest of what is stored, never that itself. */
export function sayCredential({ hash, ...rest }: RecordValues): { name: string; said: RecordValues } {
  return {
    name: [rest['person'], rest['number']].join('\u001f'),
    said: { ...rest, digest: hex(sha256(String(hash))) },
  };
}

export type AuthorisationValues = {
  person: string;
  subject: string;
  validFrom: string;
  /** "" for no end. */
  validUntil: string;
  note: string;
};

export const authorisationTable: RecordTable = {
  table: 'authorisation',
  key: ['person', 'subject'],
  columns: ['person', 'subject', 'validFrom', 'validUntil', 'note'],
};

export const settingTable: RecordTable = { table: 'setting', key: ['code'], columns: ['code', 'value'] };

export type SignatureValues = {
  /** The entry's number and the place among its signatures: "812-1". */
  code: string;
  entrySeq: number;
  record: string;
  recordKey: string;
  recordVersion: number;
  /** Every record version that was signed, as canonical JSON of SignedVersion. */
  signed: string;
  operation: string;
  statement: string;
  meaning: string;
  person: string;
  name: string;
  role: string;
  at: number;
  offsetMinutes: number;
  workstation: string;
  comment: string;
  digest: string;
};

export type SignedVersion = { record: string; key: string; version: number; digest: string };

export const signatureTable: RecordTable = {
  table: 'signature',
  key: ['code'],
  columns: [
    'code',
    'entrySeq',
    'record',
    'recordKey',
    'recordVersion',
    'signed',
    'operation',
    'statement',
    'meaning',
    'person',
    'name',
    'role',
    'at',
    'offsetMinutes',
    'workstation',
    'comment',
    'digest',
  ],
};
