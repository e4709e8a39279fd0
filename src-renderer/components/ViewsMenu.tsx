import { ActionIcon, Button, Group, NavLink, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftNotice } from './DraftNotice.tsx';
import { Icon } from './icons.tsx';
import { FailureState, type FailureShown } from './states.tsx';

/** Views a person keeps of a list, and what can be done with them. */
export type ViewsWork = {
  views: readonly { name: string; question: Readonly<Record<string, unknown>> }[];
  save: (view: { name: string; question: Record<string, string | string[]> }) => void;
  remove: (name: string) => void;
  /** The name that is typed for the next view. */
  name: { value: string; set: (name: string) => void; clear: () => void; restored: boolean };
  failure: FailureShown | undefined;
};

type Props = {
  work: ViewsWork;
  /** The list as it is, to be kept. */
  question: Record<string, string | string[]>;
  onOpen: (question: Readonly<Record<string, unknown>>) => void;
};

/** Keeps the list as it is under a name, and opens what was kept. */
export function ViewsMenu({ work, question, onOpen }: Props): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const name = work.name.value;
  const now = asText(question);
  const current = work.views.find((view) => asText(view.question) === now);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() === '') return;
    work.save({ name: name.trim(), question });
    work.name.clear();
    setOpened(false);
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus shadow="md" width={280}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="views" size={14} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {current?.name ?? t('lists.views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.views')}>
        <Stack gap={12}>
          {work.views.length === 0 ? (
            <Text c="dimmed">{t('lists.noViews')}</Text>
          ) : (
            <Stack component="ul" gap={0} mah={320} m={0} p={0} style={{ overflow: 'auto', listStyle: 'none' }}>
              {work.views.map((view) => (
                <Group component="li" key={view.name} gap={8} wrap="nowrap">
                  <NavLink
                    component="button"
                    type="button"
                    label={view.name}
                    py={4}
                    px={8}
                    bdrs="xs"
                    active={view === current}
                    aria-current={view === current ? 'true' : undefined}
                    onClick={() => {
                      onOpen(view.question);
                      setOpened(false);
                    }}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="accent"
                    size="sm"
                    aria-label={t('lists.removeView', { name: view.name })}
                    onClick={() => work.remove(view.name)}
                  >
                    <Icon name="cross" size={12} />
                  </ActionIcon>
                </Group>
              ))}
            </Stack>
          )}
          <Stack component="form" gap={8} onSubmit={submit}>
            <TextInput
              data-autofocus
              size="xs"
              label={t('lists.saveView')}
              placeholder={t('lists.viewName')}
              maxLength={60}
              value={name}
              onChange={(event) => work.name.set(event.currentTarget.value)}
            />
            <Button size="compact-sm" type="submit" disabled={name.trim() === ''}>
              {t('lists.save')}
            </Button>
          </Stack>
          <DraftNotice draft={work.name} />
          {work.failure !== undefined && <FailureState failure={work.failure} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Two views are the same when they say the same, in whatever order. */
const asText = (question: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(question).toSorted(([a], [b]) => (a < b ? -1 : 1)));
