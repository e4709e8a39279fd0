import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useViews } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';
import { ListPart } from '#renderer/components/ListPart.tsx';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { GoodsActions } from '#renderer/lists/GoodsActions.tsx';
import { statusLetters } from '#shared/lots/vocabulary.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { type SerialSearch, useSerials, useSerialsExcel } from './serials.hooks.ts';
import { useSerialColumns } from './useSerialColumns.tsx';

/** Every serial number the plant has named. */
export function SerialsScreen({ search, setSearch }: ScreenProps<SerialSearch>): ReactNode {
  const { t } = useTranslation();
  const mayImport = useMay('import');
  const rows = useSerials(search);
  const excel = useSerialsExcel(search);
  const views = useViews('serials');
  const columns = useSerialColumns();

  function choiceLabel(column: string, value: string): string {
    if (column === 'where') return t(value === 'plant' ? 'serials.where.plant' : 'serials.where.elsewhere');
    const letter = statusLetters.find((one) => one === value);
    return letter === undefined ? value : `${letter} ${t(`statuses.${letter}`)}`;
  }

  return (
    <Page title={t('serials.title')}>
      <ListPart
        label={t('serials.title')}
        path="/serials"
        list={serialList}
        columns={columns}
        search={search}
        setSearch={setSearch}
        rows={rows}
        views={views}
        excel={excel}
        placeholder={t('serials.placeholder')}
        choiceLabel={choiceLabel}
        selecting={{
          keyOf: ({ product, lot, sublot, serial }) => JSON.stringify([product, lot, sublot, serial]),
          nameOf: ({ serial }) => serial,
          actions: (chosen) => (
            <GoodsActions
              units={chosen.map(({ product, lot, sublot, serial }) => ({ product, lot, sublot, serial }))}
            />
          ),
        }}
        nothing={
          <EmptyState title={t('serials.nothing')}>
            <p>{t('serials.nothingHelp')}</p>
            {mayImport && <LinkButton to="/import">{t('trace.goImport')}</LinkButton>}
          </EmptyState>
        }
      />
    </Page>
  );
}
