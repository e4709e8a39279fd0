import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type DocumentWork, useDocument } from '#renderer/client/index.ts';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import type { AnySearch } from '#renderer/components/listAddress.ts';
import type { List } from '#shared/kernel/defineList.ts';

type Excel = {
  list: List;
  search: AnySearch;
  /** Some rows by their keys; none means all. */
  only?: readonly string[];
};

/** The list as it is, or some rows of it, as a workbook. */
export function useListExcel({ list, search: { columns, ...question }, only = [] }: Excel): DocumentWork {
  const parameters = { question, columns: list.columns.filter((id) => columns.includes(id)), only };
  return useDocument(`${list.name} ${JSON.stringify(parameters)}`, (drawing) =>
    api.reports.draw({ ...drawing, report: list.name, parameters }),
  );
}

export function ExcelOfThese(excel: Excel): ReactNode {
  const { t } = useTranslation();
  return <DocumentButtons work={useListExcel(excel)} formats={['xlsx']} label={t('lists.chosenExcel')} beside />;
}
