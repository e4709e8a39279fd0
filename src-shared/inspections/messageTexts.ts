/** What is said of plans, readings and formulas, in German. */
export const inspectionMessages = {
  'There is a plan {0} already. Give another code, or open it and write its next version.':
    'Einen Plan {0} gibt es schon. Geben Sie einen anderen Code, oder öffnen Sie ihn und schreiben Sie seine nächste Version.',
  'Version {0} of plan {1} is no draft and stays as it is. Write the next version.':
    'Version {0} des Plans {1} ist kein Entwurf und bleibt, wie sie ist. Schreiben Sie die nächste Version.',
  '{0} may be a range or a tolerance. Write {1}, or {2}.':
    '{0} kann ein Bereich oder eine Toleranz sein. Schreiben Sie {1} oder {2}.',
  '{0} is no number. Type what the instrument shows.': '{0} ist keine Zahl. Geben Sie ein, was das Messmittel anzeigt.',
  '{0} is a unit, and this characteristic has none. Type the number alone.':
    '{0} ist eine Einheit, und dieses Merkmal hat keine. Geben Sie nur die Zahl ein.',
  '{0} is not the unit of this characteristic, which is {1}. Type the number in {2}.':
    '{0} ist nicht die Einheit dieses Merkmals, sie ist {1}. Geben Sie die Zahl in {2} ein.',
  '{0} has a mark that may group or divide. Write decimals with {1}, and no groups.':
    '{0} hat ein Zeichen, das gruppieren oder trennen kann. Schreiben Sie Dezimalstellen mit {1} und keine Gruppen.',
  'The formula is too long: it may have {0} characters.': 'Die Formel ist zu lang: Sie darf {0} Zeichen haben.',
  '{0} at {1} cannot stand in a formula.': '{0} an Stelle {1} kann in keiner Formel stehen.',
  '{0} is missing at {1}.': 'An Stelle {1} fehlt {0}.',
  'The formula ends too early.': 'Die Formel endet zu früh.',
  '{0} at {1} is not expected there.': '{0} an Stelle {1} wird dort nicht erwartet.',
  'The formula has too many brackets in each other.': 'Die Formel hat zu viele Klammern ineinander.',
  '{0} at {1} is no number that can be counted with.':
    '{0} an Stelle {1} ist keine Zahl, mit der gerechnet werden kann.',
  '{0} at {1} is no function. There are {2}.': '{0} an Stelle {1} ist keine Funktion. Es gibt {2}.',
  'A number is needed, and there is {0}.': 'Gebraucht wird eine Zahl, und da steht {0}.',
  'Something that holds or not is needed, and there is {0}.':
    'Gebraucht wird etwas, das gilt oder nicht, und da steht {0}.',
  'Nothing can be divided by nought (at {0}).': 'Durch null kann nicht geteilt werden (an Stelle {0}).',
  'A value is needed before “in” at {0}.': 'Vor „in“ an Stelle {0} wird ein Wert gebraucht.',
  '{0} and {1} cannot be compared with {2} (at {3}).':
    '{0} und {1} lassen sich nicht mit {2} vergleichen (an Stelle {3}).',
  '{0} at {1} has too few or too many values.': '{0} an Stelle {1} hat zu wenige oder zu viele Werte.',
  'There is no root of a number below nought (at {0}).':
    'Aus einer Zahl unter null gibt es keine Wurzel (an Stelle {0}).',
  'There is no reading yet.': 'Es gibt noch keinen Messwert.',
  'There is no reading {0}.': 'Einen Messwert {0} gibt es nicht.',
  '{0} at {1} is not known here.': '{0} an Stelle {1} ist hier nicht bekannt.',
  'r at {0} is one reading, and there are {1}. Write r1, r2 … or mean.':
    'r an Stelle {0} ist ein Messwert, und es gibt {1}. Schreiben Sie r1, r2 … oder mean.',
  'One reading has no deviation.': 'Ein einzelner Messwert hat keine Streuung.',
  'Plan {0}, version {1}, {2}: {3} characteristics, in force from {4}. {5}':
    'Plan {0}, Version {1}, {2}: {3} Merkmale, gilt ab {4}. {5}',
  'Plan {0}, version {1}, {2}, is withdrawn. {3}': 'Plan {0}, Version {1}, {2}, wird zurückgezogen. {3}',
  'Version {0} of plan {1} is still a draft. Open it and change that one.':
    'Version {0} des Plans {1} ist noch ein Entwurf. Öffnen Sie ihn und ändern Sie diesen.',
  'Plan {0} was changed by somebody else since you opened it. Load it again; what you typed is kept.':
    'Plan {0} wurde von jemand anderem geändert, seit Sie ihn geöffnet haben. Laden Sie ihn neu; was Sie getippt haben, bleibt.',
  'Say how many are drawn.': 'Sagen Sie, wie viele gezogen werden.',
  '{0} of the rows cannot be inspected by; so nothing is saved. Correct or remove these rows.':
    'Nach {0} der Zeilen lässt sich nicht prüfen; deshalb wird nichts gespeichert. Berichtigen oder entfernen Sie diese Zeilen.',
  'Version {0} of plan {1} is no draft any more.': 'Version {0} des Plans {1} ist kein Entwurf mehr.',
  'It is meant to be in force from {0}, and that is past. Write a day from today on.':
    'Er soll ab {0} gelten, und das ist vergangen. Schreiben Sie einen Tag ab heute.',
  'Nobody approves a plan they wrote in.': 'Niemand gibt einen Plan frei, an dem er selbst geschrieben hat.',
  'Version {0} of plan {1} is withdrawn already.': 'Version {0} des Plans {1} ist schon zurückgezogen.',
  'It is for a product or a category. Leave one of them blank.':
    'Er gilt für einen Artikel oder eine Kategorie. Lassen Sie eines davon leer.',
  'There is no inspection plan {0}. Check the code.': 'Einen Prüfplan {0} gibt es nicht. Prüfen Sie den Code.',
  'There is no version {0} of plan {1}. Look at the plan again.':
    'Eine Version {0} des Plans {1} gibt es nicht. Sehen Sie sich den Plan noch einmal an.',
  'Write how many on a piece still conform, 0 for none.':
    'Schreiben Sie, wie viele an einem Teil noch konform sind, 0 für keine.',
  'Write rounded, rounded 2 half-up, guard 0.002, or leave it blank.':
    'Schreiben Sie rounded, rounded 2 half-up, guard 0.002, oder lassen Sie es leer.',
  '{0} says no limits. Write them as 12 ± 0.5, 12 +0.5/-0.2, 11.0–13.0, min 11, max 13, 12 basic or 12 ref.':
    '{0} nennt keine Grenzen. Schreiben Sie sie als 12 ± 0.5, 12 +0.5/-0.2, 11.0–13.0, min 11, max 13, 12 basic oder 12 ref.',
  '{0} says not how many are drawn. Write 100 %, 5, 5 Ac 1, 10 %, 1 in 5, II 0.65, var 5 k 1.53 or table and its name.':
    '{0} sagt nicht, wie viele gezogen werden. Schreiben Sie 100 %, 5, 5 Ac 1, 10 %, 1 in 5, II 0.65, var 5 k 1.53 oder table und ihren Namen.',
  'It is calculated by {0}, and takes no reading of its own.':
    'Sie wird nach {0} berechnet und nimmt keinen eigenen Messwert an.',
  '{0} is no count. Write how many there are, 0 for none.':
    '{0} ist keine Anzahl. Schreiben Sie, wie viele es sind, 0 für keine.',
  '{0} says neither. Write + or ok, - or fail.': '{0} sagt keines von beiden. Schreiben Sie + oder ok, - oder fail.',
  '{0} is none of the answers: {1}.': '{0} ist keine der Antworten: {1}.',
  'The formula of the row gives no yes or no. Write a comparison, such as mean < 0.9.':
    'Die Formel der Zeile ergibt kein Ja oder Nein. Schreiben Sie einen Vergleich, etwa mean < 0.9.',
  '{0} is row {1} already. Give each row its own number.':
    '{0} ist schon Zeile {1}. Geben Sie jeder Zeile eine eigene Nummer.',
  'The formula names {0}, and no row is called so.': 'Die Formel nennt {0}, und keine Zeile heißt so.',
  'The formula needs its own row again, over others or itself.':
    'Die Formel braucht über andere oder sich selbst wieder ihre eigene Zeile.',
  'A bonus needs the size of the feature: name the row that measures it between two limits.':
    'Eine Bonustoleranz braucht das Maß des Elements: Nennen Sie die Zeile, die es zwischen zwei Grenzen misst.',
  'Give the row a number or a name.': 'Geben Sie der Zeile eine Nummer oder einen Namen.',
  'Only figures have limits. Leave them out, or make it a number.':
    'Nur Zahlen haben Grenzen. Lassen Sie sie weg, oder machen Sie eine Zahl daraus.',
  'Say in which unit it is measured; 1 for a figure that has none.':
    'Sagen Sie, in welcher Einheit gemessen wird; 1 für eine Zahl ohne Einheit.',
  'Write the formula it is calculated by.': 'Schreiben Sie die Formel, nach der gerechnet wird.',
  'Only figures and choices take a formula.': 'Nur Zahlen und Auswahlen nehmen eine Formel an.',
  'A geometrical tolerance is a number. Choose that kind.':
    'Eine Form- oder Lagetoleranz ist eine Zahl. Wählen Sie diese Art.',
  'Write how wide the guard band is: a number from 0.': 'Schreiben Sie, wie breit das Schutzband ist: eine Zahl ab 0.',
  'Write by how much two readings may differ: a number from 0.':
    'Schreiben Sie, um wie viel zwei Messwerte abweichen dürfen: eine Zahl ab 0.',
  'Say between which limits it conforms, or that it is for information.':
    'Sagen Sie, zwischen welchen Grenzen sie konform ist, oder dass sie nur zur Information dient.',
  '{0} is no number. Write limits with a dot and at most 30 digits, such as 0.035.':
    '{0} ist keine Zahl. Schreiben Sie Grenzen mit einem Punkt und höchstens 30 Ziffern, etwa 0.035.',
  'Write the nominal that the tolerance is of.': 'Schreiben Sie das Nennmaß, zu dem die Toleranz gehört.',
  'Write how far it may depart from the nominal, up, down or both.':
    'Schreiben Sie, wie weit vom Nennmaß abgewichen werden darf, nach oben, unten oder beides.',
  'A tolerance has no sign: write how far it may go, from 0.':
    'Eine Toleranz hat kein Vorzeichen: Schreiben Sie ab 0, wie weit es gehen darf.',
  'Write the lower or the upper limit, or both.': 'Schreiben Sie die untere oder die obere Grenze oder beide.',
  'The lower limit {0} is above the upper limit {1}. Change one of them.':
    'Die untere Grenze {0} liegt über der oberen Grenze {1}. Ändern Sie eine davon.',
  'The target {0} is outside of the limits. Change one of them.':
    'Der Zielwert {0} liegt außerhalb der Grenzen. Ändern Sie eines davon.',
  'A geometrical tolerance is an upper limit. Write it there.':
    'Eine Form- oder Lagetoleranz ist eine obere Grenze. Schreiben Sie sie dort.',
  'Write at least two answers to choose from.': 'Schreiben Sie mindestens zwei Antworten zur Auswahl.',
  'An answer is blank. Write it, or leave it out.':
    'Eine Antwort ist leer. Schreiben Sie sie, oder lassen Sie sie weg.',
  '{0} stands there twice. Leave one out.': '{0} steht zweimal da. Lassen Sie eines weg.',
  'Mark at least one answer as right.': 'Kennzeichnen Sie mindestens eine Antwort als richtig.',
  'Write how many pieces are drawn: at least 1.': 'Schreiben Sie, wie viele Teile gezogen werden: mindestens 1.',
  'Fewer must be accepted than are drawn, or no sample rejects.':
    'Es müssen weniger angenommen als gezogen werden, sonst weist keine Stichprobe zurück.',
  'Write which share is drawn: above 0 and at most 100 per cent.':
    'Schreiben Sie, welcher Anteil gezogen wird: über 0 und höchstens 100 Prozent.',
  '{0} is none of the quality limits: {1}.': '{0} ist keine der Annahmegrenzen: {1}.',
  'Name the table that says how many are drawn.': 'Nennen Sie die Tabelle, die sagt, wie viele gezogen werden.',
  'product {0}': 'Artikel {0}',
  'category {0}': 'Kategorie {0}',
  'Plan for {0} of {1} at {2}': 'Plan für {0} von {1} bei {2}',
  'Plan for {0} of {1}': 'Plan für {0} von {1}',
  'Plan for {0}': 'Plan für {0}',
  'Plan for {0} at {1}': 'Plan für {0} bei {1}',
  'all goods': 'alle Waren',
};
