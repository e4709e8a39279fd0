import type { Texts } from '../en.ts';

export const charts: Texts['charts'] = {
  asTable: 'Als Tabelle',
  beyond: 'jenseits von {{limit}}',
  walk: 'Pfeiltasten gehen von Wert zu Wert.',
  walkAndOpen: 'Pfeiltasten gehen von Wert zu Wert, Enter öffnet.',
};
