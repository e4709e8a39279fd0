import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { RulesPage } from '#renderer/components/RulesPage.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import type { NumberingRule } from '#shared/numbering/contract.ts';
import { type NumberingLevel, numberingLevels } from '#shared/numbering/vocabulary.ts';
import { useNumberingRules } from './numbering.hooks.ts';
import { RuleForm } from './RuleForm.tsx';

/** The level and code of the rule that is changed; "+" while a new one is made. */
type Search = { level: string; of: string };
const newRule = '+';

/** How goods are numbered at each level, and the form in which that is said. */
export function NumberingScreen({ search, setSearch }: ScreenProps<Search>): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('masterData');
  const asked = useNumberingRules();
  return (
    <RulesPage
      at="/setup/numbering"
      lead={t('numbering.lead')}
      newRule={t('numbering.newRule')}
      noRight={t('numbering.noRight')}
      asked={asked}
      mayChange={mayChange}
      isOpen={search.level !== ''}
      onNew={() => setSearch({ level: newRule }, 'step')}
      form={(rules) => (
        <RuleForm
          key={`${search.level} ${search.of}`}
          rule={rules.find(({ level, code }) => level === search.level && code === search.of)}
          rules={rules}
          about={{ level: levelOf(search.level), code: search.of }}
          onDone={() => setSearch({ level: '', of: '' })}
        />
      )}
      nothing={
        <EmptyState title={t('numbering.nothing')}>
          <p>{t('numbering.nothingHelp')}</p>
        </EmptyState>
      }
      table={(rules, canChange) => (
        <Rules
          rules={rules}
          onChange={canChange ? ({ level, code }) => setSearch({ level, of: code }, 'step') : undefined}
        />
      )}
    />
  );
}

const levelOf = (text: string): NumberingLevel => numberingLevels.find((level) => level === text) ?? 'site';

type RulesProps = { rules: readonly NumberingRule[]; onChange: ((rule: NumberingRule) => void) | undefined };

function Rules({ rules, onChange }: RulesProps): ReactNode {
  const { t } = useTranslation();
  return (
    // What scrolls must be reachable by keyboard.
    <div className="tableBox" tabIndex={0}>
      <Table highlightOnHover aria-label={t('numbering.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('audit.fields.level')}</Table.Th>
            <Table.Th scope="col">{t('numbering.of')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.lotPattern')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.serialPattern')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.uniqueness')}</Table.Th>
            {onChange !== undefined && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={`${rule.level} ${rule.code}`}>
              <Table.Td>{t(`numbering.levels.${rule.level}`)}</Table.Td>
              <Table.Td className="code">{rule.code}</Table.Td>
              <Table.Td className="code">{rule.lotPattern}</Table.Td>
              <Table.Td className="code">{rule.serialPattern}</Table.Td>
              <Table.Td>{rule.uniqueness === '' ? '' : t(`numbering.uniquenesses.${rule.uniqueness}`)}</Table.Td>
              {onChange !== undefined && (
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('numbering.changeRule', { of: rule.code === '' ? t('numbering.site') : rule.code })}
                    onClick={() => onChange(rule)}
                  >
                    {t('people.changeRoleShort')}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
