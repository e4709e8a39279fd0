import { ActionIcon, Anchor, Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { DocumentLink, PartnerLink, ProductLink } from '#renderer/components/links.tsx';
import type { RecallView } from './askRecall.ts';
import { type Contact, useContacts } from './recalls.hooks.ts';

type Customer = RecallView['customers'][number];
type UnitOfMeasureOf = (row: { product: string }) => string;
/** Which customers' goods are in sight, and how to open and close them. */
export type Opening = { isOpen: (customer: string) => boolean; toggle: (customer: string) => void };

/** So many deliveries are named in a row. */
const mostNamed = 6;

/** The columns of a list of customers: who, how to reach them, what they got and with which deliveries. */
export function useCustomerColumns(
  customers: readonly Customer[],
  unitOfMeasureOf: UnitOfMeasureOf,
  opening: Opening,
): TableColumn<Customer>[] {
  const { t } = useTranslation();
  const contacts = useContacts(customers);
  const sums = (name: 'shipped' | 'returned'): TableColumn<Customer> => ({
    id: name,
    header: t(`recalls.figures.${name}`),
    cell: (row) => <ProductSums sums={row[name]} unitOfMeasureOf={unitOfMeasureOf} />,
  });
  return [
    {
      id: 'customer',
      header: t('fields.customer'),
      cell: ({ customer }) => (
        <>
          <Opener customer={customer} opening={opening} />
          <PartnerLink code={customer} />
        </>
      ),
      sortBy: (row) => row.customer,
    },
    { id: 'name', header: t('fields.name'), cell: (row) => row.name, sortBy: (row) => row.name },
    {
      id: 'contact',
      header: t('recalls.contact'),
      cell: (row) => <ContactText contact={contacts.get(row.customer)} />,
    },
    sums('shipped'),
    // Where nobody sent anything back nothing is said of it.
    ...(customers.some(({ returned }) => returned.length > 0) ? [sums('returned')] : []),
    {
      id: 'deliveries',
      header: t('recalls.deliveries'),
      wide: true,
      cell: (row) => <Deliveries customer={row} opening={opening} />,
      sortBy: (row) => row.deliveries.length,
    },
  ];
}

function Opener({ customer, opening }: { customer: string; opening: Opening }): ReactNode {
  const { t } = useTranslation();
  const isOpen = opening.isOpen(customer);
  return (
    <ActionIcon
      m="-2px 4px -2px -6px"
      aria-expanded={isOpen}
      aria-label={t('recalls.goodsOf', { customer })}
      title={t('recalls.goodsOf', { customer })}
      onClick={() => opening.toggle(customer)}
    >
      <Icon name={isOpen ? 'below' : 'next'} size={12} />
    </ActionIcon>
  );
}

/** Where a notice goes: the postal address, e-mail and telephone, as far as they are recorded. */
function ContactText({ contact }: { contact: Contact | undefined }): ReactNode {
  const { t } = useTranslation();
  if (contact === undefined) return null;
  const { address, country, email, phone, contactName, contactHours } = contact;
  if ([address, email, phone, contactName, contactHours].every((part) => part === ''))
    return <span className="muted">{t('common.unknown')}</span>;
  return (
    <>
      {address !== '' && (
        <Box w="max-content" maw={280} style={{ whiteSpace: 'normal' }}>
          {country === '' ? address : `${address}, ${country}`}
        </Box>
      )}
      {contactName !== '' && <div>{contactName}</div>}
      {contactHours !== '' && <div className="muted">{contactHours}</div>}
      {email !== '' && (
        <div>
          <a href={`mailto:${email}`}>{email}</a>
        </div>
      )}
      {phone !== '' && (
        <div>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </div>
      )}
    </>
  );
}

const ProductSums = (props: { sums: Customer['shipped']; unitOfMeasureOf: UnitOfMeasureOf }): ReactNode =>
  props.sums.map((sum) => (
    <div key={sum.product}>
      <ProductLink code={sum.product} /> <span className="muted">×</span>{' '}
      <Quantity value={sum.quantity} unit={props.unitOfMeasureOf(sum)} />
    </div>
  ));

/** The first deliveries; an opened row has them all. */
function Deliveries({ customer: row, opening }: { customer: Customer; opening: Opening }): ReactNode {
  const { t } = useTranslation();
  const { customer, deliveries } = row;
  const left = deliveries.length - mostNamed;
  return (
    <>
      {deliveries.slice(0, mostNamed).map((number) => (
        <span key={number}>
          <DocumentLink number={number} />{' '}
        </span>
      ))}
      {left > 0 && (
        <Anchor
          component="button"
          type="button"
          aria-expanded={opening.isOpen(customer)}
          onClick={() => opening.toggle(customer)}
        >
          {t('common.more', { count: left })}
        </Anchor>
      )}
    </>
  );
}
