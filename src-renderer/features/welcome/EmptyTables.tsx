import { Box, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/layout.tsx';
import { columnsOf, type ExportFile, exportFiles } from '#shared/exchange/columns.ts';
import { emptyTable, saveText } from './csvTables.ts';

/** Starting from nothing: the tables to fill in, each with its columns. */
export function EmptyTables(): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('welcome.nothing.title')}>
      <Box component="ol" mt={0} mb="md" pl={20}>
        <li>{t('welcome.nothing.save')}</li>
        <li>{t('welcome.nothing.fill')}</li>
        <li>{t('welcome.nothing.take')}</li>
      </Box>
      <Box mb="md">
        {exportFiles.map((file) => (
          <Table key={file} file={file} />
        ))}
      </Box>
    </Section>
  );
}

function Table({ file }: { file: ExportFile }): ReactNode {
  const { t } = useTranslation();
  const name = `${file}.csv`;
  const columns = columnsOf(file);
  const listed = (needed: boolean): string =>
    columns
      .filter(({ spec }) => spec.required === needed)
      .map((column) => column.name)
      .join(', ');
  return (
    <Group wrap="nowrap" align="start" py={8} style={{ borderBlockEnd: '1px solid var(--l-hairline)' }}>
      <Box flex="0 0 160px">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('welcome.nothing.saveTable', { name })}
          onClick={() => saveText(name, emptyTable(file))}
        >
          <span className="mono">{name}</span>
        </Button>
      </Box>
      <p style={{ overflowWrap: 'anywhere' }}>
        {t(`welcome.nothing.tables.${file}`)} <span className="mono">{listed(true)}</span>
        <span className="mono muted">{listed(false) !== '' && `, ${listed(false)}`}</span>
      </p>
    </Group>
  );
}
