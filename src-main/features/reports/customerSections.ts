import type { ReportFrame, ReportCell, ReportColumn, ReportSection } from '#shared/kernel/reportModel.ts';
import type { RecallAnswer, RecallDelivery } from '#shared/recalls/contract.ts';
import {
  atColumn,
  documentColumn,
  listSection,
  measured,
  partnerColumns,
  textsOf,
  unitColumns,
} from '#main/documents/reportFrame.ts';

type Customer = RecallAnswer['customers'][number];
type Column<Item> = ReportColumn & { of: (item: Item) => ReportCell };

/** Where a notice to a partner goes, as far as it is recorded. */
const reachColumns = <Row extends { customer: string }>(frame: ReportFrame): Column<Row>[] => {
  const { audit, dossier } = textsOf(frame);
  const of = (part: 'contact' | 'email' | 'phone') => (row: Row) => frame.partners.get(row.customer)?.[part] ?? '';
  // Where no partner named a person there is no column for it.
  const isNamed = [...frame.partners.values()].some(({ contact }) => contact !== '');
  return [
    {
      key: 'address',
      header: dossier.address,
      kind: 'text',
      of: (row) => {
        const { address = '', country = '' } = frame.partners.get(row.customer) ?? {};
        return [address, address === '' ? '' : country].filter((part) => part !== '').join(', ');
      },
    },
    ...(isNamed
      ? [{ key: 'contact', header: audit.fields.contactName, kind: 'text' as const, of: of('contact') }]
      : []),
    { key: 'email', header: dossier.email, kind: 'text', of: of('email') },
    { key: 'phone', header: dossier.phone, kind: 'text', of: of('phone') },
  ];
};

/** Who is to be told: a row for each customer with its address, ready for letters. */
export function customersSection(customers: readonly Customer[], frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  return listSection({ title: recalls.customers, empty: recalls.empty.customers }, customers, [
    ...partnerColumns<Customer>(frame, fields.customer, ({ customer }) => customer),
    ...reachColumns<Customer>(frame),
    { key: 'deliveries', header: recalls.deliveries, kind: 'integer', of: ({ deliveries }) => deliveries.length },
  ]);
}

/** A row for each product a customer got or sent back, with the deliveries that brought it. */
export function whoGotWhatSection(
  customers: readonly Customer[],
  deliveries: readonly RecallDelivery[],
  frame: ReportFrame,
): ReportSection {
  const { recalls, fields, reports } = textsOf(frame);
  const documentsOf = new Map<string, Set<string>>();
  for (const { customer, product, document, kind } of deliveries) {
    const key = `${customer} ${product}`;
    if (kind === 'shipment') documentsOf.set(key, (documentsOf.get(key) ?? new Set()).add(document));
  }
  const products = productsOf(customers);
  return listSection({ title: reports.whoGotWhat, empty: recalls.empty.customers }, products, [
    ...partnerColumns<ProductOfCustomer>(frame, fields.customer, ({ customer }) => customer),
    ...productColumns(products, frame),
    {
      key: 'deliveries',
      header: recalls.deliveries,
      kind: 'text',
      of: ({ customer, product }) => [...(documentsOf.get(`${customer} ${product}`) ?? [])].join(', '),
    },
  ]);
}

/** Customers with what they got and how to reach them, in one list. */
export function reachedCustomersSection(
  customers: readonly Customer[],
  frame: ReportFrame,
  said: { title: string; empty: string },
): ReportSection {
  const { fields } = textsOf(frame);
  const products = productsOf(customers);
  return listSection(said, products, [
    ...partnerColumns<ProductOfCustomer>(frame, fields.customer, ({ customer }) => customer),
    ...reachColumns<ProductOfCustomer>(frame),
    ...productColumns(products, frame),
  ]);
}

type ProductOfCustomer = { customer: string; product: string; shipped: string; returned: string };

const productsOf = (customers: readonly Customer[]): ProductOfCustomer[] =>
  customers.flatMap(({ customer, shipped, returned }) => {
    const amountIn = (list: Customer['shipped'], product: string): string =>
      list.find((row) => row.product === product)?.quantity ?? '0';
    // Some only sent goods back.
    const products = new Set([...shipped, ...returned].map(({ product }) => product));
    return Array.from(products, (product) => ({
      customer,
      product,
      shipped: amountIn(shipped, product),
      returned: amountIn(returned, product),
    }));
  });

/** Where nobody sent anything back there is no column for it. */
const productColumns = (rows: readonly ProductOfCustomer[], frame: ReportFrame): Column<ProductOfCustomer>[] => {
  const { recalls, fields } = textsOf(frame);
  const amount = (key: 'shipped' | 'returned'): Column<ProductOfCustomer> => ({
    key,
    header: recalls.figures[key],
    kind: 'quantity',
    of: (row) => (row[key] === '0' ? null : measured(frame, row.product, row[key])),
  });
  return [
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    {
      key: 'productName',
      header: fields.name,
      kind: 'text',
      of: ({ product }) => frame.products.get(product)?.name ?? '',
    },
    ...(['shipped', 'returned'] as const)
      .filter((key) => rows.some((row) => row[key] !== '0'))
      .map((key) => amount(key)),
  ];
};

/** Which lots and serials went to whom and which came back: every delivery, by customer, oldest first. */
export function deliveriesSection(deliveries: readonly RecallDelivery[], frame: ReportFrame): ReportSection {
  const { recalls, fields, reports } = textsOf(frame);
  const amount = (key: 'shipped' | 'returned', kind: RecallDelivery['kind']): Column<RecallDelivery> => ({
    key,
    header: recalls.figures[key],
    kind: 'quantity',
    of: (row) => (row.kind === kind ? measured(frame, row.product, row.quantity) : null),
  });
  return listSection({ title: reports.deliveriesAndReturns, empty: recalls.empty.customers }, deliveries, [
    ...partnerColumns<RecallDelivery>(frame, fields.customer, ({ customer }) => customer),
    documentColumn(frame),
    atColumn(frame),
    ...unitColumns<RecallDelivery>(frame),
    ...(deliveries.some(({ kind }) => kind === 'shipment') ? [amount('shipped', 'shipment')] : []),
    ...(deliveries.some(({ kind }) => kind === 'customer-return') ? [amount('returned', 'customer-return')] : []),
  ]);
}
