import { Popover, Stack } from '@mantine/core';
import { type ChangeEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { fold } from '#shared/kernel/fold.ts';
import type { Option } from '../form/field.ts';
import { type AnyColumn, optionsOf, type Reading } from './cells.ts';
import styles from './grid.module.css';
import type { Editing, GridState } from './useGrid.ts';

type Props = {
  column: AnyColumn;
  text: string;
  /** What is read there while nobody types. */
  shown: string;
  label: string;
  faultId: string | undefined;
  reading: Reading;
  editing: Editing['with'] | undefined;
  readOnly: boolean;
  grid: GridState;
};
type Field = HTMLInputElement | HTMLTextAreaElement;

/** The cell somebody is in: a field that holds its text, with a list of what can be chosen while it is typed. */
export function CellInput(props: Props): ReactNode {
  const { column, text, shown, label, faultId, reading, editing, readOnly, grid } = props;
  const options = optionsOf(column, reading);
  const common = {
    'data-cell-field': '',
    className: styles.input,
    'data-editing': editing !== undefined,
    // As it is read, until somebody types.
    value: editing === undefined ? shown : text,
    readOnly,
    'aria-label': label,
    'aria-invalid': faultId !== undefined,
    'aria-describedby': faultId,
    spellCheck: false,
    autoComplete: 'off',
    onChange: (event: ChangeEvent<Field>) => grid.type(event.currentTarget.value),
    ...grid.field,
  };
  if (options !== undefined) return <ChoiceInput {...props} options={options} common={common} />;
  return (
    <textarea
      {...common}
      rows={1}
      inputMode={column.kind === 'decimal' ? 'decimal' : column.kind === 'wholeNumber' ? 'numeric' : 'text'}
      autoCapitalize={column.kind === 'text' ? undefined : 'none'}
    />
  );
}

type ChoiceProps = Props & {
  options: readonly Option[];
  common: React.ComponentProps<'input'> & { onKeyDown: GridState['field']['onKeyDown'] };
};

/** What fits what is typed is offered; Enter or Tab takes the one that is marked. */
function ChoiceInput({ text, editing, readOnly, grid, options, common, column }: ChoiceProps): ReactNode {
  const id = useId();
  const [marked, setMarked] = useState<number>();
  const sought = fold(text.trim());
  const chosen = options.findIndex(({ label }) => fold(label) === sought);
  const alike = options.filter(({ label }) => fold(label).includes(sought));
  // With the caret one looks for another, whatever is there.
  const fitting = editing === 'caret' && (chosen >= 0 || alike.length === 0) ? options : alike;
  const isOpen = editing !== undefined && fitting.length > 0;
  const first = Math.max(
    0,
    fitting.findIndex(({ label }) => fold(label) === sought),
  );
  const at = Math.min(marked ?? first, fitting.length - 1);

  function take(option: Option | undefined): void {
    if (option !== undefined) grid.type(option.label);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') setMarked(undefined);
    const isMeant = marked !== undefined || (text !== '' && alike.length > 0);
    const isBare = !event.ctrlKey && !event.metaKey;
    if (isOpen && isBare && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      return setMarked((at + (event.key === 'ArrowDown' ? 1 : fitting.length - 1)) % fitting.length);
    }
    if (isOpen && isBare && (event.key === 'Enter' || event.key === 'Tab') && isMeant) take(fitting[at]);
    const asksForList = (event.altKey && event.key === 'ArrowDown') || (column.kind === 'choice' && event.key === ' ');
    if (editing === undefined && !readOnly && asksForList) {
      event.preventDefault();
      return grid.startEditing('caret');
    }
    if (editing === undefined && column.kind === 'flag' && event.key === ' ') {
      event.preventDefault();
      return readOnly ? undefined : grid.put(options[sought === fold(options[0]?.label ?? '') ? 1 : 0]?.label ?? '');
    }
    common.onKeyDown(event);
  }

  return (
    <Popover
      opened={isOpen}
      position="bottom-start"
      offset={2}
      shadow="md"
      withRoles={false}
      trapFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <input
          {...common}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          onChange={(event) => {
            setMarked(undefined);
            common.onChange?.(event);
          }}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown p={4} mah={260} style={{ overflow: 'auto' }}>
        <Stack
          component="ul"
          gap={0}
          className={styles.options ?? ''}
          role="listbox"
          id={id}
          aria-label={common['aria-label']}
        >
          {fitting.map((option, index) => (
            <li
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              // A press must not take the focus out of the cell.
              onMouseDown={(event) => {
                event.preventDefault();
                take(option);
                grid.stopEditing();
              }}
            >
              {option.label}
            </li>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
