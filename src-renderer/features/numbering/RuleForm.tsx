import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { useMessage } from '#renderer/components/useMessage.ts';
import { Section } from '#renderer/components/layout.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { numbering, type NumberingRule } from '#shared/numbering/contract.ts';
import { type NumberingLevel, numberingLevels, uniquenesses } from '#shared/numbering/vocabulary.ts';
import { useTriedPattern } from './numbering.hooks.ts';

const blank: Pick<NumberingRule, 'lotPattern' | 'serialPattern' | 'uniqueness'> = {
  lotPattern: '',
  serialPattern: '',
  uniqueness: '',
};

type Props = {
  rule: NumberingRule | undefined;
  about: { level: NumberingLevel; code: string };
  rules: readonly NumberingRule[];
  onDone: () => void;
};

/** How a level is numbered, with what its patterns make while they are typed. */
export function RuleForm({ rule, about, rules, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const isTaken = (typed: NumberingRule): boolean =>
    rule === undefined &&
    rules.some(({ level, code }) => level === typed.level && (level === 'site' || code === typed.code));
  const pattern = { kind: 'code', help: 'numbering.patternHelp' } as const;
  const fields: FormParts<NumberingRule> = [
    {
      fields: [
        {
          kind: 'choice',
          name: 'level',
          label: 'audit.fields.level',
          fixed: rule !== undefined,
          options: numberingLevels.toReversed().map((value) => ({ value, label: t(`numbering.levels.${value}`) })),
          check: (typed) => (isTaken(typed) ? 'numbering.taken' : undefined),
        },
        {
          kind: 'code',
          name: 'code',
          label: 'numbering.of',
          help: 'numbering.codeHelp',
          fixed: rule !== undefined,
          when: ({ level }) => level !== 'site',
        },
      ],
    },
    { ...pattern, name: 'lotPattern', label: 'audit.fields.lotPattern' },
    { ...pattern, name: 'serialPattern', label: 'audit.fields.serialPattern' },
    {
      kind: 'choice',
      name: 'uniqueness',
      label: 'audit.fields.uniqueness',
      help: 'numbering.uniquenessHelp',
      options: [
        { value: '', label: t('numbering.asAbove') },
        ...uniquenesses.map((value) => ({ value, label: t(`numbering.uniquenesses.${value}`) })),
      ],
    },
  ];
  const of = rule?.code === '' ? t('numbering.site') : (rule?.code ?? '');
  return (
    <Section title={rule === undefined ? t('numbering.newRule') : t('numbering.changeRule', { of })}>
      <RecordForm
        operation={numbering.saveRule}
        call={api.numbering.saveRule}
        record={rule ?? { ...about, ...blank }}
        fields={fields}
        changes={rule !== undefined}
        draft={`numbering ${rule === undefined ? '+' : `${rule.level} ${rule.code}`}`}
        send={({ level, code, lotPattern, serialPattern, uniqueness }) => ({
          level,
          code: level === 'site' ? '' : code,
          lotPattern,
          serialPattern,
          uniqueness,
        })}
        summary={({ level, code, lotPattern, serialPattern }) => (
          <>
            <Example label="audit.fields.lotPattern" pattern={lotPattern} product={level === 'product' ? code : ''} />
            <Example
              label="audit.fields.serialPattern"
              pattern={serialPattern}
              product={level === 'product' ? code : ''}
            />
          </>
        )}
        onDone={onDone}
        onCancel={onDone}
      />
    </Section>
  );
}

type ExampleProps = {
  label: 'audit.fields.lotPattern' | 'audit.fields.serialPattern';
  pattern: string;
  product: string;
};

/** What a pattern makes of today, or what is wrong with it. */
function Example({ label, pattern, product }: ExampleProps): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const tried = useTriedPattern(pattern, product);
  const [first, second] = tried.data?.numbers ?? [];
  const wrong = tried.data?.message ?? '';
  if (pattern === '') return null;
  if (wrong !== '')
    return (
      <p role="status" className="warning">
        {t(label)}: {messageText(wrong)}
      </p>
    );
  if (first === undefined || second === undefined) return null;
  return (
    <p role="status" className="muted">
      {t(label)}: {t('numbering.example', { first, second })}
    </p>
  );
}
