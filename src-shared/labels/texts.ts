import { featureTexts } from '#shared/kernel/texts.ts';

export const labelsTexts = featureTexts({
  en: {
    labels: {
      list: {
        title: 'Labels',
        placeholder: 'Number, product or reason',
        nothing: 'No labels were printed',
        nothingHelp: 'Print labels on the page of a lot or serial, or for rows chosen in their lists.',
      },
      number: 'Label',
      kind: 'Label of',
      kinds: { goods: 'Goods', udi: 'Device (UDI)', status: 'Status' },
      state: 'Status on the tag',
      states: { A: 'Released', Q: 'Quarantine', R: 'Rejected', hold: 'On hold' },
      goods: 'Lot or serial',
      size: 'Size',
      sizes: {
        '50x25': '50 × 25 mm, roll',
        '100x50': '100 × 50 mm, roll',
        '100x150': '100 × 150 mm, roll',
        'a4-3x8': 'A4 sheet, 3 × 8 of 70 × 37 mm',
      },
      symbol: 'Barcode',
      symbols: { datamatrix: 'GS1 DataMatrix', 'gs1-128': 'GS1-128' },
      says: 'The barcode says',
      copies: 'Copies',
      copiesOfEach: 'Copies of each',
      copyNumbers: 'Copy',
      quantity: 'Quantity on the label',
      skip: 'Places of the sheet used already',
      printedBy: 'Printed by',
      printedAt: 'Printed',
      act: 'Printed together with',
      reason: 'Why once more',
      print: 'Print label',
      printThese_one: 'Print labels for {{count, number}}',
      printThese_other: 'Print labels for {{count, number}}',
      printNow: 'Print',
      soMany_one: '{{count, number}} label',
      soMany_other: '{{count, number}} labels',
      reasonHelp: 'Asked for where there are such labels already.',
      preview: 'Preview',
      printed: 'Printed',
      used: 'Used',
      destroyed: 'Destroyed',
      missing: 'Missing',
      note: 'What became of the missing ones',
      countedBy: 'Counted by',
      countedAt: 'Counted',
      notCounted: 'Not counted yet',
      count: 'Count labels',
      done_one: '{{count, number}} label is in {{name}}.',
      done_other: '{{count, number}} labels are in {{name}}.',
      cannot_one: '{{count, number}} cannot have this label:',
      cannot_other: '{{count, number}} cannot have this label:',
      again_one:
        '{{count, number}} of the lots or serials has such labels already. The new ones say which copy they are.',
      again_other:
        '{{count, number}} of the lots or serials have such labels already. The new ones say which copy they are.',
      asIs: 'As it is',
      onLabel: {
        lot: 'Lot',
        serial: 'Serial',
        expires: 'Expiry',
        useBy: 'Use by',
        bestBefore: 'Best before',
        made: 'Made',
        quantity: 'Quantity',
        copy: 'Copy {{number}}',
        demo: 'Demo, not for goods',
      },
    },
    people: {
      features: { labels: 'Labels' },
      permissions: { label: 'Print labels', reconcile: 'Count labels' },
      permissionHelp: {
        label: 'Print labels and status tags of lots and serials',
        reconcile: 'Say how many labels of a lot were used and destroyed',
      },
    },
    reports: {
      catalogue: {
        labels: {
          title: 'List of labels',
          answers: 'Every print of labels that fits a filter, with its copies and who printed it.',
          asks: 'The list as it is filtered on the screen of labels.',
        },
        labelReconciliation: {
          title: 'Label reconciliation',
          answers: 'Of each lot how many labels were printed, used and destroyed, and how many are missing.',
          asks: 'Labels of product {{product}}',
          none: 'No labels were printed.',
        },
      },
    },
    audit: {
      operations: { labels: { print: 'Print labels', reconcile: 'Count labels' } },
      groups: { labels: 'Labels' },
      lists: { labels: 'Labels' },
      records: { label_print: 'Printed labels', label_count: 'Count of labels' },
      fields: {
        state: 'Status on the tag',
        size: 'Size',
        symbol: 'Barcode',
        says: 'The barcode says',
        copies: 'Copies',
        firstCopy: 'First copy',
        used: 'Used',
        destroyed: 'Destroyed',
        printedAt: 'Printed',
        countedAt: 'Counted',
      },
    },
  },
  de: {
    labels: {
      list: {
        title: 'Etiketten',
        placeholder: 'Nummer, Artikel oder Grund',
        nothing: 'Es wurden keine Etiketten gedruckt',
        nothingHelp:
          'Drucken Sie Etiketten auf der Seite einer Charge oder Seriennummer, oder für Zeilen, die Sie in deren Listen wählen.',
      },
      number: 'Etikett',
      kind: 'Etikett für',
      kinds: { goods: 'Ware', udi: 'Produkt (UDI)', status: 'Status' },
      state: 'Status auf dem Anhänger',
      states: { A: 'Freigegeben', Q: 'Quarantäne', R: 'Zurückgewiesen', hold: 'Gesperrt' },
      goods: 'Charge oder Seriennummer',
      size: 'Größe',
      sizes: {
        '50x25': '50 × 25 mm, Rolle',
        '100x50': '100 × 50 mm, Rolle',
        '100x150': '100 × 150 mm, Rolle',
        'a4-3x8': 'A4-Bogen, 3 × 8 zu 70 × 37 mm',
      },
      symbol: 'Barcode',
      symbols: { datamatrix: 'GS1 DataMatrix', 'gs1-128': 'GS1-128' },
      says: 'Der Barcode sagt',
      copies: 'Stück',
      copiesOfEach: 'Stück von jedem',
      copyNumbers: 'Exemplar',
      quantity: 'Menge auf dem Etikett',
      skip: 'Schon benutzte Plätze des Bogens',
      printedBy: 'Gedruckt von',
      printedAt: 'Gedruckt am',
      act: 'Gedruckt zusammen mit',
      reason: 'Warum noch einmal',
      print: 'Etikett drucken',
      printThese_one: 'Etiketten für {{count, number}} drucken',
      printThese_other: 'Etiketten für {{count, number}} drucken',
      printNow: 'Drucken',
      soMany_one: '{{count, number}} Etikett',
      soMany_other: '{{count, number}} Etiketten',
      reasonHelp: 'Wird gefragt, wo es schon solche Etiketten gibt.',
      preview: 'Vorschau',
      printed: 'Gedruckt',
      used: 'Verwendet',
      destroyed: 'Vernichtet',
      missing: 'Fehlen',
      note: 'Was aus den fehlenden wurde',
      countedBy: 'Gezählt von',
      countedAt: 'Gezählt am',
      notCounted: 'Noch nicht gezählt',
      count: 'Etiketten zählen',
      done_one: '{{count, number}} Etikett ist in {{name}}.',
      done_other: '{{count, number}} Etiketten sind in {{name}}.',
      cannot_one: '{{count, number}} kann dieses Etikett nicht haben:',
      cannot_other: '{{count, number}} können dieses Etikett nicht haben:',
      again_one:
        '{{count, number}} der Chargen oder Seriennummern hat schon solche Etiketten. Auf den neuen steht, das wievielte Exemplar sie sind.',
      again_other:
        '{{count, number}} der Chargen oder Seriennummern haben schon solche Etiketten. Auf den neuen steht, das wievielte Exemplar sie sind.',
      asIs: 'Wie er ist',
      onLabel: {
        lot: 'Charge',
        serial: 'Seriennr.',
        expires: 'Verfall',
        useBy: 'Zu verbrauchen bis',
        bestBefore: 'Mindestens haltbar bis',
        made: 'Hergestellt',
        quantity: 'Menge',
        copy: 'Exemplar {{number}}',
        demo: 'Demo, nicht für Ware',
      },
    },
    people: {
      features: { labels: 'Etiketten' },
      permissions: { label: 'Etiketten drucken', reconcile: 'Etiketten zählen' },
      permissionHelp: {
        label: 'Etiketten und Statusanhänger von Chargen und Seriennummern drucken',
        reconcile: 'Sagen, wie viele Etiketten einer Charge verwendet und vernichtet wurden',
      },
    },
    reports: {
      catalogue: {
        labels: {
          title: 'Liste der Etiketten',
          answers: 'Jeder Druck von Etiketten, auf den ein Filter passt, mit seiner Stückzahl und wer druckte.',
          asks: 'Die Liste, wie sie bei den Etiketten gefiltert ist.',
        },
        labelReconciliation: {
          title: 'Etikettenabgleich',
          answers: 'Wie viele Etiketten jeder Charge gedruckt, verwendet und vernichtet wurden, und wie viele fehlen.',
          asks: 'Etiketten von Artikel {{product}}',
          none: 'Es wurden keine Etiketten gedruckt.',
        },
      },
    },
    audit: {
      operations: { labels: { print: 'Etiketten drucken', reconcile: 'Etiketten zählen' } },
      groups: { labels: 'Etiketten' },
      lists: { labels: 'Etiketten' },
      records: { label_print: 'Gedruckte Etiketten', label_count: 'Zählung von Etiketten' },
      fields: {
        state: 'Status auf dem Anhänger',
        size: 'Größe',
        symbol: 'Barcode',
        says: 'Der Barcode sagt',
        copies: 'Stück',
        firstCopy: 'Erstes Exemplar',
        used: 'Verwendet',
        destroyed: 'Vernichtet',
        printedAt: 'Gedruckt am',
        countedAt: 'Gezählt am',
      },
    },
  },
  germanMessages: {
    'These are {0} labels, and {1} are printed at once. Choose fewer copies or goods.':
      'Das sind {0} Etiketten, und {1} werden auf einmal gedruckt. Wählen Sie weniger Stück oder weniger Ware.',
    'Nothing of {0} lies here, so that it has no status. Print a label of the goods.':
      'Von {0:goods} liegt nichts hier, und so hat sie keinen Status. Drucken Sie ein Etikett der Ware.',
    '{0} lies in several statuses. Choose what the tag says.':
      '{0:goods} liegt in mehreren Status. Wählen Sie, was auf dem Anhänger steht.',
    'Nothing of {0} is in the status the tag would tell. Choose the status it is in.':
      'Von {0:goods} ist nichts in dem Status, den der Anhänger sagen würde. Wählen Sie den Status, in dem sie ist.',
    'The goods, or how many labels they have, changed meanwhile. Print again.':
      'Die Ware, oder wie viele Etiketten sie hat, hat sich inzwischen geändert. Drucken Sie noch einmal.',
    'No labels of {0} were printed. Check the number.':
      'Es wurden keine Etiketten von {0:goods} gedruckt. Prüfen Sie die Nummer.',
    '{0} labels are said to be used or destroyed, and {1} were printed. Count again.':
      'Es sollen {0} Etiketten verwendet oder vernichtet sein, und gedruckt wurden {1}. Zählen Sie noch einmal.',
    '{0} labels are missing. Say what became of them, or where you looked.':
      'Es fehlen {0} Etiketten. Sagen Sie, was aus ihnen wurde, oder wo Sie gesucht haben.',
    'Somebody else counted these labels meanwhile. Look at their count first.':
      'Jemand anderes hat diese Etiketten inzwischen gezählt. Sehen Sie sich erst diese Zählung an.',
    '{0} has such labels already. Say why they are printed once more.':
      '{0:goods} hat schon solche Etiketten. Sagen Sie, warum sie noch einmal gedruckt werden.',
    '{0} is no lot and no serial. Choose one of its lots or serials.':
      '{0} ist keine Charge und keine Seriennummer. Wählen Sie eine seiner Chargen oder Seriennummern.',
    '{0} has no GTIN, which a UDI begins with. Enter it on the page of the product, or print the label without a UDI.':
      '{0} hat keine GTIN, mit der eine UDI beginnt. Tragen Sie sie auf der Seite des Artikels ein, oder drucken Sie das Etikett ohne UDI.',
    'The GTIN {0} of {1} is none: its last digit does not check the others. Correct it on the page of the product.':
      'Die GTIN {0} von {1} ist keine: Ihre letzte Ziffer passt nicht zu den übrigen. Berichtigen Sie sie auf der Seite des Artikels.',
    'The date {0} is so far from now that two digits of its year would be read as of another century. Correct the dates of the lot.':
      'Das Datum {0} ist so weit von heute, dass zwei Ziffern seines Jahres als die eines anderen Jahrhunderts gelesen würden. Berichtigen Sie die Daten der Charge.',
    '“{0}” has {1} characters, and element ({2}) of a barcode has room for {3}. Print a status tag without a barcode, or give the goods a shorter number.':
      '„{0}“ hat {1} Zeichen, und in das Element ({2}) eines Barcodes passen {3}. Drucken Sie einen Statusanhänger ohne Barcode, oder geben Sie der Ware eine kürzere Nummer.',
    '“{0}” has the sign “{1}”, which barcodes of GS1 do not have. Print a status tag without a barcode, or give the goods a number of the letters A to Z, digits and usual signs.':
      '„{0}“ hat das Zeichen „{1}“, das es in Barcodes von GS1 nicht gibt. Drucken Sie einen Statusanhänger ohne Barcode, oder geben Sie der Ware eine Nummer aus den Buchstaben A bis Z, Ziffern und üblichen Zeichen.',
    'The label would say {0} characters, and a GS1-128 has room for {1}. Choose DataMatrix.':
      'Das Etikett würde {0} Zeichen sagen, und in einen GS1-128 passen {1}. Wählen Sie DataMatrix.',
    'What the label says does not fit its size. Choose DataMatrix, or a larger label.':
      'Was auf dem Etikett steht, passt nicht auf seine Größe. Wählen Sie DataMatrix oder ein größeres Etikett.',
    'What the label says does not fit its size. Choose a larger label.':
      'Was auf dem Etikett steht, passt nicht auf seine Größe. Wählen Sie ein größeres Etikett.',
  },
});
