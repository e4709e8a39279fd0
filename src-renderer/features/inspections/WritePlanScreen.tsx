import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ask, useAsk, useDraft } from '#renderer/client/index.ts';
import { goTo, planPlace } from '#renderer/components/address.ts';
import { today } from '#renderer/components/figures.tsx';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import { GridForm } from '#renderer/forms/GridForm.tsx';
import type { Outputs } from '#shared/contract.ts';
import { inspections } from '#shared/inspections/contract.ts';
import { planFromTable } from '#shared/inspections/planFromTable.ts';
import type { WrittenRow } from '#shared/inspections/vocabulary.ts';
import { cellsOfRows, planColumns } from './planColumns.ts';

type Plan = Outputs['inspections']['plan'];

/** What stands above the rows. */
const head = z.object({
  plan: z.string(),
  name: z.string(),
  validFrom: z.string(),
  validUntil: z.string(),
  basedOn: z.string(),
  revision: z.string(),
  note: z.string(),
  critical: z.string(),
  major: z.string(),
  minor: z.string(),
  isCurtailed: z.boolean(),
  isDecidedByAnother: z.boolean(),
  drawsLargest: z.boolean(),
});
type Head = z.infer<typeof head>;
type TextOf = Exclude<keyof Head, 'isCurtailed' | 'drawsLargest' | 'isDecidedByAnother'>;

/** Writes a plan: a new one, the draft there is, or the next version of what is in force. */
export function WritePlanScreen({ search: { plan } }: ScreenProps<{ plan: string }>): ReactNode {
  const { t } = useTranslation();
  const known = useAsk({
    ...ask.inspections.plan.queryOptions({ input: { plan, planVersion: null } }),
    enabled: plan !== '',
  });
  const draft = known.data?.versions.find(({ standing }) => standing === 'draft')?.planVersion ?? null;
  const opened = useAsk({
    ...ask.inspections.plan.queryOptions({ input: { plan, planVersion: draft } }),
    enabled: known.data !== undefined,
  });
  return (
    <Page
      title={plan === '' ? t('inspections.write.new') : t('inspections.write.change', { plan })}
      lead={t('inspections.write.lead')}
    >
      {plan === '' ? (
        <PlanForm before={undefined} />
      ) : (
        <Answer asked={opened}>{(before) => <PlanForm key={before.version} before={before} />}</Answer>
      )}
    </Page>
  );
}

const headOf = (before: Plan | undefined): Head =>
  before === undefined
    ? {
        ...{ plan: '', name: '', validFrom: today(), validUntil: '', basedOn: '', revision: '', note: '' },
        ...{ critical: '100 %', major: 'II 1.0', minor: 'II 4.0', isCurtailed: false, drawsLargest: true },
        isDecidedByAnother: false,
      }
    : {
        ...{ plan: before.plan, name: before.name, basedOn: before.basedOn, revision: before.revision },
        // What is in force holds until the next version does.
        validFrom: before.shown.standing === 'draft' || before.validFrom > today() ? before.validFrom : today(),
        validUntil: before.validUntil,
        note: before.shown.standing === 'draft' ? before.note : '',
        ...before.samplings,
        ...{ isCurtailed: before.isCurtailed, drawsLargest: before.drawsLargest },
        isDecidedByAnother: before.isDecidedByAnother,
      };

function PlanForm({ before }: { before: Plan | undefined }): ReactNode {
  const { t } = useTranslation();
  const columns = useMemo(() => planColumns(t), [t]);
  const isDraft = before?.shown.standing === 'draft';
  const last = Math.max(0, ...(before?.versions ?? []).map(({ planVersion }) => planVersion));
  const name = `plan ${before === undefined ? '+' : `${before.plan} ${before.shown.planVersion} ${before.version}`}`;
  const typed = useDraft(`${name} head`, headOf(before), head);
  const { value } = typed;
  const set = (change: Partial<Head>): void => typed.set({ ...value, ...change });
  const text = (of: TextOf, label: string, more: { help?: string; type?: 'date'; width?: number } = {}): ReactNode => (
    <TextInput
      label={label}
      description={more.help}
      type={more.type ?? 'text'}
      w={more.width ?? 180}
      value={value[of]}
      onChange={({ currentTarget }) => set({ [of]: currentTarget.value })}
    />
  );
  return (
    <GridForm<WrittenRow, Parameters<typeof api.inspections.writePlan>[0], Outputs['inspections']['writePlan']>
      label={t('inspections.rows')}
      operation={inspections.writePlan}
      call={api.inspections.writePlan}
      columns={columns}
      draft={name}
      begin={before === undefined ? [] : cellsOfRows(before.rows, columns, t)}
      action="inspections.write.save"
      table={{ into: 'plan', read: planFromTable }}
      send={(rows) => {
        const { critical, major, minor, plan, ...same } = value;
        return {
          ...same,
          plan: before?.plan ?? plan,
          // Versions are counted on over those that were withdrawn.
          planVersion: isDraft ? before.shown.planVersion : last + 1,
          version: isDraft ? before.version : 0,
          samplings: { critical, major, minor },
          rows: [...rows],
        };
      }}
      onDone={({ plan, planVersion }) => {
        typed.clear();
        goTo(planPlace(plan, planVersion), { instead: true });
      }}
      onCancel={() => {
        typed.clear();
        goTo(before === undefined ? { to: '/plans' } : planPlace(before.plan));
      }}
    >
      <Stack gap="sm">
        <Group gap="md" align="flex-end">
          {before === undefined && text('plan', t('inspections.plan'), { width: 140 })}
          {text('name', t('fields.name'), { width: 320 })}
          {text('validFrom', t('inspections.validFrom'), { type: 'date', width: 160 })}
          {text('validUntil', t('inspections.validUntil'), { type: 'date', width: 160 })}
        </Group>
        <Group gap="md" align="flex-end">
          {text('basedOn', t('audit.fields.basedOn'), { width: 320 })}
          {text('revision', t('audit.fields.revision'), { width: 140 })}
          {text('note', t('inspections.write.note'), { width: 340 })}
        </Group>
        <Group component="fieldset" gap="md" align="flex-end" p={0} m={0} style={{ border: 0 }}>
          <legend>{t('inspections.write.samplings')}</legend>
          {text('critical', t('inspections.designators.critical'))}
          {text('major', t('inspections.designators.major'))}
          {text('minor', t('inspections.designators.minor'))}
          <Checkbox
            label={t('inspections.write.drawsLargest')}
            checked={value.drawsLargest}
            onChange={({ currentTarget }) => set({ drawsLargest: currentTarget.checked })}
          />
          <Checkbox
            label={t('inspections.write.isCurtailed')}
            checked={value.isCurtailed}
            onChange={({ currentTarget }) => set({ isCurtailed: currentTarget.checked })}
          />
          <Checkbox
            label={t('inspections.work.isDecidedByAnother')}
            checked={value.isDecidedByAnother}
            onChange={({ currentTarget }) => set({ isDecidedByAnother: currentTarget.checked })}
          />
        </Group>
        <p className="muted">{t('inspections.write.samplingHelp')}</p>
      </Stack>
    </GridForm>
  );
}
