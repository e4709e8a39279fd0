import { Box, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '#renderer/components/figures.tsx';
import { useWord } from '#renderer/components/words.ts';
import type { RecordVersion } from '#shared/audit/contract.ts';
import styles from './audit.module.css';
import { useOperationName, VersionWhy } from './said.tsx';

type Pair = { left: number; right: number };
type Props = Pair & { record: string; rows: readonly RecordVersion[]; onPair: (pair: Pair) => void };

/** The versions, newest first. One click chooses what is on the left, another what is on the right; so do the arrow keys. */
export function VersionList({ rows, left, right, onPair }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const nameOf = useOperationName();
  const side = (name: keyof Pair, chosen: number, version: number): ReactNode => (
    <label>
      <input
        type="radio"
        name={name}
        checked={chosen === version}
        aria-label={t(name === 'left' ? 'audit.showLeft' : 'audit.showRight', { version })}
        onChange={() => onPair({ left, right, [name]: version })}
      />
    </label>
  );
  return (
    <Stack component="ol" gap={0} className={styles.versions ?? ''} aria-label={t('audit.versions')}>
      <li className={styles.versionHead} aria-hidden="true">
        <span>{t('audit.left')}</span>
        <span>{t('audit.right')}</span>
        <span>{t('audit.versions')}</span>
      </li>
      {rows.map((row) => {
        const { version, at, person, operation, changed } = row;
        return (
          <Box component="li" key={version} bg={version === left || version === right ? 'var(--l-selected)' : 'none'}>
            {side('left', left, version)}
            {side('right', right, version)}
            <Stack gap={0}>
              <p>
                {t('audit.versionOn', { version })} · <MomentText at={at} detail="exact" />
              </p>
              <p className="muted">
                {person}, {nameOf(operation)}
              </p>
              <p className="muted">
                {version === 1
                  ? t('audit.firstVersion')
                  : t('audit.changedFields', {
                      fields: changed.map((field) => say(`audit.fields.${field}`, field)).join(', '),
                    })}
              </p>
              <VersionWhy version={row} />
            </Stack>
          </Box>
        );
      })}
    </Stack>
  );
}
