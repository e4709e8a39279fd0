import type { Entities } from '#main/store/orm.ts';

/** Every table of the store, for making a store or bringing one up: nothing else needs the ORM. */
export const loadEntities = async (): Promise<Entities> => (await import('./entities.ts')).entities;
