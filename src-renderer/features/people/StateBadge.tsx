import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { localTimestamp, useLocale } from '#renderer/components/figures.tsx';
import type { Person } from '#shared/people/contract.ts';

/** Whether a person can sign in and sign just now, and what is in the way. */
export function StateBadge({ person }: { person: Person }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (person.disabled)
    return (
      <Badge tone="neutral" icon="cross">
        {t('people.states.disabled')}
      </Badge>
    );
  if (person.lockedUntil !== '')
    return (
      <Badge tone="rejected" icon="lock">
        {t('people.lockedUntil', { until: localTimestamp(person.lockedUntil, locale) })}
      </Badge>
    );
  if (person.mustChange)
    return (
      <Badge tone="quarantine" icon="clock">
        {t('people.states.mustChange')}
      </Badge>
    );
  if (person.signing.askedBy.length > 0)
    return (
      <Badge tone="quarantine" icon="person">
        {t('people.states.unconfirmed')}
      </Badge>
    );
  return (
    <Badge tone="released" icon="tick">
      {t('people.states.active')}
    </Badge>
  );
}

/** What the list sorts states by. */
export const stateOf = ({ disabled, lockedUntil, mustChange, signing }: Person): number =>
  disabled ? 4 : lockedUntil !== '' ? 3 : mustChange ? 2 : signing.askedBy.length > 0 ? 1 : 0;
