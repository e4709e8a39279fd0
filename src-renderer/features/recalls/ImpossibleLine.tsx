import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImpossible } from './recalls.hooks.ts';
import type { Scope } from './scopes.ts';

/** The scope stays the wide one; what was not possible in time is stated in numbers, with the way to see it beside. */
export function ImpossibleLine({ scope, onCompare }: { scope: Scope; onCompare: () => void }): ReactNode {
  const { t } = useTranslation();
  const { data } = useImpossible(scope);
  if (scope.dated || data === undefined) return null;
  const { units, customers } = data;
  if (units === 0 && customers === 0)
    return (
      <Text mt={8} c="dimmed">
        {t('recalls.allPossible')}
      </Text>
    );
  const said = [
    units > 0 && t('recalls.impossible.units', { count: units }),
    customers > 0 && t('recalls.impossible.customers', { count: customers }),
  ].filter((part) => part !== false);
  return (
    <Text mt={8} c="dimmed">
      {t('recalls.impossible.said', { what: said.join(', ') })}{' '}
      <Button size="compact-sm" variant="subtle" onClick={onCompare}>
        {t('recalls.impossible.show')}
      </Button>
    </Text>
  );
}
