import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { localTimestamp, useLocale } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { usePeople, useRecoveryCode } from './people.hooks.ts';
import { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx';

/** Whether there is a way back where the only administrator lost the password, and how one is made. */
export function RecoveryCodePart({ mayChange }: { mayChange: boolean }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const asked = useRecoveryCode();
  const people = usePeople().data?.people ?? [];
  const isSetUp = useSession().data?.open === false;
  const [isOpen, setOpen] = useState(false);
  const nameOf = (user: string): string => people.find((one) => one.user === user)?.name ?? user;
  return (
    <Section title={t('people.recovery.title')}>
      <p className="muted">{t('people.recovery.lead')}</p>
      <Answer asked={asked}>
        {({ madeAt, by }) => (
          <>
            <p className={madeAt === '' && isSetUp ? 'warning' : undefined}>
              {madeAt === ''
                ? t('people.recovery.none')
                : t('people.recovery.made', { by: nameOf(by), at: localTimestamp(madeAt, locale) })}
            </p>
            {mayChange && isSetUp && (
              <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
                {t(madeAt === '' ? 'people.recovery.make' : 'people.recovery.makeAgain')}
              </Button>
            )}
          </>
        )}
      </Answer>
      {isOpen && <RecoveryCodeDialog onClose={() => setOpen(false)} />}
    </Section>
  );
}
