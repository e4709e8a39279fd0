import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { statusLetters } from '#shared/kernel/status.ts';
import { type KeptRule, statuses as contract } from '#shared/statuses/contract.ts';
import { ruledActs, ruleLevels } from '#shared/statuses/vocabulary.ts';
import { useTakenWords } from './words.ts';

const blank: KeptRule = { level: 'site', code: '', act: 'shipment', taken: [] };

type Props = { rule: KeptRule | undefined; kept: Outputs['statuses']['list']; onDone: () => void };

/** Goods of which statuses may do something, at one level; signed. */
export function RuleForm({ rule, kept: { rules, statuses }, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const takenWords = useTakenWords();
  const isNew = rule === undefined;
  const isTaken = (typed: KeptRule): boolean =>
    isNew &&
    rules.some(
      ({ level, code, act }) => level === typed.level && act === typed.act && (level === 'site' || code === typed.code),
    );
  const single = new Set([
    ...statusLetters,
    ...statuses.map(({ status }) => status),
    ...rules.flatMap(({ taken }) => taken.filter((one) => !one.endsWith('*'))),
  ]);
  const fields: FormParts<KeptRule> = [
    {
      fields: [
        {
          kind: 'choice',
          name: 'level',
          label: 'audit.fields.level',
          fixed: !isNew,
          options: ruleLevels.map((value) => ({ value, label: t(`statuses.levels.${value}`) })),
          check: (typed) => (isTaken(typed) ? 'statuses.taken' : undefined),
        },
        {
          kind: 'code',
          name: 'code',
          label: 'statuses.of',
          help: 'statuses.codeHelp',
          fixed: !isNew,
          when: ({ level }) => level !== 'site',
        },
        {
          kind: 'choice',
          name: 'act',
          label: 'audit.fields.ruledAct',
          fixed: !isNew,
          options: ruledActs.map((value) => ({ value, label: t(`statuses.acts.${value}`) })),
        },
      ],
    },
    {
      kind: 'choices',
      name: 'taken',
      label: 'audit.fields.taken',
      help: 'statuses.takenHelp',
      options: [...statusLetters.map((letter) => `${letter}*`), ...single].map((value) => ({
        value,
        label: takenWords(value),
      })),
    },
  ];
  const title = isNew
    ? t('statuses.newRule')
    : t('statuses.changeRule', {
        act: t(`statuses.acts.${rule.act}`),
        of: rule.code === '' ? t('statuses.site') : rule.code,
      });
  return (
    <Section title={title}>
      <SignedForm
        name="statuses.saveRule"
        operation={contract.saveRule}
        call={api.statuses.saveRule}
        title="statuses.signRule"
        record={rule ?? blank}
        fields={fields}
        changes={!isNew}
        draft={`status rule ${isNew ? '+' : `${rule.level} ${rule.code} ${rule.act}`}`}
        send={({ level, code, act, taken }) => ({ level, code: level === 'site' ? '' : code, act, taken })}
        onDone={onDone}
        onCancel={onDone}
      />
    </Section>
  );
}
