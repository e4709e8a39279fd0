import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ask, useAsk, useDraft, useMay, useSigning } from '#renderer/client/index.ts';
import { goTo, inspectionPlace } from '#renderer/components/address.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { InspectionLink, LinkButton, UnitLink } from '#renderer/components/links.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { Outputs } from '#shared/contract.ts';
import { inspections } from '#shared/inspections/contract.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';
import { codeOf, SignedButton } from './inspectionActs.tsx';

type OnOther = Outputs['inspections']['onFormer']['inspections'][number];
type Named = Pick<OnOther, 'inspection' | 'reinspection' | 'planVersion' | 'now'>;

/** That an open inspection has a former version of its plan, and the two ways from there. */
export function OnFormer({ shown }: { shown: InspectionShown }): ReactNode {
  const { t } = useTranslation();
  const { former, planVersion: version } = shown;
  if (former === null) return null;
  const { now, keptReason, rowsAnew } = former;
  return (
    <Panel
      {...(keptReason === '' ? { tone: 'quarantine' as const } : {})}
      label={t('inspections.former.title')}
      mb="sm"
    >
      <p>{t('inspections.former.lead', { now, version })}</p>
      {keptReason !== '' && <p>{t('inspections.former.kept', { version, reason: keptReason })}</p>}
      <p className="muted">
        {t('inspections.former.carries', { ...former })}{' '}
        {rowsAnew.length > 0 && t('inspections.former.rowsAnew', { rows: rowsAnew.join(', ') })}
      </p>
      <Line>
        <FormerActs of={{ ...shown, ...former }} isPartDecided={shown.decisions.length > 0} />
      </Line>
    </Panel>
  );
}

/** The open inspections on other versions of a plan than the one in force. */
export function OnOtherVersions({ plan }: { plan: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useAsk(ask.inspections.onFormer.queryOptions({ input: { plan } }));
  if (data === undefined || data.total === 0) return null;
  const columns: TableColumn<OnOther>[] = [
    { id: 'inspection', header: t('inspections.inspection'), cell: (one) => <InspectionLink code={codeOf(one)} /> },
    { id: 'goods', header: t('inspections.goods'), cell: (one) => <UnitLink unit={one} withProduct /> },
    { id: 'version', header: t('inspections.version'), cell: ({ planVersion }) => planVersion },
    {
      id: 'holds',
      header: t('inspections.former.holds'),
      cell: ({ carried, readings }) => `${carried}/${readings}`,
    },
    { id: 'anew', header: t('inspections.former.anew'), cell: ({ rowsAnew }) => rowsAnew.join(', ') },
    {
      id: 'kept',
      header: t('fields.reason'),
      wide: true,
      cell: ({ keptReason }) => keptReason,
    },
    {
      id: 'acts',
      header: '',
      cell: (one) => (
        <Group gap={4} wrap="nowrap">
          <FormerActs of={one} isPartDecided={one.isPartDecided} small />
        </Group>
      ),
    },
  ];
  return (
    <Section title={t('inspections.former.onPlan')}>
      <p className="muted">{t('inspections.former.onPlanLead')}</p>
      <DataTable
        label={t('inspections.former.onPlan')}
        rows={data.inspections}
        columns={columns.filter(({ id }) => id !== 'kept' || data.inspections.some((one) => one.keptReason !== ''))}
        empty={null}
      />
      {data.total > data.inspections.length && (
        <Line>
          <span>{t('inspections.former.more', { count: data.total - data.inspections.length })}</span>
          <LinkButton
            to="/inspections"
            search={{ plan, planStand: ['superseded'] }}
            size="compact-sm"
            variant="default"
          >
            {t('inspections.former.toList')}
          </LinkButton>
        </Line>
      )}
    </Section>
  );
}

const typedReason = z.string();

function FormerActs({
  of,
  isPartDecided,
  small = false,
}: {
  of: Named & { keptReason: string };
  isPartDecided: boolean;
  small?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const mayDecide = useMay('status');
  const [isOpen, setOpen] = useState(false);
  const code = codeOf(of);
  const reason = useDraft(`beginning anew of ${code}`, '', typedReason);
  const signing = useSigning('inspections.startAnew', api.inspections.startAnew, {
    input: { inspection: of.inspection, reinspection: of.reinspection, reason: reason.value },
    onSigned(begun) {
      reason.clear();
      tell(t('inspections.former.begun', { inspection: codeOf(begun), carried: begun.carried }));
      goTo(inspectionPlace(codeOf(begun)));
    },
  });
  if (!mayDecide) return null;
  return (
    <>
      {of.keptReason === '' && (
        <Button variant="default" size={small ? 'compact-xs' : 'sm'} onClick={() => setOpen(true)}>
          {t('inspections.former.goOn')}
        </Button>
      )}
      {!isPartDecided && (
        <SignedButton text={t('inspections.former.startAnew')} signing={signing} reason={reason} small={small} />
      )}
      {isOpen && <GoOn of={of} onClose={() => setOpen(false)} />}
    </>
  );
}

function GoOn({ of, onClose }: { of: Named; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { inspection, reinspection, now } = of;
  const code = codeOf(of);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inspections.former.goOnTitle', { inspection: code, version: of.planVersion })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.cancel') }}
    >
      <p className="muted">{t('inspections.former.goOnHelp', { now })}</p>
      <RecordForm
        operation={inspections.keepPlan}
        call={api.inspections.keepPlan}
        record={{ inspection, reinspection, planVersion: now }}
        fields={[]}
        draft={`going on of ${code}`}
        action="inspections.former.goOn"
        send={(values) => values}
        isTold
        onDone={() => {
          tell(t('inspections.former.goesOn', { inspection: code }));
          onClose();
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}
