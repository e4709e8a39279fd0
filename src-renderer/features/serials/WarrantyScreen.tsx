import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useMay } from '#renderer/client/index.ts';
import { localDate, PlainDateText, today, useLocale } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { RulesPage } from '#renderer/components/RulesPage.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { type NumberingLevel, numberingLevels } from '#shared/numbering/vocabulary.ts';
import { serials, type WarrantyRule } from '#shared/serials/contract.ts';
import { warrantyStarts } from '#shared/serials/vocabulary.ts';

/** The level, code and first day of the rule that is changed; "+" while a new one is made. */
type Search = { level: string; of: string; from: string };
const newRule = '+';

/** For how long goods are under warranty by the rules of each level, and the form in which that is said. */
export function WarrantyScreen({ search, setSearch }: ScreenProps<Search>): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('masterData');
  const asked = useAsk(ask.serials.listWarrantyRules.queryOptions({ input: {} }));
  return (
    <RulesPage
      at="/setup/warranty"
      lead={t('serials.warranty.lead')}
      newRule={t('serials.warranty.newRule')}
      noRight={t('serials.warranty.noRight')}
      asked={asked}
      mayChange={mayChange}
      isOpen={search.level !== ''}
      onNew={() => setSearch({ level: newRule }, 'step')}
      form={(rules) => (
        <RuleForm
          key={`${search.level} ${search.of} ${search.from}`}
          rule={rules.find(
            ({ level, code, validFrom }) => level === search.level && code === search.of && validFrom === search.from,
          )}
          rules={rules}
          onDone={() => setSearch({ level: '', of: '', from: '' })}
        />
      )}
      nothing={<EmptyState title={t('serials.warranty.nothing')} />}
      table={(rules, canChange) => (
        <Rules
          rules={rules}
          onChange={
            canChange
              ? ({ level, code, validFrom }) => setSearch({ level, of: code, from: validFrom }, 'step')
              : undefined
          }
        />
      )}
    />
  );
}

type RulesProps = { rules: readonly WarrantyRule[]; onChange: ((rule: WarrantyRule) => void) | undefined };

function Rules({ rules, onChange }: RulesProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = ({ code }: WarrantyRule): string => (code === '' ? t('serials.warranty.site') : code);
  return (
    // What scrolls must be reachable by keyboard.
    <div className="tableBox" tabIndex={0}>
      <Table highlightOnHover aria-label={t('serials.warranty.rules')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('audit.fields.level')}</Table.Th>
            <Table.Th scope="col">{t('serials.warranty.of')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.validFrom')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.months')}</Table.Th>
            <Table.Th scope="col">{t('audit.fields.starts')}</Table.Th>
            {onChange !== undefined && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={`${rule.level} ${rule.code} ${rule.validFrom}`}>
              <Table.Td>{t(`numbering.levels.${rule.level}`)}</Table.Td>
              <Table.Td className="code">{rule.code}</Table.Td>
              <Table.Td>
                <PlainDateText date={rule.validFrom} />
              </Table.Td>
              <Table.Td>{rule.months}</Table.Td>
              <Table.Td>{t(`serials.warranty.startsWith.${rule.starts}`)}</Table.Td>
              {onChange !== undefined && (
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('serials.warranty.changeRule', {
                      of: nameOf(rule),
                      date: localDate(rule.validFrom, locale),
                    })}
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

type FormProps = { rule: WarrantyRule | undefined; rules: readonly WarrantyRule[]; onDone: () => void };

function RuleForm({ rule, rules, onDone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const isTaken = (typed: WarrantyRule): boolean =>
    rule === undefined &&
    rules.some(
      ({ level, code, validFrom }) =>
        level === typed.level && (level === 'site' || code === typed.code) && validFrom === typed.validFrom,
    );
  const fixed = rule !== undefined;
  const fields: FormParts<WarrantyRule> = [
    {
      fields: [
        {
          kind: 'choice',
          name: 'level',
          label: 'audit.fields.level',
          fixed,
          options: numberingLevels.toReversed().map((value) => ({ value, label: t(`numbering.levels.${value}`) })),
        },
        {
          kind: 'code',
          name: 'code',
          label: 'serials.warranty.of',
          help: 'serials.warranty.codeHelp',
          fixed,
          when: ({ level }) => level !== 'site',
        },
        {
          kind: 'date',
          name: 'validFrom',
          label: 'audit.fields.validFrom',
          fixed,
          check: (typed) => (isTaken(typed) ? 'serials.warranty.taken' : undefined),
        },
      ],
    },
    {
      fields: [
        { kind: 'wholeNumber', name: 'months', label: 'audit.fields.months', help: 'serials.warranty.monthsHelp' },
        {
          kind: 'choice',
          name: 'starts',
          label: 'audit.fields.starts',
          options: warrantyStarts.map((value) => ({ value, label: t(`serials.warranty.startsWith.${value}`) })),
        },
      ],
    },
  ];
  const of = rule?.code === '' ? t('serials.warranty.site') : (rule?.code ?? '');
  const date = rule === undefined ? '' : localDate(rule.validFrom, locale);
  return (
    <Section
      title={rule === undefined ? t('serials.warranty.newRule') : t('serials.warranty.changeRule', { of, date })}
    >
      <RecordForm
        operation={serials.saveWarrantyRule}
        call={api.serials.saveWarrantyRule}
        record={rule ?? blank()}
        fields={fields}
        changes={fixed}
        draft={`warranty ${rule === undefined ? newRule : `${rule.level} ${rule.code} ${rule.validFrom}`}`}
        send={({ level, code, validFrom, months, starts }) => ({
          level,
          code: level === 'site' ? '' : code,
          validFrom,
          months,
          starts,
        })}
        onDone={onDone}
        onCancel={onDone}
      />
    </Section>
  );
}

const siteLevel: NumberingLevel = 'site';
const blank = (): WarrantyRule => ({
  level: siteLevel,
  code: '',
  validFrom: today(),
  months: 24,
  starts: 'delivery',
});
