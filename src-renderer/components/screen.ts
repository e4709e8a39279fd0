import { type ComponentType, createElement, type ReactNode } from 'react';
import { z } from 'zod';
import type { Permission } from '#shared/kernel/permissions.ts';
import { withoutBlanks } from './address.ts';

/** What a screen gets: the question as it is in the address, and a way to change it. */
export type ScreenProps<Asked> = {
  search: Asked;
  /** Changes parts of the question. `step` leaves an entry in the history, for a new question; else the last is replaced. */
  setSearch: (change: Partial<Asked>, step?: 'step') => void;
};

/** A screen as its feature offers it; the router mounts it. */
export type Screen<Path extends string = string, Asked = Record<string, unknown>> = {
  path: Path;
  /** What a session must be allowed to, for the screen to have an answer; undefined where whoever works may go. */
  needs: Permission | undefined;
  /** Reads an address's question. What it does not know or cannot read becomes what the screen starts with. */
  readSearch: (search: Record<string, unknown>) => Partial<Asked>;
  render: (search: unknown, setSearch: (change: Record<string, unknown>, step?: 'step') => void) => ReactNode;
};

/** The addresses of screens, each with what it carries. */
export type AddressesOf<Screens extends { path: string; readSearch: (...given: never[]) => unknown }> = {
  [One in Screens as One['path']]: Given<Required<ReturnType<One['readSearch']>>>;
};
/** A link changes none of the lists it gives. */
type Given<Asked> = {
  [Part in keyof Asked]: Asked[Part] extends readonly unknown[] ? Readonly<Asked[Part]> : Asked[Part];
};

/** An operation of the contract, with what it takes to call it. */
export type Operation = { '~orpc': { meta: { permission: Permission } } };

/**
 * Declares a screen: where it is, what its address carries, and what draws it. Who may not call the `main` operation, the
 * one that the screen is there for, is told so instead.
 */
export function screen<const Path extends string, Shape extends z.ZodRawShape>(
  path: Path,
  shape: Shape,
  Draw: ComponentType<ScreenProps<z.output<z.ZodObject<Shape>>>>,
  main?: Operation,
): Screen<Path, z.output<z.ZodObject<Shape>>> {
  const schema = z.object(shape);
  return {
    path,
    needs: main?.['~orpc'].meta.permission,
    // What is left out is what the schema makes of a blank.
    readSearch: (search) => withoutBlanks(schema.parse(search)) as Partial<z.output<z.ZodObject<Shape>>>,
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
