import type { Texts } from '../en.ts';

export const welcome: Texts['welcome'] = {
  title: 'Willkommen bei Lotline',
  emptyLead:
    'Chargen und Seriennummern von der Rampe zum Kunden und zurück. Dieser Speicher ist leer: drei Wege zum Anfang.',
  emptyLeadOnly: 'Chargen und Seriennummern von der Rampe zum Kunden und zurück. Dieser Speicher ist leer.',
  othersImport: 'Wer importieren darf, füllt ihn.',
  demoLead: 'Dies ist ein Demobetrieb. Alles darin ist erfunden, und nichts, was Sie hier tun, berührt einen echten.',
  demo: {
    title: 'Einen Demobetrieb ansehen',
    text: 'Sechs Monate eines erfundenen Betriebs bis heute, in dem ein Rückruf wartet. Er liegt in einer eigenen Datei: In diese gelangt nichts davon.',
    commands: 'In einem zweiten Terminal, im Ordner von Lotline:',
    inMenu: 'Im Menü „Datei“: Demo öffnen. Dasselbe Menü führt zurück.',
  },
  own: {
    commands: 'Der eigene Betrieb bekommt eine eigene Datei. In einem zweiten Terminal, im Ordner von Lotline:',
    inMenu: 'Der eigene Betrieb hat eine eigene Datei. Im Menü „Datei“: Eigenen Betrieb öffnen.',
  },
  import: {
    title: 'Den eigenen Betrieb importieren',
    text: 'Ein Export des ERP: ein Ordner mit CSV-Dateien oder eine Arbeitsmappe. Er wird zuerst geprüft, und jeder Fehler wird mit seiner Zelle gezeigt.',
  },
  nothing: {
    title: 'Mit nichts beginnen',
    text: 'Kein Export zur Hand: leere Tabellen in einer Tabellenkalkulation ausfüllen, so wenige Zeilen wie gewünscht, und importieren.',
    show: 'Leere Tabellen zeigen',
    save: 'Speichern Sie die Tabellen, die Sie brauchen. Ein Betrieb braucht Artikel, Partner und Plätze; Bewegungen sagen, was geschah.',
    fill: 'Füllen Sie sie in einer Tabellenkalkulation aus und speichern Sie sie als CSV, alle in einem Ordner.',
    take: 'Importieren Sie den Ordner. Die Vorschau zeigt, was neu wäre und was zu beheben ist.',
    saveTable: '{{name}} mit ihren Spalten und ohne Zeile speichern',
    tables: {
      products: 'Was hergestellt, gekauft und verkauft wird und wie es verfolgt wird:',
      partners: 'Lieferanten und Kunden:',
      locations: 'Plätze, an denen Ware liegt:',
      lots: 'Chargen mit ihren Daten und den Chargen der Lieferanten:',
      movements: 'Jeder Eingang, Verbrauch, Ausstoß und jede Lieferung:',
      serial_links: 'Welche Seriennummer in welche eingebaut wurde:',
    },
  },
  plants: {
    food: {
      story:
        'Hollerbach Foods macht Konfitüren und Nektare. In Aprikosenpüree, das Lieferant S-VERDANNE als seine Charge VE-66318 lieferte, wurden Glassplitter gefunden.',
      recall: {
        title: 'Die Charge des Lieferanten zurückrufen',
        text: 'Jede Charge daraus, jeder Kunde, der etwas davon bekam, was noch hier ist und was niemand erklären kann.',
      },
      trace: {
        title: 'Sehen, woher ein Glas kommt',
        text: 'Charge JA-1052 zurück bis zur Rampe: ihre Läufe, ihre Zutaten und deren Lieferanten.',
      },
      lot: {
        title: 'Eine Charge des Pürees öffnen',
        text: 'Ihr Status, wo sie liegt, worin sie aufging, und jede Bewegung ihres Lebens.',
      },
      audit: {
        title: 'Den Nachweis prüfen',
        text: 'Wer wann was tat, und eine Prüfung, die alles nachrechnet.',
      },
    },
    device: {
      story:
        'Nordhaler Medical macht Vernebler mit Seriennummern, darin Platinen, darin Kondensatoren. Kondensatorcharge CP-0043 läuft aus.',
      recall: {
        title: 'Die Kondensatoren zurückrufen',
        text: 'Jede Platine und jedes Gerät damit, jeder Kunde und eine Lücke in der Aufzeichnung.',
      },
      trace: {
        title: 'Sehen, wohin die Kondensatoren gingen',
        text: 'Charge CP-0043, durch Platinen und Geräte, bis zu den Kunden.',
      },
      lot: {
        title: 'Die Charge öffnen',
        text: 'Ihr Status, wo sie liegt, worin sie aufging, und jede Bewegung ihres Lebens.',
      },
      audit: {
        title: 'Den Nachweis prüfen',
        text: 'Wer wann was tat, und eine Prüfung, die alles nachrechnet.',
      },
    },
  },
  tour: {
    title: 'Rundgang durch Lotline',
    offer: 'Neu hier? {{count}} kurze Schritte zeigen, wo was ist. Sie können jederzeit abbrechen.',
    start: 'Rundgang beginnen',
    refuse: 'Nein, danke',
    step: 'Schritt {{step}} von {{total}}',
    next: 'Weiter',
    back: 'Zurück',
    leave: 'Rundgang verlassen',
    done: 'Fertig',
    steps: {
      find: {
        title: 'Ein Feld für alles',
        text: 'Drücken Sie überall Strg K und tippen oder scannen Sie eine Charge, eine Seriennummer, einen Beleg, einen Artikel oder einen Kunden. Wenige Zeichen genügen.',
      },
      trace: {
        title: 'Verfolgen',
        text: 'Woher eine Charge oder Seriennummer kam und wohin überall sie ging: als Bild, als Listen und im Zeitverlauf.',
      },
      recall: {
        title: 'Rückruf',
        text: 'Fügen Sie die verdächtigen Chargen hinzu, nach Charge, Seriennummer oder Charge des Lieferanten. Sie lesen, was bei Kunden ist, wer es bekam und was auf Lager ist. Umfänge lassen sich vergleichen. Fragen ändert nichts.',
      },
      import: {
        title: 'Import',
        text: 'Legen Sie einen Export ab. Alles wird geprüft, bevor etwas geschrieben wird, und derselbe Export kann jeden Tag wiederkommen.',
      },
      audit: {
        title: 'Audit-Trail',
        text: 'Jeder Befehl, ausgeführt oder verweigert, mit dem, was er änderte. Die Prüfung beweist, dass seither nichts verändert wurde.',
      },
    },
  },
};
