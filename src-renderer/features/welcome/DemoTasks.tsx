import { Box, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { type AnyPlace, tracePlace, unitPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { OtherStore, ownCommands } from './OtherStore.tsx';
import { useDemoPlant } from './welcome.hooks.ts';

const unit = (product: string, lot: string) => ({ product, lot, sublot: '', serial: '' });

/** What to try first in each demo plant, with the address that does it. */
export const tasks = {
  food: {
    recall: { to: '/recall', search: { supplierLots: [['S-VERDANNE', 'VE-66318']] } },
    trace: tracePlace(unit('JAM-APR', 'JA-1052'), 'upstream'),
    lot: unitPlace(unit('APR-PUREE', 'AP-0030')),
    audit: { to: '/audit' },
  },
  device: {
    recall: { to: '/recall', search: { suspects: [['CAP-220', 'CP-0043', '', '']] } },
    trace: tracePlace(unit('CAP-220', 'CP-0043'), 'downstream'),
    lot: unitPlace(unit('CAP-220', 'CP-0043')),
    audit: { to: '/audit' },
  },
} as const satisfies Record<DemoPlant, Record<string, AnyPlace>>;

const names = ['recall', 'trace', 'lot', 'audit'] as const;

/** What to try first in the demo plant that is open. */
export function DemoTasks(): ReactNode {
  const { t } = useTranslation();
  const plant = useDemoPlant();
  const may = { recall: useMay('recall'), trace: useMay('trace'), lot: useMay('look'), audit: useMay('audit') };
  if (plant === undefined) return null;
  return (
    <>
      <Text maw="72ch">{t(`welcome.plants.${plant}.story`)}</Text>
      <Stack component="ol" gap={0} maw="88ch" my="md" style={{ borderBlockEnd: '1px solid var(--l-hairline)' }}>
        {names
          .filter((name) => may[name])
          .map((name) => (
            <Box component="li" key={name} py="sm" style={{ borderBlockStart: '1px solid var(--l-hairline)' }}>
              <Link {...tasks[plant][name]}>
                <strong>{t(`welcome.plants.${plant}.${name}.title`)}</strong>
              </Link>
              <Text mt={2} c="dimmed">
                {t(`welcome.plants.${plant}.${name}.text`)}
              </Text>
            </Box>
          ))}
      </Stack>
      <div className="muted">
        <OtherStore asked={t('welcome.own.commands')} inMenu={t('welcome.own.inMenu')} commands={ownCommands} />
      </div>
    </>
  );
}
