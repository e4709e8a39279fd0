import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { productList } from '#shared/products/vocabulary.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { productSource } from './productList.queries.ts';

/** The list of products as it stands on the screen, complete. */
export const productsReport = defineReport({
  name: productList.name,
  group: 'stock',
  permission: 'look',
  formats: listFormats,
  screen: '/products',
  parameters: listParameters(productList),
  make: async (asked, view) => listReport(productList, await wholeList(productSource, asked, view), asked, view.frame),
});
