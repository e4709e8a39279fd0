/** What is said of inspections, in German. */
export const workMessages = {
  'There is no inspection {0}. Check the number.': 'Eine Prüfung {0} gibt es nicht. Prüfen Sie die Nummer.',
  'It is still open. Decide all of it first.': 'Sie ist noch offen. Entscheiden Sie zuerst alles davon.',
  'All of it is decided. Inspect it again to decide anew.':
    'Es ist alles entschieden. Prüfen Sie noch einmal, um neu zu entscheiden.',
  'It was given up. Open another one.': 'Sie wurde aufgegeben. Eröffnen Sie eine andere.',
  'These goods were not drawn. Open one by hand to inspect them.':
    'Diese Ware wurde nicht gezogen. Eröffnen Sie von Hand eine Prüfung, um sie zu prüfen.',
  'Say how much is accepted and how much rejected.': 'Sagen Sie, wie viel angenommen und wie viel zurückgewiesen wird.',
  'Only {0} is pending, and this decides {1}. Decide no more than that.':
    'Offen ist nur {0}, und das hier entscheidet {1}. Entscheiden Sie nicht mehr.',
  'What is accepted gets a status that begins with A.': 'Was angenommen wird, bekommt einen Status, der mit A beginnt.',
  'What is rejected gets a status that begins with R.':
    'Was zurückgewiesen wird, bekommt einen Status, der mit R beginnt.',
  '{0} of {1} readings are done, so that {2} can be accepted by now. Do the rest first, or reject.':
    '{0} von {1} Messwerten sind gemacht, sodass sich bis jetzt {2} annehmen lässt. Machen Sie erst den Rest, oder weisen Sie zurück.',
  'By its readings {0} of it can be accepted. To accept {1} all the same, say that this is against the readings, and why.':
    'Nach den Messwerten lässt sich {0} davon annehmen. Um {1} dennoch anzunehmen, sagen Sie, dass das gegen die Messwerte ist, und warum.',
  'Serial {0} is not read yet. Read it first, or accept others.':
    'Seriennummer {0} ist noch nicht abgelesen. Lesen Sie sie zuerst ab, oder nehmen Sie andere an.',
  'Serial {0} failed. To accept it all the same, say that this is against the readings, and why.':
    'Seriennummer {0} hat nicht bestanden. Um sie dennoch anzunehmen, sagen Sie, dass das gegen die Messwerte ist, und warum.',
  'Only {0} {1} of {2} is free: the rest is pending in {3}. Inspect no more than that.':
    'Nur {0} {1} von {2} sind frei: Der Rest ist offen in {3}. Prüfen Sie nicht mehr.',
  '{0} was decided in {1} and is not moved yet. Move it there.':
    '{0} wurde in {1} entschieden und ist noch nicht umgebucht. Buchen Sie es dort um.',
  'Row {0}, piece {1}, stands there twice. Say each reading once.':
    'Zeile {0}, Teil {1}, steht zweimal da. Nennen Sie jeden Messwert einmal.',
  'Row {0}, piece {1}, was read meanwhile. Look at it again.':
    'Zeile {0}, Teil {1}, wurde inzwischen abgelesen. Sehen Sie noch einmal hin.',
  'You read this the second time. Another person reads it first.':
    'Sie haben das zweite Mal abgelesen. Das erste Mal liest eine andere Person ab.',
  'Only {0} of {1} is not pending elsewhere, and {2} is to be decided. Decide less, or what is pending in {3} first.':
    'Nur {0} von {1} ist nicht anderswo offen, und {2} soll entschieden werden. Entscheiden Sie weniger, oder zuerst, was in {3} offen ist.',
  'These goods have no serials to name.': 'Diese Ware hat keine Seriennummern, die zu nennen wären.',
  'Serial {0} is not pending here.': 'Seriennummer {0} ist hier nicht offen.',
  'A serial is named twice.': 'Eine Seriennummer ist zweimal genannt.',
  'Name each serial that is rejected: {0}.': 'Nennen Sie jede Seriennummer, die zurückgewiesen wird: {0}.',
  'Some stay pending, so name each serial that is accepted: {0}.':
    'Einige bleiben offen; nennen Sie deshalb jede Seriennummer, die angenommen wird: {0}.',
  '{0} {1} accepted, status {2}': '{0} {1} angenommen, Status {2}',
  '{0} {1} rejected, status {2}': '{0} {1} zurückgewiesen, Status {2}',
  '{0} {1} pending': '{0} {1} offen',
  'Inspection {0} of {1}: {2}. This is against its readings. {3}':
    'Prüfung {0} von {1}: {2}. Das ist gegen die Messwerte. {3}',
  'Inspection {0} of {1}: {2}. {3}': 'Prüfung {0} von {1}: {2}. {3}',
  '{0} The goods are moved to their status later.': '{0} Die Ware wird später in ihren Status gebucht.',
  '{0} is inspected by plan {1} before it is shipped, and was not yet. Open that inspection on the page of the lot.':
    '{0} wird vor dem Versand nach Plan {1} geprüft und wurde es noch nicht. Eröffnen Sie diese Prüfung auf der Seite der Charge.',
  '{0} is inspected by plan {1} before it is used, and was not yet. Open that inspection on the page of the lot.':
    '{0} wird vor dem Verbrauch nach Plan {1} geprüft und wurde es noch nicht. Eröffnen Sie diese Prüfung auf der Seite der Charge.',
  '{0} did not pass inspection {1} by plan {2}. Whoever decides on the status of goods can have it inspected again.':
    '{0} hat die Prüfung {1} nach Plan {2} nicht bestanden. Wer über den Status von Ware entscheidet, kann sie noch einmal prüfen lassen.',
  '{0} is being inspected: {1} of it is pending in {2} by plan {3}. Decide there, or give the inspection up.':
    '{0} wird gerade geprüft: {1} davon ist offen in {2} nach Plan {3}. Entscheiden Sie dort, oder geben Sie die Prüfung auf.',
  '{0} is being inspected in {1} by plan {2}. Decide there first, or give the inspection up.':
    '{0} wird gerade geprüft, in {1} nach Plan {2}. Entscheiden Sie dort zuerst, oder geben Sie die Prüfung auf.',
  'Name a lot or a serial: known goods are inspected.':
    'Nennen Sie eine Charge oder Seriennummer: Geprüft wird bekannte Ware.',
  'Only {0} {1} of {2} lies there in status {3}. Inspect no more than that.':
    'Nur {0} {1} von {2} liegt dort in Status {3}. Prüfen Sie nicht mehr.',
  '{0} is being inspected already, in {1}. Go on with that one, or give it up first.':
    '{0} wird schon geprüft, in {1}. Machen Sie mit dieser weiter, oder geben Sie sie zuerst auf.',
  'No plan is used for these goods. Choose one.': 'Für diese Ware gilt kein Plan. Wählen Sie einen.',
  'No version of plan {0} is in force today. Approve one first.':
    'Heute gilt keine Version des Plans {0}. Geben Sie zuerst eine frei.',
  'Chosen by hand': 'Von Hand gewählt',
  'There is no such reading in this inspection. Load it again.':
    'Einen solchen Messwert gibt es in dieser Prüfung nicht. Laden Sie sie neu.',
  'Row {0} is read by one person.': 'Zeile {0} liest eine Person ab.',
  'Row {0}, piece {1}, was read meanwhile: {2}. Look at it again.':
    'Zeile {0}, Teil {1}, wurde inzwischen abgelesen: {2}. Sehen Sie noch einmal hin.',
  'Say why {0} is replaced: the first reading stays on record.':
    'Sagen Sie, warum {0} ersetzt wird: Der erste Messwert bleibt aufgezeichnet.',
  'Inspection {0} of {1} is given up; {2} {3} was pending. {4}':
    'Prüfung {0} von {1} ist aufgegeben; {2} {3} war offen. {4}',
  'Inspection {0} was given up already.': 'Prüfung {0} wurde schon aufgegeben.',
  'Part of it is decided already, so it is not given up. Decide the rest.':
    'Ein Teil davon ist schon entschieden, deshalb wird sie nicht aufgegeben. Entscheiden Sie den Rest.',
  'You read this first. Another person reads it the second time, without seeing yours.':
    'Sie haben zuerst abgelesen. Das zweite Mal liest eine andere Person ab, ohne Ihren Messwert zu sehen.',
  'The two readings, {0} and {1}, lie too far apart. One of the two reads again.':
    'Die beiden Messwerte, {0} und {1}, liegen zu weit auseinander. Eine der beiden Personen liest noch einmal ab.',
  'By plan {0} nobody decides by readings of their own.': 'Nach Plan {0} entscheidet niemand nach eigenen Messwerten.',
  'Only {0} of {1} lies in status {2}, and {3} is to be decided. Look where the rest went, and undo that or decide less.':
    'Nur {0} von {1} liegt in Status {2}, und {3} soll entschieden werden. Sehen Sie nach, wohin der Rest ging, und machen Sie das rückgängig oder entscheiden Sie weniger.',
  'Inspection {0} has no decision {1}. Look at it again.':
    'Prüfung {0} hat keine Entscheidung {1}. Sehen Sie sie sich noch einmal an.',
  'The goods of that decision are moved already, by {0}.': 'Die Ware dieser Entscheidung ist schon umgebucht, mit {0}.',
  'What inspection {0} of {1} decided is done: {2} {3} to {4}, {5} to {6}. {7}':
    'Was die Prüfung {0} von {1} entschied, wird ausgeführt: {2} {3} nach {4}, {5} nach {6}. {7}',
  'It was inspected again already, as {0}/{1}.': 'Sie wurde schon noch einmal geprüft, als {0}/{1}.',
  'Only {0} of it was rejected. Inspect no more than that again.':
    'Nur {0} davon wurde zurückgewiesen. Prüfen Sie nicht mehr noch einmal.',
  '{0} {1} of {2} that was rejected is inspected again, as {3}/{4}, in status {5}. {6}':
    '{0} {1} von {2}, die zurückgewiesen wurden, werden noch einmal geprüft, als {3}/{4}, in Status {5}. {6}',
  'Inspected again after {0}': 'Noch einmal geprüft nach {0}',
  'one in {0}': 'eine von {0}',
  '{0} % of them, drawn': '{0} % davon, gezogen',
  'each time': 'jedes Mal',
  'every day': 'jeden Tag',
  'every {0} days': 'alle {0} Tage',
  'every week': 'jede Woche',
  'every {0} weeks': 'alle {0} Wochen',
  'every month': 'jeden Monat',
  'every {0} months': 'alle {0} Monate',
  'Goods in stock are inspected every so many days, weeks or months. Say which.':
    'Ware im Bestand wird alle so viele Tage, Wochen oder Monate geprüft. Sagen Sie, wie oft.',
  'Every so many days, weeks or months is for goods in stock. Choose that as the point.':
    'Alle so viele Tage, Wochen oder Monate gilt für Ware im Bestand. Wählen Sie das als Stelle.',
  'It was due and was not done in time. Open one by hand to inspect these goods.':
    'Sie war fällig und wurde nicht rechtzeitig gemacht. Eröffnen Sie von Hand eine Prüfung, um diese Ware zu prüfen.',
  'Never opened: {0} due days until {1}.': 'Nie eröffnet: {0} fällige Tage bis {1}.',
  'A run of production is inspected at a step of work. Name the step.':
    'Ein Lauf der Produktion wird an einem Arbeitsgang geprüft. Nennen Sie ihn.',
  'Say every how many it is inspected.': 'Sagen Sie, alle wie viele geprüft wird.',
  'Say when the shifts begin, such as 06:00 14:00 22:00.':
    'Sagen Sie, wann die Schichten beginnen, etwa 06:00 14:00 22:00.',
  'Say what of a run is inspected.': 'Sagen Sie, was von einem Lauf geprüft wird.',
  'first piece': 'erstes Teil',
  'every hour': 'jede Stunde',
  'every {0} hours': 'alle {0} Stunden',
  'shifts from {0}': 'Schichten ab {0}',
  'every {0} made': 'alle {0} gefertigten',
  'Not inspected in time: {0} slots.': 'Nicht rechtzeitig geprüft: {0} Fenster.',
  '{0} of {1} readings were done in time.': '{0} von {1} Messwerten wurden rechtzeitig gemacht.',
  'The first piece of work order {0} did not pass inspection {1} by plan {2}. Set up anew and read another one there, with the reason, or give that inspection up.':
    'Das erste Teil des Auftrags {0} hat die Prüfung {1} nach Plan {2} nicht bestanden. Richten Sie neu ein und lesen Sie dort ein anderes ab, mit dem Grund, oder geben Sie die Prüfung auf.',
  'The first piece of work order {0} is inspected in {1} by plan {2}. Finish that before anything else of the run is made.':
    'Das erste Teil des Auftrags {0} wird in {1} nach Plan {2} geprüft. Schließen Sie das ab, bevor etwas anderes von diesem Lauf gefertigt wird.',
  'Slot {0} of work order {1} was over at {2}. What is read now belongs to the slot that is due now.':
    'Das Fenster {0} des Auftrags {1} war am {2} vorbei. Was jetzt abgelesen wird, gehört in das Fenster, das jetzt fällig ist.',
  'It is of a run and decides on no goods: it is done with its last reading.':
    'Sie ist die eines Laufs und entscheidet über keine Ware: Mit dem letzten Messwert ist sie fertig.',
  'All of it left before it was done.': 'Alles davon ging weg, bevor sie gemacht war.',
  '{0}, {1}': '{0}, {1}',
  'Only what is kept has a location and a day on which it is destroyed.':
    'Nur was aufbewahrt wird, hat einen Lagerort und einen Tag, an dem es vernichtet wird.',
  'Say where the sample is kept.': 'Sagen Sie, wo die Probe aufbewahrt wird.',
  'Say until when the sample is kept.': 'Sagen Sie, bis wann die Probe aufbewahrt wird.',
  'A sample is kept until a day that is still to come.': 'Eine Probe wird bis zu einem Tag aufbewahrt, der noch kommt.',
  'It was used up in the test.': 'Sie wurde bei der Prüfung verbraucht.',
  'It is only looked at, and brought back.': 'Sie wird nur angesehen und zurückgebracht.',
  'It was brought back.': 'Sie wurde zurückgebracht.',
  'It was destroyed already.': 'Sie wurde schon vernichtet.',
  'Sample {0} of {1}, {2} {3} kept at {4} until {5}, drawn for {6}, is destroyed. {7}':
    'Probe {0} von {1}, {2} {3}, aufbewahrt in {4} bis {5}, gezogen für {6}, wird vernichtet. {7}',
  'Inspection {0} has no sample {1}.': 'Prüfung {0} hat keine Probe {1}.',
  'Name the serial that is drawn.': 'Nennen Sie die Seriennummer, die gezogen wird.',
  'Only {0} {1} of {2} lies at one location in status {3}. Draw no more than that.':
    'An einem Lagerort liegen nur {0} {1} von {2} im Status {3}. Ziehen Sie nicht mehr.',
} as const;
