import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '#renderer/components/form/field.ts';
import { Icon } from '#renderer/components/icons.tsx';
import { Line } from '#renderer/components/layout.tsx';

type Props = {
  action: TextKey;
  /** For what cannot be undone by the next change. */
  isDangerous?: boolean;
  running: boolean;
  /** Whether there is nothing to send. */
  disabled: boolean;
  isDone: boolean;
  onCancel?: (() => void) | undefined;
};

/** What every form ends with: the button that sends it, the way out, and that it is saved. */
export function FormFoot({ action, isDangerous = false, running, disabled, isDone, onCancel }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Line>
      <Button type="submit" color={isDangerous ? 'red.9' : 'accent'} loading={running} disabled={disabled}>
        {t(action)}
      </Button>
      {onCancel !== undefined && (
        <Button variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
      <Done>{isDone && t('forms.saved')}</Done>
    </Line>
  );
}

/** That something was done, at its place; read aloud when it comes. */
export const Done = ({ children }: { children: ReactNode }): ReactNode => (
  <Group component="span" gap={6} c="var(--l-link)" role="status">
    {children !== false && (
      <>
        <Icon name="tick" /> {children}
      </>
    )}
  </Group>
);
