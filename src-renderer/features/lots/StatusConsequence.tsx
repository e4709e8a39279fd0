import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SigningPerson } from '#renderer/client/index.ts';
import { unitAddress } from '#renderer/components/address.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Facts, Section } from '#renderer/components/layout.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { Answer, FailureState } from '#renderer/components/states.tsx';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { isStatus } from '#shared/kernel/status.ts';
import { type Decided, type Preview, useChangeStatus, usePreview, useReason } from './status.hooks.ts';
import styles from './status.module.css';

type Props = { decided: Decided; signer: SigningPerson };

/** What the decision changes, in numbers, before anybody signs it. */
export function StatusConsequence({ decided, signer }: Props): ReactNode {
  const { t } = useTranslation();
  const asked = usePreview(decided);
  if (!isStatus(decided.statusFrom) || !isStatus(decided.statusTo)) {
    return <p className="muted">{t(decided.statusFrom === '' ? 'decisions.chooseFrom' : 'decisions.choose')}</p>;
  }
  return (
    <Section title={t('decisions.consequence')}>
      <Answer asked={asked}>
        {(preview) => (
          <Consequence
            // Another decision is another dialog, with nothing of the last one in it.
            key={JSON.stringify(decided)}
            decided={decided}
            preview={preview}
            signer={signer}
          />
        )}
      </Answer>
    </Section>
  );
}

type Place = Preview['places'][number];

function Consequence({ decided, preview, signer }: Props & { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const reason = useReason(decided);
  const { unitOfMeasure, quantity, serials, places, meaning, needsWitness, code, message } = preview;
  const signing = useChangeStatus({ ...decided, quantity, reason: reason.value }, code === '', () => {
    reason.clear();
    // Back leads to the page of the goods, not to a form of what is done.
    window.location.replace(unitAddress(decided));
  });
  const inOrder = places.toSorted((a, b) => compareCodes(a.location, b.location));
  const columns: TableColumn<Place>[] = [
    { id: 'location', header: t('fields.location'), cell: (row) => <span className="mono">{row.location}</span> },
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: (row) => <Quantity value={row.quantity} unit={unitOfMeasure} />,
    },
  ];

  return (
    <>
      {code === '' && signing.reading !== undefined && (
        <p className={styles.statement} lang={signing.reading.language}>
          {signing.reading.sentence}
        </p>
      )}
      <Facts
        facts={[
          [t('decisions.quantity'), <Quantity key="quantity" value={quantity} unit={unitOfMeasure} />],
          [
            t('decisions.places'),
            places.length === 1 ? (
              <span key="place" className="mono">
                {places[0]?.location}
              </span>
            ) : (
              places.length
            ),
          ],
          ...(serials === 0 ? [] : [[t('decisions.serials'), serials] as const]),
        ]}
      />
      {places.length > 1 && <DataTable label={t('decisions.places')} rows={inOrder} columns={columns} empty={null} />}
      {code === '' ? (
        <>
          {needsWitness && (
            <p className={styles.two}>
              <Icon name="warning" /> {t('decisions.two')}
            </p>
          )}
          <DraftNotice draft={reason} />
          <Button className={styles.go} onClick={signing.open}>
            {t('decisions.goSign')}
          </Button>
        </>
      ) : (
        // The host names a code of the closed list.
        <FailureState failure={{ kind: 'refused', code: code as ErrorCode, message }} />
      )}
      <SignDialog
        title={t(`decisions.acts.${meaning === 'released' || meaning === 'rejected' ? meaning : 'performed'}`)}
        signing={signing}
        signer={signer}
        reason={reason}
      />
    </>
  );
}
