import { featureTexts } from '#shared/kernel/texts.ts';

export const suppliersTexts = featureTexts({
  en: {
    suppliers: {
      list: {
        title: 'Approved suppliers',
        placeholder: 'Supplier, product, category or reason',
        nothing: 'No supplier is approved for anything',
        nothingHelp: 'Approve suppliers on the page of a partner or a product.',
      },
      place: 'Approvals',
      level: 'Approved for',
      levels: { product: 'Product', category: 'Category' },
      code: 'Product or category',
      productName: 'Name of the product',
      status: 'Approval',
      statuses: { approved: 'Approved', conditional: 'On a condition', blocked: 'Blocked' },
      notApproved: 'Not approved',
      standing: 'Today',
      standings: { holds: 'Holds', endsSoon: 'Ends within 60 days', coming: 'Still to come', ended: 'Ended' },
      validFrom: 'Valid from',
      validUntil: 'Last day',
      untilHelp: 'Blank for no end. On the last day it still holds.',
      onPage: 'Approved suppliers',
      ofPartner: 'Approved as supplier of',
      none: 'Nothing is approved.',
      without: 'Delivered without an approval that holds today',
      lastAt: 'Last received',
      receipts: 'Receipts',
      approve: 'Approve a supplier',
      change: 'Change',
      changeOf: 'Change the approval of {{partner}} for {{code}}',
      conditionHelp: 'On a condition: goods come into quarantine first. Blocked: they are not received.',
      rules: 'Receipt from suppliers that are not approved',
      rulesHelp:
        'Where nothing is said, goods are let through, and pages and a report name them. What is said of a category goes before the site.',
      receiptLevel: 'For',
      receiptLevels: { site: 'The site', category: 'A category' },
      category: 'Category',
      act: 'Receipt',
      acts: { let: 'Let through', quarantine: 'Only into quarantine', refuse: 'Refused' },
      setRule: 'Say how they are received',
      standard: 'Nothing is said: all goods are let through.',
      ending: 'Approvals of suppliers that run out',
      endingFor: 'for {{code}}, until',
      endingAll: 'All that run out',
    },
    people: { features: { suppliers: 'Approved suppliers' } },
    questions: {
      suppliers: {
        list: 'List of approved suppliers',
        about: 'Approvals of a supplier or a product',
        listEnding: 'Approvals of suppliers that run out',
        rules: 'How goods of suppliers that are not approved are received',
      },
    },
    reports: {
      catalogue: {
        suppliers: {
          title: 'List of approved suppliers',
          answers: 'Every approval that fits a filter, with its last day and how it stands today.',
          asks: 'The list as it is filtered on the screen of approved suppliers.',
        },
        notApproved: {
          title: 'Receipts from suppliers not approved',
          answers:
            'What came within some days from suppliers that are not approved for it, or whose approval had ended.',
          asks: 'Product {{product}} from supplier {{supplier}}, received from {{from}} to {{until}}',
          none: 'All came from approved suppliers.',
          received: 'Receipts',
          on: 'Received',
        },
      },
    },
    audit: {
      operations: {
        suppliers: { saveApproval: 'Approve a supplier', saveRule: 'Receipt from suppliers that are not approved' },
      },
      groups: { suppliers: 'Approved suppliers' },
      lists: { suppliers: 'Approved suppliers' },
      records: {
        supplier_approval: 'Approved supplier',
        receipt_rule: 'Receipt from suppliers that are not approved',
      },
      fields: {
        approval: 'Approval',
        receiptAct: 'Receipt',
        standing: 'Today',
      },
    },
  },
  de: {
    suppliers: {
      list: {
        title: 'Zugelassene Lieferanten',
        placeholder: 'Lieferant, Artikel, Kategorie oder Grund',
        nothing: 'Kein Lieferant ist für etwas zugelassen',
        nothingHelp: 'Lassen Sie Lieferanten auf der Seite eines Partners oder Artikels zu.',
      },
      place: 'Zulassungen',
      level: 'Zugelassen für',
      levels: { product: 'Artikel', category: 'Kategorie' },
      code: 'Artikel oder Kategorie',
      productName: 'Name des Artikels',
      status: 'Zulassung',
      statuses: { approved: 'Zugelassen', conditional: 'Unter Auflage', blocked: 'Ausgeschlossen' },
      notApproved: 'Nicht zugelassen',
      standing: 'Heute',
      standings: { holds: 'Gilt', endsSoon: 'Endet binnen 60 Tagen', coming: 'Gilt noch nicht', ended: 'Abgelaufen' },
      validFrom: 'Gilt ab',
      validUntil: 'Letzter Tag',
      untilHelp: 'Leer: ohne Ende. Am letzten Tag gilt sie noch.',
      onPage: 'Zugelassene Lieferanten',
      ofPartner: 'Zugelassen als Lieferant von',
      none: 'Nichts ist zugelassen.',
      without: 'Geliefert ohne Zulassung, die heute gilt',
      lastAt: 'Zuletzt eingegangen',
      receipts: 'Eingänge',
      approve: 'Lieferanten zulassen',
      change: 'Ändern',
      changeOf: 'Die Zulassung von {{partner}} für {{code}} ändern',
      conditionHelp: 'Unter Auflage: Ware kommt zuerst in Quarantäne. Ausgeschlossen: Sie wird nicht angenommen.',
      rules: 'Eingang von Lieferanten, die nicht zugelassen sind',
      rulesHelp:
        'Wo nichts gesagt ist, wird Ware durchgelassen, und Seiten und ein Bericht nennen sie. Was für eine Kategorie gilt, geht dem Standort vor.',
      receiptLevel: 'Für',
      receiptLevels: { site: 'Den Standort', category: 'Eine Kategorie' },
      category: 'Kategorie',
      act: 'Eingang',
      acts: { let: 'Durchgelassen', quarantine: 'Nur in Quarantäne', refuse: 'Verweigert' },
      setRule: 'Sagen, wie sie eingeht',
      standard: 'Nichts ist gesagt: Alle Ware wird durchgelassen.',
      ending: 'Zulassungen von Lieferanten, die auslaufen',
      endingFor: 'für {{code}}, bis',
      endingAll: 'Alle, die auslaufen',
    },
    people: { features: { suppliers: 'Zugelassene Lieferanten' } },
    questions: {
      suppliers: {
        list: 'Liste der zugelassenen Lieferanten',
        about: 'Zulassungen eines Lieferanten oder Artikels',
        listEnding: 'Auslaufende Zulassungen von Lieferanten',
        rules: 'Wie Ware von nicht zugelassenen Lieferanten eingeht',
      },
    },
    reports: {
      catalogue: {
        suppliers: {
          title: 'Liste der zugelassenen Lieferanten',
          answers: 'Jede Zulassung, die einem Filter entspricht, mit ihrem letzten Tag und ihrem Stand heute.',
          asks: 'Die Liste, wie sie auf der Seite der zugelassenen Lieferanten gefiltert ist.',
        },
        notApproved: {
          title: 'Eingänge von nicht zugelassenen Lieferanten',
          answers:
            'Was in einem Zeitraum von Lieferanten kam, die dafür nicht zugelassen sind oder deren Zulassung abgelaufen war.',
          asks: 'Artikel {{product}} von Lieferant {{supplier}}, eingegangen von {{from}} bis {{until}}',
          none: 'Alles kam von zugelassenen Lieferanten.',
          received: 'Eingänge',
          on: 'Eingegangen',
        },
      },
    },
    audit: {
      operations: {
        suppliers: {
          saveApproval: 'Lieferanten zulassen',
          saveRule: 'Eingang von Lieferanten, die nicht zugelassen sind',
        },
      },
      groups: { suppliers: 'Zugelassene Lieferanten' },
      lists: { suppliers: 'Zugelassene Lieferanten' },
      records: {
        supplier_approval: 'Zugelassener Lieferant',
        receipt_rule: 'Eingang von Lieferanten, die nicht zugelassen sind',
      },
      fields: {
        approval: 'Zulassung',
        receiptAct: 'Eingang',
        standing: 'Heute',
      },
    },
  },
  germanMessages: {
    '{0} Choose another supplier, or have this one approved.':
      '{0} Wählen Sie einen anderen Lieferanten, oder lassen Sie diesen zulassen.',
    '{0} Receive it in quarantine (status Q), or have the supplier approved.':
      '{0} Nehmen Sie die Ware in Quarantäne auf (Status Q), oder lassen Sie den Lieferanten zulassen.',
    '{0} is blocked as supplier of {1}.': '{0} ist als Lieferant von {1:goods} ausgeschlossen.',
    '{0} is approved as supplier of {1} on a condition: it comes into quarantine first.':
      '{0} ist als Lieferant von {1:goods} nur unter Auflage zugelassen: Die Ware kommt zuerst in Quarantäne.',
    'The approval of {0} as supplier of {1} ended on {2}.':
      'Die Zulassung von {0} als Lieferant von {1:goods} endete am {2}.',
    '{0} is not approved as supplier of {1} on {2}.': '{0} ist am {2} nicht als Lieferant von {1:goods} zugelassen.',
    '{0}, product {1}': '{0}, Artikel {1}',
    '{0}, category {1}': '{0}, Kategorie {1}',
    '{0} from {1}': '{0} ab {1}',
    '{0} from {1} to {2}': '{0} von {1} bis {2}',
    '{0}: {1} → {2}. {3}': '{0}: {1} → {2}. {3}',
    '{0}: {1}. {2}': '{0}: {1}. {2}',
    'Receipt from suppliers that are not approved': 'Eingang von Lieferanten, die nicht zugelassen sind',
    'Receipt of category {0} from suppliers that are not approved':
      'Eingang der Kategorie {0} von Lieferanten, die nicht zugelassen sind',
    '{0} is no supplier: nothing comes from it. Have it recorded as one first.':
      '{0} ist kein Lieferant: Von dort kommt nichts. Lassen Sie ihn zuerst als solchen erfassen.',
    'The last day is before the first. Choose a later one.':
      'Der letzte Tag liegt vor dem ersten. Wählen Sie einen späteren.',
    'No product is of the category {0}. Check its name.':
      'Kein Artikel ist von der Kategorie {0}. Prüfen Sie den Namen.',
  },
});
