import { Button, Group } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './tableColumn.ts';
import { isDialogOpen, isTyping } from './pageKeys.ts';

/** How rows of a list are told apart and called, and what can be done with several of them. */
export type Selecting<Row> = {
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  actions: (rows: readonly Row[]) => ReactNode;
};

export type Selection = { choice: Choice<never>; count: number; actions: ReactNode; clear: () => void };

/** The rows of a list that a person takes along, by their keys: they stay chosen while the list is sorted and filtered. */
export function useSelection<Row>(
  selecting: Selecting<Row> | undefined,
): (Omit<Selection, 'choice'> & { choice: Choice<Row> }) | undefined {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  if (selecting === undefined) return undefined;
  const { keyOf, nameOf, actions } = selecting;

  function choose(row: Row): void {
    const next = new Map(chosen);
    if (!next.delete(keyOf(row))) next.set(keyOf(row), row);
    setChosen(next);
  }
  return {
    choice: {
      isChosen: (row) => chosen.has(keyOf(row)),
      choose,
      many: { name: (row) => t('lists.choose', { row: nameOf(row) }) },
    },
    count: chosen.size,
    actions: chosen.size === 0 ? null : actions([...chosen.values()]),
    clear: () => setChosen(new Map()),
  };
}

/** How many rows are chosen and what can be done with them; nothing while there is none. Esc chooses none. */
export function SelectionBar({ selection }: { selection: Omit<Selection, 'choice'> }): ReactNode {
  const { t } = useTranslation();
  const { count, actions, clear } = selection;
  useWindowEvent('keydown', ({ key, target, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented && !isTyping(target) && !isDialogOpen()) clear();
  });
  if (count === 0) return null;
  return (
    <Group
      gap={8}
      mih={40}
      px={12}
      py={4}
      bdrs="sm"
      bg="var(--l-selected)"
      role="group"
      aria-label={t('lists.chosen', { count })}
    >
      <span role="status">{t('lists.chosen', { count })}</span>
      {actions}
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        {t('lists.clearChosen')}
      </Button>
    </Group>
  );
}
