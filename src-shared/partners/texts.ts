import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const partnersTexts = featureTexts({
  en: {
    audit: {
      operations: { partners: { save: 'Partner made or changed', saveTerms: 'Contact and terms of a partner' } },
      sentences: { partners: { save: '{{code}}' } },
      groups: { partners: 'Partners' },
      records: { partner: 'Partner', partner_terms: 'Contact and terms of a partner' },
      fields: {
        country: 'Country',
        address: 'Address',
        phone: 'Telephone',
        gln: 'GLN',
        contactName: 'Contact for a recall',
        contactPhone: 'Telephone for a recall',
        contactEmail: 'E-mail for a recall',
        leastLifeDays: 'Least life left at shipping',
        alsoKinds: 'Also',
        contactHours: 'Hours for a recall',
        inactiveFrom: 'Inactive from',
      },
    },
    partners: {
      create: 'New partner',
      createLead: 'Who delivers goods, makes them, buys them or works on them. Its code stays as it is given.',
      change: 'Change {{code}}',
      open: 'To {{code}}',
      is: 'What it is',
      isHelp: 'Goods are received from a supplier and shipped to a customer.',
      reach: 'How to reach it',
      recall: 'In a recall',
      hoursHelp: 'When the contact can be reached, such as Mon–Fri 8–17.',
      dealings: 'Dealings',
      roles: {
        supplier: 'Supplier',
        manufacturer: 'Manufacturer',
        customer: 'Customer',
        subcontractor: 'Subcontractor',
      },
      state: 'In use',
      states: { active: 'Active', inactive: 'Inactive' },
      inactiveHelp:
        'From that day on nothing is received from it or shipped to it; goods still come back, and go back to it. Blank while it is active.',
      lifeHelp:
        'Goods are only shipped to it while they last so many days more, counted to the first of best before, use by and expiry. Blank asks for nothing.',
      contactHelp: 'A recall names this contact; where it is blank, the telephone and e-mail of the partner.',
      days: 'days',
    },
  },
  de: {
    audit: {
      operations: {
        partners: {
          save: 'Partner angelegt oder geändert',
          saveTerms: 'Ansprechperson und Bedingungen eines Partners',
        },
      },
      sentences: { partners: { save: '{{code}}' } },
      groups: { partners: 'Partner' },
      records: { partner: 'Partner', partner_terms: 'Ansprechperson und Bedingungen eines Partners' },
      fields: {
        country: 'Land',
        address: 'Anschrift',
        phone: 'Telefon',
        gln: 'GLN',
        contactName: 'Ansprechperson bei einem Rückruf',
        contactPhone: 'Telefon bei einem Rückruf',
        contactEmail: 'E-Mail bei einem Rückruf',
        leastLifeDays: 'Mindestrestlaufzeit beim Versand',
        alsoKinds: 'Auch',
        contactHours: 'Erreichbar bei einem Rückruf',
        inactiveFrom: 'Inaktiv ab',
      },
    },
    partners: {
      create: 'Neuer Partner',
      createLead: 'Wer Ware liefert, herstellt, kauft oder bearbeitet. Der Code bleibt, wie er vergeben wird.',
      change: '{{code}} ändern',
      open: 'Zu {{code}}',
      is: 'Was er ist',
      isHelp: 'Ware kommt von Lieferanten und wird an Kunden versandt.',
      reach: 'So ist er zu erreichen',
      recall: 'Bei einem Rückruf',
      hoursHelp: 'Wann die Ansprechperson zu erreichen ist, etwa Mo–Fr 8–17 Uhr.',
      dealings: 'Geschäft',
      roles: {
        supplier: 'Lieferant',
        manufacturer: 'Hersteller',
        customer: 'Kunde',
        subcontractor: 'Lohnfertiger',
      },
      state: 'In Gebrauch',
      states: { active: 'Aktiv', inactive: 'Inaktiv' },
      inactiveHelp:
        'Ab diesem Tag geht von ihm nichts ein und wird an ihn nichts versandt; zurück kommt und geht Ware weiterhin. Leer, solange er aktiv ist.',
      lifeHelp:
        'Ware wird nur versandt, solange sie noch so viele Tage hält, gerechnet bis zum ersten von Mindesthaltbarkeit, Verbrauchs- und Ablaufdatum. Leer verlangt nichts.',
      contactHelp: 'Ein Rückruf nennt diese Ansprechperson; ist sie leer, Telefon und E-Mail des Partners.',
      days: 'Tage',
    },
  },
  germanMessages: {
    'There is no partner {0}. Check the code.': 'Einen Partner {0} gibt es nicht. Prüfen Sie den Code.',
    '{0} is no customer: nothing is shipped to it. Leave this blank.':
      '{0} ist kein Kunde: Dorthin wird nichts versandt. Lassen Sie das leer.',
    '{0} is inactive from {1} on: nothing is received from it or shipped to it. Choose another partner, or make this one active again.':
      '{0} ist ab {1} inaktiv: Von dort geht nichts ein, und dorthin wird nichts versandt. Wählen Sie einen anderen Partner, oder setzen Sie diesen wieder aktiv.',
    '{0}: {1} is inactive from {2} on, and it is dated {3}.': '{0}: {1} ist ab {2} inaktiv, und der Beleg ist vom {3}.',
    '{0} asks for goods that last {1} days more, and these last until {2}: shipped on {3}, {4} days too few. Choose goods that last longer, or agree on it with the customer.':
      '{0} verlangt Ware, die noch {1} Tage hält, und diese hält bis {2}: am {3} versandt {4} Tage zu wenig. Wählen Sie Ware, die länger hält, oder sprechen Sie es mit dem Kunden ab.',
    '{0}: {1} lasts until {2} and was shipped on {3} to {4}, which asks for {5} days more.':
      '{0}: {1:goods} hält bis {2} und wurde am {3} an {4} versandt, wo noch {5} Tage verlangt werden.',
  },
});
