import type { Options } from '@mikro-orm/core';
import { Migration as Step, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/sqlite';
import type { Database } from 'better-sqlite3';
import { prepareReading, prepareWriting } from './connection.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** The entities of every feature, passed in by createApp. */
export type Entities = Readonly<NonNullable<Options['entities']>>;
/** They bring the ORM along, which takes longer to load than a store to open. */
export type EntitiesLoader = () => Promise<Entities>;

/**
 * The ORM and its handle on one SQLite connection: to make a store, to bring one up, and to compare the schema with
 * the entities. Reading and writing use a connection of their own, which opens in a hundredth of the time.
 */
export async function connectOrm(
  file: string,
  entities: Entities,
  mode: 'write' | 'read',
): Promise<{ orm: MikroORM; db: Database }> {
  const orm = await MikroORM.init({
    dbName: file,
    entities: [...entities],
    extensions: [Migrator],
    migrations: { migrationsList: migrations.map(asStep), snapshot: false, transactional: true, allOrNothing: true },
    driverOptions: { readonly: mode === 'read', timeout: 5000 },
    debug: false,
    // A unit of work is one transaction of the store's own, whichever way it writes.
    implicitTransactions: false,
    // The migrator reports every step; the launcher speaks to the person instead.
    logger: () => undefined,
  });
  const db = await orm.em.getConnection().getNativeClient();
  if (mode === 'write') prepareWriting(db);
  else prepareReading(db);
  return { orm, db };
}

const asStep = ({ name, statements }: Migration) => ({
  name,
  class: class extends Step {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  },
});
