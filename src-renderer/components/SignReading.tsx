import { Box, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { Panel } from './Panel.tsx';
import { useRecordName, useWord } from './words.ts';

type Props = {
  reading: PreparedSignature;
  /** Whether it is of just what would be sent; else the next one is on its way. */
  isCurrent: boolean;
  /** Whether somebody was about to sign before it stood there. */
  isEarly: boolean;
  changed: { before: PreparedSignature | undefined } | undefined;
};

/** What is signed, to the letter as the signatures will say it, and the versions it rests on; and what of it changed. */
export function SignReading({ reading, isCurrent, isEarly, changed }: Props): ReactNode {
  const { t } = useTranslation();
  const before = changed?.before;
  return (
    <Stack component="section" gap={8} aria-label={t('signing.what')}>
      {changed !== undefined && (
        <Panel role="alert">
          <p>{t('signing.changedMeanwhile')}</p>
          {before !== undefined && before.sentence !== reading.sentence && (
            <p>
              {t('signing.readBefore')} <s>{before.sentence}</s>
            </p>
          )}
          {before !== undefined && before.sentence === reading.sentence && <p>{t('signing.sameSentence')}</p>}
        </Panel>
      )}
      <Box
        component="p"
        p="12px 16px"
        bg="var(--l-sunken)"
        fw={500}
        c={isCurrent ? 'var(--l-text)' : 'dimmed'}
        style={{ borderInlineStart: '3px solid var(--l-accent)', borderRadius: 6, overflowWrap: 'anywhere' }}
        lang={reading.language}
        aria-busy={!isCurrent}
      >
        {reading.sentence}
      </Box>
      <Records records={reading.records} before={before?.records} />
      <Box component="p" fz={12} c={isEarly ? 'var(--l-text)' : 'dimmed'} fw={isEarly ? 600 : 400} role="status">
        {isCurrent ? isEarly && t('signing.early') : t(isEarly ? 'signing.earlyReading' : 'signing.reading')}
      </Box>
    </Stack>
  );
}

type Records = PreparedSignature['records'];
type SignedRecord = Records[number];

/** So many are named; a decision on a product's lots may rest on hundreds. */
const mostRecords = 8;

function Records({ records, before }: { records: Records; before: Records | undefined }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const recordName = useRecordName();
  if (records.length === 0) return null;
  const earlier = (one: SignedRecord): number =>
    before?.find(({ record, parts }) => record === one.record && parts.join() === one.parts.join())?.version ??
    one.version;
  // What changed is named in any case.
  const inOrder = records.toSorted((a, b) => Number(earlier(b) !== b.version) - Number(earlier(a) !== a.version));
  const versionText = (version: number): string =>
    version === 0 ? t('signing.notRecorded') : t('signing.version', { version });
  return (
    <Box fz={12} c="dimmed">
      <span>{t('signing.restsOn')}</span>
      <Box component="ul" mt={2} mb={0} pl={18}>
        {inOrder.slice(0, mostRecords).map((one) => (
          <li key={`${one.record} ${one.parts.join()}`}>
            {say(`audit.records.${one.record}`, one.record)}{' '}
            <span className={one.record === 'setting' ? undefined : 'mono'}>
              {recordName(one.record, one.parts.filter((part) => part !== '').join(' / '))}
            </span>
            ,{' '}
            {earlier(one) !== one.version && (
              <>
                <s>{versionText(earlier(one))}</s>{' '}
              </>
            )}
            {versionText(one.version)}
          </li>
        ))}
        {records.length > mostRecords && <li>{t('signing.moreRecords', { count: records.length - mostRecords })}</li>}
      </Box>
    </Box>
  );
}
