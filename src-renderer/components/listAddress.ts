import { z } from 'zod';
import { isBlank, type ListDeclaration, type ListQuestion, listShape } from '#shared/kernel/list.ts';
import { withoutBlanks } from './address.ts';

/** A list's question as its address carries it: what the host is asked, and which columns stand there ([]: the usual ones). */
export type ListSearch<List extends ListDeclaration = ListDeclaration> = ListQuestion<List> & { columns: string[] };
/** The same, for parts that serve any list. */
export type AnySearch = { sort: string; text: string; columns: string[] } & Readonly<Record<string, string | string[]>>;

/** How a list's question is read from an address: what is not known there becomes blank. */
export function listInAddress<const List extends ListDeclaration>(list: List) {
  const strict: Record<string, z.ZodType> = listShape(list);
  const lenient = Object.fromEntries(
    Object.entries(strict).map(([name, field]) => [name, z.preprocess(asText, field).catch(field.parse(undefined))]),
  );
  const columns = z.array(z.enum(list.columns)).catch([]).default([]);
  // Each field has the type of the strict one it was made from.
  return { ...lenient, columns } as unknown as { [Name in keyof ListSearch<List>]: z.ZodType<ListSearch<List>[Name]> };
}

/** A number in an address is the text it was written as. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** What a person keeps as a view: everything the address says. */
export const viewOf = (search: AnySearch): Record<string, string | string[]> =>
  // The parts are texts and lists of texts, and so are those that are left.
  withoutBlanks(search) as Record<string, string | string[]>;

/** The question of a kept view; what it does not say is blank again. */
export function searchOf(list: ListDeclaration, view: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, z.ZodType> = listInAddress(list);
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.parse(view[name])]));
}

/** The blank value of every filter, the text among them. */
export const withoutFilters = (list: ListDeclaration): Record<string, string | string[]> => ({
  text: '',
  ...Object.fromEntries(Object.entries(list.filters).map(([name, { kind }]) => [name, kind === 'choice' ? [] : ''])),
});

/** The names of the filters that leave something out; the moment that is looked at is none of them. */
export const filtersSet = (list: ListDeclaration, search: AnySearch): string[] =>
  Object.keys(list.filters).filter((name) => name !== 'asOf' && !isBlank(search[name]));
