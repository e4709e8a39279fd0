import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, useCommand, useDraft, useMay, useSigning } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { DocumentLink, Link, LocationLink } from '#renderer/components/links.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { inspections } from '#shared/inspections/contract.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';
import { type SampleKind, sampleKinds, type SampleState } from '#shared/inspections/sampleVocabulary.ts';
import { codeOf, SignedButton } from './inspectionActs.tsx';

type Shown = { shown: InspectionShown };
type Sample = InspectionShown['samples'][number];

const tones = {
  used: 'neutral',
  out: 'quarantine',
  kept: 'released',
  returned: 'neutral',
  destroyed: 'neutral',
} as const satisfies Record<SampleState, string>;

/** What was drawn of the goods, and where it got to. */
export function SampleParts({ shown }: Shown): ReactNode {
  const { t } = useTranslation();
  const mayDraw = useMay('inspect') && (shown.state === 'open' || shown.state === 'decided');
  const [isOpen, setOpen] = useState(false);
  const hasActs = shown.samples.some(({ sampleState }) => sampleState === 'out' || sampleState === 'kept');
  const acts: TableColumn<Sample> = {
    ...{ id: 'acts', header: '' },
    cell: (sample) => <Acts shown={shown} sample={sample} />,
  };
  const columns: TableColumn<Sample>[] = [
    {
      id: 'sample',
      header: t('inspections.drawnSamples.sample'),
      cell: ({ document }) => <DocumentLink number={document} />,
    },
    {
      id: 'state',
      header: t('inspections.state'),
      cell: ({ sampleState }) => (
        <Badge tone={tones[sampleState]}>{t(`inspections.drawnSamples.states.${sampleState}`)}</Badge>
      ),
    },
    {
      id: 'kind',
      header: t('inspections.drawnSamples.kind'),
      cell: ({ sampleKind }) => t(`inspections.drawnSamples.kinds.${sampleKind}`),
    },
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: ({ quantity, serial }) => serial || <Quantity value={quantity} unit={shown.unitOfMeasure} />,
    },
    {
      id: 'keptAt',
      header: t('audit.fields.keptAt'),
      cell: ({ keptAt }) => (keptAt === '' ? '' : <LocationLink code={keptAt} />),
    },
    {
      id: 'destroyOn',
      header: t('audit.fields.destroyOn'),
      cell: ({ destroyOn }) => (destroyOn === '' ? '' : <PlainDateText date={destroyOn} />),
    },
    { id: 'by', header: t('audit.fields.drawnBy'), cell: ({ drawnBy }) => drawnBy },
    { id: 'at', header: t('audit.fields.drawnAt'), cell: ({ drawnAt }) => <MomentText at={drawnAt} /> },
    { id: 'note', header: t('inspections.work.note'), wide: true, cell: ({ note }) => note },
    ...(hasActs ? [acts] : []),
  ];
  return (
    <Section title={t('inspections.drawnSamples.title')}>
      {shown.samples.length === 0 ? (
        <p className="muted">{t('inspections.drawnSamples.none')}</p>
      ) : (
        <DataTable label={t('inspections.drawnSamples.title')} rows={shown.samples} columns={columns} empty={null} />
      )}
      <Line>
        {mayDraw && !isOpen && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('inspections.drawnSamples.draw')}
          </Button>
        )}
        <Link to="/samples" search={{}}>
          {t('inspections.drawnSamples.register')}
        </Link>
      </Line>
      {isOpen && <Draw shown={shown} onDone={() => setOpen(false)} />}
    </Section>
  );
}

type Typed = {
  kind: SampleKind;
  quantity: string;
  serial: string;
  location: string;
  keptAt: string;
  destroyOn: string;
  note: string;
};

function Draw({ shown, onDone }: Shown & { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { inspection, reinspection } = shown;
  const record: Typed = {
    ...{ kind: 'used', quantity: '1', serial: '', location: '', keptAt: '', destroyOn: '', note: '' },
  };
  const isKept = ({ kind }: Typed): boolean => kind === 'retained';
  const fields: FormParts<Typed> = [
    {
      fields: [
        {
          ...{ kind: 'choice', name: 'kind', label: 'inspections.drawnSamples.kind' },
          options: sampleKinds.map((value) => ({ value, label: t(`inspections.drawnSamples.kinds.${value}`) })),
        },
        { kind: 'decimal', name: 'quantity', label: 'fields.quantity', unit: shown.unitOfMeasure },
      ],
    },
    {
      fields: [
        { kind: 'code', name: 'location', label: 'fields.location', help: 'inspections.drawnSamples.fromHelp' },
        ...(shown.serials.length > 0 ? [{ kind: 'code', name: 'serial', label: 'fields.serial' } as const] : []),
      ],
    },
    {
      fields: [
        { kind: 'code', name: 'keptAt', label: 'audit.fields.keptAt', when: isKept },
        { kind: 'date', name: 'destroyOn', label: 'audit.fields.destroyOn', when: isKept },
      ],
    },
    { kind: 'text', name: 'note', label: 'inspections.work.note' },
  ];
  return (
    <Panel label={t('inspections.drawnSamples.draw')} mt="sm">
      <p className="muted">{t('inspections.drawnSamples.leaves')}</p>
      <RecordForm
        operation={inspections.drawSample}
        call={api.inspections.drawSample}
        record={record}
        fields={fields}
        draft={`sample of ${codeOf(shown)}`}
        action="inspections.drawnSamples.draw"
        isTold
        send={(said) => ({ inspection, reinspection, ...said })}
        onDone={(drawn) => {
          tell(t('inspections.drawnSamples.drawn', { sample: drawn.document }));
          onDone();
        }}
        onCancel={onDone}
      />
    </Panel>
  );
}

const typedReason = z.string();

/** What is only looked at is brought back; what is kept is destroyed. */
function Acts({ shown, sample }: Shown & { sample: Sample }): ReactNode {
  const mayDestroy = useMay('status');
  const mayMove = useMay('move');
  if (sample.sampleState === 'kept' && mayDestroy) return <Destroy shown={shown} sample={sample} />;
  return sample.sampleState === 'out' && mayMove ? <BringBack shown={shown} sample={sample} /> : null;
}

function Destroy({ shown, sample }: Shown & { sample: Sample }): ReactNode {
  const { t } = useTranslation();
  const { inspection, reinspection } = shown;
  const { sampleNumber, document } = sample;
  const reason = useDraft(`destroying of ${document}`, '', typedReason);
  const signing = useSigning('inspections.destroySample', api.inspections.destroySample, {
    input: { inspection, reinspection, sampleNumber, reason: reason.value },
    onSigned() {
      reason.clear();
      tell(t('inspections.drawnSamples.destroyed', { sample: document }));
    },
  });
  return <SignedButton text={t('inspections.drawnSamples.destroy')} signing={signing} reason={reason} small />;
}

function BringBack({ sample }: Shown & { sample: Sample }): ReactNode {
  const { t } = useTranslation();
  const { movement } = sample;
  const { run, running, failure } = useCommand('movements.reverse', api.movements.reverse);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        disabled={running}
        onClick={() => run({ movements: [movement], reason: t('inspections.drawnSamples.back') })}
      >
        {t('inspections.drawnSamples.back')}
      </Button>
      {failure !== undefined && <FailureState failure={failure} />}
    </>
  );
}
