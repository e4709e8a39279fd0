import { featureTexts } from '#shared/kernel/texts.ts';

export const numberingTexts = featureTexts({
  en: {
    audit: {
      operations: { numbering: { saveRule: 'Say how goods are numbered' } },
      groups: { numbering: 'Numbering' },
      records: { numbering_rule: 'Rule of numbering', number_series: 'Series of numbers' },
      fields: {
        level: 'Level',
        lotPattern: 'Numbers of lots',
        serialPattern: 'Numbers of serials',
        uniqueness: 'Given once',
        before: 'Before the count',
        after: 'After the count',
        last: 'Counted to',
      },
    },
    numbering: {
      title: 'Numbering',
      lead: 'How lots and serials are numbered where nobody types a number. A product’s own rule decides over its category’s, and that over the site’s.',
      of: 'For',
      levels: { site: 'Site', category: 'Category', product: 'Product' },
      uniquenesses: {
        product: 'Within the product',
        supplier: 'Within the supplier too',
        global: 'In the whole plant',
      },
      nothing: 'Nothing numbers goods by itself yet.',
      nothingHelp:
        'Numbers of lots and serials are typed, scanned or imported. A rule for the site, a category or a product makes them.',
      newRule: 'New rule',
      taken: 'There is a rule for it already. Cancel, and change that one.',
      noRight: 'Who looks after products may change this.',
      changeRule: 'Change the rule of {{of}}',
      site: 'the site',
      patternHelp:
        'Text as it is, and {YYYY} {YY} {MM} {DD} {DDD} {SITE} {PRODUCT} {SUPPLIER}; {###} counts. Blank: the level above decides.',
      uniquenessHelp: 'Among which goods the number of a lot is given once.',
      asAbove: 'As the level above says',
      example: 'Makes {{first}}, then {{second}}',
      codeHelp: 'The code of the product, or the category as products have it; blank for the site.',
    },
  },
  de: {
    audit: {
      operations: { numbering: { saveRule: 'Festlegen, wie Ware nummeriert wird' } },
      groups: { numbering: 'Nummerierung' },
      records: { numbering_rule: 'Nummernregel', number_series: 'Nummernfolge' },
      fields: {
        level: 'Ebene',
        lotPattern: 'Nummern der Chargen',
        serialPattern: 'Seriennummern',
        uniqueness: 'Einmal vergeben',
        before: 'Vor dem Zähler',
        after: 'Nach dem Zähler',
        last: 'Gezählt bis',
      },
    },
    numbering: {
      title: 'Nummerierung',
      lead: 'Wie Chargen und Serien nummeriert werden, wo niemand eine Nummer eingibt. Die Regel eines Artikels geht der seiner Kategorie vor, diese der des Standorts.',
      of: 'Für',
      levels: { site: 'Standort', category: 'Kategorie', product: 'Artikel' },
      uniquenesses: { product: 'Im Artikel', supplier: 'Auch beim Lieferanten', global: 'Im ganzen Werk' },
      nothing: 'Noch nummeriert nichts von selbst.',
      nothingHelp:
        'Nummern von Chargen und Serien werden eingegeben, gescannt oder importiert. Eine Regel für den Standort, eine Kategorie oder einen Artikel bildet sie.',
      newRule: 'Neue Regel',
      taken: 'Dafür gibt es schon eine Regel. Brechen Sie ab, und ändern Sie diese.',
      noRight: 'Wer Artikel pflegt, darf das ändern.',
      changeRule: 'Die Regel für {{of}} ändern',
      site: 'den Standort',
      patternHelp:
        'Text, wie er dasteht, und {YYYY} {YY} {MM} {DD} {DDD} {SITE} {PRODUCT} {SUPPLIER}; {###} zählt. Leer: Die Ebene darüber entscheidet.',
      uniquenessHelp: 'Unter welcher Ware die Nummer einer Charge nur einmal vergeben wird.',
      asAbove: 'Wie die Ebene darüber sagt',
      example: 'Bildet {{first}}, dann {{second}}',
      codeHelp: 'Der Code des Artikels, oder die Kategorie, wie Artikel sie haben; leer für den Standort.',
    },
  },
  germanMessages: {
    'Nothing in it counts, so that it makes one number only. Add a counter such as {0}.':
      'Nichts darin zählt, sodass es nur eine Nummer bildet. Fügen Sie einen Zähler wie {0} hinzu.',
    'It has {0} counters. Leave one of them.': 'Es hat {0} Zähler. Lassen Sie einen davon stehen.',
    'A brace is opened or closed alone. Write tokens as {0}.':
      'Eine geschweifte Klammer steht allein. Schreiben Sie Platzhalter wie {0}.',
    'The counter has {0} digits. At most {1} are possible.': 'Der Zähler hat {0} Stellen. Höchstens {1} sind möglich.',
    '{0} is no token. There are these: {1}': '{0} ist kein Platzhalter. Es gibt diese: {1}',
    'Its numbers name the supplier, and none is given. Give the supplier, or type the number.':
      'Seine Nummern nennen den Lieferanten, und keiner ist angegeben. Geben Sie ihn an, oder geben Sie die Nummer ein.',
    'Its numbers name the site, and none is given. Give the location, or type the number.':
      'Seine Nummern nennen den Standort, und keiner ist angegeben. Geben Sie den Platz an, oder geben Sie die Nummer ein.',
    '{0} is numbered {1}: {2}': '{0} wird nach {1} nummeriert: {2}',
    'At least one number is to be made.': 'Mindestens eine Nummer ist zu bilden.',
    'At most {0} numbers are made at once. Make them in parts.':
      'Höchstens {0} Nummern werden auf einmal gebildet. Bilden Sie sie in Teilen.',
    'The first number has no digits, so that nothing in it counts. Write one such as SN-0001.':
      'Die erste Nummer hat keine Ziffern, sodass nichts darin zählt. Schreiben Sie eine wie SN-0001.',
    'The last number would be longer than {0} characters.': 'Die letzte Nummer wäre länger als {0} Zeichen.',
    'A quantity stands here without a number.': 'Hier steht eine Menge ohne Nummer.',
    '{0} is no quantity of {1}. Write a number above zero with at most six decimals.':
      '{0} ist keine Menge von {1}. Schreiben Sie eine Zahl über null mit höchstens sechs Nachkommastellen.',
    '{0} stands in line {1} already. Leave one of them out.':
      '{0} steht schon in Zeile {1}. Lassen Sie eine davon weg.',
    '{0} has no pattern to number by. Type a first number, or give it a pattern under Numbering.':
      '{0} hat kein Muster zum Nummerieren. Geben Sie eine erste Nummer ein, oder unter Nummerierung ein Muster.',
    'There is no product {0}. Check the code.': 'Einen Artikel {0} gibt es nicht. Prüfen Sie den Code.',
    'The rule of the site is for all goods. Leave the code blank.':
      'Die Regel des Standorts gilt für alle Ware. Lassen Sie den Code leer.',
    'Lot {0} is another product’s already, and numbers of lots are given once here. Give {1} another number.':
      'Charge {0} gehört schon zu einem anderen Artikel, und Chargennummern werden hier nur einmal vergeben. Geben Sie {1} eine andere Nummer.',
    'Say which category the rule is for.': 'Geben Sie an, für welche Kategorie die Regel gilt.',
  },
});
