import { Box, type BoxProps } from '@mantine/core';
import type { AriaRole, CSSProperties, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icons.tsx';
import styles from './Panel.module.css';

/** With a line around it; with a bar in front, where it asks for something or says what went wrong; or in the colour of a verdict. */
export type PanelTone = 'plain' | 'accent' | 'danger' | 'control' | 'released' | 'quarantine' | 'rejected' | 'grave';

type Props = Pick<BoxProps, 'my' | 'mt' | 'mb' | 'maw' | 'fw'> & {
  tone?: PanelTone;
  icon?: IconName;
  /** Names it as a part of the page. */
  label?: string;
  role?: AriaRole;
  /** Where it takes the focus to be read aloud. */
  focusable?: Ref<HTMLDivElement>;
  children: ReactNode;
};

/** Something set apart from what is around it, with a sign in front. */
export function Panel({ tone = 'plain', icon, label, focusable, children, ...box }: Props): ReactNode {
  const isFilled = !Object.hasOwn(bars, tone);
  return (
    <Box
      {...box}
      {...(label === undefined ? {} : { component: 'section', 'aria-label': label })}
      className={styles.panel ?? ''}
      data-filled={isFilled}
      p={tone === 'plain' || isFilled ? '8px 12px' : '12px 16px'}
      style={{ display: 'flex', gap: isFilled ? 8 : 12, borderRadius: 6, ...(isFilled ? filled(tone) : lined(tone)) }}
    >
      {icon !== undefined && <Icon name={icon} />}
      <Box flex={1} miw={0} {...(focusable !== undefined && { ref: focusable, tabIndex: -1 })}>
        {children}
      </Box>
    </Box>
  );
}

const bars: Partial<Record<PanelTone, string>> = {
  plain: '',
  accent: 'var(--l-accent)',
  danger: 'var(--l-danger)',
  control: 'var(--l-control)',
};

const lined = (tone: PanelTone): CSSProperties => ({
  border: '1px solid var(--l-hairline)',
  ...(tone === 'plain' ? {} : { borderInlineStart: `3px solid ${bars[tone]}` }),
  background: 'var(--l-raised)',
});

const filled = (tone: PanelTone): CSSProperties => {
  const name = tone === 'grave' ? 'danger' : tone;
  return { background: `var(--l-${name})`, color: `var(--l-on-${name})` };
};
