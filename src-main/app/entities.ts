import { Balance, Movement, RunRecord, SerialLink, UnitRecord } from '#main/ledgerStore/ledger.entities.ts';
import { AuditEntry, CarriedFile, Head, RecordVersion } from '#main/store/chain.entities.ts';
import { type EntityOf, entityOf } from '#main/store/entityOf.ts';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { RecordKind } from '#shared/kernel/record.ts';
import { records } from '#shared/records.ts';
import { serialLinkRecord } from '#shared/serials/records.ts';

const ofChain = [Head, AuditEntry, RecordVersion, CarriedFile] as const;
// Links are listed here, since their table differs from their versions.
const ofLedger = [UnitRecord, RunRecord, Movement, Balance, SerialLink] as const;

const declared: readonly RecordKind[] = records.filter((kind) => kind !== serialLinkRecord);

/** Every table of the store: those of records follow from their declarations. */
export const entities = [...ofChain, ...declared.map((kind) => entityOf(kind)), ...ofLedger];

type Declared = Exclude<(typeof records)[number], typeof serialLinkRecord>;
type Entity =
  | (typeof ofChain)[number]
  | (typeof ofLedger)[number]
  | { [D in Declared as D['name']]: EntityOf<D> }[Declared['name']];

declare module '#main/store/query.ts' {
  // The tables a query may name, with the columns of the entities.
  interface Tables extends InferKyselyDB<Entity> {}
}
