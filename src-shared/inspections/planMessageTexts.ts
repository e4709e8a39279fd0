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
  'Plan table {0}, from {1}: {2}. {3}': 'Plantabelle {0}, aus {1}: {2}. {3}',
  '{0} of the rows cannot be drawn by; so nothing is saved. Correct or remove these rows.':
    'Nach {0} der Zeilen kann nicht gezogen werden; deshalb ist nichts gespeichert. Berichtigen oder entfernen Sie diese Zeilen.',
  'There is a plan table {0} already. Open it, or give another name.':
    'Eine Plantabelle {0} gibt es schon. Öffnen Sie sie, oder geben Sie einen anderen Namen.',
  'Plan table {0} was changed by somebody else since you opened it. Load it again; what you typed is kept.':
    'Jemand anders hat die Plantabelle {0} geändert, seit Sie sie geöffnet haben. Laden Sie sie neu; was Sie getippt haben, bleibt.',
  'A sample by variables is of one figure. Write it at its row, and not for a class.':
    'Eine Stichprobe nach Variablen gilt einer Messgröße. Schreiben Sie sie in deren Zeile und nicht für eine Klasse.',
  'Only numbers are drawn by variables. Make it a number, or draw it otherwise.':
    'Nach Variablen werden nur Zahlen gezogen. Machen Sie daraus eine Zahl, oder ziehen Sie anders.',
  'A sample by variables needs a limit. Write one, or draw it otherwise.':
    'Eine Stichprobe nach Variablen braucht eine Grenze. Schreiben Sie eine, oder ziehen Sie anders.',
  'By variables at least three pieces are drawn.': 'Nach Variablen werden mindestens drei Teile gezogen.',
  'Write which share may be estimated beyond the limits: below 100 per cent.':
    'Schreiben Sie, welcher Anteil jenseits der Grenzen geschätzt werden darf: unter 100 Prozent.',
  'Write the known deviation: a number above 0.': 'Schreiben Sie die bekannte Abweichung: eine Zahl über 0.',
};
