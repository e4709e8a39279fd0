/** Messages of taking an export over in German, by their English patterns (kernel/message.ts). A test holds that none is missing. */
export const importMessages: Readonly<Record<string, string>> = {
  '{0} expires before it was made: {1}, made {2}.':
    '{0} läuft ab, bevor die Ware hergestellt wurde: {1}, hergestellt {2}.',
  '{0} is best before a day before it was made: {1}, made {2}.':
    '{0} ist mindestens haltbar bis zu einem Tag, bevor die Ware hergestellt wurde: {1}, hergestellt {2}.',
  '{0} is to be used by a day before it was made: {1}, made {2}.':
    '{0} ist zu verbrauchen bis zu einem Tag, bevor die Ware hergestellt wurde: {1}, hergestellt {2}.',
  '{0} is to be tested again before it was made: {1}, made {2}.':
    '{0} ist neu zu prüfen, bevor die Ware hergestellt wurde: {1}, hergestellt {2}.',
  '{0} is best before a day after it expires: {1}, expires {2}.':
    '{0} ist mindestens haltbar bis zu einem Tag nach dem Ablauf: {1}, läuft ab {2}.',
  '{0} is to be used by a day after it expires: {1}, expires {2}.':
    '{0} ist zu verbrauchen bis zu einem Tag nach dem Ablauf: {1}, läuft ab {2}.',
  '{0} is to be tested again after it expires: {1}, expires {2}.':
    '{0} ist neu zu prüfen nach dem Ablauf: {1}, läuft ab {2}.',
  "{0} names {1} of the goods that came without a lot {2}, whose record names {3}, but at most {4} of them can have come from there; the others are another supplier's. Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.":
    '{0} gibt {1} der Ware, die ohne Charge kam, den Namen {2:goods}. Deren Stammsatz nennt {3}, aber höchstens {4} davon kann von dort gekommen sein; der Rest ist von einem anderen Lieferanten. Prüfen Sie den Lieferanten und die Charge; Ware von zwei Lieferanten unter einer Charge lässt sich bei einem Rückruf nicht unterscheiden.',
  "{0} names {1} of the goods that came without a lot {2}, but at most {3} of them can have come from {4}; the others are another supplier's. Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.":
    '{0} gibt {1} der Ware, die ohne Charge kam, den Namen {2:goods}, aber höchstens {3} davon kann von {4} gekommen sein; der Rest ist von einem anderen Lieferanten. Prüfen Sie den Lieferanten und die Charge; Ware von zwei Lieferanten unter einer Charge lässt sich bei einem Rückruf nicht unterscheiden.',
  '{0} names {1} of the goods that came without a lot {2}, but at most {3} of them can have come by {4}, its last day; the others came when it had expired. Check its dates, the lot and the time.':
    '{0} gibt {1} der Ware, die ohne Charge kam, den Namen {2:goods}, aber höchstens {3} davon kann bis zum {4} gekommen sein, dem letzten Tag der Charge; der Rest kam, als sie abgelaufen war. Prüfen Sie die Daten der Charge, die Charge und die Zeit.',
  '{0} names {1} of the goods that came without a lot {2}, but at most {3} of them can have come on {4}, when it was made, or later; the others were here before. Correct the day in lots, or the lot.':
    '{0} gibt {1} der Ware, die ohne Charge kam, den Namen {2:goods}, aber höchstens {3} davon kann am {4}, als die Charge hergestellt wurde, oder danach gekommen sein; der Rest war vorher da. Berichtigen Sie den Tag in lots oder die Charge.',
  'Work order {0} gave back {1}, but {2}, which it was built into, had gone to {3} by then ({4}). Correct the serial or the time, or book the return of what left; traces take it as never built in.':
    'Fertigungsauftrag {0} gab {1:goods} zurück, aber {2:goods}, worin das verbaut war, war da schon an {3} gegangen ({4}). Berichtigen Sie die Seriennummer oder den Zeitpunkt, oder buchen Sie die Rückgabe dessen, was abging; Verfolgungen nehmen es als nie verbaut.',
  '{0}: {1} came from {2}, but also from {3} ({4}). Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.':
    '{0}: {1:goods} kam von {2}, aber auch von {3} ({4}). Prüfen Sie den Lieferanten und die Charge; Ware von zwei Lieferanten unter einer Charge lässt sich bei einem Rückruf nicht unterscheiden.',
  '{0}: {1} came from {2}, but its record names {3}. Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.':
    '{0}: {1:goods} kam von {2}, aber der Stammsatz nennt {3}. Prüfen Sie den Lieferanten und die Charge; Ware von zwei Lieferanten unter einer Charge lässt sich bei einem Rückruf nicht unterscheiden.',
  '{0}: work order {1} gave back {2} of {3}, but had used {4} by then or within a day. Check the times and whether a consumption is missing; what is too much counts as brought in until it is used.':
    '{0}: Fertigungsauftrag {1} gab {2} von {3:goods} zurück, hatte aber bis dahin oder binnen eines Tages {4} verbraucht. Prüfen Sie die Zeitpunkte und ob ein Verbrauch fehlt; was zu viel ist, gilt als hereingebracht, bis es verbraucht wird.',
  '{0}: run {1} of work order {2} gave back {3} of {4}, but had used {5} by then or within a day. Check the run and the times, and whether a consumption is missing.':
    '{0}: Lauf {1} von Fertigungsauftrag {2} gab {3} von {4:goods} zurück, hatte aber bis dahin oder binnen eines Tages {5} verbraucht. Prüfen Sie den Lauf und die Zeitpunkte und ob ein Verbrauch fehlt.',
  'Work order {0} gave back {1} of {2}, but used {3} in all. Check the quantity and whether a consumption is missing; what is too much counts as brought in.':
    'Fertigungsauftrag {0} gab {1} von {2:goods} zurück, verbrauchte aber insgesamt {3}. Prüfen Sie die Menge und ob ein Verbrauch fehlt; was zu viel ist, gilt als hereingebracht.',
  '{0}: {1} of {2} went back to {3}, but of what lay there by then at most {4} can have come from {5}; the rest came from elsewhere. Check the quantity, the lot, the location and the supplier.':
    '{0}: {1} von {2:goods} ging zurück an {3}, aber von dem, was dort bis dahin lag, kann höchstens {4} von {5} gekommen sein; der Rest kam von anderswo. Prüfen Sie Menge, Charge, Lagerplatz und Lieferant.',
  '{0}: {1} of {2} went back to {3}, but at most {4} had come from there by then, going by what goods that came without a name were named. Check the quantity, the lot or serial and the supplier, and whether a receipt is missing.':
    '{0}: {1} von {2:goods} ging zurück an {3}, aber höchstens {4} war bis dahin von dort gekommen, nach den Namen, die ohne Namen gekommene Ware bekam. Prüfen Sie Menge, Charge oder Seriennummer und Lieferant und ob ein Wareneingang fehlt.',
  '{0}: {1} of {2} went back to {3}, but {4} had come from there by then. Check the quantity, the lot or serial and the supplier, and whether a receipt is missing.':
    '{0}: {1} von {2:goods} ging zurück an {3}, aber {4} war bis dahin von dort gekommen. Prüfen Sie Menge, Charge oder Seriennummer und Lieferant und ob ein Wareneingang fehlt.',
  '{0}: {1} sent back {2} of {3}, but had got {4} by then. Goods without a lot had gone there, but nothing of this lot was here by then. Check the quantity, the lot or serial and the customer, and whether a shipment is missing; what is too much counts as brought in.':
    '{0}: {1} sandte {2} von {3:goods} zurück, hatte bis dahin aber {4} bekommen. Ware ohne Charge war dorthin gegangen, aber von dieser Charge war damals noch nichts hier. Prüfen Sie Menge, Charge oder Seriennummer und Kunde und ob eine Lieferung fehlt; was zu viel ist, gilt als hereingebracht.',
  '{0}: {1} sent back {2} of {3}, but had got {4} by then. Check the quantity, the lot or serial and the customer, and whether a shipment is missing; what is too much counts as brought in.':
    '{0}: {1} sandte {2} von {3:goods} zurück, hatte bis dahin aber {4} bekommen. Prüfen Sie Menge, Charge oder Seriennummer und Kunde und ob eine Lieferung fehlt; was zu viel ist, gilt als hereingebracht.',
  '{0}: {1} sent back {2} of {3}, but had got {4} by then. It went to {5}. Check the quantity, the lot or serial and the customer, and whether a shipment is missing; what is too much counts as brought in.':
    '{0}: {1} sandte {2} von {3:goods} zurück, hatte bis dahin aber {4} bekommen. Es ging an {5}. Prüfen Sie Menge, Charge oder Seriennummer und Kunde und ob eine Lieferung fehlt; was zu viel ist, gilt als hereingebracht.',
  '{0} names {1} of the goods that came back from {2} {3}, but at most {4} of them can be that: no more of it had gone there by then. Check the quantity, the lot or serial and who sent it back, and whether what went there is missing; what is too much counts as brought in.':
    '{0} benennt {1} der Ware, die von {2} zurückkam, als {3:goods}, aber höchstens {4} davon kann das sein: Mehr davon war bis dahin nicht dorthin gegangen. Prüfen Sie Menge, Charge oder Seriennummer und wer es zurücksandte, und ob fehlt, was dorthin ging; was zu viel ist, gilt als hereingebracht.',
  '{0}: {1} of {2} came back from {3}, but at most {4} can be that, since goods that had come back from there before were named so later. Check the quantity, the lot or serial and who sent it back, and whether what went there is missing; what is too much counts as brought in.':
    '{0}: {1} von {2:goods} kam zurück von {3}, aber höchstens {4} kann das sein, denn Ware, die vorher von dort zurückgekommen war, wurde später so benannt. Prüfen Sie Menge, Charge oder Seriennummer und wer es zurücksandte, und ob fehlt, was dorthin ging; was zu viel ist, gilt als hereingebracht.',
  '{0} The same holds for {1} more of this row.': '{0} Dasselbe gilt für {1} weitere dieser Zeile.',
  '{0} Row {1} took just as much of it before: check its lot.':
    '{0} Zeile {1} hat vorher genau so viel davon entnommen: Prüfen Sie ihre Charge.',
  '{0} Rows {1} took just as much of it before: check their lots.':
    '{0} Die Zeilen {1} haben vorher genau so viel davon entnommen: Prüfen Sie ihre Chargen.',
  '{0} One row that depends on it was not judged.': '{0} Eine Zeile, die davon abhängt, wurde nicht beurteilt.',
  '{0} {1} rows that depend on it were not judged.':
    '{0} {1:number} Zeilen, die davon abhängen, wurden nicht beurteilt.',
  'This cell is blank in the file; “{0}” was imported instead.':
    'Diese Zelle ist in der Datei leer; stattdessen wurde „{0}“ importiert.',
  'This cell stands as “{0}” in the file; a blank was imported instead.':
    'In der Datei steht in dieser Zelle „{0}“; stattdessen wurde sie leer importiert.',
  'This cell stands as “{0}” in the file; “{1}” was imported instead.':
    'In der Datei steht in dieser Zelle „{0}“; stattdessen wurde „{1}“ importiert.',
  '{0} The other one is in row {1} of {2}.': '{0} Der andere Wert steht in Zeile {1} von {2}.',
  'This row was left out of the import. In the file it holds {0}.':
    'Diese Zeile wurde beim Import weggelassen. In der Datei steht in ihr {0}.',
  'This row was left out of the import on {0} by {1}, and is taken in now. If it is still wrong, take over what was corrected then.':
    'Diese Zeile wurde beim Import am {0:time} von {1} weggelassen, jetzt wird sie aufgenommen. Ist sie noch immer falsch, übernehmen Sie die Berichtigung von damals.',
  '{0} Reason: {1}': '{0} Grund: {1}',
  'A serial is one piece; write the quantity 1.': 'Eine Seriennummer ist ein Stück; schreiben Sie die Menge 1.',
  'Work order {0} used {1} of {2}, but its links put {3} of it into parents. A serial sits in one parent; correct the component, or remove the link.':
    'Fertigungsauftrag {0} verbrauchte {1} von {2:goods}, aber seine Verknüpfungen bauen {3} davon ein. Eine Seriennummer sitzt in einem übergeordneten Stück; berichtigen Sie die Komponente, oder entfernen Sie die Verknüpfung.',
  'Work order {0} used {1} of {2}, but its links put {3} of it into parents. Check the quantity, and whether a consumption is missing.':
    'Fertigungsauftrag {0} verbrauchte {1} von {2:goods}, aber seine Verknüpfungen bauen {3} davon ein. Prüfen Sie die Menge und ob ein Verbrauch fehlt.',
  'Work order {0} made no such {1}. Correct the link, or add the missing movement.':
    'Fertigungsauftrag {0} hat {1} so nicht hergestellt. Berichtigen Sie die Verknüpfung, oder ergänzen Sie die fehlende Bewegung.',
  'Work order {0} consumed no such {1}. Correct the link, or add the missing movement.':
    'Fertigungsauftrag {0} hat {1} so nicht verbraucht. Berichtigen Sie die Verknüpfung, oder ergänzen Sie die fehlende Bewegung.',
  'Work order {0} made {1} units of {2} that this fits. Name the lot or the serial.':
    'Fertigungsauftrag {0} hat {1} Einheiten von {2} hergestellt, auf die das passt. Nennen Sie die Charge oder die Seriennummer.',
  'Work order {0} consumed {1} units of {2} that this fits. Name the lot or the serial.':
    'Fertigungsauftrag {0} hat {1} Einheiten von {2} verbraucht, auf die das passt. Nennen Sie die Charge oder die Seriennummer.',
  '{0} is not tracked by lot; remove the row or change the product.':
    '{0} wird nicht nach Charge geführt; entfernen Sie die Zeile, oder ändern Sie den Artikel.',
  'Movement {0} was imported before with other content. Movements never change: make this row what it was then, or undo that movement by a reversing row. Give this row an id of its own only if it tells of another movement.':
    'Bewegung {0} wurde schon mit anderem Inhalt importiert. Bewegungen ändern sich nie: Machen Sie diese Zeile zu dem, was sie damals war, oder stornieren Sie jene Bewegung durch eine Stornozeile. Geben Sie dieser Zeile nur dann eine eigene id, wenn sie von einer anderen Bewegung berichtet.',
  'This row was imported on {0} by {1} with another {2}. It is recorded: take over the correction made then, and nothing is booked again. Give it an id of its own only if it tells of another movement.':
    'Diese Zeile wurde am {0:time} von {1} importiert, dabei berichtigt: {2}. Sie ist gebucht: Übernehmen Sie die Berichtigung von damals, dann wird nichts noch einmal gebucht. Geben Sie ihr nur dann eine eigene id, wenn sie von einer anderen Bewegung berichtet.',
  'Only products with global serials take a range; {0} wants one row for each serial.':
    'Nur Artikel mit Seriennummern als Gruppe nehmen einen Bereich; {0} braucht je Seriennummer eine Zeile.',
  '{0} has the date {1}, which programs make of an empty one. Leave the cell blank, or correct it.':
    '{0} hat das Datum {1}, das Programme aus einem leeren machen. Lassen Sie die Zelle leer, oder berichtigen Sie es.',
  '{0} has the date {1}, which lies far from any use of it. Correct its year.':
    '{0} hat das Datum {1}, das weit außerhalb jeder Verwendung liegt. Berichtigen Sie das Jahr.',
  '{0} is dated {1}, which programs make of an empty time. If it is wrong, undo this movement by a reversing row and send it again with its right time and another id.':
    '{0} trägt den Zeitpunkt {1}, den Programme aus einem leeren machen. Ist er falsch, machen Sie diese Bewegung durch eine Stornozeile rückgängig, und senden Sie sie mit richtigem Zeitpunkt und anderer id noch einmal.',
  '{0} is dated {1}, which lies in the future. If the time is wrong, undo this movement by a reversing row and send it again with its right time and another id.':
    '{0} trägt den Zeitpunkt {1}, der in der Zukunft liegt. Ist er falsch, machen Sie diese Bewegung durch eine Stornozeile rückgängig, und senden Sie sie mit richtigem Zeitpunkt und anderer id noch einmal.',
  'There is no product {0}. Add it to products, or correct the code.':
    'Einen Artikel {0} gibt es nicht. Ergänzen Sie ihn in products, oder berichtigen Sie den Code.',
  'There is no product {0}. Did you mean {1}? Add it to products, or correct the code.':
    'Einen Artikel {0} gibt es nicht. Meinten Sie {1}? Ergänzen Sie ihn in products, oder berichtigen Sie den Code.',
  'There is no product {0}. Did you mean {1} or {2}? Add it to products, or correct the code.':
    'Einen Artikel {0} gibt es nicht. Meinten Sie {1} oder {2}? Ergänzen Sie ihn in products, oder berichtigen Sie den Code.',
  'There is no partner {0}. Add it to partners, or correct the code.':
    'Einen Partner {0} gibt es nicht. Ergänzen Sie ihn in partners, oder berichtigen Sie den Code.',
  'There is no partner {0}. Did you mean {1}? Add it to partners, or correct the code.':
    'Einen Partner {0} gibt es nicht. Meinten Sie {1}? Ergänzen Sie ihn in partners, oder berichtigen Sie den Code.',
  'There is no partner {0}. Did you mean {1} or {2}? Add it to partners, or correct the code.':
    'Einen Partner {0} gibt es nicht. Meinten Sie {1} oder {2}? Ergänzen Sie ihn in partners, oder berichtigen Sie den Code.',
  'There is no location {0}. Add it to locations, or correct the code.':
    'Einen Platz {0} gibt es nicht. Ergänzen Sie ihn in locations, oder berichtigen Sie den Code.',
  'There is no location {0}. Did you mean {1}? Add it to locations, or correct the code.':
    'Einen Platz {0} gibt es nicht. Meinten Sie {1}? Ergänzen Sie ihn in locations, oder berichtigen Sie den Code.',
  'There is no location {0}. Did you mean {1} or {2}? Add it to locations, or correct the code.':
    'Einen Platz {0} gibt es nicht. Meinten Sie {1} oder {2}? Ergänzen Sie ihn in locations, oder berichtigen Sie den Code.',
  '{0} So says what the product has now; the lot has no such date of its own.':
    '{0} Das ergibt sich daraus, was beim Artikel jetzt steht; die Charge hat selbst kein solches Datum.',
  'Product {0} looks like product {1}, which is there too{2}. If they are one product, correct the one that is mistyped: goods of two products are counted apart.':
    'Artikel {0} sieht aus wie Artikel {1}, den es auch gibt{2}. Sind sie ein Artikel, berichtigen Sie den vertippten: Ware von zwei Artikeln wird getrennt gezählt.',
  'Product name {0} looks like product name {1}, which is there too{2}. If they are one product name, correct the one that is mistyped: lists and searches tell the two apart.':
    'Artikelname {0} sieht aus wie Artikelname {1}, den es auch gibt{2}. Sind sie ein Artikelname, berichtigen Sie den vertippten: Listen und Suchen unterscheiden die beiden.',
  'Category {0} looks like category {1}, which is there too{2}. If they are one category, correct the one that is mistyped: lists and searches tell the two apart.':
    'Kategorie {0} sieht aus wie Kategorie {1}, die es auch gibt{2}. Sind sie eine Kategorie, berichtigen Sie die vertippte: Listen und Suchen unterscheiden die beiden.',
  'Unit of measure {0} looks like unit of measure {1}, which is there too{2}. If they are one unit of measure, correct the one that is mistyped: figures in two units are not added up.':
    'Maßeinheit {0} sieht aus wie Maßeinheit {1}, die es auch gibt{2}. Sind sie eine Maßeinheit, berichtigen Sie die vertippte: Mengen in zwei Einheiten werden nicht addiert.',
  'Partner {0} looks like partner {1}, which is there too{2}. If they are one partner, correct the one that is mistyped: goods of two partners are counted apart.':
    'Partner {0} sieht aus wie Partner {1}, den es auch gibt{2}. Sind sie ein Partner, berichtigen Sie den vertippten: Ware von zwei Partnern wird getrennt gezählt.',
  'Partner name {0} looks like partner name {1}, which is there too{2}. If they are one partner name, correct the one that is mistyped: lists and searches tell the two apart.':
    'Partnername {0} sieht aus wie Partnername {1}, den es auch gibt{2}. Sind sie ein Partnername, berichtigen Sie den vertippten: Listen und Suchen unterscheiden die beiden.',
  'Country {0} looks like country {1}, which is there too{2}. If they are one country, correct the one that is mistyped: lists and searches tell the two apart.':
    'Land {0} sieht aus wie Land {1}, das es auch gibt{2}. Sind sie ein Land, berichtigen Sie das vertippte: Listen und Suchen unterscheiden die beiden.',
  'Location {0} looks like location {1}, which is there too{2}. If they are one location, correct the one that is mistyped: goods at two locations are counted apart.':
    'Platz {0} sieht aus wie Platz {1}, den es auch gibt{2}. Sind sie ein Platz, berichtigen Sie den vertippten: Ware an zwei Plätzen wird getrennt gezählt.',
  'Location name {0} looks like location name {1}, which is there too{2}. If they are one location name, correct the one that is mistyped: lists and searches tell the two apart.':
    'Platzname {0} sieht aus wie Platzname {1}, den es auch gibt{2}. Sind sie ein Platzname, berichtigen Sie den vertippten: Listen und Suchen unterscheiden die beiden.',
  'Site {0} looks like site {1}, which is there too{2}. If they are one site, correct the one that is mistyped: goods at two sites are counted apart.':
    'Standort {0} sieht aus wie Standort {1}, den es auch gibt{2}. Sind sie ein Standort, berichtigen Sie den vertippten: Ware an zwei Standorten wird getrennt gezählt.',
  'Lot {0} of {1} looks like lot {2}, which is there too{3}. If they are one lot, correct the one that is mistyped: goods of two lots are traced apart.':
    'Charge {0} von {1} sieht aus wie Charge {2}, die es auch gibt{3}. Sind sie eine Charge, berichtigen Sie die vertippte: Ware von zwei Chargen wird getrennt verfolgt.',
  'Sublot {0} of {1} lot {2} looks like sublot {3}, which is there too{4}. If they are one sublot, correct the one that is mistyped: goods of two sublots are traced apart.':
    'Untercharge {0} von {1} Charge {2} sieht aus wie Untercharge {3}, die es auch gibt{4}. Sind sie eine Untercharge, berichtigen Sie die vertippte: Ware von zwei Unterchargen wird getrennt verfolgt.',
  'Serial {0} of {1} looks like serial {2}, which is there too{3}. If they are one serial, correct the one that is mistyped: two serials are two pieces.':
    'Seriennummer {0} von {1} sieht aus wie Seriennummer {2}, die es auch gibt{3}. Sind sie eine Seriennummer, berichtigen Sie die vertippte: Zwei Seriennummern sind zwei Stücke.',
  "Supplier's lot {0} looks like supplier's lot {1}, which is there too{2}. If they are one supplier's lot, correct the one that is mistyped: a recall of the one does not find the other.":
    'Lieferantencharge {0} sieht aus wie Lieferantencharge {1}, die es auch gibt{2}. Sind sie eine Lieferantencharge, berichtigen Sie die vertippte: Ein Rückruf der einen findet die andere nicht.',
  "Supplier's lot {0} of {1} looks like supplier's lot {2}, which is there too{3}. If they are one supplier's lot, correct the one that is mistyped: a recall of the one does not find the other.":
    'Lieferantencharge {0} von {1} sieht aus wie Lieferantencharge {2}, die es auch gibt{3}. Sind sie eine Lieferantencharge, berichtigen Sie die vertippte: Ein Rückruf der einen findet die andere nicht.',
  'Manufacturer {0} looks like manufacturer {1}, which is there too{2}. If they are one manufacturer, correct the one that is mistyped: lists and searches tell the two apart.':
    'Hersteller {0} sieht aus wie Hersteller {1}, den es auch gibt{2}. Sind sie ein Hersteller, berichtigen Sie den vertippten: Listen und Suchen unterscheiden die beiden.',
  "Manufacturer's lot {0} looks like manufacturer's lot {1}, which is there too{2}. If they are one manufacturer's lot, correct the one that is mistyped: a search for the one does not find the other.":
    'Herstellercharge {0} sieht aus wie Herstellercharge {1}, die es auch gibt{2}. Sind sie eine Herstellercharge, berichtigen Sie die vertippte: Eine Suche nach der einen findet die andere nicht.',
  "Manufacturer's lot {0} of {1} looks like manufacturer's lot {2}, which is there too{3}. If they are one manufacturer's lot, correct the one that is mistyped: a search for the one does not find the other.":
    'Herstellercharge {0} von {1} sieht aus wie Herstellercharge {2}, die es auch gibt{3}. Sind sie eine Herstellercharge, berichtigen Sie die vertippte: Eine Suche nach der einen findet die andere nicht.',
  'Reference {0} looks like reference {1}, which is there too{2}. If they are one reference, correct the one that is mistyped: lists and searches tell the two apart.':
    'Referenz {0} sieht aus wie Referenz {1}, die es auch gibt{2}. Sind sie eine Referenz, berichtigen Sie die vertippte: Listen und Suchen unterscheiden die beiden.',
  'Work order {0} looks like work order {1}, which is there too{2}. If they are one work order, correct the one that is mistyped: what went into the one is not traced into what came out of the other.':
    'Fertigungsauftrag {0} sieht aus wie Fertigungsauftrag {1}, den es auch gibt{2}. Sind sie ein Fertigungsauftrag, berichtigen Sie den vertippten: Was in den einen ging, wird nicht in das verfolgt, was aus dem anderen kam.',
  'Run {0} of {1} looks like run {2}, which is there too{3}. If they are one run, correct the one that is mistyped: what went into the one is not traced into what came out of the other.':
    'Lauf {0} von {1} sieht aus wie Lauf {2}, den es auch gibt{3}. Sind sie ein Lauf, berichtigen Sie den vertippten: Was in den einen ging, wird nicht in das verfolgt, was aus dem anderen kam.',
  'Document {0} looks like document {1}, which is there too{2}. If they are one document, correct the one that is mistyped: lists and searches tell the two apart.':
    'Beleg {0} sieht aus wie Beleg {1}, den es auch gibt{2}. Sind sie ein Beleg, berichtigen Sie den vertippten: Listen und Suchen unterscheiden die beiden.',
  'Equipment {0} looks like equipment {1}, which is there too{2}. If they are one equipment, correct the one that is mistyped: lists and searches tell the two apart.':
    'Anlage {0} sieht aus wie Anlage {1}, die es auch gibt{2}. Sind sie eine Anlage, berichtigen Sie die vertippte: Listen und Suchen unterscheiden die beiden.',
  ' (the one has {0}, the other has {1})': ' (dieser Name hat {0}, jener hat {1})',
  ' (the one has {0})': ' (dieser Name hat {0})',
  ' (the other has {0})': ' (jener Name hat {0})',
  '{0}: {1} was moved on {2}, before it was made, on {3}. Correct the day in lots, or undo the movement.':
    '{0}: {1:goods} wurde am {2} bewegt, bevor die Ware am {3} hergestellt wurde. Berichtigen Sie den Tag in lots, oder machen Sie die Bewegung rückgängig.',
  'There is no movement {0} to reverse, neither in this file before this time nor in the store.':
    'Es gibt keine Bewegung {0}, die storniert werden könnte, weder in dieser Datei vor diesem Zeitpunkt noch im Speicher.',
  'Movement {0} and this row do not name the same serials.':
    'Bewegung {0} und diese Zeile nennen nicht dieselben Seriennummern.',
  ' (a barcode puts {0} before it)': ' (ein Strichcode setzt {0} davor)',
  'The workbook is larger than 25 MB: keep the sheet with the table alone.':
    'Die Arbeitsmappe ist größer als 25 MB: Lassen Sie nur das Blatt mit der Tabelle darin.',
  'Reading this workbook takes too much: keep the sheet with the table alone.':
    'Diese Arbeitsmappe zu lesen braucht zu viel: Lassen Sie nur das Blatt mit der Tabelle darin.',
  'The sheet shows {0} here and holds {1}. Type which of them is meant.':
    'Das Blatt zeigt hier {0} und enthält {1}. Geben Sie ein, was gemeint ist.',
  'Read was the sheet {0}, and not {1}.': 'Gelesen ist das Blatt {0}, nicht {1}.',
  'Sheet {0}: {1}': 'Blatt {0}: {1}',
  'No sheet that is to be seen in this workbook holds anything.':
    'Kein Blatt, das in dieser Arbeitsmappe zu sehen ist, enthält etwas.',
  'No sheet names two columns that are known here in one of its first rows, such as {0}.':
    'Kein Blatt nennt in einer seiner ersten Zeilen zwei Spalten, die hier bekannt sind, etwa {0}.',
  'No., Characteristic and Specification': 'Nr., Merkmal und Vorgabe',
  'Lot size, n and Ac': 'Losumfang, n und Ac',
  'The sheet {0} has {1} rows, and at most {2} are read. Leave out those that are not needed.':
    'Das Blatt {0} hat {1} Zeilen, und höchstens {2} werden gelesen. Lassen Sie die weg, die nicht gebraucht werden.',
};
