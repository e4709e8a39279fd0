import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureState } from '#renderer/components/states.tsx';
import { isAlike, type OwnReport, type OwnReports, type Wanted } from './reports.hooks.ts';

type Props = {
  report: string;
  title: string;
  wanted: Wanted;
  own: OwnReports;
  /** The one of one's own that is open. */
  opened: OwnReport | undefined;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** Goes on with the report as the one of this name; "" as none. */
  onSaved: (name: string) => void;
};

/** Keeps a report as it is shown under a name; gives one that is kept another, keeps it as it is now, or keeps it no longer. */
export function KeepMenu({ report, title, wanted, own, opened, isOpen, onOpen, onSaved }: Props): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const name = (typed ?? opened?.name ?? own.freeName(title)).trim();
  const isChanged = opened !== undefined && !isAlike(opened.wanted, wanted);
  const done = (act: () => void, saved: string) => () => {
    act();
    setTyped(undefined);
    onOpen(false);
    onSaved(saved);
  };
  const keep = done(() => own.keep(name, report, wanted), name);
  const isOther = opened !== undefined && name !== opened.name;
  return (
    <Popover opened={isOpen} onChange={onOpen} position="bottom-end" trapFocus returnFocus shadow="md" width={320}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isOpen}
          aria-pressed={opened !== undefined}
          onClick={() => onOpen(!isOpen)}
        >
          {opened === undefined ? `☆ ${t('reports.saved.keep')}` : `★ ${opened.name}${isChanged ? ' *' : ''}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('reports.saved.keep')}>
        <Stack
          component="form"
          gap="xs"
          onSubmit={(event) => {
            event.preventDefault();
            if (name !== '' && (opened === undefined || isOther || isChanged)) keep();
          }}
        >
          <TextInput
            data-autofocus
            size="xs"
            label={t('reports.saved.name')}
            maxLength={60}
            value={typed ?? opened?.name ?? own.freeName(title)}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {isChanged && (
            <Text size="xs" c="dimmed">
              {t('reports.saved.changed')}
            </Text>
          )}
          <Group gap="xs">
            {(opened === undefined || isOther) && (
              <Button size="compact-sm" type="submit" disabled={name === ''}>
                {t(opened === undefined ? 'reports.saved.keep' : 'reports.saved.keepAs')}
              </Button>
            )}
            {opened !== undefined && isOther && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={name === ''}
                onClick={done(() => own.rename(opened.name, name), name)}
              >
                {t('reports.saved.rename')}
              </Button>
            )}
            {isChanged && !isOther && (
              <Button size="compact-sm" type="submit">
                {t('reports.saved.change')}
              </Button>
            )}
          </Group>
          {opened !== undefined && (
            <>
              <Text size="xs" c="dimmed">
                {t('reports.saved.removeHelp')}
              </Text>
              <Button size="compact-sm" variant="default" onClick={done(() => own.remove(opened.name), '')}>
                {t('reports.saved.remove')}
              </Button>
            </>
          )}
        </Stack>
        {own.failure !== undefined && <FailureState failure={own.failure} />}
      </Popover.Dropdown>
    </Popover>
  );
}
