import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from './Hint.tsx';

type Props = {
  text: string;
  href: string;
  /** Whether this person's role may do it. A person who may not reads why. */
  isAllowed: boolean;
  /** Whether the role would allow it, but no qualification that is in force. */
  isLapsed?: boolean;
};

/** The way to an act that is signed, where the record's page shows it. */
export function SignedAction({ text, href, isAllowed, isLapsed = false }: Props): ReactNode {
  const { t } = useTranslation();
  if (isAllowed)
    return (
      <Button component="a" variant="default" href={href}>
        {text}
      </Button>
    );
  return (
    <span>
      <Button variant="default" disabled>
        {text}
      </Button>{' '}
      <Hint about={text}>{t(isLapsed ? 'signing.lapsed' : 'signing.mayNot')}</Hint>
    </span>
  );
}
