/** What an import says of odd codes, by its English words. */
export const codeMessages: Readonly<Record<string, string>> = {
  '“{0}” names several codes in one cell, which are taken for one: a recall of any of them does not find it. Write a row for each, with its own quantity.':
    '„{0}“ nennt mehrere Codes in einer Zelle, die für einen gehalten werden: Ein Rückruf eines davon findet ihn nicht. Schreiben Sie für jeden eine Zeile mit seiner eigenen Menge.',
  '“{0}” bears a note, a date or a quantity behind the code. Write the code alone: goods under it are kept apart from those of the code.':
    '„{0}“ trägt hinter dem Code eine Bemerkung, ein Datum oder eine Menge. Schreiben Sie nur den Code: Ware unter diesem Text wird getrennt von der des Codes geführt.',
  '“{0}” holds one code twice, as a scanner sends it that reads twice. Write it once.':
    '„{0}“ enthält einen Code zweimal, wie ihn ein Scanner sendet, der doppelt liest. Schreiben Sie ihn einmal.',
  '“{0}” ends or begins with the signs by which a display shows that it cut a text. Export the whole code.':
    '„{0}“ endet oder beginnt mit den Zeichen, mit denen eine Anzeige zeigt, dass sie einen Text gekürzt hat. Exportieren Sie den ganzen Code.',
  '“{0}” holds ß where a scanner on a German keyboard means a hyphen. Scan the code again, or type it.':
    '„{0}“ enthält ein ß, wo ein Scanner an einer deutschen Tastatur einen Bindestrich meint. Scannen Sie den Code neu, oder tippen Sie ihn.',
  '“{0}” is what a program makes of an empty cell. Leave the cell blank, or write the code.':
    '„{0}“ ist, was ein Programm aus einer leeren Zelle macht. Lassen Sie die Zelle leer, oder schreiben Sie den Code.',
  '“{0}” points to another row or a paper instead of naming the code. Write the code itself: all that bears this text is taken for one.':
    '„{0}“ verweist auf eine andere Zeile oder ein Papier, statt den Code zu nennen. Schreiben Sie den Code selbst: Alles mit diesem Text wird für eines gehalten.',
  '“{0}” holds a sign by which files separate their cells. See whether it was split where it should be.':
    '„{0}“ enthält ein Zeichen, mit dem Dateien ihre Zellen trennen. Prüfen Sie, ob richtig getrennt wurde.',
  '“{0}” ends with a number in brackets, as the codes beside it do not: a copy may have got it.':
    '„{0}“ endet mit einer Zahl in Klammern, anders als die Codes daneben: Eine Kopie kann sie bekommen haben.',
  '“{0}” begins with the word of a label, as the codes beside it do not. Write the code alone.':
    '„{0}“ beginnt mit dem Wort eines Etiketts, anders als die Codes daneben. Schreiben Sie nur den Code.',
  '“{0}” begins or ends with a sign, as the codes beside it do not: it may be left of a scan or of another cell.':
    '„{0}“ beginnt oder endet mit einem Zeichen, anders als die Codes daneben: Es kann von einem Scan oder einer anderen Zelle übrig sein.',
  '“{0}” may be the number under which a spreadsheet keeps the day {1}, since the codes beside it are no numbers.':
    '„{0}“ kann die Nummer sein, unter der ein Tabellenprogramm den Tag {1} speichert, da die Codes daneben keine Zahlen sind.',
  "{0} was the supplier's lot {1} and is {2} now, after goods of it had moved: a recall of {3} does not find them any more. If this is another lot, give it a code of its own.":
    '{0} war die Lieferantencharge {1} und ist jetzt {2}, nachdem Ware davon bewegt wurde: Ein Rückruf von {3} findet sie nicht mehr. Ist es eine andere Charge, geben Sie ihr einen eigenen Code.',
  "{0} was the manufacturer's lot {1} and is {2} now, after goods of it had moved. See which of the two is right.":
    '{0} war die Herstellercharge {1} und ist jetzt {2}, nachdem Ware davon bewegt wurde. Prüfen Sie, welche der beiden stimmt.',
  '{0} was made on {1} and is said to be made on {2} now, after goods of it had moved. See which of the two is right.':
    '{0} war am {1:time} hergestellt und soll jetzt am {2:time} hergestellt sein, nachdem Ware davon bewegt wurde. Prüfen Sie, welcher der beiden Tage stimmt.',
  '{0} expired on {1} and is said to expire on {2} now, after goods of it had moved. See who decided that they keep longer.':
    '{0} lief am {1:time} ab und soll jetzt am {2:time} ablaufen, nachdem Ware davon bewegt wurde. Prüfen Sie, wer entschieden hat, dass sie länger haltbar ist.',
  "The supplier's lot of {0} {1} is the code of the supplier, {2}: cells may stand in the wrong columns. A recall by the lot on the supplier's papers does not find it.":
    'Die Lieferantencharge von {0} {1} ist der Code des Lieferanten, {2}: Zellen können in falschen Spalten stehen. Ein Rückruf nach der Charge auf den Papieren des Lieferanten findet sie nicht.',
};
