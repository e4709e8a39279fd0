export const lists = {
  filter: 'Filter the list',
  filterColumn: 'Filter by {{column}}',
  contains: '{{column}} contains',
  dateFrom: '{{column}}, from',
  dateTo: '{{column}}, to',
  apply: 'Apply',
  clear: 'Clear',
  close: 'Close',
  clearAll: 'Clear the filters',
  columns: 'Columns',
  usualColumns: 'The usual columns',
  views: 'Views',
  noViews: 'Filter and sort the list, then keep it under a name.',
  saveView: 'Keep this view as',
  viewName: 'Name',
  save: 'Keep',
  removeView: 'Remove the view {{name}}',
  nothingFits: 'Nothing fits the filter.',
  sortedBy: 'Sorted by',
  sortedDown: '{{column}}, last first',
  statement: 'The list as it stood on the screen, complete.',
};

export const lots = {
  title: 'Lots',
  placeholder: "Lot or supplier's lot",
  nothing: 'No lot is recorded yet',
  nothingHelp: 'Lots come with an import, or with the first receipt that names one.',
  onHand: { yes: 'In stock', no: 'None on hand' },
  expired: 'Expired and still here',
};

export const serials = {
  title: 'Serials',
  placeholder: 'Serial or lot',
  nothing: 'No serial is recorded yet',
  nothingHelp: 'Serials come with an import, or with the first movement that names one.',
  where: { plant: 'In the plant', elsewhere: 'Elsewhere' },
  whereTitle: 'Where it is',
  atCustomer: 'at customer',
  builtInto: 'in',
};
