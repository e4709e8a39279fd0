import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useViews } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';
import { ListPart } from '#renderer/components/ListPart.tsx';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { GoodsActions } from '#renderer/lists/GoodsActions.tsx';
import { lotList, statusLetters } from '#shared/lots/vocabulary.ts';
import { LotViews } from './LotViews.tsx';
import { type LotSearch, useLots, useLotsExcel, useLotTotals, useOpening } from './lots.hooks.ts';
import { useLotColumns } from './useLotColumns.tsx';

/** Every lot of the plant; it opens on those that lie here. */
export function LotsScreen({ search, setSearch: askAddress }: ScreenProps<LotSearch>): ReactNode {
  const { t } = useTranslation();
  const mayImport = useMay('import');
  const { question, setSearch } = useOpening(search, askAddress);
  const rows = useLots(question);
  const excel = useLotsExcel(question);
  const isAnswered = rows.total !== undefined || rows.failure !== undefined;
  // Whether there is any lot at all is asked where there is none here.
  const [every] = useLotTotals([{}], rows.total === 0);
  const views = useViews('lots');
  const columns = useLotColumns();

  function choiceLabel(column: string, value: string): string {
    if (column === 'onHand') return t(value === 'yes' ? 'lots.onHand.yes' : 'lots.onHand.no');
    const letter = statusLetters.find((one) => one === value);
    return letter === undefined ? value : `${letter} ${t(`statuses.${letter}`)}`;
  }

  const nothing = (
    <EmptyState title={t('lots.nothing')}>
      <p>{t('lots.nothingHelp')}</p>
      {mayImport && <LinkButton to="/import">{t('trace.goImport')}</LinkButton>}
    </EmptyState>
  );
  if (every === 0) return <Page title={t('lots.title')}>{nothing}</Page>;
  return (
    <Page title={t('lots.title')}>
      <LotViews asked={question} isTime={isAnswered} />
      <ListPart
        label={t('lots.title')}
        path="/lots"
        list={lotList}
        columns={columns}
        search={question}
        setSearch={setSearch}
        rows={rows}
        views={views}
        excel={excel}
        placeholder={t('lots.placeholder')}
        choiceLabel={choiceLabel}
        selecting={{
          keyOf: ({ product, lot, sublot }) => JSON.stringify([product, lot, sublot]),
          nameOf: ({ lot }) => lot,
          actions: (chosen) => (
            <GoodsActions units={chosen.map(({ product, lot, sublot }) => ({ product, lot, sublot, serial: '' }))} />
          ),
        }}
        nothing={nothing}
      />
    </Page>
  );
}
