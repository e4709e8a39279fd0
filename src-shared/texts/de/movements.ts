import type { Texts } from '../en.ts';

export const movements: Texts['movements'] = {
  documentList: {
    title: 'Belege',
    placeholder: 'Beleg, Partner oder Auftrag',
    nothing: 'Noch ist kein Beleg erfasst',
    nothingHelp:
      'Lieferungen, Aufträge und Versände kommen mit einem Import oder mit der ersten Bewegung, die einen nennt.',
    lots: 'Chargen',
    movements: 'Bewegungen',
  },
  kinds: {
    opening: 'Anfangsbestand',
    receipt: 'Wareneingang',
    'put-away': 'Einlagerung',
    transfer: 'Umlagerung',
    status: 'Statuswechsel',
    assign: 'Charge zugeordnet',
    consumption: 'Verbrauch',
    'production-return': 'Rückgabe aus der Fertigung',
    output: 'Ausbringung',
    shipment: 'Lieferung',
    'customer-return': 'Kundenretoure',
    'supplier-return': 'Rückgabe an den Lieferanten',
    scrap: 'Ausschuss',
    sample: 'Probe',
    adjustment: 'Bestandsdifferenz',
  },
  evidences: {
    scanned: 'Gescannt',
    typed: 'Eingegeben',
    generated: 'Erzeugt',
    imported: 'Importiert',
    inferred: 'Abgeleitet',
  },
  late: 'Nachträglich erfasst',
  reversal: 'Hebt Bewegung {{id}} auf',
  reversed: 'Aufgehoben durch Bewegung {{id}}',
};
