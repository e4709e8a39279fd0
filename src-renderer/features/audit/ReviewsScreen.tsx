import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type SigningPerson, useDraft, useMay, useSigner } from '#renderer/client/index.ts';
import { entryPlace, personPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Page } from '#renderer/components/layout.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { OwnerCannotSign, SignWithNote } from '#renderer/components/SignWithNote.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { pageSize, type Reviews, useReview, useReviews } from './audit.hooks.ts';

/** Who looked through the trail and signed for it, and what nobody has looked at yet. */
export function ReviewsScreen({ search: { offset }, setSearch }: ScreenProps<{ offset: number }>): ReactNode {
  const { t } = useTranslation();
  const asked = useReviews(offset);
  return (
    <Page
      kind={t('audit.title')}
      title={t('reviews.title')}
      lead={t('reviews.lead')}
      actions={<Link to="/audit">{t('reviews.backToTrail')}</Link>}
    >
      <Answer asked={asked}>
        {(reviews) => (
          <>
            <Unseen reviews={reviews} />
            {reviews.total === 0 ? (
              <EmptyState title={t('reviews.empty')}>
                <p>{t('reviews.emptyHelp')}</p>
              </EmptyState>
            ) : (
              <ReviewTable rows={reviews.rows} />
            )}
            <Pager
              offset={offset}
              shown={reviews.rows.length}
              total={reviews.total}
              pageSize={pageSize}
              onOffset={(next) => setSearch({ offset: next })}
            />
          </>
        )}
      </Answer>
    </Page>
  );
}

type Stretch = Pick<Reviews, 'next' | 'last'>;

/** What nobody has looked at yet; those who may review sign for it here. */
function Unseen({ reviews: { next, last } }: { reviews: Stretch }): ReactNode {
  const { t } = useTranslation();
  const mayReview = useMay('review');
  const signer = useSigner();
  if (next > last) return <p>{t('reviews.allSeen')}</p>;
  return (
    <Box component="section" mb={20} aria-label={t('reviews.sign')}>
      <p>{t('reviews.open', { count: last - next + 1, first: next, last })}</p>
      {mayReview && signer?.isOwner === true && <OwnerCannotSign demo={signer.demo} />}
      {mayReview && signer?.isOwner === false && <SignReview next={next} last={last} signer={signer} />}
    </Box>
  );
}

const noteShape = z.string();

function SignReview({ next: first, last, signer }: Stretch & { signer: SigningPerson }): ReactNode {
  const { t } = useTranslation();
  const note = useDraft('audit review', '', noteShape);
  const signing = useReview({ first, last, note: note.value.trim() }, note.clear);
  return (
    <SignWithNote
      text={t('reviews.sign')}
      title={t('reviews.signTitle')}
      note={note}
      signer={signer}
      signing={signing}
    />
  );
}

type Review = Reviews['rows'][number];

function ReviewTable({ rows }: { rows: readonly Review[] }): ReactNode {
  const { t } = useTranslation();
  const columns: TableColumn<Review>[] = [
    { id: 'number', header: t('reviews.number'), figure: true, cell: (row) => row.number },
    { id: 'at', header: t('signing.at'), cell: (row) => <MomentText at={row.at} detail="exact" /> },
    {
      id: 'by',
      header: t('signing.by'),
      cell: ({ signatures }) =>
        signatures.map(({ id, person, name }) => (
          <Link {...personPlace(person)} key={id}>
            {name}
          </Link>
        )),
    },
    {
      id: 'meaning',
      header: t('signing.meaning'),
      cell: ({ signatures }) => signatures.map(({ meaning }) => t(`signing.meanings.${meaning}`)).join(', '),
    },
    {
      id: 'entries',
      header: t('reviews.entries'),
      cell: ({ first, last }) => (
        <Link {...entryPlace(last)}>{first === last ? last : t('reviews.range', { first, last })}</Link>
      ),
    },
    { id: 'note', header: t('reviews.said'), wide: true, cell: (row) => row.note },
    {
      id: 'entry',
      header: t('signing.entry'),
      figure: true,
      cell: ({ signatures: [signature] }) =>
        signature === undefined ? null : <Link {...entryPlace(signature.entry)}>{signature.entry}</Link>,
    },
  ];
  return <DataTable label={t('reviews.title')} rows={rows} columns={columns} empty={null} />;
}
