import { type ComponentType, createElement, type ReactNode } from 'react';
import { z } from 'zod';
import { withoutBlanks } from './address.ts';

/** What a screen gets: the question as it is in the address, and a way to change it. */
export type ScreenProps<Asked> = {
  search: Asked;
  /** Changes parts of the question. `step` leaves an entry in the history, for a new question; else the last is replaced. */
  setSearch: (change: Partial<Asked>, step?: 'step') => void;
};

/** A screen as its feature offers it; the router mounts it. */
export type Screen = {
  path: string;
  /** Reads an address's question. What it does not know or cannot read becomes what the screen starts with. */
  readSearch: (search: Record<string, unknown>) => Record<string, unknown>;
  render: (search: unknown, setSearch: (change: Record<string, unknown>, step?: 'step') => void) => ReactNode;
};

/** Declares a screen: where it is, what its address carries, and what draws it. */
export function screen<Shape extends z.ZodRawShape>(
  path: string,
  shape: Shape,
  Draw: ComponentType<ScreenProps<z.output<z.ZodObject<Shape>>>>,
): Screen {
  const schema = z.object(shape);
  return {
    path,
    readSearch: (search) => withoutBlanks(schema.parse(search)),
    render: (search, setSearch) => createElement(Draw, { search: schema.parse(search), setSearch }),
  };
}

/** A code in the address; a number there is the code it was written as. */
export const codeInAddress = z.coerce.string().catch('').default('');
/** A count in the address, 0 when it is not one. */
export const countInAddress = z.coerce.number().int().min(0).catch(0).default(0);
export const switchInAddress = z.boolean().catch(false).default(false);
export const unitInAddress = {
  product: codeInAddress,
  lot: codeInAddress,
  sublot: codeInAddress,
  serial: codeInAddress,
};
