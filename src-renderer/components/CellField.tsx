import { ActionIcon } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './CellField.module.css';
import { Icon } from './icons.tsx';

type Props = {
  /** Which cell it is, to readers aloud. */
  label: string;
  /** What the cell holds in its file. */
  held: string;
  /** What it should hold instead; undefined as long as nothing else was typed. */
  typed: string | undefined;
  longest: number;
  onType: (text: string) => void;
  onEnter: () => void;
};

/** A cell of a file that can be typed over. Enter is done with typing, Esc takes back what was typed. */
export function CellField({ label, held, typed, longest, onType, onEnter }: Props): ReactNode {
  const { t } = useTranslation();

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') onEnter();
    if (event.key === 'Escape') onType(held);
  }

  return (
    <span className={styles.field} data-changed={typed !== undefined}>
      <input
        className={`mono ${styles.input}`}
        type="text"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={longest}
        value={typed ?? held}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {typed !== undefined && (
        // By key it is Esc in the field: Tab goes from cell to cell.
        <ActionIcon
          size={22}
          pos="absolute"
          top={-1}
          right={1}
          tabIndex={-1}
          aria-label={t('exchange.takeBack', { what: label })}
          onClick={() => onType(held)}
        >
          <Icon name="undo" size={14} />
        </ActionIcon>
      )}
    </span>
  );
}

/** What a cell holds in its file; struck through where something else was typed. */
export function HeldText({ held, changed }: { held: string; changed: boolean }): ReactNode {
  const Tag = changed ? 's' : 'span';
  return (
    <Tag className={`mono ${styles.held}`} title={held}>
      {held}
    </Tag>
  );
}
