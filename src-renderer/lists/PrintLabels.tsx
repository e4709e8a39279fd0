import { Alert, Button, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, keepWhile, saveDocument, useAsk, useMay, writing } from '#renderer/client/index.ts';
import { LabelPicture } from '#renderer/components/LabelPicture.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Inputs } from '#shared/contract.ts';
import { formatUnit, type Unit } from '#shared/kernel/unit.ts';
import { labels } from '#shared/labels/contract.ts';
import { labelKinds, labelSizes, labelSymbols, tagStates } from '#shared/labels/vocabulary.ts';

type Asked = Omit<Required<Inputs['labels']['print']>, 'units' | 'language'>;
type Props = { units: readonly Unit[]; text: string; small?: boolean };

/** Prints labels of lots or serials: a button, and behind it what is printed, how often, and how that looks. */
export function PrintLabels({ units, text, small = false }: Props): ReactNode {
  const { t } = useTranslation();
  const mayPrint = useMay('label');
  const [isOpen, setOpen] = useState(false);
  if (!mayPrint) return null;
  return (
    <>
      <Button size={small ? 'compact-sm' : 'sm'} variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {text}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={text}
        size={560}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common.cancel') }}
      >
        <PrintForm units={units} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

const first: Asked = {
  kind: 'goods',
  state: '',
  size: '100x50',
  symbol: 'datamatrix',
  copies: 1,
  quantity: '',
  skip: 0,
  reason: '',
};

function PrintForm({ units, onClose }: { units: readonly Unit[]; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { language } = writing();
  const fields = useFields(units.length > 1);
  return (
    <RecordForm
      operation={labels.print}
      call={api.labels.print}
      record={first}
      fields={fields}
      draft=""
      action="labels.printNow"
      isTold
      send={(asked) => ({ ...asked, units: [...units], language })}
      summary={(asked) => <Preview units={units} asked={asked} />}
      onCancel={onClose}
      onDone={(printed) => {
        onClose();
        void saveDocument(printed).then(() => tell(t('labels.done', { count: printed.labels, name: printed.name })));
      }}
    />
  );
}

function useFields(areMany: boolean): FormParts<Asked> {
  const { t } = useTranslation();
  return [
    {
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          label: 'labels.kind',
          options: labelKinds.map((value) => ({ value, label: t(`labels.kinds.${value}`) })),
        },
        {
          kind: 'choice',
          name: 'state',
          label: 'labels.state',
          when: ({ kind }) => kind === 'status',
          options: [
            { value: '', label: t('labels.asIs') },
            ...tagStates.map((value) => ({ value, label: t(`labels.states.${value}`) })),
          ],
        },
      ],
    },
    {
      fields: [
        {
          kind: 'choice',
          name: 'size',
          label: 'labels.size',
          options: labelSizes.map((value) => ({ value, label: t(`labels.sizes.${value}`) })),
        },
        {
          kind: 'choice',
          name: 'symbol',
          label: 'labels.symbol',
          options: labelSymbols.map((value) => ({ value, label: t(`labels.symbols.${value}`) })),
        },
      ],
    },
    {
      fields: [
        { kind: 'wholeNumber', name: 'copies', label: areMany ? 'labels.copiesOfEach' : 'labels.copies' },
        { kind: 'decimal', name: 'quantity', label: 'labels.quantity' },
      ],
    },
    { kind: 'wholeNumber', name: 'skip', label: 'labels.skip', when: ({ size }) => size === 'a4-3x8' },
    { kind: 'longText', name: 'reason', label: 'labels.reason', help: 'labels.reasonHelp' },
  ];
}

/** The first label as it will be printed, what its barcode says, and what keeps others from being printed. */
function Preview({ units, asked }: { units: readonly Unit[]; asked: Asked }): ReactNode {
  const { t } = useTranslation();
  const say = useMessage();
  const { reason: _why, ...what } = asked;
  const input = { ...what, units: [...units], language: writing().language };
  const isWhole = labels.preview['~orpc'].inputSchema?.safeParse(input).success === true;
  const preview = useAsk({
    ...ask.labels.preview.queryOptions({ input }),
    enabled: isWhole,
    placeholderData: keepWhile,
  });
  return (
    <Answer asked={preview}>
      {({ first: drawing, says, labels: count, again, issues }) => (
        <Stack gap="xs">
          {drawing !== null && <LabelPicture drawing={drawing} label={`${t('labels.preview')}: ${says}`} />}
          <p className="muted">{t('labels.soMany', { count })}</p>
          {again > 0 && <p>{t('labels.again', { count: again })}</p>}
          {issues.length > 0 && (
            <Alert color="red" title={t('labels.cannot', { count: issues.length })}>
              {issues.slice(0, mostIssues).map(({ text, ...unit }) => (
                <p key={formatUnit(unit)}>{say(text)}</p>
              ))}
              {issues.length > mostIssues && <p>{t('common.more', { count: issues.length - mostIssues })}</p>}
            </Alert>
          )}
        </Stack>
      )}
    </Answer>
  );
}

/** So many reasons are named. */
const mostIssues = 5;
