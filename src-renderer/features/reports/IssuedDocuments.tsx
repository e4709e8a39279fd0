import { Box, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entryPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { Answer, FailureState } from '#renderer/components/states.tsx';
import { type Issued, issuedPerPage, useComparing, useIssued } from './reports.hooks.ts';

type Props = { offset: number; onOffset: (offset: number) => void };

/** Every document that was handed over, and whether it would say the same today. */
export function IssuedDocuments({ offset, onOffset }: Props): ReactNode {
  const { t } = useTranslation();
  const asked = useIssued(offset);
  const columns: TableColumn<Issued>[] = [
    { id: 'number', header: t('reports.number'), figure: true, cell: ({ number }) => number },
    { id: 'title', header: t('reports.document'), wide: true, cell: ({ title }) => title },
    { id: 'format', header: t('reports.format'), cell: ({ format }) => t(`reports.${format}`) },
    { id: 'by', header: t('fields.person'), cell: ({ personName }) => personName },
    { id: 'at', header: t('fields.at'), cell: ({ at }) => <MomentText at={at} /> },
    {
      id: 'entry',
      header: t('audit.seq'),
      figure: true,
      cell: ({ entry }) => <Link {...entryPlace(entry)}>{entry}</Link>,
    },
    {
      id: 'sha256',
      header: 'SHA-256',
      cell: ({ sha256 }) => (
        <span className="mono" title={sha256}>
          {sha256.slice(0, 12)}…
        </span>
      ),
    },
    { id: 'still', header: t('reports.stillTrue'), cell: (row) => <StillTrue issued={row} /> },
  ];
  return (
    <Section title={t('reports.issued')}>
      <Answer asked={asked}>
        {({ rows, total }) => (
          <>
            <DataTable
              label={t('reports.issued')}
              rows={rows}
              columns={columns}
              empty={<p className="muted">{t('reports.noneIssued')}</p>}
            />
            <Pager offset={offset} shown={rows.length} total={total} pageSize={issuedPerPage} onOffset={onOffset} />
          </>
        )}
      </Answer>
    </Section>
  );
}

/** Makes the document again and says in words what differs. */
function StillTrue({ issued: { number } }: { issued: Issued }): ReactNode {
  const { t } = useTranslation();
  const { run, running, reply, failure } = useComparing(number);
  if (failure !== undefined && failure.code !== 'CANCELLED') return <FailureState failure={failure} />;
  if (reply === undefined)
    return (
      <Button
        size="compact-xs"
        variant="default"
        loading={running}
        aria-label={t('reports.compareNumber', { number })}
        onClick={() => run(number)}
      >
        {t('reports.compare')}
      </Button>
    );
  if (reply.same)
    return (
      <Badge tone="released" icon="tick">
        {t('reports.same')}
      </Badge>
    );
  const where = reply.differs.map((title) => (title === '' ? t('reports.head') : title)).join(', ');
  return (
    <Box miw={180} style={{ whiteSpace: 'normal' }}>
      <Badge tone="quarantine" icon="warning">
        {t('reports.changedSince')}
      </Badge>{' '}
      <span className="muted">{t('reports.differs', { where, count: reply.entries })}</span>
    </Box>
  );
}
