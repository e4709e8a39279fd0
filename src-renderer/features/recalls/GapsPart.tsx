import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { breakLabel } from '#renderer/components/columns.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Link, UnitLink } from '#renderer/components/links.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { hidesGoods } from '#shared/trace/gaps.ts';
import type { RecallView } from './askRecall.ts';
import type { RecallSearch } from './recalls.hooks.ts';

type Gap = RecallView['gaps'][number];
type Props = ScreenProps<RecallSearch> & { view: RecallView };

/** So many gaps are told in front of the answer. */
const mostTold = 3;

/** What cannot be followed, before everything else: how much of what, why, what it may be in, and the way on. */
export function GapsPart({ view, search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  const { gaps, counts } = view;
  if (counts.breaks === 0) return null;
  return (
    <Panel
      mt="md"
      // Goods may be beyond the gap that no list names.
      tone={gaps.some(({ why }) => hidesGoods(why, 'downstream')) ? 'grave' : 'quarantine'}
      icon="warning"
      label={t('recalls.gaps.title')}
    >
      <h2 style={{ fontSize: 14 }}>{t('trace.breaks', { count: counts.breaks })}</h2>
      <Stack component="ul" gap={6}>
        {gaps.slice(0, mostTold).map((gap) => (
          <Group component="li" gap="4px 12px" key={`${gap.why} ${gap.product} ${gap.workOrder}`}>
            <GapText gap={gap} />
            {gap.made.some(({ outside }) => outside > 0) && (
              <Button
                size="compact-sm"
                variant="white"
                onClick={() =>
                  setSearch({ workOrders: [...search.workOrders, gap.workOrder], offset: 0, sort: '' }, 'step')
                }
              >
                <Widen gap={gap} />
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {(gaps.length > mostTold || gaps.some(({ units }) => units > 1)) && (
        <Link to="/recall" search={{ ...search, tab: 'breaks', offset: 0, sort: '' }}>
          {t('recalls.gaps.showAll')}
        </Link>
      )}
    </Panel>
  );
}

function GapText({ gap }: { gap: Gap }): ReactNode {
  const { t } = useTranslation();
  const { why, workOrder, unit, units, quantity, unitOfMeasure, product, made } = gap;
  const outside = made.filter((one) => one.outside > 0);
  return (
    <span>
      <strong>
        {quantity !== '0' && <Quantity value={quantity} unit={unitOfMeasure} />}{' '}
        {units === 1 ? (
          <UnitLink unit={unit} withProduct />
        ) : (
          <>
            <span className="mono">{product}</span> ({t('recalls.gaps.many', { count: units })})
          </>
        )}
        {workOrder !== '' && (
          <>
            , <span className="mono">{workOrder}</span>
          </>
        )}
        :
      </strong>{' '}
      {breakLabel(t, why)}.{' '}
      {outside.map((one) => (
        <span key={one.product}>{t('recalls.gaps.outside', { ...one, workOrder })} </span>
      ))}
      {made.length > 0 && outside.length === 0 && t('recalls.gaps.allInside', { workOrder })}
    </span>
  );
}

function Widen({ gap: { made, workOrder } }: { gap: Gap }): ReactNode {
  const { t } = useTranslation();
  const [only, ...others] = made;
  if (only === undefined || others.length > 0) return t('recalls.gaps.widenToAll', { workOrder });
  return t('recalls.gaps.widenTo', { ...only, workOrder });
}
