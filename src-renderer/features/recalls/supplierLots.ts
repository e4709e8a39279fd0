import { api } from '#renderer/client/index.ts';
import { isSupplier } from '#shared/partners/roles.ts';
import type { Outputs } from '#shared/contract.ts';
import { meant, type SupplierLot } from './scopes.ts';

export type Supplier = Pick<Outputs['partners']['list']['rows'][number], 'code' | 'name'>;

/** So many partners are looked at, and so many suppliers offered. */
const most = { read: 500, offered: 8 };

/** Suppliers whose code or name holds a text, in any letter case; the first ones by code when it is blank. */
export async function findSuppliers(text: string, signal?: AbortSignal): Promise<readonly Supplier[]> {
  const { rows } = await api.partners.list({ search: text, limit: most.read }, signal === undefined ? {} : { signal });
  return rows.filter(({ kind }) => isSupplier(kind)).slice(0, most.offered);
}

/**
 * A supplier's lot as it is recorded, when it was typed in other letters or the supplier by its name. What is not
 * recorded stays as it was typed: the answer says that nobody knows it.
 */
export async function recordedSupplierLot([typedSupplier, typedLot]: SupplierLot): Promise<SupplierLot> {
  const { rows } = await api.partners.list({ search: typedSupplier, limit: most.read });
  const supplier = meant(typedSupplier, rows, ({ code }) => code) ?? meant(typedSupplier, rows, ({ name }) => name);
  if (supplier === undefined) return [typedSupplier, typedLot];
  const { hits } = await api.dossier.find({ text: typedLot, limit: 20 });
  const lots = hits.filter((hit) => hit.kind === 'supplierLot' && hit.supplier === supplier.code);
  return [supplier.code, meant(typedLot, lots, ({ label }) => label)?.label ?? typedLot];
}
