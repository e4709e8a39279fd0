import { Box } from '@mantine/core';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { heightAfter, heightWithin, leastHeight, mostHeight, usualHeight } from './heights.ts';

type Props = {
  label: string;
  /** In percent of the window's height. */
  value: number;
  onChange: (value: number) => void;
};

/** The edge below something as high as its person wants it: pulled, moved by arrows, set back by Enter or two clicks. */
export function HeightDivider({ label, value, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const pulled = useRef<{ from: number; at: number }>(undefined);

  function pull(event: PointerEvent): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    pulled.current = { from: value, at: event.clientY };
  }
  function follow({ clientY }: PointerEvent): void {
    if (pulled.current === undefined) return;
    const { from, at } = pulled.current;
    onChange(heightWithin(from + ((clientY - at) / window.innerHeight) * 100));
  }
  function letGo(): void {
    pulled.current = undefined;
  }
  return (
    <Box
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuenow={value}
      aria-valuemin={leastHeight}
      aria-valuemax={mostHeight}
      aria-valuetext={t('common.ofWindow', { percent: value })}
      title={label}
      py={6}
      style={{ cursor: 'row-resize', touchAction: 'none' }}
      onPointerDown={pull}
      onPointerMove={follow}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => onChange(usualHeight)}
      onKeyDown={(event) => {
        const next = heightAfter(event.key, value);
        if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        onChange(next);
      }}
    >
      <Box w={64} h={4} mx="auto" bg="var(--l-control)" style={{ borderRadius: 2 }} />
    </Box>
  );
}
