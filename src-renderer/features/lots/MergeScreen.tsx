import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ask, useAsk, useCommand, useDraft, useMay, useSigner, useSigning } from '#renderer/client/index.ts';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { localDate, localQuantity, PlainDateText, useLocale } from '#renderer/components/figures.tsx';
import { Facts, Section } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { Answer, EmptyState, FailureState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { Inputs, Outputs } from '#shared/contract.ts';
import { type Lying, numberOf, OneOf, type Regrouped, RegroupPage, type RegroupSearch } from './LyingChoice.tsx';

type Line = Lying['lines'][number];
type Merge = Inputs['lots']['merge'];

const keyOf = ({ lot, sublot, status }: Line): string => [lot, sublot, status].join(' ');

/** Merges lots that lie at one location: which of them, into which, and what that makes of all. */
export function MergeScreen(props: ScreenProps<RegroupSearch>): ReactNode {
  const { t } = useTranslation();
  const nothing = t('lots.merge.nothing');
  return (
    <RegroupPage
      {...props}
      title={t('lots.merge.title')}
      kind={props.search.product}
      lead={t('lots.merge.lead')}
      nothing={nothing}
      doneTitle={({ lots: all }) => t('lots.merge.done', { lot: all.map(numberOf).join(', ') })}
      at={(named, lying, onMade) =>
        lying.lines.length < 2 ? (
          <EmptyState title={nothing} />
        ) : (
          <Merging key={named.location} named={named} lying={lying} onMade={onMade} />
        )
      }
    />
  );
}

type Props = { named: RegroupSearch; lying: Lying; onMade: (made: Regrouped) => void };

function Merging({ named, lying, onMade }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    new Set(lying.lines.filter(({ lot }) => lot === named.lot).map(keyOf)),
  );
  const [into, setInto] = useState(named.lot);
  const [number, setNumber] = useState('');
  const chosen = lying.lines.filter((line) => taken.has(keyOf(line)));
  const target = chosen.find((line) => numberOf(line) === into);
  const input: Merge = {
    ...{ product: named.product, location: named.location, lot: target?.lot ?? number.trim() },
    sublot: target?.sublot ?? '',
    rows: chosen.map(({ lot, sublot, status }) => ({ lot, sublot, status })),
  };
  const choose = (line: Line, isTaken: boolean): void => {
    const next = new Set(taken);
    if (isTaken) next.add(keyOf(line));
    else next.delete(keyOf(line));
    setTaken(next);
  };
  const lots = [...new Set(chosen.map(numberOf))];
  return (
    <Stack gap="md">
      <Checkbox.Group label={`${t('lots.merge.lying')} (${named.location})`} value={[...taken]}>
        <Stack gap={6} mt={6}>
          {lying.lines.map((line) => (
            <Checkbox
              key={keyOf(line)}
              value={keyOf(line)}
              label={[
                numberOf(line),
                line.status,
                `${localQuantity(line.quantity, locale)} ${lying.unitOfMeasure}`,
                ...(line.expiresOn === '' ? [] : [`${t('dossier.expiresOn')} ${localDate(line.expiresOn, locale)}`]),
              ].join(' · ')}
              onChange={({ currentTarget }) => choose(line, currentTarget.checked)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group align="flex-end" gap="md">
        <OneOf
          label={t('lots.merge.into')}
          value={target === undefined ? '' : into}
          options={[...lots.map((one) => ({ value: one, label: one })), { value: '', label: t('lots.merge.intoNew') }]}
          onChoose={setInto}
        />
        {target === undefined && (
          <TextInput
            label={t('lots.merge.number')}
            description={t('lots.merge.numberHelp')}
            value={number}
            onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          />
        )}
      </Group>
      {lots.length < 2 ? (
        <p className="muted" role="status">
          {t('lots.merge.choose')}
        </p>
      ) : (
        <Preview input={input} onMade={onMade} />
      )}
    </Stack>
  );
}

function Preview({ input, onMade }: { input: Merge; onMade: (made: Regrouped) => void }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const messageText = useMessage();
  const asked = useAsk(ask.lots.previewMerge.queryOptions({ input }));
  return (
    <Answer asked={asked}>
      {(answer) => {
        if (answer.message !== '') return <p role="alert">{messageText(answer.message)}</p>;
        const { quantity, unitOfMeasure, status, expiresOn, areAlike, lowered, shortened } = answer;
        return (
          <Section title={`${t('lots.merge.becomes')} ${numberOf(answer)}`}>
            <Facts
              facts={[
                [t('fields.quantity'), `${localQuantity(quantity, locale)} ${unitOfMeasure}`],
                [t('fields.status'), <StatusBadge key="status" status={status} />],
                ...(expiresOn === ''
                  ? []
                  : [[t('dossier.expiresOn'), <PlainDateText key="date" date={expiresOn} />] as const]),
              ]}
            />
            <p>{t(areAlike ? 'lots.merge.alike' : 'lots.merge.unlike')}</p>
            {lowered.map((line) => (
              <p key={`${numberOf(line)} ${line.statusFrom}`}>
                {t('lots.merge.lowered', {
                  ...{ lot: numberOf(line), from: line.statusFrom, to: status },
                  quantity: `${localQuantity(line.quantity, locale)} ${unitOfMeasure}`,
                })}
              </p>
            ))}
            {shortened.map((line) => (
              <p key={numberOf(line)}>{t('lots.merge.shortened', { lot: numberOf(line) })}</p>
            ))}
            {areAlike ? <MergeAlike input={input} onMade={onMade} /> : <MergeUnlike input={input} onMade={onMade} />}
          </Section>
        );
      }}
    </Answer>
  );
}

type ActProps = { input: Merge; onMade: (made: Outputs['lots']['merge']) => void };

function MergeAlike({ input, onMade }: ActProps): ReactNode {
  const { t } = useTranslation();
  const { run, running, failure } = useCommand('lots.merge', async (asked: Merge, options) => {
    const reply = await api.lots.merge(asked, options);
    onMade(reply);
    return reply;
  });
  return (
    <>
      {failure !== undefined && <FailureState failure={failure} />}
      <Button loading={running} onClick={() => run(input)}>
        {t('lots.merge.act')}
      </Button>
    </>
  );
}

function MergeUnlike({ input, onMade }: ActProps): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const mayDecide = useMay('status');
  const reason = useDraft(`merge of ${JSON.stringify(input)}`.slice(0, 200), '', z.string());
  const signing = useSigning('lots.mergeUnlike', api.lots.mergeUnlike, {
    input: { ...input, reason: reason.value },
    onSigned(reply) {
      reason.clear();
      onMade(reply);
    },
  });
  if (signer === undefined) return null;
  if (signer.isOwner) return <NeedsPeople demo={signer.demo} />;
  if (!mayDecide) return <p className="muted">{t('signing.mayNot')}</p>;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={signing.open}>
        {t('lots.merge.sign')}
      </Button>
      <SignDialog title={t('lots.merge.title')} signing={signing} signer={signer} reason={reason} isAsked>
        <DraftNotice draft={reason} />
      </SignDialog>
    </>
  );
}
