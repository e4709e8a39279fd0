import { Box, Group } from '@mantine/core';
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useMay, usePages, useTotals, useViews } from '#renderer/client/index.ts';
import { AsOfButton, AsOfNotice } from '#renderer/components/AsOf.tsx';
import { today } from '#renderer/components/figures.tsx';
import { LinkButton } from '#renderer/components/links.tsx';
import { ListPart } from '#renderer/components/ListPart.tsx';
import { Page } from '#renderer/components/layout.tsx';
import { type AnySearch, type ListSearch, listInAddress, withoutFilters } from '#renderer/components/listAddress.ts';
import { type Operation, type Screen, type ScreenProps, screen } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { keyOfRow, type List, nameOfRow, type RowOf, unitOfRow } from '#shared/kernel/defineList.ts';
import { isBlank, type ListQuestion } from '#shared/kernel/list.ts';
import type { ListViews } from '#shared/kernel/listViews.ts';
import type { PageInput } from '#shared/kernel/page.ts';
import type { ViewedList } from '#shared/views/vocabulary.ts';
import { choiceSaid, textKey, useListColumns } from './cells.tsx';
import { ExcelOfThese, useListExcel } from './excel.tsx';
import { GoodsActions } from './GoodsActions.tsx';
import { ListViewsPart } from './ListViewsPart.tsx';
import { useOpening } from './useOpening.ts';

type Answer<L extends List> = { rows: RowOf<L>[]; total: number };
type Shown<L extends List, Key extends QueryKey, Path extends string = string> = {
  list: L;
  path: Path;
  /** What `page` asks; who may not, is told so. */
  main: Operation;
  /** Asks the host for a page of it. */
  page: (question: ListQuestion<L> & PageInput) => UseQueryOptions<Answer<L>, Error, Answer<L>, Key>;
  /** Views that come with it; it opens on one of them. */
  views?: ListViews;
  /** What stands beside the title. */
  actions?: () => ReactNode;
  /** What stands between the title and the list. */
  above?: () => ReactNode;
  /** What stands beside the list, or over it where there is no room. */
  beside?: () => ReactNode;
  /** What can be done with rows that were chosen, beside what can be with those of any list. */
  chosen?: (rows: readonly RowOf<L>[]) => ReactNode;
  /** False where no import brings any of it: none is offered where there is nothing. */
  isImported?: boolean;
};

/** The address of a list that opens on a view says where every row is meant. */
const opensOnView = { rows: z.enum(['', 'all']).catch('').default('') };
type InAddress<L extends List, S> = S extends { views: ListViews }
  ? ListSearch<L> & z.output<z.ZodObject<typeof opensOnView>>
  : ListSearch<L>;

/** The screen of a list, whole, from its declaration. */
export function listScreen<
  const L extends List,
  Key extends QueryKey,
  const Path extends string,
  S extends Shown<L, Key, Path>,
>(shown: S & Shown<L, Key, Path>): Screen<Path, InAddress<L, S>> {
  const Draw = (props: ScreenProps<ListSearch<L>>): ReactNode => <ListScreen {...shown} {...props} />;
  const address = { ...listInAddress(shown.list), ...(shown.views === undefined ? {} : opensOnView) };
  // What the address carries is what the list is declared with.
  return screen(shown.path, address, Draw as never, shown.main) as Screen<Path, never>;
}

function ListScreen<L extends List, Key extends QueryKey>({
  list,
  path,
  page,
  views,
  isImported = true,
  actions: Actions,
  above: Above,
  beside: Beside,
  chosen: withChosen,
  ...props
}: Shown<L, Key> & ScreenProps<ListSearch<L>>): ReactNode {
  const { t } = useTranslation();
  const mayImport = useMay('import');
  // What a list asks for is what its declaration has.
  const { question, setQuestion } = useOpening(list, views, props as unknown as Parameters<typeof useOpening>[2]);
  const { columns: _columns, ...asked } = question;
  // As above.
  const ask = (part: object, at: PageInput) => page({ ...(part as ListQuestion<L>), ...at });
  const rows = usePages(JSON.stringify(asked), (at) => ask(asked, at));
  const [every, ...totals] = useViewTotals(list, views, {
    of: (part) => ask(part, { offset: 0, limit: 1 }),
    isTime: rows.total !== undefined || rows.failure !== undefined,
    isEmpty: rows.total === 0,
  });
  const excel = useListExcel({ list, search: question });
  // Lists whose views are kept are those there are; a test holds it.
  const kept = useViews(list.name as ViewedList);
  const columns = useListColumns<RowOf<L>>(list);
  const title = t(textKey(`${list.texts}.title`));
  const nothing = (
    <EmptyState title={t(textKey(`${list.texts}.nothing`))}>
      <p>{t(textKey(`${list.texts}.nothingHelp`))}</p>
      {isImported && mayImport && <LinkButton to="/import">{t('trace.goImport')}</LinkButton>}
    </EmptyState>
  );
  const asOf = list.filters['asOf'] === undefined ? undefined : String(question['asOf'] ?? '');
  const isNow = isBlank(asOf);
  const lookAt = (moment: string): void => setQuestion({ asOf: moment }, 'step');
  const head = {
    title,
    ...(Actions === undefined && asOf === undefined
      ? {}
      : {
          actions: (
            <>
              {asOf !== undefined && <AsOfButton asOf={asOf} onChoose={lookAt} />}
              {Actions !== undefined && <Actions />}
            </>
          ),
        }),
  };
  if (every === 0) return <Page {...head}>{nothing}</Page>;
  const listPart = (
    <ListPart
      label={title}
      path={path}
      list={list}
      columns={columns}
      search={question}
      setSearch={setQuestion}
      rows={rows}
      views={kept}
      excel={excel}
      selecting={{
        keyOf: (row) => keyOfRow(list, row),
        nameOf: (row) => nameOfRow(list, row),
        actions: (chosen) => (
          <>
            {isNow && withChosen?.(chosen)}
            <ForChosen list={list} search={question} rows={chosen} />
          </>
        ),
      }}
      placeholder={t(textKey(`${list.texts}.placeholder`))}
      choiceLabel={(id, value) => {
        const column = list.cells[id];
        return column === undefined ? value : choiceSaid(t, column, value);
      }}
      nothing={nothing}
    />
  );
  return (
    <Page {...head}>
      {asOf !== undefined && <AsOfNotice asOf={asOf} onChoose={lookAt} />}
      {Above !== undefined && <Above />}
      {views !== undefined && (
        <ListViewsPart views={views} texts={list.texts} path={path} question={question} totals={totals} />
      )}
      {Beside === undefined ? (
        listPart
      ) : (
        <Group align="flex-start" gap="16px 24px">
          <Beside />
          <Box flex="1 1 560px" miw={0}>
            {listPart}
          </Box>
        </Group>
      )}
    </Page>
  );
}

type Chosen = { list: List; search: AnySearch; rows: readonly Readonly<Record<string, unknown>>[] };

/** What can be done with rows that were chosen: a workbook of them, and what can be done with goods. */
function ForChosen({ list, search, rows }: Chosen): ReactNode {
  // What is done to goods is done to those of now.
  const units = isBlank(search['asOf']) ? rows.flatMap((row) => unitOfRow(list, row) ?? []) : [];
  return (
    <>
      {units.length > 0 && <GoodsActions units={units} />}
      <ExcelOfThese list={list} search={search} only={rows.map((row) => keyOfRow(list, row))} />
    </>
  );
}

/** How many rows a list has at all, asked where it shows none, and then each of its views; nothing for one without any. */
function useViewTotals<Key extends QueryKey, A extends { total: number }>(
  list: List,
  views: ListViews | undefined,
  {
    of,
    isTime,
    isEmpty,
  }: { of: (question: object) => UseQueryOptions<A, Error, A, Key>; isTime: boolean; isEmpty: boolean },
): readonly (number | undefined)[] {
  const blank = { sort: '', ...withoutFilters(list) };
  const now = today();
  const names = views?.names ?? [];
  const every = useTotals(views === undefined ? [] : [of(blank)], isEmpty);
  const totals = useTotals(
    names.map((name) => of({ ...blank, ...views?.questionOf(name, now) })),
    isTime,
  );
  return views === undefined ? [] : [...every, ...totals];
}
