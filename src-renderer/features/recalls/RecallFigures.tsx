import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerPart, Answers, Figure } from '#renderer/components/answers.tsx';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { type Goods, type GoodsFigure, goodsOf } from '#shared/recalls/goods.ts';
import type { RecallView } from './askRecall.ts';
import { GoodsText } from './GoodsText.tsx';

/** So many products stand under one figure; the mass balance below has all of them. */
const mostNamed = 5;

/** The answer in figures: what is at customers, at how many, what is still here, and what went into open orders. */
export function RecallFigures({ view, actions }: { view: RecallView; actions: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const worst = view.balances[0];
  return (
    <>
      <Answers columns="minmax(0, 3fr) minmax(80px, 1fr) minmax(0, 3fr) minmax(0, 3fr)">
        <GoodsFigurePart view={view} figure="atCustomers" />
        <AnswerPart title={t('recalls.customers')}>
          <Figure>
            <Quantity value={String(view.totals.customers)} />
          </Figure>
        </AnswerPart>
        <GoodsFigurePart view={view} figure="onHand" />
        <GoodsFigurePart view={view} figure="inProcess" />
      </Answers>
      <Group gap="4px 16px" mb="md">
        <span>{t('recalls.unitsAffected', { count: view.totals.affected })}</span>
        {worst !== undefined && (
          <span>
            {t('recalls.balance.worst')}: <span className="mono">{worst.product}</span>{' '}
            <Quantity value={worst.balancePercent} unit="%" />
          </span>
        )}
        {actions}
      </Group>
    </>
  );
}

function GoodsFigurePart({ view, figure }: { view: RecallView; figure: GoodsFigure }): ReactNode {
  const { t } = useTranslation();
  const goods = goodsOf(view.products, figure);
  const left = goods.length - mostNamed;
  return (
    <AnswerPart title={t(`recalls.${figure}`)}>
      {goods.length === 0 && <Figure>{t('recalls.nothing')}</Figure>}
      {goods.slice(0, mostNamed).map((one) => (
        <div key={one.product}>
          <Figure>
            <GoodsText goods={one} />
          </Figure>
          {figure === 'atCustomers' && <Returned view={view} goods={one} />}
        </div>
      ))}
      {left > 0 && <p className="muted">{t('recalls.moreProducts', { count: left })}</p>}
    </AnswerPart>
  );
}

/** What came back is told where anything did. */
function Returned({ view, goods: { product } }: { view: RecallView; goods: Goods }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const sums = view.products.find((row) => row.product === product);
  if (sums === undefined || sums.returned === '0') return null;
  const said = { shipped: localQuantity(sums.shipped, locale), returned: localQuantity(sums.returned, locale) };
  return <Text c="dimmed">{t('recalls.returnedDetail', said)}</Text>;
}
