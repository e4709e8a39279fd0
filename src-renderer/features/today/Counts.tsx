import { Group, Kbd, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#renderer/components/links.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { questionOf, soonDays } from '#shared/lots/views.ts';
import type { TodayAnswer } from './today.hooks.ts';

/** The views of the list of lots that are counted, in the order of their keys 1 to 4. */
export const countViews = ['expired', 'quarantine', 'expiring', 'rejected'] as const;

const calm = { bd: '1px solid var(--l-hairline)', style: { borderRadius: 6 } };
const late = { ...calm, bd: '1px solid var(--l-danger)', c: 'var(--l-on-rejected)' };

/** Four counts, each the way to the list it counts. */
export function Counts({ answer: { counts }, day }: { answer: TodayAnswer; day: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group component="ul" gap={8} mb="md">
      {countViews.map((view, index) => (
        <li key={view}>
          <Group
            renderRoot={(root) => <Link to="/lots" search={questionOf(view, day)} {...root} />}
            align="baseline"
            gap={8}
            p="8px 12px"
            bg="var(--l-raised)"
            {...(view === 'expired' && counts[view] > 0 ? late : calm)}
          >
            <Text span fz={20} fw={700} lh="28px">
              <Quantity value={String(counts[view])} />
            </Text>
            {t(`lots.views.${view}`, { days: soonDays })} <Kbd aria-hidden="true">{index + 1}</Kbd>
          </Group>
        </li>
      ))}
    </Group>
  );
}
