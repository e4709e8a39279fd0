import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#renderer/components/links.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Line } from '#renderer/components/layout.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { goodsOf } from '#shared/recalls/goods.ts';
import type { RecallView } from './askRecall.ts';
import { GoodsText } from './GoodsText.tsx';
import type { RecallSearch } from './recalls.hooks.ts';

/** What vanished or appeared without a reason, in front of everything but the gaps, with the way to its list. */
export function UnexplainedLine({ view, search }: { view: RecallView; search: RecallSearch }): ReactNode {
  const { t } = useTranslation();
  const parts = (['missing', 'found'] as const)
    .map((figure) => ({ figure, goods: goodsOf(view.products, figure) }))
    .filter(({ goods }) => goods.length > 0);
  if (parts.length === 0) return null;
  return (
    <Panel mt="md" tone="quarantine" icon="warning">
      <Line>
        {parts.map(({ figure, goods }) => (
          <strong key={figure}>
            {goods.map((one, index) => (
              <span key={one.product}>
                {index > 0 && ', '}
                <GoodsText goods={one} />
              </span>
            ))}{' '}
            {t(`recalls.${figure}`)}
          </strong>
        ))}
        <Hint about={t('recalls.unexplained')}>{t('recalls.unexplainedHelp')}</Hint>
        <Link to="/recall" search={{ ...search, tab: 'adjustments', offset: 0, sort: '' }}>
          {t('recalls.showAdjustments')}
        </Link>
      </Line>
    </Panel>
  );
}
