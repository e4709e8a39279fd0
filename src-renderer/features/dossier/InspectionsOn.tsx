import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { InspectionLink, LinkButton, PlanLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { inspectionPoints, type InspectionState } from '#shared/inspections/inspectionVocabulary.ts';
import type { Unit } from '#shared/kernel/unit.ts';

type Inspection = Outputs['inspections']['onGoods']['inspections'][number];

const tones = {
  open: 'quarantine',
  decided: 'released',
  withdrawn: 'neutral',
  notDrawn: 'neutral',
  missed: 'rejected',
  superseded: 'neutral',
} as const satisfies Record<InspectionState, string>;

/** The inspections of a lot or serial, the last first, and the way to open one. */
export function InspectionsOn({ unit }: { unit: Unit }): ReactNode {
  const { t } = useTranslation();
  const mayInspect = useMay('inspect');
  const asked = useAsk(ask.inspections.onGoods.queryOptions({ input: unit }));
  const point = (name: string): string => {
    const known = inspectionPoints.find((one) => one === name);
    return known === undefined ? name || t('inspections.points.byHand') : t(`inspections.points.${known}`);
  };
  const columns: TableColumn<Inspection>[] = [
    {
      id: 'inspection',
      header: t('inspections.inspection'),
      cell: ({ inspection, reinspection }) => (
        <InspectionLink code={reinspection === 0 ? inspection : `${inspection}/${reinspection}`} />
      ),
    },
    {
      id: 'state',
      header: t('inspections.state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`inspections.inspectionStates.${state}`)}</Badge>,
    },
    { id: 'point', header: t('inspections.point'), cell: (one) => point(one.point) },
    { id: 'plan', header: t('inspections.plan'), cell: ({ plan }) => <PlanLink code={plan} /> },
    {
      id: 'quantity',
      header: t('inspections.quantity'),
      figure: true,
      cell: ({ quantity, unitOfMeasure }) => <Quantity value={quantity} unit={unitOfMeasure} />,
    },
    {
      id: 'accepted',
      header: t('audit.fields.accepted'),
      figure: true,
      cell: ({ accepted }) => <Quantity value={accepted} />,
    },
    {
      id: 'rejected',
      header: t('audit.fields.rejected'),
      figure: true,
      cell: ({ rejected }) => <Quantity value={rejected} />,
    },
    {
      id: 'pending',
      header: t('inspections.pending'),
      figure: true,
      cell: ({ pending }) => <Quantity value={pending} />,
    },
    { id: 'opened', header: t('inspections.openedAt'), cell: ({ openedAt }) => <MomentText at={openedAt} /> },
  ];
  return (
    <Answer asked={asked}>
      {({ inspections, points }) =>
        inspections.length === 0 && points.length === 0 && !mayInspect ? null : (
          <Section
            title={t('inspections.work.onGoods')}
            actions={
              mayInspect && (
                <LinkButton to="/inspection/open" search={unit} size="compact-sm" variant="default">
                  {t('inspections.work.open')}
                </LinkButton>
              )
            }
          >
            <DataTable
              label={t('inspections.work.onGoods')}
              rows={inspections}
              columns={columns}
              empty={<p className="muted">{t('inspections.work.none')}</p>}
            />
          </Section>
        )
      }
    </Answer>
  );
}
