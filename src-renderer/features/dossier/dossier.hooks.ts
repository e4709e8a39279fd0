import { useQueries } from '@tanstack/react-query';
import { type Asked, ask, keepWhile, useAsk } from '#renderer/client/index.ts';
import { askedAsOf } from '#renderer/components/AsOf.tsx';
import type { Outputs } from '#shared/contract.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';

export type UnitPage = Outputs['dossier']['get'];
export type Movements = Outputs['movements']['list'];
export type TraceView = Outputs['trace']['view'];
export type Product = Outputs['products']['list']['rows'][number];
export type Partner = Outputs['partners']['list']['rows'][number];

/** So many movements or balances at a time. */
export const pageSize = 200;
/** So many neighbours stand on the page of a lot; the rest is in Trace. */
export const neighboursShown = 8;

export const useUnitPage = (unit: Unit, asOf = ''): Asked<UnitPage> =>
  useAsk(ask.dossier.get.queryOptions({ input: { ...unit, ...askedAsOf(asOf) } }));

/** How the goods came to be here, newest first; what was undone is no origin. Undefined until the host has said. */
export function useOrigins(unit: Unit): Movements['rows'] | undefined {
  const { data } = useAsk(
    ask.movements.list.queryOptions({ input: { unit, kinds: ['opening', 'receipt', 'output'], limit: pageSize } }),
  );
  return data?.rows.filter(({ reverses, reversedBy }) => reverses === 0 && reversedBy === 0);
}

export const useLifeLine = (unit: Unit, offset: number, asOf: string): Asked<Outputs['movements']['log']> =>
  useAsk({
    ...ask.movements.log.queryOptions({ input: { unit, ...askedAsOf(asOf), offset, limit: pageSize } }),
    placeholderData: keepWhile,
  });

export const useDocument = (document: string, offset: number): Asked<Movements> =>
  useAsk({
    ...ask.movements.list.queryOptions({ input: { document, offset, limit: pageSize } }),
    placeholderData: keepWhile,
  });

/** More than the few that are shown: the customers at the end of it are each named once. */
export const useNeighbours = (unit: Unit, direction: Direction): Asked<TraceView> =>
  useAsk(ask.trace.view.queryOptions({ input: { roots: [unit], direction, dated: true, limit: 100 } }));

/** What came from a partner and what went to it. */
export const useDealings = (partner: string, offset: number): Asked<Movements> =>
  useAsk({
    ...ask.movements.list.queryOptions({ input: { partner, offset, limit: pageSize } }),
    placeholderData: keepWhile,
  });

/** The goods that a partner was sent last, each once, as a recall names its suspects; what was undone was not sent. */
export function useGot(partner: string): (readonly [string, string, string, string])[] {
  const { data } = useAsk(
    ask.movements.list.queryOptions({ input: { partner, kinds: ['shipment'], limit: pageSize } }),
  );
  const rows = data?.rows.filter(
    (row) => row.reverses === 0 && row.reversedBy === 0 && (row.lot !== '' || row.serial !== ''),
  );
  const units = rows?.map(({ product, lot, sublot, serial }) => [product, lot, sublot, serial] as const) ?? [];
  return [...new Map(units.map((unit) => [unit.join('\u0000'), unit])).values()];
}

export const useBalances = (
  product: string,
  offset: number,
  asOf: string,
): Asked<Outputs['movements']['listBalances']> =>
  useAsk({
    ...ask.movements.listBalances.queryOptions({
      input: { product, ...askedAsOf(asOf), ordering: 'natural', offset, limit: pageSize },
    }),
    placeholderData: keepWhile,
  });

/** A product by its exact code; null when there is none. The list is searched by words, so the exact one is picked out. */
export function useProduct(code: string): Asked<Product | null> {
  const asked = useAsk(ask.products.list.queryOptions({ input: { search: code, limit: 500 } }));
  return {
    ...asked,
    data: asked.data === undefined ? undefined : (asked.data.rows.find((row) => row.code === code) ?? null),
  };
}

/** Everything that is recorded of a product. */
export const useWholeProduct = (code: string): Asked<Outputs['products']['get']> =>
  useAsk(ask.products.get.queryOptions({ input: { code } }));

/** A partner by its exact code; null when there is none. */
export function usePartner(code: string): Asked<Partner | null> {
  const asked = useAsk(ask.partners.list.queryOptions({ input: { codes: [code], limit: 1 } }));
  return { ...asked, data: asked.data === undefined ? undefined : (asked.data.rows[0] ?? null) };
}

/** The signatures on decisions about a unit and about what it is part of, a serial being released with its lot, and on its holds. */
export function useDecisionSignatures({ product, lot, sublot, serial }: Unit): readonly Signature[] {
  const wholes = [
    [product, lot, sublot, serial],
    ...(serial !== '' && lot !== '' ? [[product, lot, sublot, '']] : []),
    ...(sublot !== '' ? [[product, lot, '', '']] : []),
  ];
  const holds = useAsk(ask.holds.onGoods.queryOptions({ input: { product, lot, sublot, serial } })).data?.holds ?? [];
  const answers = useQueries({
    queries: [
      ...wholes.map((parts) => ({ record: 'status_decision', parts })),
      ...holds.map(({ number }) => ({ record: 'hold', parts: [number] })),
    ].map((input) => ask.people.listSignatures.queryOptions({ input })),
  });
  return answers.flatMap(({ data }) => data?.signatures ?? []).sort((a, b) => b.entry - a.entry);
}

export const useProductSignatures = (code: string): Asked<{ signatures: Signature[] }> =>
  useAsk(ask.people.listSignatures.queryOptions({ input: { record: 'product', parts: [code] } }));
