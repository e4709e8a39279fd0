import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useDocument } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { PlainDateText } from '#renderer/components/figures.tsx';
import { Page, Section } from '#renderer/components/layout.tsx';
import { DocumentLink, PartnerLink, UnitLink } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { useSeparatorKeys } from '#renderer/components/useSeparatorKeys.ts';
import type { Outputs } from '#shared/contract.ts';
import { beginsLikeGs1 } from '#shared/kernel/gs1Strings.ts';

type Checked = Outputs['dossier']['checkSerial'];
type Found = Checked['found'][number];

/** Whether a serial that somebody holds is one we know: it is typed or scanned, and a plain verdict comes first. */
export function CheckScreen({ search, setSearch }: ScreenProps<{ text: string }>): ReactNode {
  const { t } = useTranslation();
  const { text } = search;
  const document = useDocument(`check ${text}`, (drawing) =>
    api.reports.draw({ report: 'serialCheck', parameters: { serial: text }, ...drawing }),
  );
  return (
    <Page
      title={t('dossier.check.title')}
      lead={t('dossier.check.lead')}
      actions={text !== '' && <DocumentButtons work={document} />}
    >
      <Asked key={text} text={text} onCheck={(typed) => setSearch({ text: typed }, 'step')} />
      {text !== '' && <Answered text={text} />}
    </Page>
  );
}

function Asked({ text, onCheck }: { text: string; onCheck: (typed: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [typed, type] = useState(text);
  // A scanner may send what separates the parts of a barcode as a key of its own.
  const separators = useSeparatorKeys(beginsLikeGs1, type);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onCheck(typed);
      }}
    >
      <Group align="flex-end" gap={8} mb="md">
        <TextInput
          label={t('dossier.check.serial')}
          value={typed}
          w={420}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={(event) => void separators.onKeyDown(event)}
          onKeyUp={separators.onKeyUp}
        />
        <Button type="submit">{t('dossier.check.check')}</Button>
      </Group>
    </form>
  );
}

function Answered({ text }: { text: string }): ReactNode {
  const { t } = useTranslation();
  const asked = useAsk(ask.dossier.checkSerial.queryOptions({ input: { text } }));
  return (
    <Answer asked={asked}>
      {({ serial, found, alike }) => (
        <>
          {serial !== text.trim() && <p className="muted">{t('dossier.check.read', { serial })}</p>}
          {found.length === 0 && (
            <EmptyState title={t('dossier.check.unknown')}>
              <p>{t('dossier.check.unknownHelp', { serial })}</p>
            </EmptyState>
          )}
          {found.map((one) => (
            <Verdict key={`${one.unit.product} ${one.unit.serial}`} found={one} />
          ))}
          {alike.length > 0 && (
            <Section title={t('dossier.check.alike')}>
              <ul>
                {alike.map((unit) => (
                  <li key={`${unit.product} ${unit.serial}`}>
                    <UnitLink unit={unit} withProduct />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </Answer>
  );
}

type Row = Found['deliveries'][number] & { what: 'delivery' | 'return' };

/** What the records say of one serial: the verdict, why, and how often it went out and came back. */
function Verdict({ found }: { found: Found }): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const { unit, verdict, sentences, warnings, deliveries, returns } = found;
  const rows: Row[] = [
    ...deliveries.map((one) => ({ ...one, what: 'delivery' as const })),
    ...returns.map((one) => ({ ...one, what: 'return' as const })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const columns: TableColumn<Row>[] = [
    { id: 'what', header: t('dossier.check.what'), cell: ({ what }) => t(`dossier.check.${what}`) },
    { id: 'on', header: t('fields.at'), cell: ({ on }) => <PlainDateText date={on} /> },
    { id: 'partner', header: t('fields.partner'), cell: ({ partner }) => <PartnerLink code={partner} /> },
    { id: 'document', header: t('fields.document'), cell: ({ document }) => <DocumentLink number={document} /> },
  ];
  return (
    <Section title={`${unit.product} ${unit.serial}`} actions={<UnitLink unit={unit} withProduct />}>
      <p role="status">
        <Badge
          tone={verdict === 'genuine' ? 'released' : 'quarantine'}
          icon={verdict === 'genuine' ? 'tick' : 'warning'}
        >
          {t(`dossier.check.verdicts.${verdict}`)}
        </Badge>
      </p>
      {sentences.map((one) => (
        <p key={one.pattern}>{messageText(one)}</p>
      ))}
      {warnings.map((one) => (
        <p key={one.pattern} className="warning">
          {t('dossier.check.warning')}: {messageText(one)}
        </p>
      ))}
      <DataTable
        label={t('dossier.check.happened')}
        rows={rows}
        columns={columns}
        empty={<p className="muted">{t('dossier.check.nothingHappened')}</p>}
      />
    </Section>
  );
}
