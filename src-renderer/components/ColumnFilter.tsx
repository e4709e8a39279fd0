import { ActionIcon, Button, Checkbox, Group, Popover, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBlank, type ListFilter, readDateSpan, relativeSpans, writeDateSpan } from '#shared/kernel/list.ts';
import { Icon } from './icons.tsx';

type Value = string | readonly string[];
type Props = {
  /** The column's name, for readers aloud. */
  column: string;
  filter: ListFilter;
  value: Value;
  /** How a choice is said. */
  choiceLabel: (value: string) => string;
  onFilter: (value: string | string[]) => void;
};

/** The filter of a column, one click from its head. */
export function ColumnFilter(props: Props): ReactNode {
  const { t } = useTranslation();
  const { column, value } = props;
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ActionIcon
          variant={isBlank(value) ? 'subtle' : 'light'}
          color={isBlank(value) ? 'gray' : 'accent'}
          aria-label={t('lists.filterColumn', { column })}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <Icon name="filter" size={12} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.filterColumn', { column })} miw={220}>
        {/* Made anew at each opening, so that it begins with what is filtered now. */}
        {opened && <FilterForm {...props} onClose={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterForm({
  column,
  filter,
  value,
  choiceLabel,
  onFilter,
  onClose,
}: Props & { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(filter.kind === 'text' ? String(value) : '');
  const [span, setSpan] = useState(readDateSpan(filter.kind === 'dates' ? String(value) : '') ?? { from: '', to: '' });
  const chosen = typeof value === 'string' ? [] : value;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (filter.kind === 'text') onFilter(text.trim());
    if (filter.kind === 'dates') onFilter(writeDateSpan(span));
    onClose();
  }

  function clear(): void {
    onFilter(filter.kind === 'choice' ? [] : '');
    onClose();
  }

  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      {filter.kind === 'text' && (
        <TextInput
          data-autofocus
          label={t('lists.contains', { column })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {filter.kind === 'dates' && (
        <Group gap={4} role="group" aria-label={t('lists.quickSpans')} maw={240}>
          {relativeSpans.map((one) => (
            <Button
              key={one}
              size="compact-xs"
              variant={value === one ? 'filled' : 'default'}
              aria-pressed={value === one}
              onClick={() => {
                onFilter(one);
                onClose();
              }}
            >
              {t(`lists.spans.${one}`)}
            </Button>
          ))}
        </Group>
      )}
      {filter.kind === 'dates' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            {...(end === 'from' ? { 'data-autofocus': true } : {})}
            label={t(end === 'from' ? 'lists.dateFrom' : 'lists.dateTo', { column })}
            value={span[end]}
            onChange={(event) => setSpan({ ...span, [end]: event.currentTarget.value })}
          />
        ))}
      {filter.kind === 'choice' && (
        <Checkbox.Group
          label={column}
          value={[...chosen]}
          onChange={(values) => onFilter(filter.values.filter((one) => values.includes(one)))}
        >
          <Stack gap={8} mt={8}>
            {filter.values.map((one) => (
              <Checkbox key={one} value={one} label={choiceLabel(one)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Group gap={8} justify="space-between">
        <Button size="compact-sm" variant="subtle" disabled={isBlank(value)} onClick={clear}>
          {t('lists.clear')}
        </Button>
        <Button size="compact-sm" type="submit">
          {t(filter.kind === 'choice' ? 'lists.close' : 'lists.apply')}
        </Button>
      </Group>
    </Stack>
  );
}
