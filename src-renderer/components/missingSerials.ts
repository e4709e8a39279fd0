import { createContext } from 'react';
import type { Unit } from '#shared/kernel/unit.ts';

/** The names of the serials that are missing just now, for every place that names one. */
export const MissingSerials = createContext<ReadonlySet<string>>(new Set());

export const nameOfSerial = ({ product, serial }: Pick<Unit, 'product' | 'serial'>): string =>
  JSON.stringify([product, serial]);
