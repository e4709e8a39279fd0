import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { useLocale } from '#renderer/components/figures.tsx';
import type { AnyField } from '#renderer/components/form/field.ts';
import type { RecordFormState } from './useRecordForm.ts';
import { fieldValue } from './values.ts';

/** What changes: each field with what it was and what it becomes. */
export function ChangeTable({ form: { listed, now, base } }: { form: RecordFormState }): ReactNode {
  const { t } = useTranslation();
  const inWords = useValueText();
  const shown = (field: AnyField, value: unknown): ReactNode =>
    inWords(field, value) || <span className="muted">{t('forms.blank')}</span>;
  const columns: TableColumn<AnyField>[] = [
    { id: 'field', header: t('forms.field'), cell: ({ label }) => t(label) },
    {
      id: 'before',
      header: t('forms.before'),
      cell: (field) => {
        const before = base[field.name];
        return inWords(field, before) === '' ? shown(field, before) : <s>{shown(field, before)}</s>;
      },
    },
    {
      id: 'after',
      header: t('forms.after'),
      wide: true,
      cell: (field) => <b>{shown(field, now.read.after[field.name])}</b>,
    },
  ];
  return <DataTable label={t('forms.changes')} rows={listed} columns={columns} empty={null} />;
}

/** Says what a field holds: choices by their labels, everything else as it is typed. */
function useValueText(): (field: AnyField, value: unknown) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (field, value) => {
    const shown = fieldValue(field, value, locale);
    if (field.kind === 'drawn' && field.inWords !== undefined) return field.inWords(shown);
    if (typeof shown === 'boolean') return t(shown ? 'common.yes' : 'common.no');
    const options = 'options' in field ? field.options : [];
    return (typeof shown === 'string' ? [shown] : shown)
      .map((one) => options.find((option) => option.value === one)?.label ?? one)
      .join(', ');
  };
}
