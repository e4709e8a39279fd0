import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import { PlainDateText } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Link, PartnerLink } from '#renderer/components/links.tsx';
import { Panel } from '#renderer/components/Panel.tsx';

/** So many stand here; the list has the rest. */
const shown = 5;

/** The approvals of suppliers that have ended or end soon; nothing where none does. */
export function EndingApprovals(): ReactNode {
  const { t } = useTranslation();
  const { data } = useAsk(ask.suppliers.listEnding.queryOptions({ input: {} }));
  const approvals = data?.approvals ?? [];
  if (approvals.length === 0) return null;
  return (
    <Panel label={t('suppliers.ending')} mb="md">
      <Group gap="md">
        <Text fw={600}>{t('suppliers.ending')}</Text>
        <Link to="/suppliers" search={{ standing: ['ended', 'endsSoon'] }}>
          {t('suppliers.endingAll')}
        </Link>
      </Group>
      {approvals.slice(0, shown).map(({ partner, partnerName, level, code, validUntil, standing }) => (
        <div key={JSON.stringify([partner, level, code])}>
          {standing === 'ended' && <Icon name="warning" size={14} />} <PartnerLink code={partner} /> {partnerName}{' '}
          {t('suppliers.endingFor', { code })} <PlainDateText date={validUntil} />
        </div>
      ))}
    </Panel>
  );
}
