import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const partnersTexts = featureTexts({
  en: {
    audit: {
      operations: { partners: { saveTerms: 'Contact and terms of a partner' } },
      sentences: { partners: { saveTerms: '{{partner}}' } },
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
      },
    },
    partners: {
      terms: 'Contact and terms',
      lifeHelp:
        'Goods are only shipped to it while they last so many days more, counted to the first of best before, use by and expiry. Blank asks for nothing.',
      contactHelp: 'A recall names this contact; where it is blank, the telephone and e-mail of the partner.',
      days: 'days',
    },
  },
  de: {
    audit: {
      operations: { partners: { saveTerms: 'Ansprechperson und Bedingungen eines Partners' } },
      sentences: { partners: { saveTerms: '{{partner}}' } },
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
      },
    },
    partners: {
      terms: 'Ansprechperson und Bedingungen',
      lifeHelp:
        'Ware wird nur versandt, solange sie noch so viele Tage hält, gerechnet bis zum ersten von Mindesthaltbarkeit, Verbrauchs- und Ablaufdatum. Leer verlangt nichts.',
      contactHelp: 'Ein Rückruf nennt diese Ansprechperson; ist sie leer, Telefon und E-Mail des Partners.',
      days: 'Tage',
    },
  },
  germanMessages: {
    'There is no partner {0}. Check the code.': 'Einen Partner {0} gibt es nicht. Prüfen Sie den Code.',
    '{0} is a supplier: nothing is shipped to it. Leave this blank.':
      '{0} ist ein Lieferant: Dorthin wird nichts versandt. Lassen Sie das leer.',
    '{0} asks for goods that last {1} days more, and these last until {2}: shipped on {3}, {4} days too few. Choose goods that last longer, or agree on it with the customer.':
      '{0} verlangt Ware, die noch {1} Tage hält, und diese hält bis {2}: am {3} versandt {4} Tage zu wenig. Wählen Sie Ware, die länger hält, oder sprechen Sie es mit dem Kunden ab.',
    '{0}: {1} lasts until {2} and was shipped on {3} to {4}, which asks for {5} days more.':
      '{0}: {1:goods} hält bis {2} und wurde am {3} an {4} versandt, wo noch {5} Tage verlangt werden.',
  },
});
