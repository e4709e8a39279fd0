/** Messages of the host and the store in German, by their English patterns (kernel/message.ts). A test holds that none is missing. */
export const hostMessages: Readonly<Record<string, string>> = {
  'Something went wrong inside Lotline. Nothing was changed. Try again; if it stays, the log says more.':
    'In Lotline ist etwas schiefgegangen. Es wurde nichts geändert. Versuchen Sie es noch einmal; bleibt es so, sagt die Logdatei mehr.',
  'There is no such page.': 'Diese Seite gibt es nicht.',
  'Files are handed over by POST /upload, then PUT /upload/{id}/{name}.':
    'Dateien werden mit POST /upload und dann PUT /upload/{id}/{name} übergeben.',
  'A draft is read by GET, kept by PUT and removed by DELETE.':
    'Ein Entwurf wird mit GET gelesen, mit PUT aufbewahrt und mit DELETE entfernt.',
  'The address cannot be read.': 'Die Adresse ist nicht lesbar.',
  'The line was cut before everything had come.': 'Die Verbindung brach ab, bevor alles angekommen war.',
  'The text of the request is not UTF-8.': 'Der Text der Anfrage ist kein UTF-8.',
  'Lists and records lie in each other at most {0} levels deep.':
    'Listen und Datensätze liegen höchstens {0} Ebenen tief ineinander.',
  'Somebody else started this work, and your role may not do the same. Ask them, or an administrator, to stop it.':
    'Diese Arbeit hat jemand anders begonnen, und Ihre Rolle darf sie nicht selbst tun. Bitten Sie diese Person oder eine Verwaltung, sie abzubrechen.',
  'A draft is kept as JSON.': 'Ein Entwurf wird als JSON aufbewahrt.',
  'The name of a form has 1 to {0} characters.': 'Der Name eines Formulars hat 1 bis {0} Zeichen.',
  'A draft holds at most {0} KB.': 'Ein Entwurf fasst höchstens {0} KB.',
  'This very request is running already. Wait for its answer.':
    'Genau diese Anfrage läuft schon. Warten Sie auf ihre Antwort.',
  'The work was cancelled. Nothing was changed.': 'Die Arbeit wurde abgebrochen. Es wurde nichts geändert.',
  'There is no operation {0}. The command "operations" lists all of them.':
    'Einen Vorgang {0} gibt es nicht. Der Befehl „operations“ nennt alle.',
  'The records change faster than they can be read. Ask again.':
    'Die Aufzeichnungen ändern sich schneller, als sie gelesen werden können. Fragen Sie noch einmal.',
  'This command id was used before for something else. Send the command with an id of its own.':
    'Diese Befehlskennung wurde schon für etwas anderes verwendet. Senden Sie den Befehl mit einer eigenen.',
  'Nobody is signed in. Sign in with your user name and password.':
    'Niemand ist angemeldet. Melden Sie sich mit Benutzername und Passwort an.',
  'Somebody signed in or out meanwhile, in this window or another one. Nothing was done. Look who is signed in now, and do it again.':
    'Inzwischen hat sich jemand an- oder abgemeldet, in diesem Fenster oder einem anderen. Es wurde nichts getan. Sehen Sie nach, wer jetzt angemeldet ist, und tun Sie es noch einmal.',
  'The account of {0} was changed while the password was being checked. Nothing was done. Look at it, and do it again.':
    'Das Konto von {0} wurde geändert, während das Passwort geprüft wurde. Es wurde nichts getan. Sehen Sie es sich an, und tun Sie es noch einmal.',
  'This session is locked. Give your password to go on where you were.':
    'Diese Sitzung ist gesperrt. Geben Sie Ihr Passwort ein, um weiterzuarbeiten.',
  'Your password must be changed before you go on.': 'Ihr Passwort muss geändert werden, bevor es weitergeht.',
  'Your role may not do this ({0}). Ask an administrator.':
    'Ihre Rolle darf das nicht ({0}). Wenden Sie sich an einen Administrator.',
  'The input is not right. {0}': 'Die Eingabe stimmt nicht. {0}',
  'Say why, in a few words.': 'Sagen Sie in ein paar Worten, warum.',
  'A command needs an id of its own: 8 to 100 letters, digits or dashes, made once per attempt.':
    'Ein Befehl braucht eine eigene Kennung: 8 bis 100 Buchstaben, Ziffern oder Striche, je Versuch eine.',
  '{0} is not signed. Send the command as it is.': '{0} wird nicht unterschrieben. Senden Sie den Befehl, wie er ist.',
  'What was read is not what would be signed: it was read by somebody else or of something else, was signed already, or has changed since. Read it again, and sign what you see.':
    'Was gelesen wurde, ist nicht, was unterschrieben würde: jemand anderes hat es gelesen, es war etwas anderes, es ist schon unterschrieben, oder es hat sich seither geändert. Lesen Sie es noch einmal, und unterschreiben Sie, was Sie sehen.',
  'Nothing is signed unread. Ask signing.prepare for what would be signed, read it, and send its token along.':
    'Ungelesen wird nichts unterschrieben. Fragen Sie mit signing.prepare, was unterschrieben würde, lesen Sie es, und schicken Sie das Zeichen davon mit.',
  'Nobody does this alone. A second person who may do it too signs as witness.':
    'Das tut niemand allein. Eine zweite Person, die es auch darf, unterschreibt als Zeuge.',
  '{0} With a backup at hand: lotline restore BACKUP --store {1}':
    '{0} Mit einer Sicherung: lotline restore SICHERUNG --store {1}',
  '{0} is the store itself. Name a backup of it.': '{0} ist der Speicher selbst. Nennen Sie eine Sicherung davon.',
  'There is no folder {0} to restore a store into.':
    'Es gibt keinen Ordner {0}, in den ein Speicher zurückgespielt werden könnte.',
  '{0} is a backup of another store than the one at {1}, which is left as it is. Name its own place with --store FILE.':
    '{0} ist die Sicherung eines anderen Speichers als des Speichers in {1}, der bleibt, wie er ist. Nennen Sie dessen eigenen Ort mit --store DATEI.',
  '{0} is a backup of another store than the one this computer knew at {1}, which cannot say so itself any more. Restore a backup of that store, or name another place with --store FILE. If this one is to go there, say so: lotline restore BACKUP --accept':
    '{0} ist die Sicherung eines anderen Speichers als dessen, den dieser Computer in {1} kannte und der es selbst nicht mehr sagen kann. Spielen Sie eine Sicherung von jenem zurück, oder nennen Sie einen anderen Ort mit --store DATEI. Soll diese dorthin, so sagen Sie es: lotline restore SICHERUNG --accept',
  'There is no operation {0}.': 'Einen Vorgang {0} gibt es nicht.',
  'The request cannot be read: it is not JSON in the form of a call.':
    'Die Anfrage ist nicht lesbar: Sie ist kein JSON in der Form eines Aufrufs.',
  'Something went wrong inside Lotline. Try again; if it stays, the log says more.':
    'In Lotline ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es so, sagt die Logdatei mehr.',
  'Lotline is not built, and the tool that builds it is missing. Run "npm ci" first.':
    'Lotline ist nicht gebaut, und das Werkzeug dafür fehlt. Führen Sie zuerst „npm ci“ aus.',
  'Lotline could not be built. {0}': 'Lotline ließ sich nicht bauen. {0}',
  'The audit trail does not hold: {0} Nobody signs in or signs; verify the store, and restore a backup on the command line, which asks the people of the backup: lotline restore BACKUP.':
    'Der Audit-Trail hält nicht: {0} Niemand meldet sich an oder unterschreibt; prüfen Sie den Speicher und spielen Sie eine Sicherung auf der Kommandozeile zurück, die nach den Personen der Sicherung fragt: lotline restore BACKUP.',
  'The audit trail could not be read to its end. Nobody signs in or signs; verify the store, and restore a backup on the command line, which asks the people of the backup: lotline restore BACKUP.':
    'Der Audit-Trail konnte nicht bis zum Ende gelesen werden. Niemand meldet sich an oder unterschreibt; prüfen Sie den Speicher und spielen Sie eine Sicherung auf der Kommandozeile zurück, die nach den Personen der Sicherung fragt: lotline restore BACKUP.',
  'The store does not hold: {0} It is open for reading only; restore a backup, or ask whoever looks after it.':
    'Der Speicher hält nicht: {0} Er ist nur zum Lesen offen; spielen Sie eine Sicherung zurück, oder fragen Sie, wer ihn betreut.',
  'There is no space left for the document. Nothing was written. Free some space and try again.':
    'Für das Dokument ist kein Platz mehr. Es wurde nichts geschrieben. Schaffen Sie Platz, und versuchen Sie es noch einmal.',
  'The document cannot be written there. Check that the folder exists and may be written, and that no other program has the file open.':
    'Dort kann das Dokument nicht geschrieben werden. Prüfen Sie, ob es den Ordner gibt, ob er beschrieben werden darf und ob kein anderes Programm die Datei offen hat.',
  'The document was cancelled. Nothing has been written.':
    'Das Dokument wurde abgebrochen. Es wurde nichts geschrieben.',
  'The report has {0} rows, which is too long for a PDF. Nothing was drawn. Export it as Excel, which has every row, or ask for less.':
    'Der Bericht hat {0} Zeilen, das ist für ein PDF zu lang. Es wurde nichts gezeichnet. Exportieren Sie ihn als Excel, das jede Zeile hat, oder fragen Sie nach weniger.',
  'Work is running in the open store. Wait for its end, then try again.':
    'Im offenen Speicher läuft noch Arbeit. Warten Sie ihr Ende ab, und versuchen Sie es dann noch einmal.',
  'Work is running in the open store. Wait for its end, then open the other one.':
    'Im offenen Speicher läuft noch Arbeit. Warten Sie ihr Ende ab, und öffnen Sie dann den anderen.',
  '{0} is neither a folder nor a file.': '{0} ist weder ein Ordner noch eine Datei.',
  'There is no export in {0}. {1}': 'In {0} gibt es keinen Export. {1}',
  '{0} is not there, or cannot be read.': '{0} ist nicht da oder nicht lesbar.',
  'A call holds at most 5 MB. Hand files over as an import.':
    'Ein Aufruf fasst höchstens 5 MB. Übergeben Sie Dateien als Import.',
  'Port {0} is taken or not to be had. Name another with --port, or none.':
    'Port {0} ist vergeben oder nicht zu bekommen. Nennen Sie einen anderen mit --port, oder keinen.',
  'There is no anchor at {0}.': 'In {0} gibt es keinen Anker.',
  '{0} cannot be read as an anchor.': '{0} lässt sich nicht als Anker lesen.',
  'The identity of the store was changed. Restore a backup.':
    'Die Kennung des Speichers wurde geändert. Spielen Sie eine Sicherung zurück.',
  '{0} cannot be written. Check the name, and that no other program has the file open.':
    '{0} kann nicht geschrieben werden. Prüfen Sie den Namen und ob kein anderes Programm die Datei offen hat.',
  'The copy does not hold, so it was not kept: {0} Verify the store itself, and restore an earlier backup where it does not hold either.':
    'Die Kopie hält nicht und wurde deshalb nicht behalten: {0} Prüfen Sie den Speicher selbst, und spielen Sie eine frühere Sicherung zurück, wenn auch er nicht hält.',
  'The copy ends with entry {0} instead of {1}, so it was not kept.':
    'Die Kopie endet mit Eintrag {0} statt {1} und wurde deshalb nicht behalten.',
  '{0} Nothing was written.': '{0} Es wurde nichts geschrieben.',
  'Name the backup by a whole path, from the root of a disk of this computer.':
    'Nennen Sie die Sicherung mit ganzem Pfad, von der Wurzel eines Datenträgers dieses Computers an.',
  '{0} belongs to the store itself. Name another file for the backup.':
    '{0} gehört zum Speicher selbst. Nennen Sie eine andere Datei für die Sicherung.',
  '{0} lies on a network share ({1}), which may say that bytes are written when they are not. Back up to a disk of this computer and copy the finished file.':
    '{0} liegt auf einer Netzfreigabe ({1}), die Bytes als geschrieben melden kann, die es nicht sind. Sichern Sie auf einen Datenträger dieses Computers, und kopieren Sie die fertige Datei.',
  'There is too little room in {0}: {1} are needed, {2} are free. Nothing was written.':
    'In {0} ist zu wenig Platz: {1} werden gebraucht, {2} sind frei. Es wurde nichts geschrieben.',
  'There is no folder {0}.': 'Einen Ordner {0} gibt es nicht.',
  '{0} is no folder.': '{0} ist kein Ordner.',
  '{0} is a folder. Name a file in it.': '{0} ist ein Ordner. Nennen Sie eine Datei darin.',
  '{0} is there and holds other things than anchors. Name a new file, or one of anchors.':
    '{0} ist da und enthält anderes als Anker. Nennen Sie eine neue Datei oder eine mit Ankern.',
  '{0} is there already and is no anchor of this store. Name another file, or remove that one.':
    '{0} ist schon da und kein Anker dieses Bestands. Nennen Sie eine andere Datei, oder entfernen Sie jene.',
  '{0} is a link that leads nowhere.': '{0} ist ein Verweis, der nirgendwohin führt.',
  '{0} is there already and is no backup of this store. Name another file, or remove that one.':
    '{0} gibt es schon, und es ist keine Sicherung dieses Speichers. Nennen Sie eine andere Datei, oder entfernen Sie diese.',
  '{0} is a later backup of this store: it ends with entry {1}, the store with entry {2}. Keep it, and name another file.':
    '{0} ist eine spätere Sicherung dieses Speichers: Sie endet mit Eintrag {1}, der Speicher mit Eintrag {2}. Behalten Sie sie, und nennen Sie eine andere Datei.',
  'Nothing can be written into {0} under this name. Check its rights, or name another place.':
    'In {0} kann unter diesem Namen nichts geschrieben werden. Prüfen Sie die Rechte, oder nennen Sie einen anderen Ort.',
  'The backup of {0} that is made before it is brought up to a new version does not hold. Nothing was changed. Check the disk, or restore an earlier backup.':
    'Die Sicherung von {0}, die vor dem Anheben auf eine neue Version gemacht wird, hält nicht. Es wurde nichts geändert. Prüfen Sie den Datenträger, oder spielen Sie eine frühere Sicherung zurück.',
  'The store could not be brought up to schema {0}: {1} would not have been as they should. Nothing was changed.':
    'Der Speicher konnte nicht auf Schema {0} gebracht werden: {1} wären nicht, wie sie sein müssen. Es wurde nichts geändert.',
  'The store cannot be written safely where it lies. Move it to a disk of this computer.':
    'Der Speicher kann dort, wo er liegt, nicht sicher geschrieben werden. Legen Sie ihn auf einen Datenträger dieses Computers.',
  'The head of the store is missing. Restore a backup.':
    'Der Kopf des Speichers fehlt. Spielen Sie eine Sicherung zurück.',
  '{0} is a database of another program. Name a Lotline store.':
    '{0} ist die Datenbank eines anderen Programms. Nennen Sie einen Speicher von Lotline.',
  '{0} was written by a newer Lotline (schema {1}, this one knows {2}). Open it with that version.':
    '{0} wurde von einem neueren Lotline geschrieben (Schema {1}, dieses kennt {2}). Öffnen Sie es mit jener Version.',
  '{0} has schema {1}, which this Lotline cannot bring up to {2}.':
    '{0} hat Schema {1}, das dieses Lotline nicht auf {2} bringen kann.',
  'Tables or triggers of {0} were changed outside Lotline. Restore a backup, or open it for reading only.':
    'Tabellen oder Trigger von {0} wurden außerhalb von Lotline geändert. Spielen Sie eine Sicherung zurück, oder öffnen Sie es nur zum Lesen.',
  'Tables or triggers of the store were changed outside Lotline.':
    'Tabellen oder Trigger des Speichers wurden außerhalb von Lotline geändert.',
  'The audit trail of {0} does not hold: {1} Restore a backup, or open it for reading only.':
    'Der Audit-Trail von {0} hält nicht: {1} Spielen Sie eine Sicherung zurück, oder öffnen Sie den Speicher nur zum Lesen.',
  'The audit trail does not hold: {0}': 'Der Audit-Trail hält nicht: {0}',
  '{0} was set up for people, and there are none any more. Restore a backup, or open it for reading only.':
    '{0} war für Personen eingerichtet, und es gibt keine mehr. Spielen Sie eine Sicherung zurück, oder öffnen Sie es nur zum Lesen.',
  'The people of this store were removed outside Lotline.':
    'Die Personen dieses Speichers wurden außerhalb von Lotline entfernt.',
  '{0} is not the store this computer verified: {1} Put the newer store back; “lotline serve” opens this one for reading only.':
    '{0} ist nicht der Speicher, den dieser Computer geprüft hat: {1} Legen Sie den neueren zurück; „lotline serve“ öffnet diesen nur zum Lesen.',
  'This is not the store this computer verified: {0}':
    'Das ist nicht der Speicher, den dieser Computer geprüft hat: {0}',
  'There is no store at {0}. Import a plant into it, or name another.':
    'In {0} gibt es keinen Speicher. Importieren Sie einen Betrieb hinein, oder nennen Sie einen anderen.',
  '{0} is not a file.': '{0} ist keine Datei.',
  '{0} is empty. An empty file is a store that was lost, not a new one: restore a backup or remove it.':
    '{0} ist leer. Eine leere Datei ist ein verlorener Speicher, kein neuer: Spielen Sie eine Sicherung zurück, oder entfernen Sie sie.',
  '{0} is not a Lotline store.': '{0} ist kein Speicher von Lotline.',
  '{0} cannot be read. Check the rights of the file and its folder.':
    '{0} ist nicht lesbar. Prüfen Sie die Rechte der Datei und ihres Ordners.',
  '{0} cannot be read as a store. Restore a backup.':
    '{0} lässt sich nicht als Speicher lesen. Spielen Sie eine Sicherung zurück.',
  'Another program is writing to this store. Close it, or use this store for reading only.':
    'Ein anderes Programm schreibt in diesen Speicher. Schließen Sie es, oder nutzen Sie diesen Speicher nur zum Lesen.',
  'This store is open for writing by {0} on {1} (process {2}, since {3}). Close it there, or use this store for reading only.':
    'Dieser Speicher ist zum Schreiben offen bei {0} auf {1} (Prozess {2}, seit {3}). Schließen Sie ihn dort, oder nutzen Sie ihn nur zum Lesen.',
  'There is no backup at {0}.': 'In {0} gibt es keine Sicherung.',
  '{0} is not what its anchor says it was when it was made ({1}): it was changed, or the anchor is of another backup.':
    '{0} ist nicht, was es laut Anker war, als es gemacht wurde ({1}): Es wurde geändert, oder der Anker gehört zu einer anderen Sicherung.',
  '{0} is not a file. Name the store to restore.':
    '{0} ist keine Datei. Nennen Sie den Speicher, der zurückgespielt wird.',
  'Another program has {0} open for reading. Close it there, then restore again.':
    'Ein anderes Programm hat {0} zum Lesen offen. Schließen Sie es dort, und spielen Sie dann noch einmal zurück.',
  '{0} is a database of another program, and is left alone.':
    '{0} ist die Datenbank eines anderen Programms und bleibt unberührt.',
  '{0} is no store of Lotline, and is left alone.': '{0} ist kein Speicher von Lotline und bleibt unberührt.',
  'There is no space left for the store. Nothing was changed. Free some space and try again.':
    'Für den Speicher ist kein Platz mehr. Es wurde nichts geändert. Schaffen Sie Platz, und versuchen Sie es noch einmal.',
  'The store file or its folder may not be written. Nothing was changed. Check the rights of both.':
    'Die Datei des Speichers oder ihr Ordner darf nicht beschrieben werden. Es wurde nichts geändert. Prüfen Sie die Rechte von beiden.',
  'The store is busy in another program. Nothing was changed. Try again in a moment.':
    'Der Speicher wird gerade von einem anderen Programm benutzt. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  'This file is not a Lotline store.': 'Diese Datei ist kein Speicher von Lotline.',
  'The store file is damaged. Restore a backup; do not go on writing to it.':
    'Die Datei des Speichers ist beschädigt. Spielen Sie eine Sicherung zurück; schreiben Sie nicht weiter hinein.',
  '{0} has schema {1}, this Lotline works with {2}. Open it once in a window or with "serve", which brings it up.':
    '{0} hat Schema {1}, dieses Lotline arbeitet mit {2}. Öffnen Sie es einmal in einem Fenster oder mit „serve“, das es anhebt.',
  'A store cannot be made at {0}. Check that the folder exists and may be written.':
    'In {0} lässt sich kein Speicher anlegen. Prüfen Sie, ob es den Ordner gibt und ob er beschrieben werden darf.',
  'This store is open for reading only.': 'Dieser Speicher ist nur zum Lesen offen.',
  '{0}: {1} The store is open for rescue: everything can be looked at and exported, nothing is written. Restore a backup.':
    '{0}: {1} Der Speicher ist zur Rettung offen: Alles kann angesehen und exportiert werden, geschrieben wird nichts. Spielen Sie eine Sicherung zurück.',
  'The store is being closed.': 'Der Speicher wird gerade geschlossen.',
  '{0} is not as this computer left it: {1} Put the newer store back; “lotline serve” opens this one for reading only. If this one was put there on purpose, say so first: lotline verify --accept --store {2}':
    '{0} ist nicht, wie dieser Computer ihn verlassen hat: {1} Legen Sie den neueren Speicher zurück; „lotline serve“ öffnet diesen nur zum Lesen. Wurde dieser mit Absicht dorthin gelegt, so sagen Sie es zuerst: lotline verify --accept --store {2}',
  'The store is not as this computer left it: {0}':
    'Der Speicher ist nicht, wie dieser Computer ihn verlassen hat: {0}',
  '{0} is a link, a pipe or a device, or a folder, so it was not opened. A file belongs there: remove what is there, or name another.':
    '{0} ist ein Link, eine Pipe oder ein Gerät, oder ein Ordner, und wurde nicht geöffnet. Dorthin gehört eine Datei: Entfernen Sie, was dort liegt, oder nennen Sie eine andere.',
  '{0} is another store than the one this computer knew at this place. Put the right one back. If this one was put there on purpose, say so first: lotline verify --accept --store {1}':
    '{0} ist ein anderer Speicher, als dieser Computer hier kannte. Legen Sie den richtigen zurück. Liegt dieser mit Absicht hier, sagen Sie es zuerst: lotline verify --accept --store {1}',
  'This is another store than the one this computer knew at this place. If it was put there on purpose, say so: lotline verify --accept --store {0}.':
    'Dies ist ein anderer Speicher, als dieser Computer hier kannte. Liegt er mit Absicht hier, sagen Sie es: lotline verify --accept --store {0}.',
  'Lines in the folder of anchors that were passed over, since this computer did not sign them or a person here said that the store is right: {0}.':
    'Zeilen im Ordner der Anker, die übergangen wurden, weil dieser Computer sie nicht unterschrieb oder jemand hier den Speicher für richtig erklärte: {0}.',
  'The folder of anchors also has some of another store that was at this place ({0}).':
    'Im Ordner der Anker liegen auch welche eines anderen Speichers, der hier lag ({0}).',
  'The folder of anchors has none of this store, but some of others ({0}).':
    'Im Ordner der Anker liegt keiner dieses Speichers, aber welche von anderen ({0}).',
  '{0} is no lock of Lotline; the store itself was not touched. Remove it; Lotline makes its lock anew.':
    '{0} ist keine Sperrdatei von Lotline; der Speicher selbst blieb unberührt. Entfernen Sie sie; Lotline legt seine Sperre neu an.',
  'the anchor of {0} is of another store.': 'Der Anker vom {0} gehört zu einem anderen Speicher.',
  'entry {0}, which the anchor of {1} states, is not there: the end of the trail was removed, or an older copy was put in its place.':
    'Eintrag {0}, den der Anker vom {1} nennt, ist nicht da: Das Ende des Audit-Trails wurde entfernt, oder eine ältere Kopie steht an seiner Stelle.',
  'entry {0} is another one than the anchor of {1} states: the trail was rewritten, or goes on from an older copy.':
    'Eintrag {0} ist ein anderer, als der Anker vom {1} nennt: Der Audit-Trail wurde neu geschrieben, oder er setzt eine ältere Kopie fort.',
  'the head is missing.': 'Der Kopf fehlt.',
  'the head names entry {0}, the last entry is {1}.': 'Der Kopf nennt Eintrag {0}, der letzte Eintrag ist {1}.',
  'entry {0} sets up the first administrator, whom an earlier one set up.':
    'Eintrag {0} richtet den ersten Administrator ein, den ein früherer schon eingerichtet hat.',
  'entry {0} is missing.': 'Eintrag {0} fehlt.',
  'entry {0} was changed.': 'Eintrag {0} wurde geändert.',
  'entry {0} does not follow the one before it.': 'Eintrag {0} folgt nicht auf den vor ihm.',
  'entry {0} was sealed after another entry than the one before it.':
    'Eintrag {0} wurde nach einem anderen Eintrag versiegelt als dem vor ihm.',
  'Everybody who had to has signed this. Look at the signatures again.':
    'Alle, die mussten, haben dies unterschrieben. Sehen Sie sich die Unterschriften noch einmal an.',
  '{0} is a link, a folder, or has a second name, so it was not opened. Remove it; Lotline makes its lock anew.':
    '{0} ist ein Link, ein Ordner oder hat einen zweiten Namen und wurde darum nicht geöffnet. Entfernen Sie es; Lotline legt seine Sperre neu an.',
  'Another program wrote to the store while it was open here. Nothing more is written. Close it, verify it, and restore a backup where it does not hold.':
    'Ein anderes Programm hat in den Speicher geschrieben, während er hier geöffnet war. Es wird nichts mehr geschrieben. Schließen Sie ihn, prüfen Sie ihn, und spielen Sie eine Sicherung zurück, wenn er nicht hält.',
  'The file of the store was overwritten while it was open here, and cannot be read as a store any more. Nothing more is written. Restore a backup.':
    'Die Datei des Speichers wurde überschrieben, während sie hier geöffnet war, und ist nicht mehr als Speicher lesbar. Es wird nichts mehr geschrieben. Spielen Sie eine Sicherung zurück.',
  '{0} was removed or replaced while the store was open, so another program may write to the store without knowing of this one. Nothing more is written here. Close every program that has it open, and verify it.':
    '{0} wurde entfernt oder ersetzt, während der Speicher geöffnet war; ein anderes Programm kann also in den Speicher schreiben, ohne von diesem zu wissen. Hier wird nichts mehr geschrieben. Schließen Sie alle Programme, die ihn geöffnet haben, und prüfen Sie ihn.',
  '{0} {1}': '{0} {1}',
  'Entry {0}, which was acknowledged here, is gone.': 'Eintrag {0}, der hier bestätigt wurde, ist fort.',
  'Entries {0} to {1}, which were acknowledged here, are gone.':
    'Die Einträge {0} bis {1}, die hier bestätigt wurden, sind fort.',
  'Entry {0} is another one now than was acknowledged here.':
    'Eintrag {0} ist jetzt ein anderer, als hier bestätigt wurde.',
  '{0} is a folder, in the place of a file that Lotline makes. Move it.':
    '{0} ist ein Ordner und steht, wo Lotline eine Datei anlegt. Verschieben Sie ihn.',
  'Traces and recalls were answered from other records than the store holds now: it was changed outside Lotline for a while. Ask for them again; what was issued since the store was opened may be wrong.':
    'Rückverfolgungen und Rückrufe wurden aus anderen Aufzeichnungen beantwortet, als der Speicher jetzt enthält: Er wurde eine Zeit lang außerhalb von Lotline geändert. Fragen Sie noch einmal; was seit dem Öffnen des Speichers herausgegeben wurde, kann falsch sein.',
  '{0} cannot be followed to a file. Check the name, its links, and the rights of its folders.':
    '{0} führt zu keiner Datei. Prüfen Sie den Namen, seine Links und die Rechte seiner Ordner.',
  'The store was removed from {0} while it was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.':
    'Der Speicher wurde von {0} entfernt, während er geöffnet war. Es wird nichts mehr geschrieben. Machen Sie jetzt eine Sicherung: Sie entsteht aus der Datei, die hier noch geöffnet ist.',
  'Another file was put at {0} while the store was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.':
    'An {0} wurde eine andere Datei gelegt, während der Speicher geöffnet war. Es wird nichts mehr geschrieben. Machen Sie jetzt eine Sicherung: Sie entsteht aus der Datei, die hier noch geöffnet ist.',
  'The file at {0} has a second name (a hard link). Two programs could write to it without knowing of each other, so nothing is written. Remove the other name, or make a copy instead.':
    'Die Datei {0} hat einen zweiten Namen (einen harten Link). Zwei Programme könnten in sie schreiben, ohne voneinander zu wissen; darum wird nichts geschrieben. Entfernen Sie den anderen Namen, oder legen Sie statt seiner eine Kopie an.',
  '{0} is not what the journal says: it was changed outside Lotline. Nothing more is written. Verify the store, and restore a backup.':
    '{0} ist nicht, was das Journal sagt: Es wurde außerhalb von Lotline geändert. Es wird nichts mehr geschrieben. Prüfen Sie den Speicher, und spielen Sie eine Sicherung zurück.',
  'Another program touched the file of the store meanwhile. Nothing was changed. Do it again: the file is verified first.':
    'Ein anderes Programm hat die Datei des Speichers inzwischen berührt. Es wurde nichts geändert. Versuchen Sie es noch einmal: Die Datei wird zuvor geprüft.',
  '{0} lots stand in the store whose units were removed, so that no trace finds them.':
    'Im Speicher stehen {0} Chargen, deren Einheiten entfernt wurden, sodass keine Rückverfolgung sie findet.',
  '{0} units are neither walked through nor not.':
    'Von {0} Einheiten ist unklar, ob eine Rückverfolgung durch sie führt.',
  '{0} units or production runs are numbered as no node of the trace is.':
    '{0} Einheiten oder Produktionsläufe tragen Nummern, die kein Knoten der Rückverfolgung hat.',
  'The store has more than one head, or another one than its own.':
    'Der Speicher hat mehr als einen Kopf oder einen anderen als seinen eigenen.',
  'The {0} records are not numbered one after the other any more.':
    'Die Datensätze der Art {0} sind nicht mehr fortlaufend nummeriert.',
  'The trace index cannot be built from what the store holds: no trace and no recall would be answered. Restore a backup.':
    'Aus dem, was der Speicher enthält, lässt sich der Index der Rückverfolgung nicht bilden: Keine Rückverfolgung und kein Rückruf würde beantwortet. Spielen Sie eine Sicherung zurück.',
  'The snapshot of the trace index beside the store differs from what the store holds. Close the store and delete the file whose name ends in -trace: it is made anew.':
    'Die Momentaufnahme des Index der Rückverfolgung neben dem Speicher weicht von dem ab, was der Speicher enthält. Schließen Sie den Speicher, und löschen Sie die Datei, deren Name auf -trace endet: Sie wird neu angelegt.',
  'This computer has a key for anchors already ({0}). Keep it: what it signed is checked with it.':
    'Dieser Computer hat schon einen Schlüssel für Anker ({0}). Bewahren Sie ihn: Was er unterschrieb, wird mit ihm geprüft.',
  'This computer has no key for anchors. Make one: lotline anchor-key FILE':
    'Dieser Computer hat keinen Schlüssel für Anker. Legen Sie einen an: lotline anchor-key DATEI',
  'The key for anchors does not open with this passphrase. Type it again.':
    'Der Schlüssel für Anker öffnet sich mit dieser Passphrase nicht. Geben Sie sie noch einmal ein.',
  'There is no public key at {0}.': 'In {0} ist kein öffentlicher Schlüssel.',
  '{0} is no public key for anchors.': '{0} ist kein öffentlicher Schlüssel für Anker.',
  'The anchor of entry {0} is not signed with the key that was named. Name the anchors this key signed.':
    'Der Anker von Eintrag {0} ist nicht mit dem genannten Schlüssel unterschrieben. Nennen Sie die Anker, die dieser Schlüssel unterschrieb.',
  'The signature of the anchor of entry {0} does not fit: it was changed, or signed with another key. Name the public key of the computer that signed it (--anchor-key FILE).':
    'Die Unterschrift des Ankers von Eintrag {0} passt nicht: Er wurde geändert oder mit einem anderen Schlüssel unterschrieben. Nennen Sie den öffentlichen Schlüssel des Computers, der ihn unterschrieb (--anchor-key DATEI).',
  'The passphrase of a key has at least {0} characters.': 'Die Passphrase eines Schlüssels hat mindestens {0} Zeichen.',
  '{0} cannot be written. Name a file in a folder that may be written; a key is written to no file that is there.':
    '{0} kann nicht geschrieben werden. Nennen Sie eine Datei in einem beschreibbaren Ordner; ein Schlüssel wird in keine Datei geschrieben, die es schon gibt.',
  'The log of the store ({0}-wal) was removed or replaced while the store was open. Nothing more is written. Make a backup now: it is made from the files that are still open here.':
    'Die Logdatei des Speichers ({0}-wal) wurde entfernt oder ersetzt, während der Speicher geöffnet war. Es wird nichts mehr geschrieben. Machen Sie jetzt eine Sicherung: Sie entsteht aus den Dateien, die hier noch geöffnet sind.',
};
