import type { Entities } from '#main/store/orm.ts';

/** Every table of the store, for whoever makes a store or brings one up: nobody else needs the ORM. */
export const loadEntities = async (): Promise<Entities> => (await import('./entities.ts')).entities;
