import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImpossible } from './recalls.hooks.ts';
import type { Scope } from './scopes.ts';

/** What was not possible in time, in numbers, whether the scope is the wide one or leaves it out; with the way to see both beside. */
export function ImpossibleLine({ scope, onCompare }: { scope: Scope; onCompare: () => void }): ReactNode {
  const { t } = useTranslation();
  const { data } = useImpossible(scope);
  if (data === undefined) return null;
  const { units, customers } = data;
  if (units === 0 && customers === 0)
    return (
      <Text mt={8} c="dimmed">
        {t(scope.dated ? 'recalls.nothingLeftOut' : 'recalls.allPossible')}
      </Text>
    );
  const said = [
    units > 0 && t('recalls.impossible.units', { count: units }),
    customers > 0 && t('recalls.impossible.customers', { count: customers }),
  ].filter((part) => part !== false);
  return (
    <Text mt={8} c="dimmed">
      {t(scope.dated ? 'recalls.impossible.leftOut' : 'recalls.impossible.said', { what: said.join(', ') })}{' '}
      {!scope.dated && (
        <Button size="compact-sm" variant="subtle" onClick={onCompare}>
          {t('recalls.impossible.show')}
        </Button>
      )}
    </Text>
  );
}
