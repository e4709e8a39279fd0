import { lots } from '#shared/lots/contract.ts';
import { products } from '#shared/products/contract.ts';
import { ask } from '#renderer/client/index.ts';
import { codeInAddress, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { productList } from '#shared/products/vocabulary.ts';
import { ConvertScreen } from './ConvertScreen.tsx';
import { EditAttribute } from './AttributesPart.tsx';
import { CategoryScreen, EditCategory } from './CategoryScreen.tsx';
import { EditScreen } from './EditScreen.tsx';
import { NewProduct, NewScreen } from './NewScreen.tsx';
import { ProductSettingsScreen, SetUpScreen } from './SettingsScreens.tsx';

export const productScreens = [
  listScreen({
    list: productList,
    path: '/products',
    main: products.listWithStock,
    page: (input) => ask.products.listWithStock.queryOptions({ input }),
    actions: NewProduct,
  }),
  screen(
    '/product/new',
    { step: codeInAddress, batches: codeInAddress, pieces: codeInAddress, ends: codeInAddress, stock: codeInAddress },
    NewScreen,
    products.create,
  ),
  screen('/product/settings', { code: codeInAddress }, ProductSettingsScreen, products.settings),
  screen('/setup/products', {}, SetUpScreen, products.settings),
  screen('/category', { code: codeInAddress }, CategoryScreen, products.listCategories),
  screen('/category/edit', { code: codeInAddress }, EditCategory, products.saveCategory),
  screen('/attribute/edit', { code: codeInAddress }, EditAttribute, products.saveAttribute),
  screen('/product/edit', { code: codeInAddress }, EditScreen, products.edit),
  screen(
    '/product/convert',
    { code: codeInAddress, lot: codeInAddress, serial: codeInAddress },
    ConvertScreen,
    lots.convertTracking,
  ),
];
