import type { Texts } from '../en.ts';

export const lists: Texts['lists'] = {
  filter: 'Liste filtern',
  filterColumn: 'Nach {{column}} filtern',
  contains: '{{column}} enthält',
  dateFrom: '{{column}}, von',
  dateTo: '{{column}}, bis',
  apply: 'Anwenden',
  clear: 'Leeren',
  close: 'Schließen',
  clearAll: 'Filter aufheben',
  columns: 'Spalten',
  usualColumns: 'Die üblichen Spalten',
  views: 'Ansichten',
  noViews: 'Liste filtern und sortieren, dann unter einem Namen behalten.',
  saveView: 'Diese Ansicht behalten als',
  viewName: 'Name',
  save: 'Behalten',
  removeView: 'Ansicht {{name}} entfernen',
  nothingFits: 'Nichts passt zum Filter.',
  sortedBy: 'Sortiert nach',
  sortedDown: '{{column}}, Letztes zuerst',
  statement: 'Die Liste, wie sie auf dem Bildschirm stand, vollständig.',
};

export const lots: Texts['lots'] = {
  title: 'Chargen',
  placeholder: 'Charge oder Lieferantencharge',
  nothing: 'Noch ist keine Charge erfasst',
  nothingHelp: 'Chargen kommen mit einem Import oder mit dem ersten Zugang, der eine nennt.',
  viewsTitle: 'Ansichten, die mit der Liste kommen',
  views: {
    here: 'Am Lager',
    quarantine: 'In Quarantäne',
    expiring: 'Läuft in {{days}} Tagen ab',
    expired: 'Abgelaufen und hier',
    retest: 'Nachprüfung in {{days}} Tagen fällig',
    rejected: 'Zurückgewiesen',
    everything: 'Alles',
  },
  onHand: { yes: 'Am Lager', no: 'Kein Bestand' },
  expired: 'Abgelaufen und noch hier',
};

export const serials: Texts['serials'] = {
  title: 'Seriennummern',
  placeholder: 'Seriennummer oder Charge',
  nothing: 'Noch ist keine Seriennummer erfasst',
  nothingHelp: 'Seriennummern kommen mit einem Import oder mit der ersten Bewegung, die eine nennt.',
  where: { plant: 'Im Werk', elsewhere: 'Anderswo' },
  whereTitle: 'Wo sie ist',
  atCustomer: 'beim Kunden',
  builtInto: 'in',
};
