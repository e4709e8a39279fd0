import type { Context } from '#main/context/context.ts';
import type { Hit } from '#shared/dossier/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** The state of the store that is asked. */
export type View = Pick<Context, 'read' | 'reader'>;

/** A record that was found, before one knows how well. */
export type Bare = Omit<Hit, 'closeness'>;

export const bare = (kind: Hit['kind'], label: string, detail: string): Bare => ({
  kind,
  label,
  detail,
  unit: null,
  supplier: '',
  bears: null,
});

export const lotHit = ({ product, name, lot, sublot }: Omit<Unit, 'serial'> & { name: string }): Bare => ({
  kind: 'lot',
  label: sublot === '' ? lot : `${lot} / ${sublot}`,
  detail: `${product} ${name}`,
  unit: { product, lot, sublot, serial: '' },
  supplier: '',
  bears: null,
});

export const serialHit = ({ product, name, lot, sublot, serial }: Unit & { name: string }): Bare => ({
  ...bare('serial', serial, `${product} ${name}`),
  unit: { product, lot, sublot, serial },
});

type Master = { code: string; name: string };

export const productHit = ({ code, name }: Master): Bare => bare('product', code, name);
export const partnerHit = ({ code, name }: Master): Bare => bare('partner', code, name);
