import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useViews } from '#renderer/client/index.ts';
import { addressOf } from '#renderer/components/address.ts';
import { ListPart } from '#renderer/components/ListPart.tsx';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { lotList, statusLetters } from '#shared/lots/vocabulary.ts';
import { type LotSearch, useLots, useLotsExcel } from './lots.hooks.ts';
import { useLotColumns } from './useLotColumns.tsx';

/** Every lot of the plant. */
export function LotsScreen({ search, ask }: ScreenProps<LotSearch>): ReactNode {
  const { t } = useTranslation();
  const mayImport = useMay('import');
  const rows = useLots(search);
  const excel = useLotsExcel(search);
  const views = useViews('lots');
  const columns = useLotColumns();

  function sayChoice(column: string, value: string): string {
    if (column === 'onHand') return t(value === 'yes' ? 'lots.onHand.yes' : 'lots.onHand.no');
    const letter = statusLetters.find((one) => one === value);
    return letter === undefined ? value : `${letter} ${t(`statuses.${letter}`)}`;
  }

  return (
    <Page title={t('lots.title')}>
      <ListPart
        label={t('lots.title')}
        path="/lots"
        list={lotList}
        columns={columns}
        search={search}
        ask={ask}
        rows={rows}
        views={views}
        excel={excel}
        placeholder={t('lots.placeholder')}
        sayChoice={sayChoice}
        nothing={
          <EmptyState title={t('lots.nothing')}>
            <p>{t('lots.nothingHelp')}</p>
            {mayImport && (
              <Button component="a" href={addressOf('/import')}>
                {t('trace.goImport')}
              </Button>
            )}
          </EmptyState>
        }
      />
    </Page>
  );
}
