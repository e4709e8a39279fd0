/** Messages of the features in German, by their English patterns (kernel/message.ts). A test holds that none is missing. */
export const featureMessages: Readonly<Record<string, string>> = {
  'A browser page may not name files of this computer.':
    'Eine Browserseite darf keine Dateien dieses Computers nennen.',
  'The last entry comes before the first.': 'Der letzte Eintrag liegt vor dem ersten.',
  'The audit trail has no entry {0}.': 'Der Audit-Trail hat keinen Eintrag {0}.',
  'There is no entry {0} in the audit trail.': 'Im Audit-Trail gibt es keinen Eintrag {0}.',
  'The verification was cancelled.': 'Die Prüfung wurde abgebrochen.',
  'There is no version {0} of it.': 'Davon gibt es keine Fassung {0}.',
  'A store is restored from the command line: lotline restore FILE.':
    'Ein Speicher wird an der Befehlszeile zurückgespielt: lotline restore DATEI.',
  '{0} approved this restore already, in entry {1}.': '{0} hat dieses Zurückspielen schon freigegeben, in Eintrag {1}.',
  'Nobody approves a restore of their own.': 'Niemand gibt ein eigenes Zurückspielen frei.',
  'A page names no files of this computer. Leave the path out, and fetch the backup.':
    'Eine Seite nennt keine Dateien dieses Computers. Lassen Sie den Pfad weg, und holen Sie die Sicherung ab.',
  'Entry {0} made no backup that lies at a path of this computer.':
    'Eintrag {0} hat keine Sicherung gemacht, die an einem Pfad dieses Computers liegt.',
  'Entry {0} restored no backup.': 'Eintrag {0} hat keine Sicherung zurückgespielt.',
  'There is no {0}. Check the product and the number.': '{0:goods} gibt es nicht. Prüfen Sie Artikel und Nummer.',
  'Row 1 of “{0}” is its header, which cannot be corrected here: correct it in the file.':
    'Zeile 1 von „{0}“ ist die Kopfzeile, die hier nicht berichtigt werden kann: Berichtigen Sie sie in der Datei.',
  'The {0} is corrected twice: leave one of the two out.':
    'Die {0} wird zweimal berichtigt: Lassen Sie eines davon weg.',
  'There is no {0} in this export. Check it again, and correct what is there.':
    'In diesem Export gibt es keine {0}. Prüfen Sie ihn noch einmal, und berichtigen Sie, was da ist.',
  'The {0} does not hold what it held when it was corrected. Check the export again.':
    'Die {0} enthält nicht mehr, was beim Berichtigen darin stand. Prüfen Sie den Export noch einmal.',
  'cell in row {0}, column “{1}” of “{2}”': 'Zelle in Zeile {0}, Spalte „{1}“ von „{2}“',
  'This store is in use already. A demo plant goes into a new store only: name a file that is not there yet.':
    'Dieser Speicher ist schon in Gebrauch. Ein Demobetrieb kommt nur in einen neuen: Nennen Sie eine Datei, die es noch nicht gibt.',
  '{0}; nothing was imported. Mend the export and import it again.':
    '{0}; es wurde nichts importiert. Berichtigen Sie den Export, und importieren Sie ihn noch einmal.',
  'One fault was found': 'Ein Fehler wurde gefunden',
  '{0} faults were found': '{0} Fehler wurden gefunden',
  '{0} faults were found, of which the first {1} are listed':
    '{0} Fehler wurden gefunden, die ersten {1} davon sind aufgeführt',
  'Reading the export was stopped. Nothing was imported.':
    'Das Lesen des Exports wurde abgebrochen. Es wurde nichts importiert.',
  'A browser page may not name files of this computer. Choose or drop them instead.':
    'Eine Browserseite darf keine Dateien dieses Computers nennen. Wählen Sie sie aus, oder ziehen Sie sie hierher.',
  '“{0}” was handed over already.': '„{0}“ wurde schon übergeben.',
  'Choose either one workbook or CSV files.': 'Wählen Sie entweder eine Arbeitsmappe oder CSV-Dateien.',
  'There is no room left for the file. Free some space and choose it again.':
    'Für die Datei ist kein Platz mehr. Schaffen Sie Platz, und wählen Sie sie noch einmal.',
  'These files are no longer here. Choose them again.':
    'Diese Dateien sind nicht mehr hier. Wählen Sie sie noch einmal.',
  'This is not a file of an export. Choose products.csv, partners.csv, locations.csv, lots.csv, movements.csv, serial_links.csv or one .xlsx workbook.':
    'Das ist keine Datei eines Exports. Wählen Sie products.csv, partners.csv, locations.csv, lots.csv, movements.csv, serial_links.csv oder eine .xlsx-Arbeitsmappe.',
  'The file is too large to be imported: split the export into parts.':
    'Die Datei ist zu groß für den Import: Teilen Sie den Export auf.',
  ' and {0} more': ' und {0} weitere',
  '{0} holds {1} of {2}{3} without the lot or serial that goods must have outside a dock, so it stays a dock. Put the goods away under their names first, then change the kind.':
    '{0} enthält {1} von {2:goods}{3} ohne die Charge oder Seriennummer, die Ware außerhalb einer Rampe haben muss, deshalb bleibt es eine Rampe. Lagern Sie die Ware erst unter ihren Namen ein, und ändern Sie dann die Art.',
  'There is no product {0}.': 'Einen Artikel {0} gibt es nicht.',
  'Name a lot or a serial: a status is decided for known goods.':
    'Nennen Sie eine Charge oder eine Seriennummer: Über einen Status wird für bekannte Ware entschieden.',
  anywhere: 'nirgendwo anders und auch hier',
  'at {0}': 'in {0}',
  'Nothing of {0} lies {1} in status {2}.': 'Von {0} liegt {1} nichts im Status {2}.',
  'More than {0} pieces lie there. Decide location by location.':
    'Dort liegen mehr als {0} Stück. Entscheiden Sie je Platz.',
  'It is {0} {1} now, not {2}. Look at it again, and sign what you see.':
    'Es sind jetzt {0} {1}, nicht {2}. Sehen Sie noch einmal nach, und unterschreiben Sie, was Sie sehen.',
  'There is no movement {0}.': 'Eine Bewegung {0} gibt es nicht.',
  'The time lies in the future. Post a movement when it has happened.':
    'Der Zeitpunkt liegt in der Zukunft. Buchen Sie eine Bewegung, wenn sie geschehen ist.',
  product: 'Artikel',
  location: 'Platz',
  partner: 'Partner',
  'There is no {0} {1}. Check the code.': '{0} {1} gibt es nicht. Prüfen Sie den Code.',
  'There is no product {0}. Check the code.': 'Einen Artikel {0} gibt es nicht. Prüfen Sie den Code.',
  'This is not the code, or it is older than 15 minutes. Have a new one shown and type that.':
    'Das ist nicht der Code, oder er ist älter als 15 Minuten. Lassen Sie sich einen neuen zeigen, und geben Sie den ein.',
  'Change your own password with the one you have. If it is lost, another administrator gives you a new one.':
    'Ändern Sie Ihr eigenes Passwort mit dem bisherigen. Ist es verloren, gibt Ihnen ein anderer Administrator ein neues.',
  'Everybody may sign in; no role gives that.': 'Anmelden darf sich jeder; das gibt keine Rolle.',
  'This role is held by {0}.': 'Diese Rolle hat {0}.',
  'Nobody authorises themselves.': 'Niemand trägt sich selbst eine Qualifikation ein.',
  '{0} has this qualification in another row before. Remove one of the two.':
    '{0} hat diese Qualifikation schon in einer Zeile davor. Entfernen Sie eine von beiden.',
  '{0} of the qualifications cannot be recorded; so none is. Correct or remove these rows.':
    '{0} der Qualifikationen lassen sich nicht festhalten; darum ist es keine. Berichtigen oder entfernen Sie diese Zeilen.',
  'The qualification ends before it begins. Check the two dates.':
    'Die Qualifikation endet, bevor sie beginnt. Prüfen Sie beide Daten.',
  'The first administrator was set up already; that works once. Sign in, or ask an administrator for an account.':
    'Der erste Administrator wurde schon eingerichtet; das geht nur einmal. Melden Sie sich an, oder lassen Sie sich von einem Administrator ein Konto geben.',
  '{0} reads like {1}, which is or was the name of {2}: nobody could tell their signatures apart. Add to the name what does, such as a second first name or the department.':
    '{0} liest sich wie {1}; so heißt oder hieß {2}: Ihre Unterschriften könnte niemand auseinanderhalten. Ergänzen Sie den Namen, etwa um einen zweiten Vornamen oder die Abteilung.',
  '{0} stands in the audit trail for the owner of the file, from before people were set up: what that was would be this person’s. Choose another user name.':
    '{0} steht im Audit-Trail für den Besitzer der Datei, aus der Zeit, bevor Personen eingerichtet waren: Was das war, gälte als das dieser Person. Wählen Sie einen anderen Benutzernamen.',
  'The user name {0} looks like {1}, which is there: one would be taken for the other. Choose another.':
    'Der Benutzername {0} sieht aus wie {1}, den es gibt: Man würde sie verwechseln. Wählen Sie einen anderen.',
  'The role {0} looks like {1}, which is there: one would be taken for the other. Choose another name, or change that role.':
    'Die Rolle {0} sieht aus wie {1}, die es gibt: Man würde sie verwechseln. Wählen Sie einen anderen Namen, oder ändern Sie jene.',
  'The name {0} looks like {1}, which is a view of this list. Choose another name, or save it under that one.':
    'Der Name {0} sieht aus wie {1}, eine Ansicht dieser Liste. Wählen Sie einen anderen Namen, oder speichern Sie unter jenem.',
  "The user name {0} was given before. Each is one person's for ever: choose another.":
    'Der Benutzername {0} wurde schon vergeben. Jeder gehört für immer einer Person: Wählen Sie einen anderen.',
  'The first administrator was set up already.': 'Der erste Administrator wurde schon eingerichtet.',
  'There is no person {0}.': 'Eine Person {0} gibt es nicht.',
  'Your role may not see these signatures (audit). Ask an administrator.':
    'Ihre Rolle darf diese Unterschriften nicht sehen (audit). Wenden Sie sich an einen Administrator.',
  '{0} was changed by somebody else. Load the page again.':
    '{0} wurde von jemand anderem geändert. Laden Sie die Seite neu.',
  'There is no role {0}.': 'Eine Rolle {0} gibt es nicht.',
  'Whoever administers people makes no quality decisions ({0}). Give the two to different people, or say that one person works here alone.':
    'Wer Personen verwaltet, trifft keine Qualitätsentscheidungen ({0}). Geben Sie beides verschiedenen Personen, oder sagen Sie, dass hier eine Person allein arbeitet.',
  'This is the last administrator. Give another person that role first.':
    'Das ist der letzte Administrator. Geben Sie zuerst einer anderen Person diese Rolle.',
  'lot tracking': 'die Chargenführung',
  'serial tracking': 'die Serienführung',
  'stock keeping': 'die Bestandsführung',
  unit: 'die Einheit',
  '{0} has movements, so its {1} cannot change; it stays {2}.':
    '{0} hat Bewegungen, deshalb kann sich {1} nicht ändern; es bleibt bei {2}.',
  '{0} was changed by somebody else since you opened it. Load it again; what you typed is kept.':
    '{0} wurde von jemand anderem geändert, seit Sie es geöffnet haben. Laden Sie es neu; was Sie eingegeben haben, bleibt erhalten.',
  'Nothing was changed, so there is nothing to sign.':
    'Es wurde nichts geändert, also gibt es nichts zu unterschreiben.',
  'Write the cost with at most four decimals, such as 12.5.':
    'Schreiben Sie die Kosten mit höchstens vier Nachkommastellen, etwa 12.5.',
  'Nothing that {0} made is recorded. Check the work order.':
    'Nichts, was {0} hergestellt hat, ist aufgezeichnet. Prüfen Sie den Fertigungsauftrag.',
  "Name at least one suspect: a lot, a serial or a supplier's lot.":
    'Nennen Sie mindestens einen Verdacht: eine Charge, eine Seriennummer oder eine Lieferantencharge.',
  'This document was not issued yet.': 'Dieses Dokument wurde noch nicht exportiert.',
  'This document is no longer here. Make it again.': 'Dieses Dokument ist nicht mehr hier. Erstellen Sie es neu.',
  'This password was used before. The last {0} are not taken again.':
    'Dieses Passwort wurde schon verwendet. Die letzten {0} werden nicht noch einmal genommen.',
  'Too many wrong passwords: this account is locked until {0}. Wait, or ask an administrator for a new password.':
    'Zu viele falsche Passwörter: Das Konto ist bis {0:time} gesperrt. Warten Sie, oder lassen Sie sich von einem Administrator ein neues Passwort geben.',
  'User name or password is wrong. Type both again.':
    'Benutzername oder Passwort ist falsch. Geben Sie beides noch einmal ein.',
  'A second person signs here: somebody else than you.':
    'Hier unterschreibt eine zweite Person: jemand anderes als Sie.',
  'A second person signs here: somebody else than you, and than whoever gave you a password or rights that nobody confirmed yet.':
    'Hier unterschreibt eine zweite Person: jemand anderes als Sie, und nicht, wer Ihnen ein noch unbestätigtes Passwort oder Rechte gegeben hat.',
  '{0} may not do this either. {1}': '{0} darf das auch nicht. {1}',
  'Ask one who may: {0}.': 'Fragen Sie eine Person, die es darf: {0}.',
  'Nobody else here may. An administrator gives somebody that right.':
    'Sonst darf es hier niemand. Dieses Recht vergibt die Verwaltung.',
  'Several passwords are being checked here already. Wait for their answers, and try again.':
    'Hier werden schon mehrere Passwörter geprüft. Warten Sie die Antworten ab, und versuchen Sie es noch einmal.',
  '{0} may not sign yet: {1} handed out the password or the rights, and somebody else has to confirm them. {2}':
    '{0} darf noch nicht unterschreiben: {1} hat das Passwort oder die Rechte vergeben, und das muss jemand anders bestätigen. {2}',
  'somebody with the recovery code': 'jemand mit dem Wiederherstellungscode',
  'Set up the first administrator first; that person makes the recovery code.':
    'Richten Sie zuerst die erste Verwaltungsperson ein; sie macht den Wiederherstellungscode.',
  'A recovery code is five groups of five letters and digits by chance, as the settings make it.':
    'Ein Wiederherstellungscode sind fünf zufällige Gruppen aus fünf Buchstaben und Ziffern, wie die Einstellungen ihn machen.',
  'The recovery code counts on the command line only, where the store’s file is: lotline recover --user NAME.':
    'Der Wiederherstellungscode gilt nur auf der Befehlszeile, dort, wo die Datei des Speichers ist: lotline recover --user NAME.',
  'Nobody is set up here: the owner of the file needs no password.':
    'Hier ist niemand eingerichtet: Der Eigner der Datei braucht kein Passwort.',
  'The recovery code is for whoever administers people here: {0}. They give everybody else a new password.':
    'Der Wiederherstellungscode ist für die, die hier Personen verwalten: {0}. Allen anderen geben sie ein neues Passwort.',
  'This is not the recovery code that counts. Each works once, and a new one ends the one before. Type all five groups again.':
    'Das ist nicht der Wiederherstellungscode, der gilt. Jeder geht einmal, und ein neuer beendet den vorigen. Tippen Sie alle fünf Gruppen noch einmal.',
  'Nobody else here can yet: a second person who administers people or reviews the trail has to sign in first. Where nobody is left who could sign and had no part in it, another person may after {0} days.':
    'Hier kann es noch niemand sonst: Erst muss sich eine zweite Person anmelden, die Personen verwaltet oder den Audit-Trail prüft. Ist niemand mehr da, der unterschreiben konnte und nicht beteiligt war, darf es nach {0} Tagen eine andere Person.',
  '{0} has not changed the password yet, which whoever gave it still knows. Ask {1} to sign in and change it, and confirm then.':
    '{0} hat das Passwort noch nicht geändert, das auch kennt, wer es vergeben hat. Bitten Sie {1}, sich anzumelden und es zu ändern, und bestätigen Sie dann.',
  'Ask for that: {0}.': 'Fragen Sie dafür: {0}.',
  'Nothing of {0} waits to be confirmed.': 'Bei {0} wartet nichts auf Bestätigung.',
  'You may not confirm that {0} signs. {1}': 'Sie dürfen nicht bestätigen, dass {0} unterschreibt. {1}',
  '{0} must sign in and change the password first.': '{0} muss sich zuerst anmelden und das Passwort ändern.',
  'A signature needs a person with a password. Set people up, or sign in as one of them.':
    'Eine Unterschrift braucht eine Person mit Passwort. Richten Sie Personen ein, oder melden Sie sich als eine davon an.',
  'The first signature after signing in asks for your user name beside the password. Type both.':
    'Die erste Unterschrift nach der Anmeldung verlangt neben dem Passwort Ihren Benutzernamen. Geben Sie beides ein.',
  'Sign with your own user name, or sign in as that person first.':
    'Unterschreiben Sie mit Ihrem eigenen Benutzernamen, oder melden Sie sich zuerst als diese Person an.',
  'The qualification of {0} for this is not in force. An administrator records a new one after the training.':
    'Die Qualifikation von {0} dafür gilt nicht. Ein Administrator trägt nach der Schulung eine neue ein.',
  'Nobody is set up here yet. Set up the first administrator.':
    'Hier ist noch niemand eingerichtet. Richten Sie den ersten Administrator ein.',
  'Sign in first: only your own password can be changed here.':
    'Melden Sie sich zuerst an: Hier lässt sich nur das eigene Passwort ändern.',
  '{0} Ask another person who may do this.': '{0} Bitten Sie eine andere Person, die das darf.',
  'Set up the first administrator first; that person adds the others.':
    'Richten Sie zuerst den ersten Administrator ein; der fügt die anderen hinzu.',
  '{0} administers people and decides on quality. Take one of the two away first.':
    '{0} verwaltet Personen und entscheidet über Qualität. Nehmen Sie zuerst eines von beiden weg.',
  'One person may act alone here already.': 'Eine Person darf hier schon allein handeln.',
  'It takes two persons here already.': 'Hier braucht es schon zwei Personen.',
  'Name a lot or a serial of it.': 'Nennen Sie eine Charge oder eine Seriennummer davon.',
  'Check the product, the lot and the serial.': 'Prüfen Sie Artikel, Charge und Seriennummer.',
  'Nothing is recorded of {0}. {1}': 'Von {0:goods} ist nichts aufgezeichnet. {1}',
  'There is no supplier {0}. Check the code.': 'Einen Lieferanten {0} gibt es nicht. Prüfen Sie den Code.',
  'No goods of lot {0} of supplier {1} are recorded. Check the supplier and the number.':
    'Von Charge {0} des Lieferanten {1} ist keine Ware aufgezeichnet. Prüfen Sie Lieferant und Nummer.',
  'There is no view "{0}". Load the list of views again.':
    'Eine Ansicht „{0}“ gibt es nicht. Laden Sie die Liste der Ansichten neu.',
  'Signature {0} of {1}': 'Die Unterschrift {0} von {1}',
  '{0} was changed.': '{0} wurde geändert.',
  '{0} stands there twice.': '{0} steht zweimal da.',
  '{0} is of nobody who was ever a person here.': '{0} ist von niemandem, der hier je eine Person war.',
  '{0} names another entry than the one it was made with.':
    '{0} nennt einen anderen Eintrag als den, mit dem sie entstand.',
  '{0} is not on the {1} it names.': '{0} steht nicht unter der Fassung ({1}), die sie nennt.',
  'What stood before {0} is missing (entry {1}).': 'Was vor {0} stand, fehlt (Eintrag {1}).',
  '{0} names another entry (entry {1}).': '{0} nennt einen anderen Eintrag (Eintrag {1}).',
  '{0} was changed (entry {1}).': '{0} wurde geändert (Eintrag {1}).',
  '{0} or one beside it was removed, added or changed (entry {1}).':
    '{0} oder eine Zeile daneben wurde entfernt, hinzugefügt oder geändert (Eintrag {1}).',
  '{0} stands in the journal without an entry.': '{0} steht im Journal ohne einen Eintrag.',
  'movement {0}': 'Bewegung {0}',
  'version {0}': 'Fassung {0}',
  '{0} The last one that holds is of entry {1}.': '{0} Der letzte, der hält, ist von Eintrag {1}.',
  '{0} at {1} in {2} is {3}, but its movements come to {4}.':
    '{0} in {1} im Status {2} ist {3}, doch die Bewegungen ergeben {4}.',
  '{0} balances say nothing, or less than nothing; a line of nothing is no line.':
    '{0} Bestände sind null oder kleiner; null ist keine Zeile.',
  'Serial {0} of {1} lies in two locations or as more than one piece.':
    'Seriennummer {0} von {1} liegt an zwei Plätzen oder als mehr als ein Stück.',
  'entry {0} is dated before the one before it.': 'Eintrag {0} trägt eine frühere Zeit als der vor ihm.',
  'The head names entry {0}, but the last entry is {1}: entries are missing or were added.':
    'Der Kopf nennt Eintrag {0}, doch der letzte Eintrag ist {1}: Einträge fehlen oder kamen hinzu.',
  'The head and the journals do not agree.': 'Der Kopf und die Journale stimmen nicht überein.',
  'entry {0} cannot be read.': 'Eintrag {0} ist nicht lesbar.',
  'entry {0} is listed under other words than it says.':
    'Eintrag {0} ist unter anderen Angaben verzeichnet, als er enthält.',
  'entry {0} is listed under another time than it says.':
    'Eintrag {0} ist unter einer anderen Zeit verzeichnet, als er enthält.',
  'entry {0} belongs to another store.': 'Eintrag {0} gehört zu einem anderen Speicher.',
  'Tables, indexes or triggers were changed outside Lotline.':
    'Tabellen, Indizes oder Auslöser wurden außerhalb von Lotline geändert.',
  '{0} {1} holds bytes that are no text: they were changed outside Lotline.':
    '{0} {1} enthält Bytes, die kein Text sind: Sie wurden außerhalb von Lotline geändert.',
  '{0} cannot be read or written ({1}). Check how it is spelt and how long it is, and whether its folder may be read and written.':
    '{0} kann weder gelesen noch geschrieben werden ({1}). Prüfen Sie, wie es geschrieben ist und wie lang es ist, und ob der Ordner gelesen und beschrieben werden darf.',
  '{0} rows point at records that are not there.': '{0} Zeilen verweisen auf Datensätze, die nicht da sind.',
  'The file is damaged: its pages do not fit together. Restore a backup.':
    'Die Datei ist beschädigt: Ihre Seiten passen nicht zusammen. Spielen Sie eine Sicherung zurück.',
  '{0} was never written by an entry.': '{0} wurde von keinem Eintrag geschrieben.',
  '{0} differs from what entry {1} wrote.': '{0} weicht von dem ab, was Eintrag {1} schrieb.',
  '{0} {1} records were removed outside Lotline.': '{0} Datensätze ({1}) wurden außerhalb von Lotline entfernt.',
  '{0} units stand in the store that nothing names.': 'Im Speicher stehen {0} Einheiten, die nichts nennt.',
  '{0} production runs stand in the store that no movement names.':
    'Im Speicher stehen {0} Fertigungsläufe, die keine Bewegung nennt.',
  '{0} production runs have no work order.': '{0} Fertigungsläufe haben keinen Fertigungsauftrag.',
  '{0} movements have a blank where nothing stood.': '{0} Bewegungen sind leer, wo nichts stand.',
  '{0} is walked through by no trace, or by every one, against what its product says.':
    'Durch {0} führt keine Rückverfolgung oder jede, anders als es der Artikel verlangt.',
  'The head does not say truly whether this is a demo.': 'Der Kopf gibt nicht wahr an, ob dies eine Vorführung ist.',
  'The file is damaged: its {0} cannot be read to the end ({1}). Restore a backup.':
    'Die Datei ist beschädigt: {0} lässt sich nicht zu Ende lesen ({1}). Spielen Sie eine Sicherung zurück.',
  'The trail is not what an anchor says: {0}': 'Der Audit-Trail ist nicht, was ein Anker nennt: {0}',
  '{0} Entry {1} says that a backup was restored, but nothing kept outside the store speaks for that. If it was restored on purpose, say so on this computer: lotline verify --accept. Or name an anchor that was signed since.':
    '{0} Eintrag {1} sagt, dass eine Sicherung zurückgespielt wurde, aber nichts außerhalb des Speichers spricht dafür. Wurde sie mit Absicht zurückgespielt, sagen Sie es auf diesem Computer: lotline verify --accept. Oder nennen Sie einen Anker, der seither unterschrieben wurde.',
  '{0}, line {1}: movement {2} says the same as movement {3} under another id. If it happened once, undo one of the two by a reversing row.':
    '{0}, Position {1}: Bewegung {2} sagt dasselbe wie Bewegung {3} unter einer anderen id. Wenn es einmal geschah, machen Sie eine der beiden durch eine Gegenzeile rückgängig.',
  '{0}, line {1}: {2} is booked twice, by two rows that say the same. If it happened once, leave this row out, or undo one of the two.':
    '{0}, Position {1}: {2:goods} ist zweimal gebucht, durch zwei Zeilen, die dasselbe sagen. Wenn es einmal geschah, lassen Sie diese Zeile weg, oder machen Sie eine der beiden Buchungen rückgängig.',
  '{0}, line {1}': '{0}, Position {1}',
  '{0}: an earlier import booked {1} of {2} at {3} from a row that this export no longer has. If this row says the same once more, leave it out, or undo one of the two.':
    '{0}: Ein früherer Import buchte {1} von {2:goods} um {3} aus einer Zeile, die dieser Export nicht mehr hat. Wenn diese Zeile dasselbe noch einmal sagt, lassen Sie sie weg, oder machen Sie eine der beiden Buchungen rückgängig.',
  '{0}: an earlier import booked {1} of {2} at {3} from a row that this export no longer has, and this row {4}. If the line was corrected, undo the earlier movement by a reversing row.':
    '{0}: Ein früherer Import buchte {1} von {2:goods} um {3} aus einer Zeile, die dieser Export nicht mehr hat, und diese Zeile bucht {4}. Wenn die Position berichtigt wurde, machen Sie die frühere Bewegung durch eine Gegenzeile rückgängig.',
  '{0}: an earlier import booked {1} of {2} with {3} at {4} from a row that this export no longer has, and this row with {5}. If the line was corrected, undo the earlier movement by a reversing row.':
    '{0}: Ein früherer Import buchte {1} von {2:goods} mit {3} um {4} aus einer Zeile, die dieser Export nicht mehr hat, und diese Zeile mit {5}. Wenn die Position berichtigt wurde, machen Sie die frühere Bewegung durch eine Gegenzeile rückgängig.',
  '{0}: an earlier import booked {1} of {2} at {3} as {4} from a row that this export no longer has. If this row says the same once more, leave it out, or undo one of the two.':
    '{0}: Ein früherer Import buchte {1} von {2:goods} um {3} als {4} aus einer Zeile, die dieser Export nicht mehr hat. Wenn diese Zeile dasselbe noch einmal sagt, lassen Sie sie weg, oder machen Sie eine der beiden Buchungen rückgängig.',
  '{0}: {1} of {2} is booked at {3} and once more at {4}, a whole number of hours apart and else the same. If it happened once, undo one of the two by a reversing row.':
    '{0}: {1} von {2:goods} sind um {3} gebucht und noch einmal um {4}, um ganze Stunden versetzt und sonst gleich. Wenn es einmal geschah, machen Sie eine der beiden Buchungen durch eine Gegenzeile rückgängig.',
  'Run {0} of work order {1} made goods and used none, and run {2} used goods and made none: traces and recalls do not lead from the one to the other. Check the runs.':
    'Lauf {0} von Auftrag {1} stellte Ware her und verbrauchte keine, und Lauf {2} verbrauchte Ware und stellte keine her: Rückverfolgung und Rückruf führen nicht vom einen zum anderen. Prüfen Sie die Läufe.',
  'Work order {0} used {1} of {2} without what it gave back, but its links put {3} of it into parents. Check the links, and what was given back.':
    'Auftrag {0} verbrauchte {1} von {2} ohne das, was er zurückgab, aber seine Verknüpfungen setzen {3} davon ein. Prüfen Sie die Verknüpfungen und was zurückgegeben wurde.',
  '{0}: {1} is taken over as opening stock, but was on an earlier day in the same location ({2}). If it is counted twice, undo one of the two by a reversing row.':
    '{0}: {1} wird als Anfangsbestand übernommen, war es an demselben Lagerort aber schon an einem früheren Tag ({2}). Wenn es doppelt zählt, machen Sie eines von beiden durch eine Gegenzeile rückgängig.',
  '{0}: {1} is taken over as opening stock, but had come in or moved here before ({2}). If it is counted twice, undo one of the two by a reversing row.':
    '{0}: {1} wird als Anfangsbestand übernommen, war aber schon eingegangen oder hier bewegt worden ({2}). Wenn es doppelt zählt, machen Sie eines von beiden durch eine Gegenzeile rückgängig.',
};
