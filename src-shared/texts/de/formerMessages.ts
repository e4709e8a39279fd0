/**
 * Messages in German by English patterns that are not written any more. Sentences in trails stay as they were written,
 * so nothing here is ever taken away: what is reworded comes here with the pattern it had.
 */
export const formerMessages: Readonly<Record<string, string>> = {
  'Goods in status {0} must not be {1}. Release them first, or return or scrap them.':
    'Ware im Status {0} darf nicht {1} werden. Geben Sie sie zuerst frei, oder senden Sie sie zurück, oder buchen Sie sie als Ausschuss.',
  'The report has {0} rows, which is too long for a PDF. Nothing was drawn. Hand it over as Excel, which has every row, or ask for less.':
    'Der Bericht hat {0} Zeilen, das ist zu lang für ein PDF. Es wurde nichts gezeichnet. Exportieren Sie ihn als Excel, dort steht jede Zeile, oder fragen Sie nach weniger.',
  'The audit trail does not hold: {0} Nobody signs in or signs; verify the store, and restore a backup.':
    'Der Audit-Trail hält nicht: {0} Niemand meldet sich an oder unterschreibt; prüfen Sie den Speicher und spielen Sie eine Sicherung zurück.',
  'The audit trail could not be read to its end. Nobody signs in or signs; verify the store, and restore a backup.':
    'Der Audit-Trail konnte nicht bis zum Ende gelesen werden. Niemand meldet sich an oder unterschreibt; prüfen Sie den Speicher und spielen Sie eine Sicherung zurück.',
  'Movement {0} was imported before with other content. Movements never change: correct it by a reversing row, or give this row an id of its own.':
    'Bewegung {0} wurde schon mit anderem Inhalt importiert. Bewegungen ändern sich nie: Berichtigen Sie sie durch eine Stornozeile, oder geben Sie dieser Zeile eine eigene id.',
  'The columns are separated by semicolons, tabs or bars: save the file with commas between them.':
    'Die Spalten sind durch Semikolons, Tabulatoren oder senkrechte Striche getrennt: Speichern Sie die Datei mit Kommas dazwischen.',
  '{0} is a supplier: nothing is shipped to it. Leave this blank.':
    '{0} ist ein Lieferant: Dorthin wird nichts versandt. Lassen Sie das leer.',
  '{0} is a customer: nothing comes from it. Have it recorded as a supplier first.':
    '{0} ist ein Kunde: Von dort kommt nichts. Lassen Sie ihn zuerst als Lieferanten erfassen.',
  '{0} says not how many are drawn. Write 100 %, 5, 5 Ac 1, 10 %, 1 in 5, II 0.65 or table and its name.':
    '{0} sagt nicht, wie viele gezogen werden. Schreiben Sie 100 %, 5, 5 Ac 1, 10 %, 1 in 5, II 0.65 oder table und ihren Namen.',
};
