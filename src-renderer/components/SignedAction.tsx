import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from './Hint.tsx';

type Props = {
  text: string;
  /** Whether this person's role may do it. A person who may not reads why. */
  isAllowed: boolean;
  /** Whether the role would allow it, but no qualification that is in force. */
  isLapsed?: boolean;
} & ({ href: string } | { /** Opens the dialog it is signed in. */ onOpen: () => void });

/** The way to an act that is signed, where the record's page shows it. */
export function SignedAction({ text, isAllowed, isLapsed = false, ...way }: Props): ReactNode {
  const { t } = useTranslation();
  if (isAllowed)
    return 'href' in way ? (
      <Button component="a" variant="default" href={way.href}>
        {text}
      </Button>
    ) : (
      <Button variant="default" aria-haspopup="dialog" onClick={way.onOpen}>
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
