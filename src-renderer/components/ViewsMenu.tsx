import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftNotice } from './DraftNotice.tsx';
import { Icon } from './icons.tsx';
import styles from './ListBar.module.css';
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
      <Popover.Dropdown aria-label={t('lists.views')} className={styles.dropdown}>
        {work.views.length === 0 ? (
          <p className="muted">{t('lists.noViews')}</p>
        ) : (
          <ul className={styles.views}>
            {work.views.map((view) => (
              <li key={view.name}>
                <button
                  type="button"
                  className={styles.view}
                  aria-current={view === current ? 'true' : undefined}
                  onClick={() => {
                    onOpen(view.question);
                    setOpened(false);
                  }}
                >
                  {view.name}
                </button>
                <ActionIcon
                  variant="subtle"
                  color="accent"
                  size="sm"
                  aria-label={t('lists.removeView', { name: view.name })}
                  onClick={() => work.remove(view.name)}
                >
                  <Icon name="cross" size={12} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        <form className={styles.save} onSubmit={submit}>
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
        </form>
        <DraftNotice draft={work.name} />
        {work.failure !== undefined && <FailureState failure={work.failure} />}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Two views are the same when they say the same, in whatever order. */
const asText = (question: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(question).toSorted(([a], [b]) => (a < b ? -1 : 1)));
