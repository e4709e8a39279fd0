import { Anchor, Table } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { type DroppedSearch, useDroppedCounts } from './recalls.hooks.ts';
import { openOf } from './ScopeCells.tsx';
import type { Scope } from './scopes.ts';

const lists = ['customers', 'units'] as const;
const ways = ['out', 'in'] as const;

type Props = {
  /** Undefined where a scope has no answer. */
  scopes: readonly (Scope | undefined)[];
  open: number;
  onDropped: (dropped: DroppedSearch) => void;
};

/** How many customers and how many lots and serials drop out from the first scope to each other one; each opens its list. */
export function DroppedRows({ scopes, open, onDropped }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useDroppedCounts(scopes);
  const counts = scopes.map((_scope, place) => data?.[place]);
  return (
    <Table.Tbody>
      {lists.flatMap((list) =>
        ways.map((way) => (
          <Table.Tr key={`${list} ${way}`}>
            <Table.Th scope="row" fw={500}>
              {t(`recalls.dropped.${list}.${way}`)}
            </Table.Th>
            {counts.map((count, place) => (
              <Fragment key={`scope ${place}`}>
                <Table.Td {...openOf(place === open)} miw={96} pr={8} ta="end">
                  {count !== undefined && (
                    <Count
                      list={list}
                      value={count[way][list]}
                      // What comes in drops out the other way round.
                      way={way === 'out' ? [0, place] : [place, 0]}
                      onDropped={onDropped}
                    />
                  )}
                </Table.Td>
                <Table.Td {...openOf(place === open)} />
              </Fragment>
            ))}
          </Table.Tr>
        )),
      )}
    </Table.Tbody>
  );
}

type CountProps = {
  list: (typeof lists)[number];
  value: number;
  way: readonly [from: number, to: number];
  onDropped: (dropped: DroppedSearch) => void;
};

function Count({ list, value, way: [from, to], onDropped }: CountProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (value === 0) return <Quantity value="0" />;
  const said = { count: value, quantity: localQuantity(String(value), locale), from: from + 1, to: to + 1 };
  return (
    <Anchor
      component="button"
      type="button"
      aria-label={t(`recalls.dropped.show.${list}`, said)}
      onClick={() => onDropped([from, to, list])}
    >
      <Quantity value={String(value)} />
    </Anchor>
  );
}
