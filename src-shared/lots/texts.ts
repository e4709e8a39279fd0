import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const lotsTexts = featureTexts({
  en: {
    reports: {
      catalogue: {
        expiry: {
          title: 'Expiry calendar',
          answers: 'What has expired, and what expires next.',
          asks: 'Stock of product {{product}} in status {{status}} that expires until {{until}} seen from {{asOf}}',
          expired: 'Expired',
          expiring: 'Expires next',
          none: 'Nothing here.',
        },
        quarantine: {
          title: 'Quarantine ageing',
          answers: 'Stock without a usage decision, and for how long.',
          asks: 'Stock in status {{status}} of product {{product}} with its days counted until {{asOf}}',
          week: 'Up to 7 days',
          month: '8 to 30 days',
          quarter: '31 to 90 days',
          longer: 'Over 90 days',
          byAge: 'Lots and serials by days',
          since: 'Since',
          none: 'Nothing is in this status.',
        },
      },
    },
    lots: {
      create: {
        title: 'New lots',
        lead: 'Make lots before their goods are there: a blank number is the next by the pattern of the product; of several, the digits of the first count on. Quantities follow when goods move.',
        action: 'Make lots',
        count: 'How many',
        countHelp: 'Blank for one. Of several the number typed is the first; its last digits count on.',
        lotHelp: 'Blank: the next number by the pattern of the product.',
        dateHelp: 'Blank: by the shelf life of the product, from the day it was made or first moved.',
        next: 'Left blank, the number is {{next}}.',
        typed: 'This product has no pattern to number by: type its numbers.',
        made_one: '{{count, number}} lot made',
        made_other: '{{count, number}} lots made',
      },
      convert: {
        title: 'Change how a product is tracked',
        action: 'Change tracking',
        back: 'Back to {{code}}',
        how: 'Track it from now on by',
        lead: 'Goods of it have moved. What is recorded stays as it is; what lies here gets its names from your list, in one signed act.',
        chosen: 'This is how it is tracked today. Choose another mode.',
        free: 'This change takes no list: edit the product.',
        nothing: 'Nothing that lies here lacks a name: the change is signed without a list.',
        list: 'What lies here',
        listed_one:
          '{{count, number}} line lies here. Give it its names; a line may be split into several rows, together as much.',
        listed_other:
          '{{count, number}} lines lie here. Give each its names; a line may be split into several rows, together as much.',
        pieces: 'Serials are listed piece by piece. Paste the column of serials from a spreadsheet.',
        sign: 'Go on to sign',
        manufacturedHelp: 'Of a lot that is new: its dates count from this day.',
        done: 'Converted',
      },
      split: {
        title: 'Split a lot',
        act: 'Split',
        from: '{{quantity}} of it lies at {{location}} in status {{status}}.',
        lead: 'What is split off keeps supplier, dates, status and cost; what no row names stays in its lot.',
        where: 'Which goods',
        nothing: 'Nothing of it lies here, so there is nothing to split.',
        lotHelp: 'Blank: the next number by the pattern of the product.',
        sublotHelp: 'Blank: the one after the last sublot.',
        packs: 'A quantity may be typed in packs too, such as 3 {{name}}: the cell shows what that comes to.',
        to: 'To location',
        toHelp: 'Blank: where the goods lie.',
      },
      merge: {
        title: 'Merge lots',
        act: 'Merge',
        lead: 'Choose what becomes one lot. All of it gets the worst status and the earliest dates of what is mixed.',
        lying: 'What lies there',
        nothing: 'No two lots of it lie at one location, so there is nothing to merge.',
        into: 'Into lot',
        intoNew: 'A new lot',
        number: 'Its number',
        numberHelp: 'Blank: the next number by the pattern of the product.',
        choose: 'Choose goods of at least two lots.',
        becomes: 'Becomes lot',
        alike: 'The goods are alike: nothing changes but their lot.',
        unlike: 'The goods differ, so this is decided and signed:',
        lowered: '{{quantity}} of {{lot}}: status {{from}} becomes {{to}}',
        shortened: '{{lot}}: a date becomes an earlier one',
        sign: 'Sign the merge',
        done: 'Merged into {{lot}}',
      },
      dates: {
        change: 'Change dates',
        title: 'Change the dates of a lot',
        back: 'Back to {{lot}}',
        note: 'No status changes by it: what was rejected stays rejected until it is decided on.',
        expiryHelp:
          'Another expiry moves the other dates by as many days, unless you change them too; blank for goods that last.',
      },
    },
    audit: {
      operations: {
        lots: {
          create: 'New lots',
          changeDates: 'Dates of a lot',
          split: 'Split of a lot',
          merge: 'Merge of lots',
          mergeUnlike: 'Merge of unlike lots',
          convertTracking: 'Conversion of a product',
        },
      },
      sentences: {
        lots: {
          changeDates: '{{product}} {{lot}}, now version {{version}}',
          convertTracking: '{{product}}, now version {{version}}',
          split: 'Document {{document}}',
          merge: 'Document {{document}}',
          mergeUnlike: 'Document {{document}}',
        },
      },
      records: { lot: 'Lot', status_decision: 'Usage decision' },
      fields: {
        sublot: 'Sublot',
        manufacturer: 'Manufacturer',
        manufacturerLot: "Manufacturer's lot",
        bestBeforeOn: 'Best before',
        useByOn: 'Use by',
        reference: 'Reference',
        expiresWith: 'Expires with',
        statusFrom: 'From status',
        statusTo: 'To status',
        location: 'Location',
        movements: 'Movements',
        reason: 'Reason',
        decidedAt: 'Decided',
      },
    },
  },
  de: {
    reports: {
      catalogue: {
        expiry: {
          title: 'Ablaufkalender',
          answers: 'Was abgelaufen ist, und was als Nächstes abläuft.',
          asks: 'Bestand von Artikel {{product}} im Status {{status}}, der bis {{until}} abläuft gesehen am {{asOf}}',
          expired: 'Abgelaufen',
          expiring: 'Läuft als Nächstes ab',
          none: 'Hier ist nichts.',
        },
        quarantine: {
          title: 'Dauer der Quarantäne',
          answers: 'Bestand ohne Verwendungsentscheid, und wie lange schon.',
          asks: 'Bestand im Status {{status}} von Artikel {{product}} mit Tagen bis {{asOf}}',
          week: 'Bis 7 Tage',
          month: '8 bis 30 Tage',
          quarter: '31 bis 90 Tage',
          longer: 'Über 90 Tage',
          byAge: 'Chargen und Seriennummern nach Tagen',
          since: 'Seit',
          none: 'Nichts ist in diesem Status.',
        },
      },
    },
    lots: {
      create: {
        title: 'Neue Chargen',
        lead: 'Legen Sie Chargen an, bevor Ware da ist: eine leere Nummer ist die nächste nach dem Muster des Artikels; bei mehreren zählen die Ziffern der ersten weiter. Mengen folgen mit den Bewegungen.',
        action: 'Chargen anlegen',
        count: 'Anzahl',
        countHelp: 'Leer für eine. Bei mehreren ist die getippte Nummer die erste; ihre letzten Ziffern zählen weiter.',
        lotHelp: 'Leer: die nächste Nummer nach dem Muster des Artikels.',
        dateHelp: 'Leer: nach der Haltbarkeit des Artikels, ab dem Tag der Herstellung oder der ersten Bewegung.',
        next: 'Bleibt sie leer, ist die Nummer {{next}}.',
        typed: 'Dieser Artikel hat kein Muster für Nummern: tippen Sie sie.',
        made_one: '{{count, number}} Charge angelegt',
        made_other: '{{count, number}} Chargen angelegt',
      },
      convert: {
        title: 'Ändern, wie ein Artikel geführt wird',
        action: 'Führung ändern',
        back: 'Zurück zu {{code}}',
        how: 'Ab jetzt führen nach',
        lead: 'Er hat Bewegungen. Was aufgezeichnet ist, bleibt, wie es ist; was hier liegt, bekommt seine Namen aus Ihrer Liste, mit einer einzigen Unterschrift.',
        chosen: 'So wird er heute geführt. Wählen Sie eine andere Art.',
        free: 'Diese Änderung braucht keine Liste: bearbeiten Sie den Artikel.',
        nothing: 'Nichts, was hier liegt, braucht einen Namen: die Änderung wird ohne Liste unterschrieben.',
        list: 'Was hier liegt',
        listed_one:
          '{{count, number}} Zeile liegt hier. Geben Sie ihr ihre Namen; eine Zeile darf in mehrere geteilt werden, zusammen gleich viel.',
        listed_other:
          '{{count, number}} Zeilen liegen hier. Geben Sie jeder ihre Namen; eine Zeile darf in mehrere geteilt werden, zusammen gleich viel.',
        pieces:
          'Seriennummern werden Stück für Stück aufgelistet. Fügen Sie die Spalte der Seriennummern aus einer Tabelle ein.',
        sign: 'Weiter zur Unterschrift',
        manufacturedHelp: 'Bei einer neuen Charge: ihre Daten zählen ab diesem Tag.',
        done: 'Umgestellt',
      },
      split: {
        title: 'Eine Charge teilen',
        act: 'Teilen',
        from: '{{quantity}} davon liegen auf {{location}} im Status {{status}}.',
        lead: 'Was abgeteilt wird, behält Lieferanten, Daten, Status und Kosten; was keine Zeile nennt, bleibt in seiner Charge.',
        where: 'Welche Ware',
        nothing: 'Davon liegt hier nichts, es gibt also nichts zu teilen.',
        lotHelp: 'Leer: die nächste Nummer nach dem Muster des Artikels.',
        sublotHelp: 'Leer: die nach der letzten Untercharge.',
        packs: 'Eine Menge lässt sich auch in Gebinden schreiben, etwa 3 {{name}}: die Zelle zeigt, wie viel das ist.',
        to: 'Auf Platz',
        toHelp: 'Leer: wo die Ware liegt.',
      },
      merge: {
        title: 'Chargen zusammenlegen',
        act: 'Zusammenlegen',
        lead: 'Wählen Sie, was eine Charge wird. Alles davon bekommt den schlechtesten Status und die frühesten Daten dessen, was gemischt wird.',
        lying: 'Was dort liegt',
        nothing: 'Nirgends liegen zwei Chargen davon auf einem Platz, es gibt also nichts zusammenzulegen.',
        into: 'Zu Charge',
        intoNew: 'Eine neue Charge',
        number: 'Ihre Nummer',
        numberHelp: 'Leer: die nächste Nummer nach dem Muster des Artikels.',
        choose: 'Wählen Sie Ware von mindestens zwei Chargen.',
        becomes: 'Wird Charge',
        alike: 'Die Ware ist gleich: Nichts ändert sich außer ihrer Charge.',
        unlike: 'Die Ware ist verschieden, also wird das entschieden und unterschrieben:',
        lowered: '{{quantity}} von {{lot}}: aus Status {{from}} wird {{to}}',
        shortened: '{{lot}}: Ein Datum wird früher',
        sign: 'Zusammenlegung unterschreiben',
        done: 'Zu {{lot}} zusammengelegt',
      },
      dates: {
        change: 'Daten ändern',
        title: 'Die Daten einer Charge ändern',
        back: 'Zurück zu {{lot}}',
        note: 'Kein Status ändert sich dadurch: Was zurückgewiesen ist, bleibt es bis zu einem Entscheid.',
        expiryHelp:
          'Ein anderer Ablauf verschiebt die übrigen Daten um so viele Tage, wenn Sie sie nicht selbst ändern; leer für Ware, die hält.',
      },
    },
    audit: {
      operations: {
        lots: {
          create: 'Neue Chargen',
          changeDates: 'Daten einer Charge',
          convertTracking: 'Umstellung eines Artikels',
          split: 'Teilung einer Charge',
          merge: 'Zusammenlegung von Chargen',
          mergeUnlike: 'Zusammenlegung ungleicher Chargen',
        },
      },
      sentences: {
        lots: {
          changeDates: '{{product}} {{lot}}, jetzt Version {{version}}',
          convertTracking: '{{product}}, jetzt Version {{version}}',
          split: 'Beleg {{document}}',
          merge: 'Beleg {{document}}',
          mergeUnlike: 'Beleg {{document}}',
        },
      },
      records: { lot: 'Charge', status_decision: 'Verwendungsentscheid' },
      fields: {
        sublot: 'Untercharge',
        manufacturer: 'Hersteller',
        manufacturerLot: 'Charge des Herstellers',
        bestBeforeOn: 'Mindestens haltbar bis',
        useByOn: 'Zu verbrauchen bis',
        reference: 'Referenz',
        expiresWith: 'Läuft ab mit',
        statusFrom: 'Status vorher',
        statusTo: 'Status nachher',
        location: 'Platz',
        movements: 'Bewegungen',
        reason: 'Grund',
        decidedAt: 'Entschieden',
      },
    },
  },
  germanMessages: {
    '{0} {1} is said to be made on {2}, which is still to come: its dates count from that day.':
      '{0} {1} soll am {2} hergestellt sein, und der Tag kommt erst: Die Daten zählen ab dann.',
    'Each piece of {0} has a serial, and keeps the lot it was made in. Move pieces by their serials instead.':
      'Jedes Stück von {0} hat eine Seriennummer und behält die Charge, in der es entstand. Bewegen Sie die Stücke nach Seriennummern.',
    'Only {0} {1} of {2} lies at {3} in status {4}. Split off no more than that.':
      'Von {2:goods} liegen nur {0:number} {1} auf {3} im Status {4}. Teilen Sie nicht mehr davon ab.',
    'Only {0} {1} of {2} lies at {3} in status {4}. Merge no more than that.':
      'Von {2:goods} liegen nur {0:number} {1} auf {3} im Status {4}. Legen Sie nicht mehr davon zusammen.',
    '{0} of {1} is there already. Give another number, or merge goods into it.':
      '{0} von {1} gibt es schon. Geben Sie eine andere Nummer, oder legen Sie Ware damit zusammen.',
    'The last sublot of {0} is {1}, in which nothing counts. Type the new one.':
      'Die letzte Untercharge von {0} ist {1}; darin zählt nichts weiter. Tippen Sie die neue ein.',
    'Nothing of {0} lies at {1} in status {2}.': 'Von {0:goods} liegt auf {1} nichts im Status {2}.',
    'Choose goods of at least two lots.': 'Wählen Sie Ware von mindestens zwei Chargen.',
    'These goods differ in status or dates: merged, all have the worst and the earliest. Decide that, and sign it.':
      'Diese Ware hat verschiedene Status oder Daten: Zusammengelegt hat alle den schlechtesten und die frühesten. Entscheiden Sie das, und unterschreiben Sie es.',
    'These goods are alike now, so there is nothing to decide. Merge them.':
      'Diese Ware ist jetzt gleich, es gibt also nichts zu entscheiden. Legen Sie sie zusammen.',
    '{0} {1} of {2}': '{0} {1} von {2}',
    '{0} {1} of {2} (status {3} becomes {4})': '{0} {1} von {2} (aus Status {3} wird {4})',
    'lot {0}': 'Charge {0}',
    'Merge at {0} into lot {1} of {2}: {3}. All of it has status {4} and no expiry date. {5}':
      'Auf {0} zu Charge {1} von {2} zusammenlegen: {3}. Alles davon hat Status {4} und kein Ablaufdatum. {5}',
    'Merge at {0} into lot {1} of {2}: {3}. All of it has status {4} and expires on {5}. {6}':
      'Auf {0} zu Charge {1} von {2} zusammenlegen: {3}. Alles davon hat Status {4} und läuft am {5:time} ab. {6}',
    '{0} of the rows cannot be made lots of; so none is. Correct or remove these rows.':
      'Aus {0} der Zeilen lassen sich keine Chargen machen; darum ist keine angelegt. Berichtigen oder entfernen Sie diese Zeilen.',
    '{0} is not tracked by lot. Choose another product.':
      '{0} wird nicht nach Chargen geführt. Wählen Sie einen anderen Artikel.',
    '{0} has no sublots. Leave the sublot blank.': '{0} hat keine Unterchargen. Lassen Sie die Untercharge leer.',
    'Say which lot the sublot is of.': 'Sagen Sie, von welcher Charge die Untercharge ist.',
    'At most {0} lots are made at once. Make them in parts.':
      'Höchstens {0} Chargen werden auf einmal angelegt. Legen Sie sie in Teilen an.',
    '{0} of {1} stands in another row before. Remove one of the two.':
      '{0} von {1} steht schon in einer Zeile davor. Entfernen Sie eine der beiden.',
    '{0} of {1} is there already. Give another number.': '{0} von {1} gibt es schon. Geben Sie eine andere Nummer.',
    'Convert product {0}: {1}. Lines listed of what lies here: {2}; of these named anew: {3}. {4}':
      'Artikel {0} umstellen: {1}. Aufgelistete Zeilen dessen, was hier liegt: {2}; davon neu benannt: {3}. {4}',
    'This change takes no list. Edit the product instead.':
      'Diese Änderung braucht keine Liste. Bearbeiten Sie stattdessen den Artikel.',
    'More than {0} lines of it lie here. Bring them down before you convert it.':
      'Mehr als {0} Zeilen davon liegen hier. Verringern Sie sie, bevor Sie ihn umstellen.',
    'The list does not fit what lies here in so many rows: {0}. Correct or remove them.':
      'In so vielen Zeilen passt die Liste nicht zu dem, was hier liegt: {0}. Berichtigen oder entfernen Sie sie.',
    'The list leaves out {0} {1} at {2} in status {3}. List all that lies here.':
      'In der Liste fehlen {0} {1} auf {2} im Status {3}. Listen Sie alles auf, was hier liegt.',
    'The list leaves out {0} {1} at {2} in status {3}, and more besides ({4}). List all that lies here.':
      'In der Liste fehlen {0} {1} auf {2} im Status {3}, und weitere Zeilen ({4}). Listen Sie alles auf, was hier liegt.',
    'Say when lot {0} was made: the dates of {1} count from that day.':
      'Sagen Sie, wann die Charge {0} gemacht wurde: die Daten von {1} zählen ab diesem Tag.',
    'Nothing that has to be listed lies at {0} in status {1}.':
      'Auf {0} liegt im Status {1} nichts, was aufzulisten ist.',
    '{0} stands in another row before. Remove one of the two.':
      '{0} steht schon in einer Zeile davor. Entfernen Sie eine der beiden.',
    'Only {0} of it are left there to be listed.': 'Nur noch {0} davon sind dort aufzulisten.',
    'Change the dates of {0}: {1}. {2}': 'Daten von {0:goods} ändern: {1}. {2}',
    'Write a calendar date such as 2026-01-31, or a month such as 2026-01.':
      'Schreiben Sie ein Datum wie 2026-01-31 oder einen Monat wie 2026-01.',
    'Release {0} {1} of {2} at {3}: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} freigeben: aus Status {4} wird {5}. {6}',
    'Reject {0} {1} of {2} at {3}: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} zurückweisen: aus Status {4} wird {5}. {6}',
    'Quarantine {0} {1} of {2} at {3}: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} in Quarantäne nehmen: aus Status {4} wird {5}. {6}',
    'Release {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen freigeben: aus Status {4} wird {5}. {6}',
    'Reject {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen zurückweisen: aus Status {4} wird {5}. {6}',
    'Quarantine {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen in Quarantäne nehmen: aus Status {4} wird {5}. {6}',
  },
});
