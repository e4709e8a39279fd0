import type { Texts } from '../en.ts';

export const reports: Texts['reports'] = {
  traceTitle: '{{direction}}: {{what}}',
  upstreamStatement: 'Alles, woraus es hergestellt wurde, bis zu den Wareneingängen.',
  downstreamStatement: 'Alles, was daraus wurde, und alle, die es bekommen haben.',
  recallTitle: 'Rückrufsimulation: {{what}}',
  recallStatement: 'Was betroffen ist, wo es liegt und wer es bekommen hat, wenn diese Ware verdächtig ist.',
  side: 'Rein oder raus',
  into: 'rein',
  outOf: 'raus',
  whoGotWhat: 'Wer was bekam',
  deliveriesAndReturns: 'Lieferungen und Rückgaben',
  scopesTitle: 'Rückrufumfänge nebeneinander: {{what}}',
  scopesStatement: 'Was jeder Umfang betrifft, und was vom ersten zu einem anderen wegfällt.',
  scopesCustomers: 'Kunden in {{from}}, nicht {{to}}',
  scopesUnits: 'Betroffen in {{from}}, nicht {{to}}',
  scopesNoCustomers: 'Jeder Kunde von Umfang {{from}} ist auch einer von Umfang {{to}}.',
  scopesNoUnits: 'Alles aus Umfang {{from}} steht auch in Umfang {{to}}.',
  balanceBars: 'Wo ist, was von jedem Artikel hereinkam, je ein Balken. Die Tabelle darunter sagt dasselbe in Zahlen.',
  worstBalanceBars:
    'Wo ist, was hereinkam, je ein Balken für die {{count}} Artikel mit der schlechtesten Bilanz. Die Tabelle darunter hat alle Artikel in Zahlen.',
  scopeSaves: 'Umfang {{number}} spart',
  scopesFigure: 'Zahl',
  pdf: 'PDF',
  xlsx: 'Excel',
  make: 'Als {{format}} speichern',
  made: '{{name}} ist erstellt, nach dem Stand von Prüfeintrag {{seq, number}}.',
};
