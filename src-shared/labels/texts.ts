import { featureTexts } from '#shared/kernel/texts.ts';

export const labelsTexts = featureTexts({
  en: {},
  de: {},
  germanMessages: {
    '{0} is no lot and no serial. Choose one of its lots or serials.':
      '{0} ist keine Charge und keine Seriennummer. Wählen Sie eine seiner Chargen oder Seriennummern.',
    '{0} has no GTIN, which a UDI begins with. Enter it on the page of the product, or print the label without a UDI.':
      '{0} hat keine GTIN, mit der eine UDI beginnt. Tragen Sie sie auf der Seite des Artikels ein, oder drucken Sie das Etikett ohne UDI.',
    'The GTIN {0} of {1} is none: its last digit does not check the others. Correct it on the page of the product.':
      'Die GTIN {0} von {1} ist keine: Ihre letzte Ziffer passt nicht zu den übrigen. Berichtigen Sie sie auf der Seite des Artikels.',
    'The date {0} is so far from now that two digits of its year would be read as of another century. Correct the dates of the lot.':
      'Das Datum {0} ist so weit von heute, dass zwei Ziffern seines Jahres als die eines anderen Jahrhunderts gelesen würden. Berichtigen Sie die Daten der Charge.',
    '“{0}” has {1} characters, and element ({2}) of a barcode has room for {3}. Print a status tag without a barcode, or give the goods a shorter number.':
      '„{0}“ hat {1:number} Zeichen, und in das Element ({2}) eines Barcodes passen {3}. Drucken Sie einen Statusanhänger ohne Barcode, oder geben Sie der Ware eine kürzere Nummer.',
    '“{0}” has the sign “{1}”, which barcodes of GS1 do not have. Print a status tag without a barcode, or give the goods a number of the letters A to Z, digits and usual signs.':
      '„{0}“ hat das Zeichen „{1}“, das es in Barcodes von GS1 nicht gibt. Drucken Sie einen Statusanhänger ohne Barcode, oder geben Sie der Ware eine Nummer aus den Buchstaben A bis Z, Ziffern und üblichen Zeichen.',
    'The label would say {0} characters, and a GS1-128 has room for {1}. Choose DataMatrix.':
      'Das Etikett würde {0:number} Zeichen sagen, und in einen GS1-128 passen {1:number}. Wählen Sie DataMatrix.',
    'What the label says does not fit its size. Choose DataMatrix, or a larger label.':
      'Was auf dem Etikett steht, passt nicht auf seine Größe. Wählen Sie DataMatrix oder ein größeres Etikett.',
    'What the label says does not fit its size. Choose a larger label.':
      'Was auf dem Etikett steht, passt nicht auf seine Größe. Wählen Sie ein größeres Etikett.',
  },
});
