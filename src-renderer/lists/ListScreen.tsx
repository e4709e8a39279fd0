import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type DocumentWork, useDocument, useMay, usePages, useViews } from '#renderer/client/index.ts';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { Link } from '#renderer/components/links.tsx';
import { ListPart } from '#renderer/components/ListPart.tsx';
import { Page } from '#renderer/components/layout.tsx';
import { type ListSearch, listInAddress } from '#renderer/components/listAddress.ts';
import { type Operation, type Screen, type ScreenProps, screen } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { keyOfRow, type List, nameOfRow, type RowOf } from '#shared/kernel/defineList.ts';
import type { ListQuestion } from '#shared/kernel/list.ts';
import type { PageInput } from '#shared/kernel/page.ts';
import type { ViewedList } from '#shared/views/vocabulary.ts';
import { choiceSaid, textKey, useListColumns } from './cells.tsx';

type Answer<L extends List> = { rows: RowOf<L>[]; total: number };
type Shown<L extends List, Key extends QueryKey, Path extends string = string> = {
  list: L;
  path: Path;
  /** What `page` asks; who may not, is told so. */
  main: Operation;
  /** Asks the host for a page of it. */
  page: (question: ListQuestion<L> & PageInput) => UseQueryOptions<Answer<L>, Error, Answer<L>, Key>;
};

/** The screen of a list, whole, from its declaration. */
export function listScreen<const L extends List, Key extends QueryKey, const Path extends string>(
  shown: Shown<L, Key, Path>,
): Screen<Path, ListSearch<L>> {
  const Draw = (props: ScreenProps<ListSearch<L>>): ReactNode => <ListScreen {...shown} {...props} />;
  // What the address carries is what the list is declared with.
  return screen(shown.path, listInAddress(shown.list), Draw as never, shown.main) as Screen<Path, never>;
}

function ListScreen<L extends List, Key extends QueryKey>(
  props: Shown<L, Key> & ScreenProps<ListSearch<L>>,
): ReactNode {
  const { list, path, page, search, setSearch } = props;
  const { t } = useTranslation();
  const mayImport = useMay('import');
  const { columns: _columns, ...question } = search;
  // All that is left of the address is the question.
  const asked = question as unknown as ListQuestion<L>;
  const excel = useListExcel({ list, search });
  const rows = usePages(JSON.stringify(question), (at) => page({ ...asked, ...at }));
  // Lists whose views are kept are those there are; a test holds it.
  const views = useViews(list.name as ViewedList);
  const columns = useListColumns<RowOf<L>>(list);
  const title = t(textKey(`${list.texts}.title`));
  return (
    <Page title={title}>
      <ListPart
        label={title}
        path={path}
        list={list}
        columns={columns}
        search={search}
        // What a list asks for is what its declaration has.
        setSearch={setSearch as (change: Record<string, unknown>, step?: 'step') => void}
        rows={rows}
        views={views}
        excel={excel}
        selecting={{
          keyOf: (row) => keyOfRow(list, row),
          nameOf: (row) => nameOfRow(list, row),
          actions: (chosen) => (
            <ExcelOfThese list={list} search={search} only={chosen.map((row) => keyOfRow(list, row))} />
          ),
        }}
        placeholder={t(textKey(`${list.texts}.placeholder`))}
        choiceLabel={(id, value) => {
          const column = list.cells[id];
          return column === undefined ? value : choiceSaid(t, column, value);
        }}
        nothing={
          <EmptyState title={t(textKey(`${list.texts}.nothing`))}>
            <p>{t(textKey(`${list.texts}.nothingHelp`))}</p>
            {mayImport && <Link to="/import">{t('trace.goImport')}</Link>}
          </EmptyState>
        }
      />
    </Page>
  );
}

type Excel = {
  list: List;
  search: Readonly<Record<string, unknown>> & { columns: readonly string[] };
  only?: readonly string[];
};

/** The list as it is, or some rows of it, as a workbook. */
function useListExcel({ list, search: { columns, ...question }, only = [] }: Excel): DocumentWork {
  const parameters = { question, columns: list.columns.filter((id) => columns.includes(id)), only };
  return useDocument(`${list.name} ${JSON.stringify(parameters)}`, (drawing) =>
    api.reports.draw({ ...drawing, report: list.name, parameters }),
  );
}

function ExcelOfThese(excel: Excel): ReactNode {
  const { t } = useTranslation();
  const work = useListExcel(excel);
  return <DocumentButtons work={work} formats={['xlsx']} label={t('lists.chosenExcel')} />;
}
