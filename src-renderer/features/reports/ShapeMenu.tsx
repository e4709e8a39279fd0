import { ActionIcon, Button, Checkbox, Group, NativeSelect, Popover, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icons.tsx';
import type { Preview, Wanted } from './reports.hooks.ts';

type Props = { columns: Preview['columns']; wanted: Wanted; onWanted: (wanted: Wanted) => void };

/** Which columns a report has, in which order, and by which one its rows are grouped. */
export function ShapeMenu({ columns, wanted, onWanted }: Props): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (columns.length === 0) return null;
  const usual = columns.filter((column) => column.usual).map(({ key }) => key);
  const shown = wanted.columns.length === 0 ? usual : wanted.columns;
  const headers = new Map(columns.map(({ key, header }) => [key, header]));
  const set = (next: readonly string[]): void =>
    onWanted({ ...wanted, columns: next.length === 0 || next.join('\n') === usual.join('\n') ? [] : next });
  const toggle = (key: string): void => set(shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key]);
  const move = (at: number, by: 1 | -1): void => {
    const next = [...shown];
    const [moved = ''] = next.splice(at, 1);
    next.splice(at + by, 0, moved);
    set(next);
  };
  const others = columns.filter(({ key }) => !shown.includes(key)).map(({ key }) => key);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="columns" size={14} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('reports.shape.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('reports.shape.columns')}>
        <Stack gap={6}>
          {[...shown, ...others].map((key, at) => {
            const header = headers.get(key) ?? t('reports.shape.gone', { column: key });
            const isShown = at < shown.length;
            return (
              <Group key={key} gap={4} wrap="nowrap" justify="space-between">
                <Checkbox label={header} checked={isShown} onChange={() => toggle(key)} />
                {isShown && (
                  <Group gap={0} wrap="nowrap">
                    <Step
                      icon="up"
                      label={t('reports.shape.up', { column: header })}
                      off={at === 0}
                      act={() => move(at, -1)}
                    />
                    <Step
                      icon="down"
                      label={t('reports.shape.down', { column: header })}
                      off={at === shown.length - 1}
                      act={() => move(at, 1)}
                    />
                  </Group>
                )}
              </Group>
            );
          })}
          <Button size="compact-sm" variant="subtle" onClick={() => set([])}>
            {t('reports.shape.usual')}
          </Button>
          <NativeSelect
            size="xs"
            label={t('reports.shape.group')}
            value={wanted.group}
            data={[
              { value: '', label: t('reports.shape.noGroup') },
              ...columns.filter(({ groups }) => groups).map(({ key, header }) => ({ value: key, label: header })),
              ...(wanted.group === '' || headers.has(wanted.group)
                ? []
                : [{ value: wanted.group, label: t('reports.shape.gone', { column: wanted.group }) }]),
            ]}
            onChange={(event) => onWanted({ ...wanted, group: event.currentTarget.value })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

type StepProps = { icon: 'up' | 'down'; label: string; off: boolean; act: () => void };

const Step = ({ icon, label, off, act }: StepProps): ReactNode => (
  <ActionIcon variant="subtle" size="sm" aria-label={label} disabled={off} onClick={act}>
    <Icon name={icon} size={12} />
  </ActionIcon>
);
