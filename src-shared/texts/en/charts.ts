export const charts = {
  asTable: 'As a table',
  beyond: 'beyond {{limit}}',
  walk: 'Arrow keys go from value to value.',
  walkAndOpen: 'Arrow keys go from value to value, Enter opens.',
};
