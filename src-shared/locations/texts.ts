import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const locationsTexts = featureTexts({
  en: {
    audit: {
      operations: { locations: { save: 'Location made or changed' } },
      sentences: { locations: { save: '{{code}}' } },
      groups: { locations: 'Locations' },
      records: { place: 'Location' },
      fields: {
        site: 'Site',
      },
    },
    locations: {
      create: 'New location',
      createLead: 'A place in the plant or outside it where goods can lie. Its code stays as it is given.',
      change: 'Change {{code}}',
      open: 'To {{code}}',
      kindHelp: 'At a dock goods may lie without their lot or serial; put-away names them.',
      where: 'Not in the plant',
      away: { subcontractor: 'at the subcontractor', loan: 'on loan to a customer' },
      stillOurs:
        'What lies here is not in the plant and still belongs to it: it counts in stock, and a recall reaches it.',
    },
  },
  de: {
    audit: {
      operations: { locations: { save: 'Platz angelegt oder geändert' } },
      sentences: { locations: { save: '{{code}}' } },
      groups: { locations: 'Plätze' },
      records: { place: 'Platz' },
      fields: {
        site: 'Standort',
      },
    },
    locations: {
      create: 'Neuer Platz',
      createLead: 'Ein Ort im Werk oder außerhalb, an dem Ware liegen kann. Sein Code bleibt, wie er vergeben wird.',
      change: '{{code}} ändern',
      open: 'Zu {{code}}',
      kindHelp: 'An einer Rampe darf Ware ohne Charge oder Seriennummer liegen; die Einlagerung benennt sie.',
      where: 'Nicht im Werk',
      away: { subcontractor: 'beim Lohnfertiger', loan: 'als Leihgabe beim Kunden' },
      stillOurs:
        'Was hier liegt, ist nicht im Werk und gehört ihm doch: Es zählt zum Bestand, und ein Rückruf erreicht es.',
    },
  },
  germanMessages: {
    '{0} is there already. Give another code, or open it to change it.':
      '{0} gibt es schon. Geben Sie einen anderen Code, oder öffnen Sie den Eintrag, um ihn zu ändern.',
    'There is no {0}. Check the code.': '{0} gibt es nicht. Prüfen Sie den Code.',
    'There is no location {0}. Check the code.': 'Einen Platz {0} gibt es nicht. Prüfen Sie den Code.',
    '{0} looks like {1}, which is there too. If they are one, correct the one that is mistyped: they are kept apart.':
      '{0} sieht aus wie {1}, das es auch gibt. Sind sie eins, berichtigen Sie das vertippte: Sie werden getrennt geführt.',
  },
});
