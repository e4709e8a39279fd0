import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useMay } from '#renderer/client/index.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Facts, Section } from '#renderer/components/layout.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { labels } from '#shared/labels/contract.ts';
import { copyNumbers, type ListedPrint } from '#shared/labels/vocabulary.ts';

type Count = Outputs['labels']['ofUnit']['count'];

/** The labels of a lot or serial that were printed, and what became of them; nothing where there are none. */
export function LabelsOn({ unit }: { unit: Unit }): ReactNode {
  const { t } = useTranslation();
  const asked = useAsk(ask.labels.ofUnit.queryOptions({ input: unit }));
  const columns = useColumns(unit.serial === '');
  if (asked.data?.prints.length === 0) return null;
  return (
    <Section title={t('labels.list.title')}>
      <Answer asked={asked}>
        {({ prints, count }) => (
          <>
            {count.printed > 0 && <Counted count={count} />}
            <DataTable label={t('labels.list.title')} rows={prints} columns={columns} empty={null} />
          </>
        )}
      </Answer>
    </Section>
  );
}

function useColumns(isLot: boolean): TableColumn<ListedPrint>[] {
  const { t } = useTranslation();
  return [
    { id: 'number', header: t('labels.number'), cell: ({ number }) => <span className="mono">{number}</span> },
    {
      id: 'kind',
      header: t('labels.kind'),
      cell: ({ kind, state }) =>
        state === '' ? t(`labels.kinds.${kind}`) : `${t(`labels.kinds.${kind}`)}: ${t(`labels.states.${state}`)}`,
    },
    ...(isLot ? [{ id: 'goods', header: t('labels.goods'), cell: (row: ListedPrint) => <UnitLink unit={row} /> }] : []),
    { id: 'size', header: t('labels.size'), cell: ({ size }) => t(`labels.sizes.${size}`) },
    { id: 'copies', header: t('labels.copies'), figure: true, cell: ({ copies }) => copies },
    { id: 'copyNumbers', header: t('labels.copyNumbers'), figure: true, cell: copyNumbers },
    { id: 'reason', header: t('labels.reason'), wide: true, cell: ({ reason }) => reason },
    {
      id: 'printed',
      header: t('labels.printedAt'),
      cell: ({ printedAt, printedBy }) => (
        <>
          <MomentText at={printedAt} /> · {printedBy}
        </>
      ),
    },
  ];
}

/** How many were printed, used and destroyed, how many are missing, and the way to count them. */
function Counted({ count }: { count: Count }): ReactNode {
  const { t } = useTranslation();
  const mayCount = useMay('reconcile');
  const [isOpen, setOpen] = useState(false);
  const { printed, used, destroyed, missing, note, countedAt, countedBy } = count;
  return (
    <Group align="flex-end" gap="md" mb="sm">
      <Facts
        facts={[
          [t('labels.printed'), printed],
          [t('labels.used'), used],
          [t('labels.destroyed'), destroyed],
          [t('labels.missing'), note === '' ? missing : `${missing} (${note})`],
          [
            t('labels.countedAt'),
            countedAt === '' ? (
              t('labels.notCounted')
            ) : (
              <span key="at">
                <MomentText at={countedAt} /> · {countedBy}
              </span>
            ),
          ],
        ]}
      />
      {mayCount && (
        <Button size="compact-sm" variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('labels.count')}
        </Button>
      )}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('labels.count')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common.cancel') }}
      >
        <RecordForm
          operation={labels.reconcile}
          call={api.labels.reconcile}
          record={count}
          fields={fields}
          draft=""
          send={({ product, lot, sublot, serial, version, used: nowUsed, destroyed: nowDestroyed, note: said }) => ({
            ...{ product, lot, sublot, serial, version },
            used: nowUsed,
            destroyed: nowDestroyed,
            note: said,
          })}
          summary={(now) => (
            <p>
              {t('labels.missing')}: {now.printed - now.used - now.destroyed}
            </p>
          )}
          onCancel={() => setOpen(false)}
          onDone={() => setOpen(false)}
        />
      </Modal>
    </Group>
  );
}

const fields: FormParts<Count> = [
  { kind: 'wholeNumber', name: 'printed', label: 'labels.printed', fixed: true },
  { kind: 'wholeNumber', name: 'used', label: 'labels.used' },
  { kind: 'wholeNumber', name: 'destroyed', label: 'labels.destroyed' },
  { kind: 'longText', name: 'note', label: 'labels.note' },
];
