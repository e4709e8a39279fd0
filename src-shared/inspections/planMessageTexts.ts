/** What is said of plan tables and samples by variables, in German. */
export const planTableMessages = {
  '{0} says no lots. Write 2–8, up to 4800 or over 240000.':
    '{0} nennt keine Lose. Schreiben Sie 2–8, bis 4800 oder über 240000.',
  'These lots are those of a row above. Write the smallest lots first.':
    'Diese Lose stehen schon in einer Zeile darüber. Schreiben Sie die kleinsten Lose zuerst.',
  'The row above ends with {0}, so these lots begin with {1}.':
    'Die Zeile darüber endet bei {0}, also beginnen diese Lose bei {1}.',
  'More must be rejected than are accepted.': 'Es müssen mehr zurückgewiesen als angenommen werden.',
  'There is no plan table {0}. Write it first, or name another.':
    'Eine Plantabelle {0} gibt es nicht. Schreiben Sie sie zuerst, oder nennen Sie eine andere.',
  'Plan table {0}, from {1} {2}: {3}. {4}': 'Plantabelle {0}, aus {1} {2}: {3}. {4}',
  '{0} of the rows cannot be drawn by; so nothing is saved. Correct or remove these rows.':
    'Nach {0} der Zeilen kann nicht gezogen werden; deshalb ist nichts gespeichert. Berichtigen oder entfernen Sie diese Zeilen.',
  'There is a plan table {0} already. Open it, or give another name.':
    'Eine Plantabelle {0} gibt es schon. Öffnen Sie sie, oder geben Sie einen anderen Namen.',
  'Plan table {0} was changed by somebody else since you opened it. Load it again; what you typed is kept.':
    'Jemand anders hat die Plantabelle {0} geändert, seit Sie sie geöffnet haben. Laden Sie sie neu; was Sie getippt haben, bleibt.',
};
