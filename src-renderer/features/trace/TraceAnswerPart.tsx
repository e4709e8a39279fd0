import { Box, Button, Group } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import { TabBar } from '#renderer/components/TabBar.tsx';
import { LastAnswer } from '#renderer/components/states.tsx';
import type { Unit } from '#shared/kernel/unit.ts';
import { hidesGoods } from '#shared/trace/gaps.ts';
import { TraceGraph } from './graph/TraceGraph.tsx';
import { TimeLeavesOut } from './TimeLeavesOut.tsx';
import { TimeLine } from './TimeLine.tsx';
import { TraceHoldHere } from './TraceHoldHere.tsx';
import { TraceList } from './TraceList.tsx';
import { type AnswerProps, isList, type TraceTab, type TraceView, traceTabs, useTraceDocument } from './trace.hooks.ts';

/** The answer: how complete it is, its picture, then its lists and its time line; what is selected in one is in all. */
export function TraceAnswerPart({
  view,
  outdated,
  unit,
  search,
  setSearch,
}: AnswerProps & { outdated: boolean; unit: Unit }): ReactNode {
  const { t } = useTranslation();
  const { tab, pictureHidden, direction, anyTime } = search;
  const report = useTraceDocument({ unit, direction, dated: !anyTime });
  const mayHold = useMay('hold');
  const [isHolding, setHolding] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  const goToLists = (): void =>
    answer.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  return (
    <LastAnswer ref={answer} outdated={outdated}>
      <Group gap="sm" mb="xs" style={{ rowGap: 8 }}>
        <h2>
          {t(`trace.${view.direction}`)}: <UnitLink unit={unit} withProduct />
        </h2>
        <Completeness view={view} />
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={!pictureHidden}
          onClick={() => setSearch({ pictureHidden: !pictureHidden })}
        >
          {t(pictureHidden ? 'trace.graph.show' : 'trace.graph.hide')}
        </Button>
        {mayHold && (
          <Button size="compact-sm" variant="default" aria-expanded={isHolding} onClick={() => setHolding(!isHolding)}>
            {t('holds.here')}
          </Button>
        )}
        <Box ml="auto">
          <DocumentButtons work={report} />
        </Box>
      </Group>
      {isHolding && <TraceHoldHere unit={unit} direction={direction} dated={!anyTime} />}
      <TimeLeavesOut view={view} unit={unit} search={search} setSearch={setSearch} />
      {!pictureHidden && <TraceGraph unit={unit} search={search} setSearch={setSearch} leave={goToLists} />}
      <TabBar
        label={t('trace.title')}
        tabs={traceTabs.map((value) => ({ value, label: t(`trace.tabs.${value}`), count: countOf(view, value) }))}
        value={tab}
        onTab={(next) => setSearch({ tab: next, offset: 0, sort: '' })}
      >
        {isList(tab) ? (
          <TraceList list={tab} view={view} search={search} setSearch={setSearch} />
        ) : (
          <TimeLine view={view} search={search} setSearch={setSearch} />
        )}
      </TabBar>
    </LastAnswer>
  );
}

/** What happened on the way is what was received, made and shipped. */
const countOf = ({ counts }: TraceView, tab: TraceTab): number =>
  isList(tab) ? counts[tab] : counts.receipts + counts.runs + counts.shipments;

function Completeness({ view: { breaks, counts, direction } }: { view: TraceView }): ReactNode {
  const { t } = useTranslation();
  if (counts.breaks === 0) {
    return (
      <Badge tone="released" icon="tick">
        {t('trace.complete')}
      </Badge>
    );
  }
  return (
    // The gravest stand first, so the page in sight tells.
    <Badge tone={breaks.some(({ why }) => hidesGoods(why, direction)) ? 'rejected' : 'quarantine'} icon="warning">
      {t('trace.breaks', { count: counts.breaks })}
    </Badge>
  );
}
