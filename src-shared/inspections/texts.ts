import { featureTexts } from '#shared/kernel/texts.ts';

/** What is wrong with readings and formulas, in words. */
export const inspectionsTexts = featureTexts({
  en: {},
  de: {},
  germanMessages: {
    '{0} is no number. Type what the instrument shows.':
      '{0} ist keine Zahl. Geben Sie ein, was das Messmittel anzeigt.',
    '{0} is a unit, and this characteristic has none. Type the number alone.':
      '{0} ist eine Einheit, und dieses Merkmal hat keine. Geben Sie nur die Zahl ein.',
    '{0} is not the unit of this characteristic, which is {1}. Type the number in {2}.':
      '{0} ist nicht die Einheit dieses Merkmals, sie ist {1}. Geben Sie die Zahl in {2} ein.',
    '{0} has a mark that may group or divide. Write decimals with {1}, and no groups.':
      '{0} hat ein Zeichen, das gruppieren oder trennen kann. Schreiben Sie Dezimalstellen mit {1} und keine Gruppen.',
    'The formula is too long: it may have {0} characters.': 'Die Formel ist zu lang: Sie darf {0} Zeichen haben.',
    '{0} at {1} cannot stand in a formula.': '{0} an Stelle {1} kann in keiner Formel stehen.',
    '{0} is missing at {1}.': 'An Stelle {1} fehlt {0}.',
    'The formula ends too early.': 'Die Formel endet zu früh.',
    '{0} at {1} is not expected there.': '{0} an Stelle {1} wird dort nicht erwartet.',
    'The formula has too many brackets in each other.': 'Die Formel hat zu viele Klammern ineinander.',
    '{0} at {1} is no number that can be counted with.':
      '{0} an Stelle {1} ist keine Zahl, mit der gerechnet werden kann.',
    '{0} at {1} is no function. There are {2}.': '{0} an Stelle {1} ist keine Funktion. Es gibt {2}.',
    'A number is needed, and there is {0}.': 'Gebraucht wird eine Zahl, und da steht {0}.',
    'Something that holds or not is needed, and there is {0}.':
      'Gebraucht wird etwas, das gilt oder nicht, und da steht {0}.',
    'Nothing can be divided by nought (at {0}).': 'Durch null kann nicht geteilt werden (an Stelle {0}).',
    'A value is needed before “in” at {0}.': 'Vor „in“ an Stelle {0} wird ein Wert gebraucht.',
    '{0} and {1} cannot be compared with {2} (at {3}).':
      '{0} und {1} lassen sich nicht mit {2} vergleichen (an Stelle {3}).',
    '{0} at {1} has too few or too many values.': '{0} an Stelle {1} hat zu wenige oder zu viele Werte.',
    'There is no root of a number below nought (at {0}).':
      'Aus einer Zahl unter null gibt es keine Wurzel (an Stelle {0}).',
    'There is no reading yet.': 'Es gibt noch keinen Messwert.',
    'There is no reading {0}.': 'Einen Messwert {0} gibt es nicht.',
    '{0} at {1} is not known here.': '{0} an Stelle {1} ist hier nicht bekannt.',
    'r at {0} is one reading, and there are {1}. Write r1, r2 … or mean.':
      'r an Stelle {0} ist ein Messwert, und es gibt {1}. Schreiben Sie r1, r2 … oder mean.',
    'One reading has no deviation.': 'Ein einzelner Messwert hat keine Streuung.',
  },
});
