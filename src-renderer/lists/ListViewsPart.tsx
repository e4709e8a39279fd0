import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writeAddress } from '#renderer/components/address.ts';
import { Quantity, today } from '#renderer/components/figures.tsx';
import { type ListViews, viewAsked } from '#shared/kernel/listViews.ts';
import { textKey } from './cells.tsx';

type Props = {
  views: ListViews;
  /** The path of the list's texts, and its screen's address. */
  texts: string;
  path: string;
  /** What the list shows. */
  question: Readonly<Record<string, unknown>>;
  /** How many rows each has, in the views' order; undefined until it is known. */
  totals: readonly (number | undefined)[];
};

/** The views that come with a list, each with how many rows it has. */
export function ListViewsPart({ views, texts, path, question, totals }: Props): ReactNode {
  const { t } = useTranslation();
  const now = today();
  const current = viewAsked(views, question, now);
  return (
    <Group component="nav" aria-label={t('lists.comingViews')} gap={4} mb={8}>
      {views.names.map((view, index) => {
        const asked = views.questionOf(view, now);
        const total = totals[index];
        const isCurrent = view === current;
        return (
          <Button
            key={view}
            component="a"
            href={writeAddress(path, Object.keys(asked).length === 0 ? { rows: 'all' } : asked)}
            size="compact-sm"
            variant={isCurrent ? 'light' : 'subtle'}
            fw={isCurrent ? 500 : 400}
            {...(isCurrent ? { 'aria-current': 'true' } : { c: 'var(--l-text)' })}
          >
            {t(textKey(`${texts}.views.${view}`), { ...views.said })}{' '}
            {/* So wide at first that nothing moves when the figure comes. */}
            <Text span inherit miw="1ch" ml={6} c="dimmed">
              {total !== undefined && <Quantity value={String(total)} />}
            </Text>
          </Button>
        );
      })}
    </Group>
  );
}
