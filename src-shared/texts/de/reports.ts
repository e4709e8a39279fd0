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
  contact: 'Kontakt',
  pdf: 'PDF',
  xlsx: 'Excel',
  make: 'Als {{format}} speichern',
  made: '{{name}} ist erstellt, nach dem Stand von Prüfeintrag {{seq, number}}.',
};
