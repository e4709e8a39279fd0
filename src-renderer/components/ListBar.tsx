import { Button, Group, Kbd, Text, TextInput } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import { isField } from './useScanner.ts';

type BarProps = {
  text: string;
  placeholder: string;
  onText: (text: string) => void;
  /** What can be done with the list, at the end of the line. */
  children: ReactNode;
};

/** What is above a list: the field that filters it, one "/" away, and what can be done with it. */
export function ListBar({ text, placeholder, onText, children }: BarProps): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useWindowEvent('keydown', (event) => {
    if (event.key !== '/' || isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.current?.select();
  });
  return (
    <Group gap={8}>
      <FilterField field={field} text={text} placeholder={placeholder} onText={onText} label={t('lists.filter')} />
      {children}
    </Group>
  );
}

/** So long after the last key the list is filtered, in milliseconds. */
const typedWithin = 200;

type FieldProps = {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  placeholder: string;
  label: string;
  onText: (text: string) => void;
};

function FilterField({ field, text, placeholder, label, onText }: FieldProps): ReactNode {
  const [typed, setTyped] = useState(text);
  const [asked, setAsked] = useState(text);
  // The address changed by other means: a view, a cleared filter, the back button.
  if (text !== asked) {
    setAsked(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => {
      setAsked(typed.trim());
      onText(typed.trim());
    }, typedWithin);
    return () => clearTimeout(timer);
  }, [typed, asked, onText]);
  return (
    <TextInput
      ref={field}
      flex="0 1 320px"
      miw={200}
      me="auto"
      size="sm"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<Icon name="magnifier" size={14} />}
      rightSection={<Kbd size="xs">/</Kbd>}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}

type Chip = { name: string; column: string; value: string };

/** How many rows there are, and what leaves the others out. */
export function FilterLine(props: {
  total: number | undefined;
  chips: readonly Chip[];
  isFiltered: boolean;
  onRemove: (name: string) => void;
  onClear: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { total, chips, isFiltered, onRemove, onClear } = props;
  return (
    <Group gap="6px 8px" mih={36} fz={12}>
      <Text span inherit c="dimmed" role="status">
        {total === undefined ? t('common.loading') : t('common.rows', { count: total })}
      </Text>
      {chips.map(({ name, column, value }) => (
        <Button
          key={name}
          size="compact-xs"
          variant="light"
          c="var(--l-text)"
          fw={400}
          maw={320}
          rightSection={<Icon name="cross" size={10} />}
          aria-label={t('common.remove', { what: `${column}: ${value}` })}
          onClick={() => onRemove(name)}
        >
          <span className="muted">{column}:</span>&nbsp;{value}
        </Button>
      ))}
      {isFiltered && (
        <Button size="compact-xs" variant="subtle" fw={400} onClick={onClear}>
          {t('lists.clearAll')}
        </Button>
      )}
    </Group>
  );
}
