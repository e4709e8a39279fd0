import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/components/address.ts';
import { Quantity } from '#renderer/components/figures.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import type { Amount } from '#shared/recalls/sums.ts';
import styles from './recalls.module.css';
import type { RecallSearch } from './recalls.hooks.ts';

/** What appeared or vanished without a reason, in front of everything else, with the way to its list. */
export function UnexplainedLine({ amounts, search }: { amounts: readonly Amount[]; search: RecallSearch }): ReactNode {
  const { t } = useTranslation();
  if (amounts.length === 0) return null;
  const list = addressOf('/recall', { ...search, tab: 'adjustments', offset: 0, sort: '' });
  return (
    <div className={styles.unexplained}>
      <Icon name="warning" />
      <strong>
        {amounts.map(({ unitOfMeasure, quantity }, index) => (
          <span key={unitOfMeasure}>
            {index > 0 && ', '}
            <Quantity value={quantity} unit={unitOfMeasure} />
          </span>
        ))}{' '}
        {t('recalls.unexplainedSaid')}
      </strong>
      <Hint about={t('recalls.unexplained')}>{t('recalls.unexplainedHelp')}</Hint>
      <a href={list}>{t('recalls.showAdjustments')}</a>
    </div>
  );
}
