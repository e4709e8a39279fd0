import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { goTo, inspectionPlace, unitPlace } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { tell } from '#renderer/components/notices.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { inspections } from '#shared/inspections/contract.ts';
import { inspectionPoints } from '#shared/inspections/inspectionVocabulary.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import { codeOf } from './inspectionActs.tsx';

type Asked = { product: string; lot: string; sublot: string; serial: string; status: string; point: string };
type Typed = {
  status: string;
  location: string;
  quantity: string;
  point: string;
  plan: string;
  reason: string;
};

/** Opens an inspection of a lot or serial by hand. */
export function OpenScreen({ search }: ScreenProps<Asked>): ReactNode {
  const { t } = useTranslation();
  const { product, lot, sublot, serial } = search;
  const unit = { product, lot, sublot, serial };
  const record: Typed = {
    ...{ status: search.status || 'Q', location: '', quantity: '', point: search.point, plan: '', reason: '' },
  };
  const points = [
    { value: '', label: t('inspections.points.byHand') },
    ...inspectionPoints.map((value) => ({ value, label: t(`inspections.points.${value}`) })),
  ];
  const fields: FormParts<Typed> = [
    {
      fields: [
        { kind: 'code', name: 'status', label: 'fields.status' },
        { kind: 'decimal', name: 'quantity', label: 'inspections.quantity', help: 'inspections.work.allOfIt' },
        { kind: 'code', name: 'location', label: 'fields.location', help: 'inspections.work.anywhere' },
      ],
    },
    {
      fields: [
        { kind: 'choice', name: 'point', label: 'inspections.point', options: points },
        { kind: 'code', name: 'plan', label: 'inspections.plan', help: 'inspections.work.planHelp' },
      ],
    },
    { kind: 'text', name: 'reason', label: 'fields.reason' },
  ];
  return (
    <Page title={t('inspections.work.openTitle', { goods: formatUnit(unit) })} kind={t('inspections.inspection')}>
      <RecordForm
        operation={inspections.open}
        call={api.inspections.open}
        record={record}
        fields={fields}
        draft={`new inspection of ${formatUnit(unit)}`}
        action="inspections.work.open"
        isTold
        send={(said) => ({ ...unit, ...said })}
        onDone={(opened) => {
          tell(t('inspections.work.opened', { inspection: codeOf(opened) }));
          goTo(inspectionPlace(codeOf(opened)), { instead: true });
        }}
        onCancel={() => goTo(unitPlace(unit))}
      />
    </Page>
  );
}
