import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path, Place } from './address.ts';
import { Hint } from './Hint.tsx';
import { LinkButton } from './links.tsx';

type Props<To extends Path> = {
  text: string;
  /** Whether this person's role may do it. A person who may not reads why. */
  isAllowed: boolean;
  /** Whether the role would allow it, but no qualification that is in force. */
  isLapsed?: boolean;
} & (Place<To> | { /** Opens the dialog it is signed in. */ onOpen: () => void });

/** The way to an act that is signed, where the record's page shows it. */
export function SignedAction<To extends Path>({ text, isAllowed, isLapsed = false, ...way }: Props<To>): ReactNode {
  const { t } = useTranslation();
  if (isAllowed)
    return 'to' in way ? (
      <LinkButton to={way.to} search={way.search} variant="default">
        {text}
      </LinkButton>
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
