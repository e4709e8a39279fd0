import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import styles from './SignDialog.module.css';
import { useRecordName, useWord } from './words.ts';

type Props = {
  reading: PreparedSignature;
  /** Whether it is of just what would be sent; else the next one is on its way. */
  isCurrent: boolean;
  changed: { before: PreparedSignature | undefined } | undefined;
};

/** What is signed, to the letter as the signatures will say it, and the versions it rests on; and what of it changed. */
export function SignReading({ reading, isCurrent, changed }: Props): ReactNode {
  const { t } = useTranslation();
  const before = changed?.before;
  return (
    <section className={styles.reading} aria-label={t('signing.what')}>
      {changed !== undefined && (
        <div className={styles.changed} role="alert">
          <p>{t('signing.changedMeanwhile')}</p>
          {before !== undefined && before.sentence !== reading.sentence && (
            <p>
              {t('signing.readBefore')} <s>{before.sentence}</s>
            </p>
          )}
          {before !== undefined && before.sentence === reading.sentence && <p>{t('signing.sameSentence')}</p>}
        </div>
      )}
      <p className={styles.statement} lang={reading.language} aria-busy={!isCurrent}>
        {reading.sentence}
      </p>
      <Records records={reading.records} before={before?.records} />
      <p className={`muted ${styles.state}`} role="status">
        {isCurrent ? '' : t('signing.reading')}
      </p>
    </section>
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
    <div className={`muted ${styles.records}`}>
      <span>{t('signing.restsOn')}</span>
      <ul>
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
      </ul>
    </div>
  );
}
