import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import type { KeptRule, NamedStatus } from '#shared/statuses/contract.ts';
import { useTakenWords } from './words.ts';

type RuleTableProps = { rules: readonly KeptRule[]; onChange: ((rule: KeptRule) => void) | undefined };

export function RuleTable({ rules, onChange }: RuleTableProps): ReactNode {
  const { t } = useTranslation();
  const takenWords = useTakenWords();
  return (
    // What scrolls must be reachable by keyboard.
    <div className="tableBox" tabIndex={0}>
      <Table highlightOnHover aria-label={t('statuses.rules')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('audit.fields.level')}</Table.Th>
            <Table.Th scope="col">{t('statuses.of')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.ruledAct')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.taken')}</Table.Th>
            {onChange !== undefined && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => {
            const act = t(`statuses.acts.${rule.act}`);
            return (
              <Table.Tr key={`${rule.level} ${rule.code} ${rule.act}`}>
                <Table.Td>{t(`statuses.levels.${rule.level}`)}</Table.Td>
                <Table.Td className="code">{rule.code}</Table.Td>
                <Table.Td>{act}</Table.Td>
                <Table.Td>{rule.taken.map(takenWords).join(', ')}</Table.Td>
                {onChange !== undefined && (
                  <Change
                    label={t('statuses.changeRule', { act, of: rule.code === '' ? t('statuses.site') : rule.code })}
                    onClick={() => onChange(rule)}
                  />
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type NameTableProps = { statuses: readonly NamedStatus[]; onChange: ((status: NamedStatus) => void) | undefined };

export function NameTable({ statuses, onChange }: NameTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="tableBox" tabIndex={0}>
      <Table highlightOnHover aria-label={t('statuses.names')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('fields.status')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.look')}</Table.Th>
            {onChange !== undefined && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {statuses.map((named) => (
            <Table.Tr key={named.status}>
              <Table.Td>
                <StatusBadge status={named.status} />
              </Table.Td>
              <Table.Td>{t(`statuses.looks.${named.look}`)}</Table.Td>
              {onChange !== undefined && (
                <Change label={t('statuses.changeName', { status: named.status })} onClick={() => onChange(named)} />
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Change({ label, onClick }: { label: string; onClick: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.Td>
      <Button size="compact-xs" variant="default" aria-label={label} onClick={onClick}>
        {t('people.changeRoleShort')}
      </Button>
    </Table.Td>
  );
}
