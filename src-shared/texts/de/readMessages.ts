/** Messages of the reading of an export in German, by their English patterns (kernel/message.ts). A test holds that none is missing. */
export const readMessages: Readonly<Record<string, string>> = {
  'It holds a control character; remove it.': 'Darin steht ein Steuerzeichen; entfernen Sie es.',
  'It holds an invisible character; type it again.': 'Darin steht ein unsichtbares Zeichen; tippen Sie es neu.',
  'It holds a character that no script has; type it again.':
    'Darin steht ein Zeichen, das keine Schrift kennt; tippen Sie es neu.',
  'It holds no letter; write the name as people read it.':
    'Darin steht kein Buchstabe; schreiben Sie den Namen so, wie man ihn liest.',
  'It is too long.': 'Das ist zu lang.',
  'It holds a broken character; type it again.': 'Darin steht ein beschädigtes Zeichen; tippen Sie es neu.',
  '“{0}” looks like a date that a spreadsheet made of a code, since others beside it are none.':
    '„{0}“ sieht aus wie ein Datum, das ein Tabellenprogramm aus einem Code gemacht hat, denn andere daneben sind keines.',
  '“{0}” ends like a number that a data frame or a spreadsheet made of a code.':
    '„{0}“ endet wie eine Zahl, die ein Auswertungs- oder Tabellenprogramm aus einem Code gemacht hat.',
  '“{0}” is written with separators between its thousands, as other codes of the column are not.':
    '„{0}“ ist anders als andere Codes der Spalte mit Trennzeichen zwischen den Tausendern geschrieben.',
  '“{0}” is a formula of a spreadsheet instead of its value.':
    '„{0}“ ist eine Formel eines Tabellenprogramms statt ihres Werts.',
  'a number with a dot and at most six decimals, such as 12.5':
    'eine Zahl mit Punkt und höchstens sechs Nachkommastellen, etwa 12.5',
  'a number with a dot and at most four decimals, such as 12.5':
    'eine Zahl mit Punkt und höchstens vier Nachkommastellen, etwa 12.5',
  '“{0}” can be read in several ways. Write {1}, and nothing between the thousands.':
    '„{0}“ lässt sich verschieden lesen. Schreiben Sie {1}, und nichts zwischen die Tausender.',
  '“{0}” is written with an exponent, which may have cost it digits. Export the column as plain numbers: {1}.':
    '„{0}“ ist mit Exponent geschrieben und hat dabei vielleicht Ziffern verloren. Exportieren Sie die Spalte als einfache Zahlen: {1}.',
  '“{0}” is no quantity. Write {1}.': '„{0}“ ist keine Menge. Schreiben Sie {1}.',
  '“{0}” is no cost. Write {1}.': '„{0}“ sind keine Kosten. Schreiben Sie {1}.',
  '“{0}” has more decimals than a quantity can have. Write {1}.':
    '„{0}“ hat mehr Nachkommastellen, als eine Menge haben kann. Schreiben Sie {1}.',
  '“{0}” has more decimals than a cost can have. Write {1}.':
    '„{0}“ hat mehr Nachkommastellen, als Kosten haben können. Schreiben Sie {1}.',
  '“{0}” is larger than any quantity that can be kept. Correct it.':
    '„{0}“ ist größer als jede Menge, die gespeichert werden kann. Berichtigen Sie das.',
  '“{0}” is larger than any cost that can be kept. Correct it.':
    '„{0}“ ist mehr, als an Kosten gespeichert werden kann. Berichtigen Sie das.',
  '“{0}” has lost a letter on its way (the sign {1} stands for it). Export the file as UTF-8, from a program that still has the letters.':
    '„{0}“ hat unterwegs einen Buchstaben verloren (dafür steht das Zeichen {1}). Exportieren Sie die Datei als UTF-8, aus einem Programm, das die Buchstaben noch hat.',
  '“{0}” looks like a date that a spreadsheet made of a code. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ sieht aus wie ein Datum, das ein Tabellenprogramm aus einem Code gemacht hat. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” is a number with an exponent, in which digits are lost. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ ist eine Zahl mit Exponent, in der Ziffern verloren sind. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” is wrapped so that a spreadsheet keeps its zeros. Export the column without the equals sign and the quotes.':
    '„{0}“ ist so eingepackt, dass ein Tabellenprogramm die Nullen behält. Exportieren Sie die Spalte ohne Gleichheitszeichen und Anführungszeichen.',
  '“{0}” is wrapped so that a spreadsheet keeps its zeros. Export the column without the quotes.':
    '„{0}“ ist so eingepackt, dass ein Tabellenprogramm die Nullen behält. Exportieren Sie die Spalte ohne die Anführungszeichen.',
  '“{0}” is a formula of a spreadsheet instead of its value. Export the values, not the formulas.':
    '„{0}“ ist eine Formel eines Tabellenprogramms statt ihres Werts. Exportieren Sie die Werte, nicht die Formeln.',
  '“{0}” begins like a formula of a spreadsheet that stands in the place of its value. Export the values, not the formulas.':
    '„{0}“ beginnt wie eine Formel eines Tabellenprogramms, die anstelle ihres Werts dasteht. Exportieren Sie die Werte, nicht die Formeln.',
  '“{0}” begins with the apostrophe by which a spreadsheet is told that it is text. Export the column without it.':
    '„{0}“ beginnt mit dem Apostroph, der einem Tabellenprogramm sagt, dass es Text ist. Exportieren Sie die Spalte ohne ihn.',
  '“{0}” is what a program shows where it found no value. Mend the cell there, or leave it blank.':
    '„{0}“ zeigt ein Programm, wo es keinen Wert fand. Beheben Sie das dort, oder lassen Sie die Zelle leer.',
  '“{0}” is how a program writes that there is nothing. Export nothing as a blank cell.':
    '„{0}“ schreibt ein Programm, wo nichts ist. Exportieren Sie nichts als leere Zelle.',
  '“{0}” holds the word by which a program writes that there is nothing. Mend what joins the parts of the code.':
    '„{0}“ enthält das Wort, mit dem ein Programm schreibt, dass nichts da ist. Beheben Sie das, wo die Teile des Codes zusammengesetzt werden.',
  '“{0}” is how a list shows that there is nothing. Export nothing as a blank cell.':
    '„{0}“ zeigt eine Liste, wo nichts ist. Exportieren Sie nichts als leere Zelle.',
  '“{0}” is no code but a value of a program or a spreadsheet. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ ist kein Code, sondern ein Wert eines Programms oder Tabellenprogramms. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” bears an apostrophe by which a spreadsheet or a script is told that it is text. Export the column without it.':
    '„{0}“ trägt einen Apostroph, der einem Tabellenprogramm oder Skript sagt, dass es Text ist. Exportieren Sie die Spalte ohne ihn.',
  '“{0}” stands in the quotes of a program. Export the column without them.':
    '„{0}“ steht in den Anführungszeichen eines Programms. Exportieren Sie die Spalte ohne sie.',
  '“{0}” holds a character as web pages write it. Export the character itself.':
    '„{0}“ enthält ein Zeichen, wie Webseiten es schreiben. Exportieren Sie das Zeichen selbst.',
  '“{0}” holds a character as a program or an address writes it. Export the character itself.':
    '„{0}“ enthält ein Zeichen, wie ein Programm oder eine Internetadresse es schreibt. Exportieren Sie das Zeichen selbst.',
  '“{0}” is a value as a program shows it to those who write it. Export the text alone.':
    '„{0}“ ist ein Wert, wie ein Programm ihn seinen Entwicklern zeigt. Exportieren Sie nur den Text.',
  '“{0}” looks like letters that were read in another encoding than they were written in. Export the file as UTF-8, from a program that still has the letters.':
    '„{0}“ sieht nach Buchstaben aus, die in einer anderen Zeichenkodierung gelesen wurden, als sie geschrieben waren. Exportieren Sie die Datei als UTF-8, aus einem Programm, das die Buchstaben noch hat.',
  '“{0}” ends like a number that a data frame or a spreadsheet made of a code. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ endet wie eine Zahl, die ein Auswertungs- oder Tabellenprogramm aus einem Code gemacht hat. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” is written with separators between its thousands. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ ist mit Trennzeichen zwischen den Tausendern geschrieben. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” is shown by a spreadsheet as per cent. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ zeigt ein Tabellenprogramm als Prozent. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” is a figure as a spreadsheet shows it. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ ist eine Zahl, wie ein Tabellenprogramm sie zeigt. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” stands in quotation marks. Export the column without them.':
    '„{0}“ steht in Anführungszeichen. Exportieren Sie die Spalte ohne sie.',
  '“{0}” ends with a sign by which files separate their cells. See whether it was split where it should be.':
    '„{0}“ endet mit einem Zeichen, mit dem Dateien ihre Zellen trennen. Sehen Sie nach, ob es an der richtigen Stelle getrennt wurde.',
  '“{0}” has a question mark where a letter may have been lost. Export the file as UTF-8, from a program that still has the letters.':
    '„{0}“ hat ein Fragezeichen, wo ein Buchstabe verloren gegangen sein kann. Exportieren Sie die Datei als UTF-8, aus einem Programm, das die Buchstaben noch hat.',
  'The {0} holds the end of this row and the beginning of a later one: a quote was opened here and closed there, so that rows are lost. Put text with quotes into quotes, each of its own written twice.':
    '{0} enthält das Ende dieser Zeile und den Anfang einer späteren: Ein Anführungszeichen wurde hier geöffnet und dort geschlossen, sodass Zeilen verloren sind. Setzen Sie Text mit Anführungszeichen in Anführungszeichen, und schreiben Sie jedes eigene doppelt.',
  '“{0}” is a word that stands for a code nobody knew. Write the code itself, or leave the cell blank: all that bears this word is taken for one.':
    '„{0}“ ist ein Wort für einen Code, den niemand kannte. Schreiben Sie den Code selbst, oder lassen Sie die Zelle leer: Alles, was dieses Wort trägt, gilt als eins.',
  '“{0}” is what a list calls the sum of its rows. Remove the row if it only adds up others.':
    '„{0}“ nennt eine Liste die Summe ihrer Zeilen. Entfernen Sie die Zeile, wenn sie nur andere zusammenzählt.',
  '“{0}” bears what a label or a scanner puts before a code. Export the code alone.':
    '„{0}“ trägt, was ein Etikett oder ein Scanner vor einen Code setzt. Exportieren Sie nur den Code.',
  '“{0}” stands between the stars that frame a barcode (Code 39). Export the code alone.':
    '„{0}“ steht zwischen den Sternen, die einen Strichcode einrahmen (Code 39). Exportieren Sie nur den Code.',
  '“{0}” is a whole barcode, of which the code is a part. Export the code alone.':
    '„{0}“ ist ein ganzer Strichcode, von dem der Code ein Teil ist. Exportieren Sie nur den Code.',
  '“{0}” is shorter than the numbers beside it, which have {1} digits and begin with zeros: a spreadsheet may have taken its zeros away.':
    '„{0}“ ist kürzer als die Nummern daneben, die {1} Stellen haben und mit Nullen beginnen: Ein Tabellenprogramm hat die Nullen vielleicht entfernt.',
  '“{0}” has a decimal mark, and other codes of the column are numbers that another program wrote anew.':
    '„{0}“ hat ein Dezimalzeichen, und andere Codes der Spalte sind Zahlen, die ein anderes Programm neu geschrieben hat.',
  '“{0}” ends in zeros after the fifteen digits that a spreadsheet keeps, as every long number of the column does.':
    '„{0}“ endet hinter den fünfzehn Stellen, die ein Tabellenprogramm behält, mit Nullen, wie jede lange Nummer der Spalte.',
  '“{0}” reads as a number with an exponent, and the other codes of the column are figures.':
    '„{0}“ liest sich als Zahl mit Exponent, und die anderen Codes der Spalte sind Zahlen.',
  '“{0}” ends in zeros after the fifteen digits that a spreadsheet keeps, and the store holds a code that begins with the same fifteen.':
    '„{0}“ endet hinter den fünfzehn Stellen, die ein Tabellenprogramm behält, mit Nullen, und es gibt schon einen Code, der mit denselben fünfzehn beginnt.',
  '“{0}” reads as a number with an exponent, and the codes of this kind that the store holds are figures.':
    '„{0}“ liest sich als Zahl mit Exponent, und die Codes dieser Art, die schon da sind, sind Zahlen.',
  '“{0}” ends like a number that a data frame or a spreadsheet made of a code, as none does of this kind that the store holds.':
    '„{0}“ endet wie eine Zahl, die ein Auswertungs- oder Tabellenprogramm aus einem Code gemacht hat, anders als die Codes dieser Art, die schon da sind.',
  '“{0}” is written with separators between its thousands, as none is of this kind that the store holds.':
    '„{0}“ ist anders als die Codes dieser Art, die schon da sind, mit Trennzeichen zwischen den Tausendern geschrieben.',
  '“{0}” reads as a formula of a spreadsheet, as none does of the codes of this kind that the store holds.':
    '„{0}“ liest sich als Formel eines Tabellenprogramms, anders als die Codes dieser Art, die schon da sind.',
  '“{0}” looks like a date that a spreadsheet made of a code, since the codes of this kind that the store holds are none.':
    '„{0}“ sieht aus wie ein Datum, das ein Tabellenprogramm aus einem Code gemacht hat, denn die Codes dieser Art, die schon da sind, sind keines.',
  '“{0}” is shorter than the numbers of this kind that the store holds, which have {1} digits and begin with zeros: a spreadsheet may have taken its zeros away.':
    '„{0}“ ist kürzer als die Nummern dieser Art, die schon da sind, die {1} Stellen haben und mit Nullen beginnen: Ein Tabellenprogramm hat die Nullen vielleicht entfernt.',
  '“{0}” has the decimals that are left over where a computer reckons. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ hat die Nachkommastellen, die übrig bleiben, wo ein Computer rechnet. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” looks like a time of day that a spreadsheet made of a code. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ sieht aus wie eine Uhrzeit, die ein Tabellenprogramm aus einem Code gemacht hat. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  '“{0}” ends in zeros after the fifteen digits that a spreadsheet keeps. Export the column as text, so that the program before keeps its hands off it.':
    '„{0}“ endet mit Nullen nach den fünfzehn Ziffern, die ein Tabellenprogramm behält. Exportieren Sie die Spalte als Text, damit das Programm davor nichts daran ändert.',
  'Write it as 2026-01-31T08:00:00+01:00 or 2026-01-31T07:00:00Z.':
    'Schreiben Sie den Zeitpunkt wie 2026-01-31T08:00:00+01:00 oder 2026-01-31T07:00:00Z.',
  '“{0}” is no day of the calendar, and has no time of day. {1}':
    '„{0}“ ist kein Tag des Kalenders und hat keine Uhrzeit. {1}',
  '“{0}” has no time of day. {1}': '„{0}“ hat keine Uhrzeit. {1}',
  '“{0}” is no time with an offset. {1}': '„{0}“ ist kein Zeitpunkt mit Abstand zu UTC. {1}',
  '“{0}” names a day that is in no calendar, or far from any plant. Correct it.':
    '„{0}“ nennt einen Tag, der in keinem Kalender steht oder weit vor oder nach jedem Betrieb liegt. Berichtigen Sie ihn.',
  '“{0}” names an hour, minute or second that no clock shows. Correct it; midnight is 00:00 of the day that begins.':
    '„{0}“ nennt eine Stunde, Minute oder Sekunde, die keine Uhr zeigt. Berichtigen Sie das; Mitternacht ist 00:00 des Tages, der beginnt.',
  '“{0}” has no offset from UTC, so that nobody knows which moment is meant. {1}':
    '„{0}“ hat keinen Abstand zu UTC, sodass niemand weiß, welcher Moment gemeint ist. {1}',
  '“{0}” names its zone by letters, which can mean several offsets. {1}':
    '„{0}“ nennt die Zeitzone mit Buchstaben, die mehrere Abstände zu UTC bedeuten können. {1}',
  '“{0}” has an offset that cannot be read. {1}': '„{0}“ hat einen Abstand zu UTC, der sich nicht lesen lässt. {1}',
  '“{0}” has an offset from UTC that no place on earth has. Correct it.':
    '„{0}“ hat einen Abstand zu UTC, den kein Ort der Erde hat. Berichtigen Sie ihn.',
  '“{0}” lies outside the years that can be kept, 1970 to 2112. Correct it.':
    '„{0}“ liegt außerhalb der Jahre, die gespeichert werden können, 1970 bis 2112. Berichtigen Sie das.',
  'This cell is blank; it must be filled.': 'Diese Zelle ist leer; sie muss ausgefüllt sein.',
  '“{0}” is not known here. Write one of: {1}.': '„{0}“ ist hier nicht bekannt. Schreiben Sie eines von: {1}.',
  '“{0}” is not known here. Write yes or no.': '„{0}“ ist hier nicht bekannt. Schreiben Sie yes oder no.',
  '“{0}” is no status. Write A, Q or R with an optional second character, such as A or Q1.':
    '„{0}“ ist kein Status. Schreiben Sie A, Q oder R, wenn nötig mit einem zweiten Zeichen, etwa A oder Q1.',
  '“{0}” is no number of days. Write a whole number from 0 to {1}.':
    '„{0}“ ist keine Zahl von Tagen. Schreiben Sie eine ganze Zahl von 0 bis {1}.',
  'A cost cannot be below zero. Correct it, or leave it blank.':
    'Kosten können nicht unter null liegen. Berichtigen Sie sie, oder lassen Sie die Zelle leer.',
  'The quantity must be above zero.': 'Die Menge muss über null liegen.',
  '“{0}” is the number under which a spreadsheet keeps a day, mostly {1}. Format the column as dates, and export it again as YYYY-MM-DD.':
    '„{0}“ ist die Nummer, unter der ein Tabellenprogramm einen Tag speichert, meist den {1}. Formatieren Sie die Spalte als Datum und exportieren Sie sie neu als JJJJ-MM-TT.',
  '“{0}” is what a program makes of an empty date. Leave the cell blank, or write the day as YYYY-MM-DD, such as 2026-01-31.':
    '„{0}“ ist, was ein Programm aus einem leeren Datum macht. Lassen Sie die Zelle leer, oder schreiben Sie den Tag als JJJJ-MM-TT, etwa 2026-01-31.',
  '“{0}” is no time but the number under which a spreadsheet keeps a day or a time of day. Format the column as text, and write the time again with its day. {1}':
    '„{0}“ ist kein Zeitpunkt, sondern die Zahl, unter der ein Tabellenprogramm einen Tag oder eine Uhrzeit speichert. Formatieren Sie die Spalte als Text, und schreiben Sie den Zeitpunkt neu mit seinem Tag. {1}',
  '“{0}” is how books of account write what is below zero, and a quantity is above. Say by the kind and the ends of the movement that goods left, and write {1}.':
    'So, „{0}“, schreibt die Buchhaltung, was unter null liegt, und eine Menge liegt darüber. Sagen Sie mit Art und Enden der Bewegung, dass Ware abging, und schreiben Sie {1}.',
  '“{0}” is a whole barcode with blanks where its parts end, of which the code is one part. Export the code alone.':
    '„{0}“ ist ein ganzer Strichcode mit Leerzeichen zwischen seinen Teilen, von denen der Code einer ist. Exportieren Sie nur den Code.',
  'A date that the store has, or that follows from the product, stands.':
    'Ein Datum, das schon gespeichert ist oder aus dem Produkt folgt, gilt.',
  '“{0}” is how programs write that there is no date. It is read as a blank cell{1}. {2}':
    'So, „{0}“, schreiben Programme, dass es kein Datum gibt. Es wird wie eine leere Zelle gelesen{1}. {2}',
  '“{0}” is how programs write a day that never comes. It is read as a blank cell{1}. {2}':
    'So, „{0}“, schreiben Programme einen Tag, der nie kommt. Er wird wie eine leere Zelle gelesen{1}. {2}',
  '“{0}” lies outside the years that can be kept, 1970 to 2199. Correct its year.':
    '„{0}“ liegt außerhalb der Jahre, die gespeichert werden können, 1970 bis 2199. Berichtigen Sie das Jahr.',
  '“{0}” is no calendar date. Write it as YYYY-MM-DD, such as 2026-01-31.':
    '„{0}“ ist kein Kalenderdatum. Schreiben Sie es als JJJJ-MM-TT, etwa 2026-01-31.',
  'The file is larger than 2 GB: split the export into parts.':
    'Die Datei ist größer als 2 GB: Teilen Sie den Export auf.',
  'This row is longer than 1 MB: a quote is probably opened and never closed.':
    'Diese Zeile ist länger als 1 MB: Vermutlich wird ein Anführungszeichen geöffnet und nie geschlossen.',
  'A quote is opened in this row and never closed. Put text with quotes into quotes, each of its own written twice.':
    'In dieser Zeile wird ein Anführungszeichen geöffnet und nie geschlossen. Setzen Sie Text mit Anführungszeichen in Anführungszeichen, und schreiben Sie jedes eigene doppelt.',
  'A quote stands inside a cell of this row. Put the cell into quotes and write each quote in it twice.':
    'In einer Zelle dieser Zeile steht ein Anführungszeichen. Setzen Sie die Zelle in Anführungszeichen, und schreiben Sie jedes darin doppelt.',
  'The text is not in UTF-8 (it may be Windows-1252): save it as “CSV UTF-8 (comma delimited)”.':
    'Der Text ist nicht in UTF-8 (vielleicht in Windows-1252): Speichern Sie ihn als „CSV UTF-8“ mit Kommas zwischen den Spalten.',
  'This cannot be read: check the rights to it, and whether another program holds it open.':
    'Das lässt sich nicht lesen: Prüfen Sie die Rechte daran und ob ein anderes Programm es offen hält.',
  'The file is empty. It needs at least a row of column names.':
    'Die Datei ist leer. Sie braucht mindestens eine Zeile mit den Namen der Spalten.',
  'This is a workbook or an archive, not text: save it as “CSV UTF-8 (comma delimited)”.':
    'Das ist eine Arbeitsmappe oder ein Archiv, kein Text: Speichern Sie es als „CSV UTF-8“ mit Kommas zwischen den Spalten.',
  'The text is in UTF-16: save it as “CSV UTF-8 (comma delimited)”.':
    'Der Text ist in UTF-16: Speichern Sie ihn als „CSV UTF-8“ mit Kommas zwischen den Spalten.',
  'This is a web page or XML, not comma-separated text: save it as “CSV UTF-8 (comma delimited)”.':
    'Das ist eine Webseite oder XML, kein Text mit Kommas zwischen den Spalten: Speichern Sie es als „CSV UTF-8“ mit Kommas.',
  'The text is in UTF-16 or is no text at all: save it as “CSV UTF-8 (comma delimited)”.':
    'Der Text ist in UTF-16, oder es ist gar kein Text: Speichern Sie ihn als „CSV UTF-8“ mit Kommas zwischen den Spalten.',
  'The workbook is empty: export it again.': 'Die Arbeitsmappe ist leer: Exportieren Sie sie noch einmal.',
  'The workbook is protected by a password: remove the password.':
    'Die Arbeitsmappe ist mit einem Passwort geschützt: Entfernen Sie das Passwort.',
  'This is an old workbook (.xls): save it as an Excel workbook (.xlsx).':
    'Das ist eine alte Arbeitsmappe (.xls): Speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  'This is a web page or XML with the name of a workbook: save it as an Excel workbook (.xlsx).':
    'Das ist eine Webseite oder XML mit dem Namen einer Arbeitsmappe: Speichern Sie es als Excel-Arbeitsmappe (.xlsx).',
  'This is not an Excel workbook: save it as an Excel workbook (.xlsx).':
    'Das ist keine Excel-Arbeitsmappe: Speichern Sie es als Excel-Arbeitsmappe (.xlsx).',
  'This is an OpenDocument file: save it as an Excel workbook (.xlsx).':
    'Das ist eine OpenDocument-Datei: Speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  'This is a binary workbook (.xlsb): save it as an Excel workbook (.xlsx).':
    'Das ist eine binäre Arbeitsmappe (.xlsb): Speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  'The workbook holds macros: save it as an Excel workbook (.xlsx), which has none.':
    'Die Arbeitsmappe enthält Makros: Speichern Sie sie als Excel-Arbeitsmappe (.xlsx), die keine hat.',
  'This archive is not an Excel workbook: save it as an Excel workbook (.xlsx).':
    'Dieses Archiv ist keine Excel-Arbeitsmappe: Speichern Sie es als Excel-Arbeitsmappe (.xlsx).',
  'The sheet is hidden, and is read all the same. Show it, and see whether it belongs to the export.':
    'Das Blatt ist ausgeblendet und wird trotzdem gelesen. Blenden Sie es ein, und sehen Sie nach, ob es zum Export gehört.',
  'The sheet is hidden even from the menu that shows hidden sheets, and is read all the same. Show it, and see whether it belongs to the export.':
    'Das Blatt ist so ausgeblendet, dass es auch im Menü zum Einblenden fehlt, und wird trotzdem gelesen. Blenden Sie es ein, und sehen Sie nach, ob es zum Export gehört.',
  'The column is hidden in the sheet, and is read all the same. Show it, and see whether it says what is meant.':
    'Die Spalte ist im Blatt ausgeblendet und wird trotzdem gelesen. Blenden Sie sie ein, und sehen Sie nach, ob darin steht, was gemeint ist.',
  'Row {0} is hidden in the sheet, by hand or by a filter, and read all the same. Show all rows, and see whether they belong to the export.':
    'Zeile {0} ist im Blatt ausgeblendet, von Hand oder durch einen Filter, und wird trotzdem gelesen. Blenden Sie alle Zeilen ein, und sehen Sie nach, ob sie zum Export gehören.',
  '{0} rows are hidden in the sheet, by hand or by a filter, and read all the same: {1}. Show all rows, and see whether they belong to the export.':
    '{0} Zeilen sind im Blatt ausgeblendet, von Hand oder durch einen Filter, und werden trotzdem gelesen: {1}. Blenden Sie alle Zeilen ein, und sehen Sie nach, ob sie zum Export gehören.',
  'This stands in row {0} already: keep one of the two.': 'Das steht schon in Zeile {0}: Behalten Sie eine der beiden.',
  'The movement in row {0} has this id already, and says something else.':
    'Die Bewegung in Zeile {0} hat diese id schon und sagt etwas anderes.',
  'The file was changed while it was read. Wait until the export is finished, and import it again.':
    'Die Datei wurde geändert, während sie gelesen wurde. Warten Sie, bis der Export fertig ist, und importieren Sie ihn noch einmal.',
  '{0} It is taken as it stands{1}.': '{0} Es wird übernommen, wie es dasteht{1}.',
  ', in {0} rows: {1}': ', in {0} Zeilen: {1}',
  'And 1 more cell of the column like these, in row {0}.': 'Und 1 weitere solche Zelle der Spalte, in Zeile {0}.',
  'And {0} more cells of the column like these, in rows {1}.':
    'Und {0} weitere solche Zellen der Spalte, in den Zeilen {1}.',
  'This is neither a folder nor a file.': 'Das ist weder ein Ordner noch eine Datei.',
  'Name the folder that holds the CSV files.': 'Nennen Sie den Ordner, in dem die CSV-Dateien liegen.',
  'Name a folder of CSV files or an Excel workbook (.xlsx).':
    'Nennen Sie einen Ordner mit CSV-Dateien oder eine Excel-Arbeitsmappe (.xlsx).',
  'There is no such folder or file.': 'Einen solchen Ordner oder eine solche Datei gibt es nicht.',
  'This cannot be read: check the rights to it.': 'Das lässt sich nicht lesen: Prüfen Sie die Rechte daran.',
  'The folder holds no file of an export: {0}.': 'Der Ordner enthält keine Datei eines Exports: {0}.',
  'This looks like the {0} of an export, of which only {1}.csv is read. If it belongs to the export, save it under that name as “CSV UTF-8 (comma delimited)”; otherwise move it out of the folder.':
    'Das sieht aus wie die Datei {0} eines Exports, von der nur {1}.csv gelesen wird. Gehört sie zum Export, speichern Sie sie unter diesem Namen als „CSV UTF-8“ mit Kommas zwischen den Spalten; sonst nehmen Sie sie aus dem Ordner.',
  'Of workbooks only .xlsx is read. If this is the export, save it as an Excel workbook (.xlsx) and name that; otherwise move it out of the folder.':
    'Von Arbeitsmappen wird nur .xlsx gelesen. Ist das der Export, speichern Sie ihn als Excel-Arbeitsmappe (.xlsx), und nennen Sie diese; sonst nehmen Sie sie aus dem Ordner.',
  'This folder holds {0}, and the folder above holds no file of an export. Name the folder in which the files lie.':
    'Dieser Ordner enthält {0}, und der Ordner darüber enthält keine Datei eines Exports. Nennen Sie den Ordner, in dem die Dateien liegen.',
  'This looks like the {0} of an export and was not read: only {1}.csv was. If it belongs to the export, put its rows there; otherwise move it out of the folder.':
    'Das sieht aus wie die Datei {0} eines Exports und wurde nicht gelesen, nur {1}.csv. Gehört sie zum Export, übernehmen Sie ihre Zeilen dorthin; sonst nehmen Sie sie aus dem Ordner.',
  'An archive is not read. If this is the export, unpack it and name the folder in which its files lie; otherwise move it out of the folder.':
    'Ein Archiv wird nicht gelesen. Wenn dies der Export ist, entpacken Sie es und nennen Sie den Ordner, in dem seine Dateien liegen; sonst nehmen Sie es aus dem Ordner.',
  'This archive was not read, only the CSV files beside it. If it belongs to the export, put the rows of its files into them; otherwise move it out of the folder.':
    'Dieses Archiv wurde nicht gelesen, nur die CSV-Dateien daneben. Wenn es zum Export gehört, übernehmen Sie die Zeilen seiner Dateien in diese; sonst nehmen Sie es aus dem Ordner.',
  'This workbook was not read, only the CSV files beside it. If it belongs to the export, put its rows into them; otherwise move it out of the folder.':
    'Diese Arbeitsmappe wurde nicht gelesen, nur die CSV-Dateien daneben. Gehört sie zum Export, übernehmen Sie ihre Zeilen dorthin; sonst nehmen Sie sie aus dem Ordner.',
  'This folder holds {0}, of which nothing was read: an export is what lies in one folder. If it belongs to the export, put its rows into the files above; otherwise move it out of the folder.':
    'Dieser Ordner enthält {0}; davon wurde nichts gelesen: Ein Export ist, was in einem Ordner liegt. Gehört es zum Export, übernehmen Sie die Zeilen in die Dateien darüber; sonst nehmen Sie es aus dem Ordner.',
  '{0} and {1} more': '{0} und {1} weitere',
  'The folder holds the workbook {0} beside {1}. An export is one or the other: name the workbook itself, or move it out of the folder.':
    'Der Ordner enthält die Arbeitsmappe {0} neben {1}. Ein Export ist eines von beiden: Nennen Sie die Arbeitsmappe selbst, oder nehmen Sie sie aus dem Ordner.',
  'The folder holds a workbook: name the workbook itself.':
    'Der Ordner enthält eine Arbeitsmappe: Nennen Sie die Arbeitsmappe selbst.',
  'The folder holds {0} workbooks: {1}. An export is one of them: name it itself.':
    'Der Ordner enthält {0} Arbeitsmappen: {1}. Ein Export ist eine davon: Nennen Sie diese selbst.',
  'There is no file to read.': 'Es gibt keine Datei zu lesen.',
  'This file is not part of an export: correct its name or remove it. Names: {0}.':
    'Diese Datei gehört zu keinem Export: Berichtigen Sie den Namen, oder entfernen Sie sie. Namen: {0}.',
  'Two files bear the name “{0}”: remove one.': 'Zwei Dateien tragen den Namen „{0}“: Entfernen Sie eine.',
  'This is a link to another place, which is not read. Put the file itself into the folder, or remove the link.':
    'Das ist eine Verknüpfung zu einem anderen Ort, die nicht gelesen wird. Legen Sie die Datei selbst in den Ordner, oder entfernen Sie die Verknüpfung.',
  'This is not a file.': 'Das ist keine Datei.',
  'Reading this takes more memory than there is for it: export a folder of CSV files, or fewer rows.':
    'Das zu lesen braucht mehr Arbeitsspeicher, als dafür da ist: Exportieren Sie einen Ordner mit CSV-Dateien oder weniger Zeilen.',
  'Reading this workbook takes too long: export a folder of CSV files instead.':
    'Diese Arbeitsmappe zu lesen dauert zu lange: Exportieren Sie stattdessen einen Ordner mit CSV-Dateien.',
  'The workbook holds no sheet of an export: {0}.': 'Die Arbeitsmappe enthält kein Blatt eines Exports: {0}.',
  '{0} and {1} more up to row {2}': '{0} und {1} weitere bis Zeile {2}',
  'Cell {0} stands in row {1} of its sheet': 'Zelle {0} steht in Zeile {1} ihres Blatts',
  'Cell {0} holds something unknown': 'Zelle {0} enthält etwas Unbekanntes',
  'Cell {0} stands twice in its sheet': 'Zelle {0} steht zweimal in ihrem Blatt',
  'The sheet has cells below row {0}: clear them.': 'Das Blatt hat Zellen unterhalb von Zeile {0}: Leeren Sie sie.',
  'The sheet has cells beyond column {0}: clear them.': 'Das Blatt hat Zellen jenseits von Spalte {0}: Leeren Sie sie.',
  'The sheet has merged cells: unmerge them and fill each one.':
    'Das Blatt hat verbundene Zellen: Heben Sie die Verbindung auf, und füllen Sie jede Zelle.',
  'The cell holds two values. Format it as text and type it again.':
    'Die Zelle enthält zwei Werte. Formatieren Sie sie als Text, und tippen Sie den Inhalt neu.',
  'The cell holds a truth value. Format it as text and type it again.':
    'Die Zelle enthält einen Wahrheitswert. Formatieren Sie sie als Text, und tippen Sie den Inhalt neu.',
  'The cell holds an error such as #N/A. Mend it in the spreadsheet.':
    'Die Zelle enthält einen Fehlerwert wie #NV. Beheben Sie ihn im Tabellenprogramm.',
  'Cell {0} is of an unknown kind': 'Zelle {0} ist von unbekannter Art',
  'Cell {0} refers to a text that is not there': 'Zelle {0} verweist auf einen Text, den es nicht gibt',
  'This is no number. Format the cell as text and type it again.':
    'Das ist keine Zahl. Formatieren Sie die Zelle als Text, und tippen Sie den Inhalt neu.',
  'Nothing says how the sheet shows this number. Save the workbook again in the spreadsheet.':
    'Nirgends steht, wie das Blatt diese Zahl zeigt. Speichern Sie die Arbeitsmappe im Tabellenprogramm noch einmal.',
  'The cell holds a formula. Copy the column and paste it as values.':
    'Die Zelle enthält eine Formel. Kopieren Sie die Spalte, und fügen Sie sie als Werte ein.',
  '“{0}” is no cell': '„{0}“ ist keine Zelle',
  '“{0}” is not to be seen in the sheet, since its letters have the colour of the cell or are tiny, and is read all the same. Show it, and see whether it says what is meant{1}.':
    '„{0}“ ist in der Tabelle nicht zu sehen, weil die Schrift die Farbe der Zelle hat oder winzig ist, und wird trotzdem gelesen. Machen Sie es sichtbar, und sehen Sie nach, ob es sagt, was gemeint ist{1}.',
  '“{0}” is struck through in the sheet, all of it or a part, and is read all the same. Clear the cell if that no longer holds{1}.':
    '„{0}“ ist im Blatt durchgestrichen, ganz oder zum Teil, und wird trotzdem gelesen. Leeren Sie die Zelle, wenn das nicht mehr gilt{1}.',
  '“{0}” has a part that the sheet shows higher or lower, such as the sign of a footnote, and is read with it. Take that out if it is no part of the code{1}.':
    '„{0}“ hat einen hoch- oder tiefgestellten Teil, etwa das Zeichen einer Fußnote, und wird mit ihm gelesen. Nehmen Sie ihn heraus, wenn er nicht zum Code gehört{1}.',
  'A date cell has no offset from UTC. Write the time as text, such as 2026-01-31T08:00:00+01:00.':
    'Eine Datumszelle hat keinen Abstand zu UTC. Schreiben Sie den Zeitpunkt als Text, etwa 2026-01-31T08:00:00+01:00.',
  'The sheet made a date of this cell. Format the cell as text and type it again.':
    'Das Blatt hat aus dieser Zelle ein Datum gemacht. Formatieren Sie die Zelle als Text, und tippen Sie den Inhalt neu.',
  'This is no calendar date. Write it as text, such as 2026-01-31.':
    'Das ist kein Kalenderdatum. Schreiben Sie es als Text, etwa 2026-01-31.',
  'The date has a time of day. Write the date alone, such as 2026-01-31.':
    'Das Datum hat eine Uhrzeit. Schreiben Sie das Datum allein, etwa 2026-01-31.',
  '“{0}” is read of a date of which the sheet shows a part only, by the format {1}. Give the column a format with day, month and year, and see whether it is the right day{2}.':
    '„{0}“ wird von einem Datum gelesen, von dem das Blatt mit dem Format {1} nur einen Teil zeigt. Geben Sie der Spalte ein Format mit Tag, Monat und Jahr, und sehen Sie nach, ob es der richtige Tag ist{2}.',
  '“{0}” is read of a date of which the sheet shows day, month and year in an unusual order, by the format {1}. Give the column a format with day, month and year, and see whether it is the right day{2}.':
    '„{0}“ wird von einem Datum gelesen, von dem das Blatt mit dem Format {1} Tag, Monat und Jahr in ungewöhnlicher Reihenfolge zeigt. Geben Sie der Spalte ein Format mit Tag, Monat und Jahr, und sehen Sie nach, ob es der richtige Tag ist{2}.',
  '“{0}” is held by a cell in which the sheet shows nothing, by the format {1}. See which of the two is meant, and type it into a cell with the format Text{2}.':
    '„{0}“ steht in einer Zelle, in der das Blatt mit dem Format {1} nichts zeigt. Sehen Sie nach, was von beidem gemeint ist, und tippen Sie es in eine Zelle mit dem Format Text{2}.',
  '“{0}” is held by a cell in which the sheet shows “{1}”, by the format {2}. See which of the two is meant, and type it into a cell with the format Text{3}.':
    '„{0}“ steht in einer Zelle, in der das Blatt mit dem Format {2} „{1}“ zeigt. Sehen Sie nach, was von beidem gemeint ist, und tippen Sie es in eine Zelle mit dem Format Text{3}.',
  '“{0}” is held by a cell in which the sheet shows no figure, by the format {1}. Give the column a format that shows the figure as it is, and see whether it is the right one{2}.':
    '„{0}“ steht in einer Zelle, in der das Blatt mit dem Format {1} keine Zahl zeigt. Geben Sie der Spalte ein Format, das die Zahl zeigt, wie sie ist, und sehen Sie nach, ob es die richtige ist{2}.',
  '“{0}” is held by a cell in which the sheet shows {1}, by the format {2}. Give the column a format that shows the figure as it is, and see whether it is the right one{3}.':
    '„{0}“ steht in einer Zelle, in der das Blatt mit dem Format {2} {1} zeigt. Geben Sie der Spalte ein Format, das die Zahl zeigt, wie sie ist, und sehen Sie nach, ob es die richtige ist{3}.',
  'the number {0}': 'die Zahl {0}',
  'the date {0}': 'das Datum {0}',
  'another one with zeros before it': 'eine andere mit Nullen davor',
  '“{0}” is read of a number of which the workbook does not say how it is shown: it may be {1}. Save the workbook again in a spreadsheet, and see what it shows{2}.':
    '„{0}“ wird von einer Zahl gelesen, von der die Arbeitsmappe nicht sagt, wie sie gezeigt wird: Es kann {1} sein. Speichern Sie die Arbeitsmappe in einem Tabellenprogramm noch einmal, und sehen Sie nach, was es zeigt{2}.',
  'The date is stored as a number. Format the cell as a date, or write it as text such as 2026-01-31.':
    'Das Datum ist als Zahl gespeichert. Formatieren Sie die Zelle als Datum, oder schreiben Sie es als Text, etwa 2026-01-31.',
  'The time is stored as a number. Write it as text, such as 2026-01-31T08:00:00+01:00.':
    'Der Zeitpunkt ist als Zahl gespeichert. Schreiben Sie ihn als Text, etwa 2026-01-31T08:00:00+01:00.',
  'The sheet made a number of this cell and may have changed it. Format the cell as text and type it again.':
    'Das Blatt hat aus dieser Zelle eine Zahl gemacht und sie dabei vielleicht verändert. Formatieren Sie die Zelle als Text, und tippen Sie den Inhalt neu.',
  'The sheet shows this number in another form than it stores. Format the cell as text and type it again.':
    'Das Blatt zeigt diese Zahl anders, als sie gespeichert ist. Formatieren Sie die Zelle als Text, und tippen Sie den Inhalt neu.',
  'The header names this column twice: remove one.': 'Die Kopfzeile nennt diese Spalte zweimal: Entfernen Sie eine.',
  'Cell {0} of this row is under no column name. Text that holds a comma must stand in quotes.':
    'Zelle {0} dieser Zeile steht unter keinem Spaltennamen. Text, der ein Komma enthält, muss in Anführungszeichen stehen.',
  'The row has {0} cells, the header {1}: the row is cut short.':
    'Die Zeile hat {0} Zellen, die Kopfzeile {1}: Die Zeile ist abgeschnitten.',
  'This column is missing: no row can be read without it.':
    'Diese Spalte fehlt: Ohne sie lässt sich keine Zeile lesen.',
  'Row {0} is blank: it must hold the column names.': 'Zeile {0} ist leer: Sie muss die Namen der Spalten enthalten.',
  'The columns are separated by semicolons, tabs or bars, as spreadsheets of some countries do it: save the file as a workbook (.xlsx), or export it with commas between them.':
    'Die Spalten sind durch Semikolons, Tabulatoren oder senkrechte Striche getrennt, wie Excel es auf Deutsch tut: Speichern Sie die Datei als Arbeitsmappe (.xlsx), oder exportieren Sie sie mit Kommas dazwischen.',
  'The columns are separated by something else than the first line says: correct it, or remove it.':
    'Die Spalten sind durch etwas anderes getrennt, als die erste Zeile sagt: Berichtigen Sie diese, oder entfernen Sie sie.',
  'The header has {0} columns; at most {1} are read.': 'Die Kopfzeile hat {0} Spalten; höchstens {1} werden gelesen.',
  'The column “{0}” is not known in this file. Write it as “{1}”.':
    'Die Spalte „{0}“ ist in dieser Datei nicht bekannt. Schreiben Sie sie als „{1}“.',
  'The column “{0}” is not known in this file. Correct its name or remove it.':
    'Die Spalte „{0}“ ist in dieser Datei nicht bekannt. Berichtigen Sie den Namen, oder entfernen Sie sie.',
  'The workbook may hold macros (.xlsm): save it as an Excel workbook (.xlsx).':
    'Die Arbeitsmappe kann Makros enthalten (.xlsm): Speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  'The workbook is larger than 100 MB: export a folder of CSV files instead.':
    'Die Arbeitsmappe ist größer als 100 MB: Exportieren Sie stattdessen einen Ordner mit CSV-Dateien.',
  'The sheet “{0}” is not part of an export: correct its name or remove it.':
    'Das Blatt „{0}“ gehört zu keinem Export: Berichtigen Sie den Namen, oder entfernen Sie es.',
  'The hidden sheet “{0}” is not part of an export: correct its name or remove it.':
    'Das ausgeblendete Blatt „{0}“ gehört zu keinem Export: Berichtigen Sie den Namen, oder entfernen Sie es.',
  'Two sheets bear the name “{0}”: remove one.': 'Zwei Blätter tragen den Namen „{0}“: Entfernen Sie eines.',
  'Row {0} of a sheet does not hold the cells that were read of it':
    'Zeile {0} eines Blatts enthält nicht die Zellen, die von ihr gelesen wurden',
  'The workbook is damaged': 'Die Arbeitsmappe ist beschädigt',
  '{0}: open the workbook in the spreadsheet program, save it again and import that.':
    '{0}: Öffnen Sie die Arbeitsmappe im Tabellenprogramm, speichern Sie sie noch einmal, und importieren Sie diese.',
  'The workbook declares entities. No export makes such a workbook: do not open it, and ask where it came from.':
    'Die Arbeitsmappe deklariert Entitäten. Kein Export macht eine solche Arbeitsmappe: Öffnen Sie sie nicht, und fragen Sie, woher sie kommt.',
  'The workbook is written in an encoding that is not known here':
    'Die Arbeitsmappe ist in einer Zeichenkodierung geschrieben, die hier nicht bekannt ist',
  'The workbook is damaged or was cut short: export it again.':
    'Die Arbeitsmappe ist beschädigt oder abgeschnitten: Exportieren Sie sie noch einmal.',
  '{0} No export makes such a workbook: do not open it, and ask where it came from.':
    '{0} Kein Export macht eine solche Arbeitsmappe: Öffnen Sie sie nicht, und fragen Sie, woher sie kommt.',
  'The workbook unpacks to more than 200 MB: export a folder of CSV files instead.':
    'Die Arbeitsmappe ist ausgepackt größer als 200 MB: Exportieren Sie stattdessen einen Ordner mit CSV-Dateien.',
  'The workbook holds the part “{0}” twice.': 'Die Arbeitsmappe enthält den Teil „{0}“ zweimal.',
  'The workbook is packed in an unusual way: save it again as .xlsx.':
    'Die Arbeitsmappe ist auf ungewöhnliche Weise gepackt: Speichern Sie sie noch einmal als .xlsx.',
  'A part of the workbook unpacks to more than a hundred times its size.':
    'Ein Teil der Arbeitsmappe ist ausgepackt mehr als hundertmal so groß.',
  'The workbook has {0} parts.': 'Die Arbeitsmappe hat {0} Teile.',
  'The workbook names a part differently in two places.':
    'Die Arbeitsmappe nennt einen Teil an zwei Stellen verschieden.',
  'The workbook holds a link to another file.': 'Die Arbeitsmappe enthält eine Verknüpfung auf eine andere Datei.',
  'A part of the workbook has a name that leads out of it.':
    'Ein Teil der Arbeitsmappe hat einen Namen, der aus ihr hinausführt.',
  'And 1 more finding of this kind, in row {0}.': 'Und 1 weiterer Befund dieser Art, in Zeile {0}.',
  'And {0} more findings of this kind, in row {1}.': 'Und {0} weitere Befunde dieser Art, in Zeile {1}.',
  'And {0} more findings of this kind, in rows {1}.': 'Und {0} weitere Befunde dieser Art, in den Zeilen {1}.',
};
