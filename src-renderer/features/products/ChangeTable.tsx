import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { useWord } from '#renderer/components/words.ts';
import type { Change, Product } from './typed.ts';
import { useFieldText } from './words.ts';

type Props = { changes: readonly Change[]; product: Product };

/** What changes: each field with what it was and what it becomes. */
export function ChangeTable({ changes, product }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const fieldText = useFieldText();
  const shown = (field: Change['field'], text: string): ReactNode =>
    text === '' ? <span className="muted">{t('products.blank')}</span> : fieldText(field, text);
  const columns: TableColumn<Change>[] = [
    { id: 'field', header: t('products.field'), cell: ({ field }) => say(`audit.fields.${field}`, field) },
    {
      id: 'before',
      header: t('products.before'),
      cell: ({ field, before }) => (before === '' ? shown(field, before) : <s>{shown(field, before)}</s>),
    },
    { id: 'after', header: t('products.after'), wide: true, cell: ({ field, after }) => <b>{shown(field, after)}</b> },
  ];
  return (
    <DataTable label={`${t('products.changes')}: ${product.code}`} rows={changes} columns={columns} empty={null} />
  );
}
