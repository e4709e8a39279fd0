import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { entryPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Line } from '#renderer/components/layout.tsx';
import { useWord } from '#renderer/components/words.ts';
import type { RecordVersion } from '#shared/audit/contract.ts';
import { FieldValue, VersionWhy } from './said.tsx';

type Props = { record: string; left: RecordVersion | null; right: RecordVersion; only: boolean };
type Row = { field: string; left: string; right: string; differs: boolean };

/** Two versions field by field; where they differ it is said by a word. A first version is shown alone. */
export function SideBySide({ record, left, right, only }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const rows = fieldsOf(left, right);
  const count = rows.filter(({ differs }) => differs).length;
  const side = (name: 'left' | 'right', version: RecordVersion): TableColumn<Row> => ({
    id: name,
    header: t('audit.versionOn', { version: version.version }),
    wide: true,
    cell: (row) => (
      <Text span inherit fw={row.differs ? 600 : 400}>
        <FieldValue record={record} field={row.field} value={row[name]} />
      </Text>
    ),
  });
  const columns: TableColumn<Row>[] = [
    { id: 'field', header: t('audit.field'), cell: ({ field }) => say(`audit.fields.${field}`, field) },
    ...(left === null ? [] : [side('left', left)]),
    side('right', right),
    {
      id: 'differs',
      header: t('audit.difference'),
      cell: ({ differs }) => differs && <Badge tone="quarantine">{t('audit.differs')}</Badge>,
    },
  ];
  return (
    <>
      {left !== null && left.version !== right.version && <Origin version={left} />}
      <Origin version={right} />
      <Text role="status" my={8}>
        {left === null
          ? t(only ? 'audit.onlyVersion' : 'audit.firstVersion')
          : count === 0
            ? t('audit.sameOnBothSides')
            : t('audit.differing', { count })}
      </Text>
      <DataTable
        label={t('audit.sideBySide')}
        rows={rows}
        columns={left === null ? columns.slice(0, -1) : columns}
        empty={null}
      />
    </>
  );
}

/** Where a version comes from: its moment, its person and its entry. */
function Origin({ version: whole }: { version: RecordVersion }): ReactNode {
  const { version, at, person, seq } = whole;
  const { t } = useTranslation();
  const mayAudit = useMay('audit');
  return (
    <Line>
      <span className="muted">
        {t('audit.versionOn', { version })}: <MomentText at={at} detail="exact" />, {person}
      </span>
      {mayAudit && <Link {...entryPlace(seq)}>{t('audit.entryTitle', { seq })}</Link>}
      <VersionWhy version={whole} />
    </Line>
  );
}

/** Every field of either version, in the order the newer one has them. */
function fieldsOf(left: RecordVersion | null, right: RecordVersion): Row[] {
  const [old, now] = [valuesOf(left), valuesOf(right)];
  return [...new Set([...now.keys(), ...old.keys()])].map((field) => {
    const pair = { left: old.get(field) ?? '', right: now.get(field) ?? '' };
    return { field, ...pair, differs: left !== null && pair.left !== pair.right };
  });
}

const valuesOf = (version: RecordVersion | null): ReadonlyMap<string, string> =>
  new Map(version?.fields.map(({ field, value }) => [field, value]));
