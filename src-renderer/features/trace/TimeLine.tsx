import { Box, Group, Stack, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { productsIn, formatRun } from '#renderer/components/columns.tsx';
import { dayOf, MomentText, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { DocumentLink, PartnerLink, UnitLink } from '#renderer/components/links.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { UnitList } from '#renderer/components/UnitList.tsx';
import type { Unit } from '#shared/kernel/unit.ts';
import { partnerNodeId, runNodeId, unitNodeId } from '#shared/trace/picture.ts';
import { type AnswerProps, pageSize, type TraceView } from './trace.hooks.ts';

/** Something that happened on the way, and the nodes of the picture it has to do with. */
type Event = { key: string; at: string; nodes: readonly string[]; what: ReactNode };

/** The trace in order of time: what was received, made and shipped, day by day. */
export function TimeLine({ view, search, setSearch }: AnswerProps): ReactNode {
  const { t } = useTranslation();
  const events = useEvents(view);
  const days = Map.groupBy(events, ({ at }) => dayOf(new Date(at)));
  const longest = Math.max(view.counts.receipts, view.counts.runs, view.counts.shipments);
  if (events.length === 0) return <p className="muted">{t('trace.empty.timeLine')}</p>;
  return (
    <>
      <Stack component="ol" gap="md" aria-label={t('trace.tabs.timeLine')}>
        {[...days].map(([day, those]) => (
          <li key={day}>
            <Title order={3} mb={4}>
              <PlainDateText date={day} />
            </Title>
            <Stack component="ol" gap={0}>
              {those.map((event) => (
                <Happened
                  key={event.key}
                  event={event}
                  isChosen={event.nodes.includes(search.selected)}
                  choose={() => setSearch({ selected: event.nodes[0] ?? '' })}
                />
              ))}
            </Stack>
          </li>
        ))}
      </Stack>
      <Pager
        offset={search.offset}
        shown={Math.min(longest - search.offset, pageSize)}
        total={longest}
        pageSize={pageSize}
        onOffset={(offset) => setSearch({ offset })}
      />
    </>
  );
}

type HappenedProps = { event: Event; isChosen: boolean; choose: () => void };

const Happened = ({ event: { at, what }, isChosen, choose }: HappenedProps): ReactNode => (
  <Group
    component="li"
    data-chosen={isChosen}
    gap="md"
    px="xs"
    py={6}
    align="flex-start"
    wrap="nowrap"
    bg={isChosen ? 'var(--l-selected)' : 'transparent'}
    style={{ borderTop: '1px solid var(--l-hairline)' }}
  >
    <UnstyledButton w={112} flex="none" c="dimmed" onClick={choose}>
      <MomentText at={at} detail="timeOfDay" />
    </UnstyledButton>
    <Box flex={1}>{what}</Box>
  </Group>
);

function useEvents({ receipts, runs, shipments, products: named }: TraceView): Event[] {
  const { t } = useTranslation();
  const products = productsIn(named);
  const goods = (row: Unit & { quantity: string }): ReactNode => (
    <>
      <UnitLink unit={row} withProduct /> <span className="muted">{products.get(row.product)?.name}</span>{' '}
      <Quantity value={row.quantity} unit={products.get(row.product)?.unitOfMeasure ?? ''} />
    </>
  );
  const received = receipts.map((row, index) => ({
    key: `receipt ${index}`,
    at: row.at,
    nodes: [unitNodeId(row), partnerNodeId('supplier', row.supplier)],
    what: (
      <>
        <b>{t('trace.graph.kinds.receipt')}</b> {goods(row)} <PartnerLink code={row.supplier} />{' '}
        <DocumentLink number={row.document} />{' '}
        {row.afterUse && (
          <Badge tone="neutral" icon="clock">
            {t('trace.afterUse')}
          </Badge>
        )}
      </>
    ),
  }));
  const made = runs.map((row) => ({
    key: `run ${row.workOrder} ${row.run}`,
    at: row.at,
    nodes: [runNodeId(row.workOrder, row.run), ...row.outputs.map(unitNodeId), ...row.inputs.map(unitNodeId)],
    what: (
      <>
        <b>{t('trace.graph.kinds.output')}</b> <span className="mono">{formatRun(t, row)}</span>
        <UnitList units={row.inputs} products={products} />
        <span className="muted">{t('trace.became')}</span>
        <UnitList units={row.outputs} products={products} />
      </>
    ),
  }));
  const shipped = shipments.map((row, index) => ({
    key: `shipment ${index}`,
    at: row.at,
    nodes: [unitNodeId(row), partnerNodeId('customer', row.customer)],
    what: (
      <>
        <b>{t('trace.graph.kinds.shipment')}</b> {goods(row)} <PartnerLink code={row.customer} />{' '}
        <DocumentLink number={row.document} />
      </>
    ),
  }));
  return [...received, ...made, ...shipped].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
