/**
 * The statements that make the table of a kind of record, for migrations: `columns` as SQL writes them, `key` the columns
 * that name one record. Stores were made with it: never change what it answers.
 */
export const recordTable = (table: string, columns: readonly string[], key: string): string[] => [
  `create table ${table} (
    id integer not null primary key,
    ${columns.join(',\n    ')},
    version integer not null
  ) strict`,
  `create unique index ${table}_key on ${table} (${key})`,
  `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'never deleted'); end`,
];
