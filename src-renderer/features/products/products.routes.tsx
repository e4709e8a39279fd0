import { ask } from '#renderer/client/index.ts';
import { codeInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { productList } from '#shared/products/vocabulary.ts';
import { EditScreen } from './EditScreen.tsx';

export const productScreens: readonly Screen[] = [
  listScreen({
    list: productList,
    path: '/products',
    page: (input) => ask.products.listWithStock.queryOptions({ input }),
  }),
  screen('/product/edit', { code: codeInAddress }, EditScreen),
];
