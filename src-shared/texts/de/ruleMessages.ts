/** Messages of rules and the ledger in German, by their English patterns (kernel/message.ts). A test holds that none is missing. */
export const ruleMessages: Readonly<Record<string, string>> = {
  '{0} day': '{0} Tag',
  '{0} days': '{0:number} Tage',
  '{0} lot {1}': '{0} Charge {1}',
  '{0} sublot {1}': '{0} Untercharge {1}',
  '{0} serial {1}': '{0} Seriennummer {1}',
  ': a movement dated in the future takes goods then. Reverse that one if its time is wrong, or correct this one.':
    ': Eine Bewegung mit einem Datum in der Zukunft entnimmt dann Ware. Machen Sie jene rückgängig, wenn ihr Zeitpunkt falsch ist, oder berichtigen Sie diese.',
  ', after goods recorded since had left. Correct the time or the quantity.':
    ', nachdem seither aufgezeichnete Ware abgegangen ist. Berichtigen Sie den Zeitpunkt oder die Menge.',
  'With this movement {0} at {1} in status {2} would fall to {3} at {4}{5}':
    'Mit dieser Bewegung fiele {0:goods} in {1} im Status {2} auf {3} am {4:time}{5}',
  'With this movement serial {0} of {1} would be in two locations at {2}. Correct the serial or the time.':
    'Mit dieser Bewegung wäre Seriennummer {0} von {1} am {2:time} an zwei Plätzen. Berichtigen Sie die Seriennummer oder den Zeitpunkt.',
  '{0} at {1} in status {2} would fall to {3} at {4}. Check the quantity, the lot, the location and the status, and whether an earlier movement is missing.':
    '{0:goods} in {1} im Status {2} fiele auf {3} am {4:time}. Prüfen Sie Menge, Charge, Platz und Status und ob eine frühere Bewegung fehlt.',
  'This {0} moves nothing: {1} lies at {2} in status {3} before and after it. Correct the location or the status, or leave the row out.':
    'Diese Bewegung „{0}“ bewegt nichts: {1:goods} liegt davor und danach in {2} im Status {3}. Berichtigen Sie Platz oder Status, oder lassen Sie die Zeile weg.',
  'With this movement serial {0} of {1} was used up in production before it was received again at {2}. Correct the serial or the time, or book it back by a production return.':
    'Mit dieser Bewegung war Seriennummer {0} von {1} in der Fertigung verbraucht, bevor sie am {2:time} wieder zuging. Berichtigen Sie die Seriennummer oder den Zeitpunkt, oder buchen Sie sie mit einer Rückgabe aus der Fertigung zurück.',
  'Serial {0} of {1} was used up in production and is received again. Correct the serial, or book it back by a production return.':
    'Seriennummer {0} von {1} wurde in der Fertigung verbraucht und geht wieder zu. Berichtigen Sie die Seriennummer, oder buchen Sie sie mit einer Rückgabe aus der Fertigung zurück.',
  scrapped: 'verschrottet',
  'taken as a sample': 'als Probe entnommen',
  'With this movement serial {0} of {1} was {2} before it came in again at {3}. Correct the serial or the time, or undo the movement that is wrong.':
    'Mit dieser Bewegung war Seriennummer {0} von {1} {2}, bevor sie am {3:time} wieder zuging. Berichtigen Sie die Seriennummer oder den Zeitpunkt, oder machen Sie die falsche Bewegung rückgängig.',
  'Serial {0} of {1} was {2} and comes in again. Correct the serial, or undo the movement that took it out.':
    'Seriennummer {0} von {1} wurde {2} und geht wieder zu. Berichtigen Sie die Seriennummer, oder machen Sie die Bewegung rückgängig, mit der sie abging.',
  'Serial {0} of {1} belongs to lot {2}{3}. Correct the lot or the serial.':
    'Seriennummer {0} von {1} gehört zu Charge {2}{3}. Berichtigen Sie die Charge oder die Seriennummer.',
  '{0} would reach more than can be stored. Check the quantity.':
    '{0:goods} würde mehr, als gespeichert werden kann. Prüfen Sie die Menge.',
  'with a customer or in a product': 'bei einem Kunden oder in einem Artikel',
  'in the plant': 'im Betrieb',
  'Serial {0} of {1} would be in two locations: it is already {2}. A serial is one piece; correct the serial, or book the movement that brought it back.':
    'Seriennummer {0} von {1} wäre an zwei Plätzen: Sie ist schon {2}. Eine Seriennummer ist ein Stück; berichtigen Sie die Seriennummer, oder buchen Sie die Bewegung, die sie zurückbrachte.',
  'Movement {0}: {1}': 'Bewegung {0}: {1}',
  'The goods are in status {0} already. Choose another status.':
    'Die Ware ist schon im Status {0}. Wählen Sie einen anderen.',
  'The lot expired on {0} and cannot be released. Reject it, or leave it in quarantine.':
    'Die Charge ist am {0:time} abgelaufen und kann nicht freigegeben werden. Weisen Sie sie zurück, oder lassen Sie sie in Quarantäne.',
  'The lot expired on {0} and cannot be released. Leave it rejected, or quarantine it.':
    'Die Charge ist am {0:time} abgelaufen und kann nicht freigegeben werden. Lassen Sie sie zurückgewiesen, oder stellen Sie sie in Quarantäne.',
  'The lot expired on {0} and cannot be released. Reject it, or quarantine it.':
    'Die Charge ist am {0:time} abgelaufen und kann nicht freigegeben werden. Weisen Sie sie zurück, oder stellen Sie sie in Quarantäne.',
  shipped: 'versandt',
  consumed: 'verbraucht',
  'The lot expired on {0} and must not be {1}. Quarantine, return or scrap it.':
    'Die Charge ist am {0:time} abgelaufen und darf nicht {1} werden. Stellen Sie sie in Quarantäne, senden Sie sie zurück, oder buchen Sie sie als Ausschuss.',
  received: 'angenommen',
  made: 'hergestellt',
  moved: 'bewegt',
  'The lot expired on {0}. Check its dates, the lot and the time.':
    'Die Charge ist am {0:time} abgelaufen. Prüfen Sie ihre Daten, die Charge und den Zeitpunkt.',
  '{0}: {1} had expired when it was {2}.': '{0}: {1:goods} war abgelaufen, als die Ware {2} wurde.',
  '{0}: {1} was to be tested again on {2} and was {3} on {4}, and no release between the two is recorded. If it was tested, record the release or the next day for it; otherwise block what is left and see where it went.':
    '{0}: {1:goods} war am {2:time} neu zu prüfen und die Ware wurde am {4:time} {3}, und dazwischen ist keine Freigabe festgehalten. Wurde sie geprüft, halten Sie die Freigabe oder den nächsten Prüftag fest; sonst sperren Sie den Rest und sehen Sie nach, wohin sie ging.',
  '{0}: {1} was in status {2} when it was {3}.': '{0}: {1:goods} war im Status {2}, als die Ware {3} wurde.',
  'Goods of it were put into quarantine or rejected after this happened, and undone it would lie here released. Post what came back as a return with status Q or R, or release the goods first and undo it then.':
    'Ware davon wurde danach in Quarantäne gestellt oder zurückgewiesen, und rückgängig gemacht läge sie freigegeben hier. Buchen Sie, was zurückkam, als Rückgabe mit Status Q oder R, oder geben Sie die Ware erst frei und machen Sie es dann rückgängig.',
  'A decision about a status is not undone.': 'Eine Entscheidung über einen Status wird nicht rückgängig gemacht.',
  'A movement does not change the status of goods.': 'Eine Bewegung ändert den Status von Ware nicht.',
  'Part of it is not released, or none of it was ever: it comes in with status Q.':
    'Ein Teil davon ist nicht freigegeben, oder nichts davon war es je: Sie kommt mit Status Q herein.',
  'It was rejected, or counted out before it was released: whatever comes of it has status Q.':
    'Sie wurde zurückgewiesen oder ausgebucht, ehe sie freigegeben war: Was davon kommt, hat Status Q.',
  '{0}: it was decided here that it has status {1}, so an import does not make it {2}.':
    '{0:goods}: Hier wurde entschieden, dass die Ware Status {1} hat; ein Import macht daraus nicht {2}.',
  '{0} was rejected here, so an import does not bring it in as released.':
    '{0:goods} wurde hier zurückgewiesen; ein Import bringt die Ware nicht als freigegeben herein.',
  '{0} was put into quarantine or rejected here after that, so an import does not bring it back as released.':
    '{0:goods} wurde hier danach in Quarantäne gestellt oder zurückgewiesen; ein Import bringt die Ware nicht als freigegeben zurück.',
  "{0} Decide it on the page of the lot or serial, or correct the row's status.":
    '{0} Entscheiden Sie darüber auf der Seite der Charge oder der Seriennummer, oder berichtigen Sie den Status der Zeile.',
  '{0} Decide the status on the page of the lot or serial, and sign it.':
    '{0} Entscheiden Sie über den Status auf der Seite der Charge oder der Seriennummer, und unterschreiben Sie das.',
  'A reversal cannot be reversed. Post the movement again instead.':
    'Eine Stornierung kann nicht storniert werden. Buchen Sie stattdessen die Bewegung noch einmal.',
  'This movement was reversed already.': 'Diese Bewegung wurde schon storniert.',
  'A reversal has the kind, goods and quantity of the movement it undoes, with its ends and statuses swapped.':
    'Eine Stornierung hat Art, Ware und Menge der Bewegung, die sie rückgängig macht, mit vertauschten Enden und Status.',
  'A reversal cannot happen before the movement it undoes, which happened at {0}. Correct the time.':
    'Eine Stornierung kann nicht vor der Bewegung geschehen, die sie rückgängig macht; die geschah am {0:time}. Berichtigen Sie den Zeitpunkt.',
  'The movement this row undoes has no work order, not {0}. Correct it, or leave it blank.':
    'Die Bewegung, die diese Zeile rückgängig macht, hat keinen Fertigungsauftrag, auch nicht {0}. Berichtigen Sie das, oder lassen Sie es leer.',
  'The movement this row undoes is of work order {0}, not {1}. Correct it, or leave it blank.':
    'Die Bewegung, die diese Zeile rückgängig macht, gehört zu Fertigungsauftrag {0}, nicht zu {1}. Berichtigen Sie das, oder lassen Sie es leer.',
  'The movement this row undoes has no run, not {0}. Correct it, or leave it blank.':
    'Die Bewegung, die diese Zeile rückgängig macht, hat keinen Lauf, auch nicht {0}. Berichtigen Sie das, oder lassen Sie es leer.',
  'The movement this row undoes is of run {0}, not {1}. Correct it, or leave it blank.':
    'Die Bewegung, die diese Zeile rückgängig macht, gehört zu Lauf {0}, nicht zu {1}. Berichtigen Sie das, oder lassen Sie es leer.',
  'The movement this row undoes has no partner, not {0}. Correct it, or leave it blank.':
    'Die Bewegung, die diese Zeile rückgängig macht, hat keinen Partner, auch nicht {0}. Berichtigen Sie das, oder lassen Sie es leer.',
  'The movement this row undoes is of partner {0}, not {1}. Correct it, or leave it blank.':
    'Die Bewegung, die diese Zeile rückgängig macht, gehört zu Partner {0}, nicht zu {1}. Berichtigen Sie das, oder lassen Sie es leer.',
  'Name the partner: “{0}” needs one.': 'Nennen Sie den Partner: „{0}“ braucht einen.',
  'Name the work order: “{0}” needs one.': 'Nennen Sie den Fertigungsauftrag: „{0}“ braucht einen.',
  'A run is part of a work order; name the work order too.':
    'Ein Lauf gehört zu einem Fertigungsauftrag; nennen Sie auch den Fertigungsauftrag.',
  'A sublot is part of a lot; name the lot too.':
    'Eine Untercharge gehört zu einer Charge; nennen Sie auch die Charge.',
  'Name the lot or the serial that is assigned.': 'Nennen Sie die Charge oder die Seriennummer, die zugeordnet wird.',
  'This row goes the way a “{0}” goes, so it cannot undo one: swap its ends and statuses. A reversal itself is never undone; send the movement again instead.':
    'Diese Zeile geht den Weg einer Bewegung „{0}“ und kann deshalb keine rückgängig machen: Vertauschen Sie Enden und Status. Eine Stornierung selbst wird nie rückgängig gemacht; senden Sie stattdessen die Bewegung noch einmal.',
  'Of the movement this reverses: {0}': 'Zur Bewegung, die das rückgängig macht: {0}',
  'Name the location the goods leave: “{0}” needs one.':
    'Nennen Sie den Platz, den die Ware verlässt: „{0}“ braucht einen.',
  'Leave this blank: “{0}” comes from no location.': 'Lassen Sie das leer: „{0}“ kommt von keinem Platz.',
  'Name the location the goods reach: “{0}” needs one.':
    'Nennen Sie den Platz, den die Ware erreicht: „{0}“ braucht einen.',
  'Leave this blank: “{0}” goes to no location.': 'Lassen Sie das leer: „{0}“ geht zu keinem Platz.',
  'Name one location: “from” for less, “to” for more.': 'Nennen Sie einen Platz: „from“ für weniger, „to“ für mehr.',
  'Name one location only: “from” for less, “to” for more.':
    'Nennen Sie nur einen Platz: „from“ für weniger, „to“ für mehr.',
  '“{0}” stays at its location; write “{1}” here too.': '„{0}“ bleibt an seinem Platz; schreiben Sie auch hier „{1}“.',
  'Write the stock status at “{0}”: A, Q or R.': 'Schreiben Sie den Bestandsstatus bei „{0}“: A, Q oder R.',
  'Leave this blank: there is no location at “{0}”.': 'Lassen Sie das leer: Bei „{0}“ gibt es keinen Platz.',
  'Write a range such as A0001..A0100: same letters, same number of digits, rising, at most {0}.':
    'Schreiben Sie einen Bereich wie A0001..A0100: gleiche Buchstaben, gleich viele Ziffern, aufsteigend, höchstens {0}.',
  'A serial stands for one piece: the quantity must be 1.':
    'Eine Seriennummer steht für ein Stück: Die Menge muss 1 sein.',
  'The range names {0} serials: the quantity must be {1}.':
    'Der Bereich nennt {0} Seriennummern: Die Menge muss {1} sein.',
  '{0} is not tracked by lot; leave the lot blank or change the product.':
    '{0} wird nicht nach Charge geführt; lassen Sie die Charge leer, oder ändern Sie den Artikel.',
  '{0} has no sublots; leave the sublot blank or change the product.':
    '{0} hat keine Unterchargen; lassen Sie die Untercharge leer, oder ändern Sie den Artikel.',
  'A sublot needs its lot; name it.': 'Eine Untercharge braucht ihre Charge; nennen Sie sie.',
  'Name the lot the goods are assigned to.': 'Nennen Sie die Charge, der die Ware zugeordnet wird.',
  '{0} moves {1} {2} of {3}, which holds {4} {5} at most. Name another lot for the rest.':
    '{0} bewegt {1:number} {2} von {3:goods}, die höchstens {4:number} {5} fasst. Nennen Sie für den Rest eine andere Charge.',
  '{0} is tracked by lot; name the lot.': '{0} wird nach Charge geführt; nennen Sie die Charge.',
  '{0} is tracked by lot and sublot; name the sublot.':
    '{0} wird nach Charge und Untercharge geführt; nennen Sie die Untercharge.',
  '{0} has no serials; leave the serial blank or change the product.':
    '{0} hat keine Seriennummern; lassen Sie die Seriennummer leer, oder ändern Sie den Artikel.',
  'A serial is one piece; write the quantity 1, one row for each serial.':
    'Eine Seriennummer ist ein Stück; schreiben Sie die Menge 1, je Seriennummer eine Zeile.',
  '{0} is tracked by serial; name the serial.': '{0} wird nach Seriennummer geführt; nennen Sie die Seriennummer.',
  'Serials of {0} are named at put-away; leave the serial blank at the dock.':
    'Seriennummern von {0} werden bei der Einlagerung genannt; lassen Sie die Seriennummer an der Rampe leer.',
  '{0} gets its serial when it is issued; name the serial.':
    '{0} bekommt seine Seriennummer bei der Ausgabe; nennen Sie sie.',
  'Stock of {0} is kept without serials; leave the serial blank until it is issued.':
    'Der Bestand von {0} wird ohne Seriennummern geführt; lassen Sie die Seriennummer bis zur Ausgabe leer.',
  '8, 12, 13 or 14 digits': '8, 12, 13 oder 14 Ziffern',
  '13 digits': '13 Ziffern',
  '“{0}” is no {1}: it has {2}. Write it as it stands below the barcode, digits only.':
    '„{0}“ ist keine {1}: Sie hat {2}. Schreiben Sie sie, wie sie unter dem Strichcode steht, nur Ziffern.',
  'The check digit of the {0} {1} does not fit. Compare it with the barcode: a digit is mistyped.':
    'Die Prüfziffer der {0} {1} passt nicht. Vergleichen Sie sie mit dem Strichcode: Eine Ziffer ist vertippt.',
  'A password has at least {0} characters. Three or four words that only you put together do well.':
    'Ein Passwort hat mindestens {0} Zeichen. Drei oder vier Wörter, die nur Sie so zusammenstellen, sind gut.',
  'This password repeats or counts on. Choose three or four words instead.':
    'Dieses Passwort wiederholt sich oder zählt weiter. Wählen Sie stattdessen drei oder vier Wörter.',
  'A password must not contain the name of a colleague or a role.':
    'Ein Passwort darf keinen Namen von Kollegen oder Rollen enthalten.',
  'A password must not contain your own name or user name.':
    'Ein Passwort darf nicht den eigenen Namen oder Benutzernamen enthalten.',
  'This password is one that is tried first. Choose three or four words instead.':
    'Dieses Passwort wird als erstes probiert. Wählen Sie stattdessen drei oder vier Wörter.',
  'Nobody else signs there. Look at the signatures again.':
    'Dort unterschreibt sonst niemand. Sehen Sie sich die Unterschriften noch einmal an.',
  'This is signed as {0}, not as {1}. Choose the meaning again.':
    'Das wird als {0} unterschrieben, nicht als {1}. Wählen Sie die Bedeutung noch einmal.',
  '{0}: {1} is named as the supplier and is none in partners. Correct the partner, or make it a supplier there.':
    '{0}: {1} ist als Lieferant genannt und unter den Partnern keiner. Berichtigen Sie den Partner, oder machen Sie ihn dort zum Lieferanten.',
  '{0}: {1} is named as the customer and is none in partners. Correct the partner, or make it a customer there.':
    '{0}: {1} ist als Kunde genannt und unter den Partnern keiner. Berichtigen Sie den Partner, oder machen Sie ihn dort zum Kunden.',
  '{0}: {1} is named as the supplier and is only a customer in partners. Correct the partner, or let its kind there be “both”.':
    '{0}: {1} ist als Lieferant genannt und in „partners“ nur Kunde. Berichtigen Sie den Partner, oder geben Sie ihm dort die Art „both“.',
  '{0}: {1} is named as the customer and is only a supplier in partners. Correct the partner, or let its kind there be “both”.':
    '{0}: {1} ist als Kunde genannt und in „partners“ nur Lieferant. Berichtigen Sie den Partner, oder geben Sie ihm dort die Art „both“.',
  '{0}: {1}': '{0}: {1}',
  'It is too long.': 'Das ist zu lang.',
  'It is missing.': 'Das fehlt.',
  'Write a number with a dot and at most six decimals, such as 12.5.':
    'Schreiben Sie eine Zahl mit Punkt und höchstens sechs Nachkommastellen, etwa 12.5.',
  'The quantity must be above zero.': 'Die Menge muss über null liegen.',
  'Write a time such as 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+01:00.':
    'Schreiben Sie eine Zeit wie 2026-01-31T08:00:00Z oder 2026-01-31T08:00:00+01:00.',
  'Write a calendar date such as 2026-01-31.': 'Schreiben Sie ein Datum wie 2026-01-31.',
  'Write a date such as 2026-01-31, or a time such as 2026-01-31T08:00:00+01:00.':
    'Schreiben Sie ein Datum wie 2026-01-31 oder einen Zeitpunkt wie 2026-01-31T08:00:00+01:00.',
  'Write A, Q or R with an optional second character, such as A or Q1.':
    'Schreiben Sie A, Q oder R, mit einem zweiten Zeichen, wo es eines gibt, etwa A oder Q1.',
  'It asks too much to be kept as a view.': 'Das ist zu viel, um als Ansicht behalten zu werden.',
  'Write a span of dates such as 2026-01-01..2026-03-31.':
    'Schreiben Sie eine Spanne von Tagen wie 2026-01-01..2026-03-31.',
  'Name the work order of the run.': 'Nennen Sie den Fertigungsauftrag des Laufs.',
  'Write a language tag such as en-GB.': 'Schreiben Sie eine Sprache wie en-GB.',
  'Write a time zone such as Europe/Berlin.': 'Schreiben Sie eine Zeitzone wie Europe/Berlin.',
};
