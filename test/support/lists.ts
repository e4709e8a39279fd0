/** Parts of the store that serve long lists, for tests of the features that list. */
export { listIds, listPage } from '#main/store/indexedList.ts';
export { idsInOrder, type NaturalOrder, prepareOrder } from '#main/store/naturalOrder.ts';
