import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useSigner, useSigning } from '#renderer/client/index.ts';
import { localDate, useLocale } from '#renderer/components/figures.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { Inputs } from '#shared/contract.ts';
import { takenBack } from '#shared/products/settings.ts';

type Rule = Pick<Inputs['products']['saveSetting'], 'level' | 'code' | 'setting' | 'validFrom'>;

/** Takes away what a level was to say of a setting from a later day on, signed. */
export function TakeBack({ rule }: { rule: Rule }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const signer = useSigner();
  const [reason, setReason] = useState('');
  const signing = useSigning('products.saveSetting', api.products.saveSetting, {
    input: { ...rule, value: takenBack, reason },
    // The table is asked again, and the row is gone.
    onSigned: () => undefined,
    recorded: rule,
  });
  if (signer === undefined || signer.isOwner) return null;
  const words = {
    setting: t(`products.settings.names.${rule.setting}`),
    date: localDate(rule.validFrom, locale),
  };
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('products.settings.takeBackOf', words)}
        onClick={signing.open}
      >
        {t('products.settings.takeBack')}
      </Button>
      <SignDialog
        signing={signing}
        title={t('products.settings.takeBackOf', words)}
        signer={signer}
        reason={{ value: reason, set: setReason }}
      />
    </>
  );
}
