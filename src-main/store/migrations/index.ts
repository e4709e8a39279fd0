import { M0001Journal } from './m0001Journal.ts';

/** Every migration of the SQLite store, in order. The number of the last is the schema version. */
export const migrations = [{ name: 'm0001Journal', class: M0001Journal }];

export const schemaVersion = migrations.length;
