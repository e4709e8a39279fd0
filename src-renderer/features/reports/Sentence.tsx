import { Group, Paper } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AnyField, FieldShown, FieldValue, TextKey } from '#renderer/components/form/field.ts';
import { FormField } from '#renderer/components/form/FormField.tsx';
import { useWord } from '#renderer/components/words.ts';
import type { ListedReport } from '#shared/reports/contract.ts';
import type { Blanks } from './reports.hooks.ts';
import styles from './reports.module.css';

type Blank = ListedReport['blanks'][number];
type Props = { report: ListedReport; blanks: Blanks; onBlanks: (blanks: Blanks) => void };

/** What a report asks, as one sentence; its blanks are the fields of forms. */
export function Sentence({ report, blanks, onBlanks }: Props): ReactNode {
  const say = useWord();
  if (report.blanks.length === 0) return null;
  const set = (blank: Blank, value: FieldValue): void => {
    const { [blank.name]: _before, ...others } = blanks;
    onBlanks(isLeft(blank, value) ? others : { ...others, [blank.name]: inAddress(value) });
  };
  // Every second part is the name of a blank.
  const parts = say(`reports.catalogue.${report.name}.asks`, '').split(/\{\{(\w+)\}\}/);
  return (
    <Paper withBorder bg="var(--l-raised)" px="sm" py="xs" mt="xs" mb="md">
      <Group gap="xs" role="group" aria-label={say(`reports.catalogue.${report.name}.title`, '')}>
        {parts.map((part, at) => {
          const blank = at % 2 === 0 ? undefined : report.blanks.find(({ name }) => name === part);
          if (blank === undefined) return <span key={at}>{part}</span>;
          const value = blanks[blank.name] ?? startOf(blank);
          return (
            <BlankField
              key={`${part} ${String(value)}`}
              blank={blank}
              value={value}
              onValue={(next) => set(blank, next)}
            />
          );
        })}
      </Group>
    </Paper>
  );
}

const startOf = ({ kind, start, values }: Blank): FieldValue =>
  kind === 'choices' ? [] : kind === 'flag' ? false : kind === 'choice' ? (values[0] ?? '') : start;

const isLeft = (blank: Blank, value: FieldValue): boolean =>
  value === '' || JSON.stringify(value) === JSON.stringify(startOf(blank));

const inAddress = (value: FieldValue): string | boolean | string[] =>
  typeof value === 'string' || typeof value === 'boolean' ? value : [...value];

/** A blank; what is typed counts when the field is left or Enter is pressed, what is chosen at once. */
function BlankField({
  blank,
  value,
  onValue,
}: {
  blank: Blank;
  value: FieldValue;
  onValue: (value: FieldValue) => void;
}): ReactNode {
  const say = useWord();
  const [typed, setTyped] = useState(value);
  const isWritten = blank.kind === 'code' || blank.kind === 'text';
  const done = (): void => {
    if (isWritten && typed !== value) onValue(typed);
  };
  const shown: FieldShown = {
    value: typed,
    error: undefined,
    required: false,
    readOnly: false,
    changed: false,
    sent: 0,
    refusal: undefined,
    values: {},
    isBeside: true,
    set(next) {
      setTyped(next);
      if (!isWritten && next !== '') onValue(next);
    },
    leave: done,
  };
  return (
    <span
      className={styles.blank}
      data-kind={blank.kind}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
      }}
    >
      <FormField field={fieldOf(blank, say)} shown={shown} />
    </span>
  );
}

function fieldOf({ name, kind, values, words }: Blank, say: ReturnType<typeof useWord>): AnyField {
  // Every blank has its name among the texts; a test holds it.
  const field = { name, label: `reports.parameters.${name}` as TextKey };
  if (kind !== 'choice' && kind !== 'choices') return { ...field, kind };
  const options = values.map((value) => ({ value, label: say(`${words}.${value}`, value) }));
  return { ...field, kind, options, ...(kind === 'choices' ? { help: 'reports.noneChosen' } : {}) };
}
