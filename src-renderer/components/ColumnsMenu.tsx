import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';

type Props = {
  columns: readonly { id: string; header: string }[];
  shown: readonly string[];
  /** Hears which columns shall stand there; [] for the usual ones. */
  onColumns: (columns: string[]) => void;
};

/** Which columns stand in a list; the first names the row and stays. */
export function ColumnsMenu({ columns, shown, onColumns }: Props): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
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
          {t('lists.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.columns')} miw={200}>
        <Stack gap={12}>
          <Checkbox.Group
            label={t('lists.columns')}
            value={[...shown]}
            onChange={(values) => onColumns(columns.map(({ id }) => id).filter((id) => values.includes(id)))}
          >
            <Stack gap={8} mt={8}>
              {columns.map(({ id, header }, index) => (
                <Checkbox key={id} value={id} label={header} disabled={index === 0} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button size="compact-sm" variant="subtle" onClick={() => onColumns([])}>
            {t('lists.usualColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
