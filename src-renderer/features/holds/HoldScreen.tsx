import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useSigner } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Page, Section } from '#renderer/components/layout.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { holds, holdTarget, type HoldTarget } from '#shared/holds/contract.ts';
import { anyGoods, judgeScope, scopeOf } from '#shared/holds/scope.ts';

/** Holds what no single lot names, signed: what that would be of what is here is shown while it is typed. */
export function HoldScreen(): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  return (
    <Page title={t('holds.new.title')} lead={t('holds.new.lead')}>
      {signer?.isOwner === true && <NeedsPeople demo={signer.demo} />}
      {signer?.isOwner === false && (
        <SignedForm
          name="holds.set"
          operation={holds.set}
          call={api.holds.set}
          title="holds.hold"
          record={nothing}
          fields={fields}
          draft="new hold"
          send={(values) => ({ targets: [targetIn(values)] })}
          summary={(values) => <Takes target={asked.safeParse(values).data} />}
          onDone={({ set }) => {
            tell(t('holds.done', { count: set.length, first: set[0] }));
            goTo({ to: '/holds' }, { instead: true });
          }}
          onCancel={() => goTo({ to: '/holds' })}
        />
      )}
    </Page>
  );
}

const nothing: HoldTarget = { ...anyGoods, receivedFrom: '', receivedTo: '' };

const fields = [
  {
    legend: 'holds.new.from',
    fields: [
      { kind: 'code', name: 'supplier', label: 'holds.new.supplier' },
      { kind: 'code', name: 'workOrder', label: 'holds.new.workOrder' },
      { kind: 'code', name: 'location', label: 'holds.new.location' },
      { kind: 'date', name: 'receivedFrom', label: 'holds.receivedFrom' },
      { kind: 'date', name: 'receivedTo', label: 'holds.receivedTo' },
    ],
  },
  {
    legend: 'holds.new.goods',
    fields: [
      { kind: 'code', name: 'product', label: 'fields.product' },
      { kind: 'code', name: 'lot', label: 'fields.lot' },
      { kind: 'code', name: 'serialFrom', label: 'holds.new.serialFrom' },
      { kind: 'code', name: 'serialTo', label: 'holds.new.serialTo' },
    ],
  },
] as const satisfies FormParts<HoldTarget>;

type Target = Outputs['holds']['preview']['targets'][number];

/** What is typed beside the reason. */
const targetIn = (values: HoldTarget): HoldTarget => ({
  product: values.product,
  lot: values.lot,
  sublot: values.sublot,
  serialFrom: values.serialFrom,
  serialTo: values.serialTo,
  supplier: values.supplier,
  workOrder: values.workOrder,
  location: values.location,
  receivedFrom: values.receivedFrom,
  receivedTo: values.receivedTo,
});

/** What can be asked already. */
const asked = holdTarget.strip().refine((target) => judgeScope(scopeOf(target)).ok);

function Takes({ target }: { target: HoldTarget | undefined }): ReactNode {
  const preview = useAsk({
    ...ask.holds.preview.queryOptions({ input: { targets: [target ?? nothing] } }),
    enabled: target !== undefined,
  });
  if (target === undefined) return null;
  return <Answer asked={preview}>{({ targets: [taken] }) => taken && <Taken taken={taken} />}</Answer>;
}

function Taken({ taken: { held, total, units } }: { taken: Target }): ReactNode {
  const { t } = useTranslation();
  const title = total === 0 ? t('holds.new.takesNone') : t('holds.new.takes', { count: total });
  const columns: TableColumn<Target['units'][number]>[] = [
    { id: 'goods', header: t('holds.goods'), cell: (unit) => <UnitLink unit={unit} withProduct />, wide: true },
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: ({ quantity, unitOfMeasure }) => <Quantity value={quantity} unit={unitOfMeasure} />,
    },
  ];
  if (held !== '') return <p className="warning">{t('holds.new.already', { number: held })}</p>;
  if (total === 0) return <p role="status">{title}</p>;
  return (
    <Section title={title}>
      {total > units.length && <p className="muted">{t('holds.new.first', { count: units.length })}</p>}
      <DataTable label={title} rows={units} columns={columns} empty={null} />
    </Section>
  );
}
