import type { Texts } from '../en.ts';

export const products: Texts['products'] = {
  list: {
    title: 'Artikel',
    placeholder: 'Code, Name oder GTIN',
    nothing: 'Noch ist kein Artikel erfasst',
    nothingHelp: 'Legen Sie den ersten an, oder übernehmen Sie viele mit einem Import.',
    shelfLife: 'Haltbarkeit, Tage',
    released: 'Frei',
    quarantine: 'In Quarantäne',
    rejected: 'Zurückgewiesen',
    lastLot: 'Letzte Charge',
    nextExpiry: 'Läuft als Nächstes ab',
  },
  edit: 'Bearbeiten',
  title: 'Einen Artikel bearbeiten',
  new: {
    title: 'Neuer Artikel',
    askLead:
      'Ein paar Fragen, wie Sie ihn verfolgen. Jede Antwort lässt sich auf der nächsten Seite ändern oder überspringen.',
    lead: 'Er wird mit Ihrer Unterschrift aufgezeichnet. Wie er geführt wird, lässt sich frei ändern, bis Ware davon bewegt wird.',
    back: 'Zurück zu den Artikeln',
  },
  guided: {
    title: 'Wie verfolgen Sie das?',
    go: 'Weiter',
    skip: 'Fragen überspringen',
    again: 'Noch einmal antworten',
    means: 'Was das heißt',
    sayLife: 'Sagen Sie unten, wie lange er hält: daraus bekommen seine Chargen ihre Daten.',
    batches: {
      asks: 'Kommt oder entsteht er in Chargen?',
      no: 'Nein, eines ist wie das andere',
      sometimes: 'Manchmal ist die Charge bekannt, manchmal nicht',
      always: 'Ja, immer',
      parts: 'Ja, und Teile einer Charge werden unterschieden',
    },
    pieces: {
      asks: 'Müssten Sie je ein einzelnes Stück wiederfinden?',
      no: 'Nein, die Charge genügt',
      leaving: 'Ja, ab dem Tag, an dem es uns verlässt',
      always: 'Ja, ab dem Tag, an dem es kommt oder entsteht',
      group: 'Ja, ganze Nummernfolgen auf einmal',
    },
    ends: {
      asks: 'Verdirbt er?',
      no: 'Nein',
      expires: 'Ja, er hat einen letzten Tag',
      retest: 'Ja, und vorher wird er nachgeprüft',
    },
    stock: {
      asks: 'Führen Sie Bestand davon?',
      yes: 'Ja',
      no: 'Nein, er wird nur verbraucht (Energie, Wasser, eine Leistung)',
    },
    lots: {
      none: 'Nach einer Charge wird nie gefragt, weder beim Zugang noch sonst.',
      optional:
        'Eine Charge darf beim Zugang genannt oder später zugeordnet werden; bei Ware ohne Charge endet eine Verfolgung.',
      mandatory: 'Jede Bewegung nennt ihre Charge; nur eine Rampe nimmt Ware ohne, bis zur Einlagerung.',
      'lot-sublot':
        'Jede Bewegung nennt Charge und Untercharge, damit ein Rückruf einen Teil einer Charge treffen kann.',
    },
    serials: {
      none: 'Nach einer Seriennummer wird nicht gefragt.',
      'on-issue':
        'Bestand wird ohne Seriennummern geführt; jedes Stück bekommt seine, wenn es versandt oder verbraucht wird.',
      'received-issued': 'Jedes Stück hat ab Zugang oder Herstellung seinen Namen und ist an einem Ort zur Zeit.',
      global: 'Stücke werden bei der Einlagerung in Nummernfolgen benannt, und jedes ist an einem Ort zur Zeit.',
    },
    life: {
      no: 'Nichts läuft von selbst ab.',
      expires: 'Abgelaufene Ware weist die Tagesaufgabe zurück; sie wird weder versandt noch verbraucht.',
      retest: 'Ware, die nachzuprüfen ist, geht zurück in Quarantäne, und abgelaufene wird zurückgewiesen.',
    },
    noStock: 'Mengen werden nicht geführt: er kann verbraucht werden, ohne je auszugehen.',
    untracked: 'Nichts davon kann zurückgerufen werden; jede Verfolgung durch ihn endet dort und sagt es.',
  },
  sections: {
    about: 'Was er ist',
    keeping: 'Wie sein Bestand geführt wird',
    life: 'Wie lange er hält',
    more: 'Was außerdem von ihm gesagt wird',
  },
  fixed:
    'Ware davon hat sich bewegt: Einheit und Bestandsführung bleiben, wie sie sind, und die Führung ändert sich hier nur so, dass jeder Name bleibt.',
  days: 'Eine Woche sind 7 Tage; leer für keine.',
  months: 'Statt Tagen, in Kalendermonaten; leer für keine.',
  unitDays: 'Tage',
  lifeNote:
    'Zählt ab dem Tag der Herstellung, sonst ab der ersten Bewegung. Chargen, die es schon gibt, behalten ihre Daten.',
  statusHelp: 'A, Q oder R mit einem zweiten Zeichen nach Wahl; leer, um den Status zu behalten.',
  expiryCaps: {
    none: 'nur nach der eigenen Haltbarkeit',
    managed: 'mit dem ersten Einsatz, der eine Haltbarkeit hat',
    all: 'mit dem ersten Einsatz, der abläuft',
  },
  capHelp:
    'Bei einer Charge, die hier entsteht: Keines ihrer Daten liegt nach dem Tag, an dem ein solcher Einsatz abläuft.',
  capacityHelp: 'So viel einer Charge bewegt oder zählt ein Beleg höchstens; leer für jede Menge.',
  costHelp: 'Je Einheit, mit Komma und höchstens vier Nachkommastellen; leer für keine.',
  gtinHelp: 'Wie sie unter dem Barcode steht; leer für keine.',
  gtinTaken: '{{codes}} hat diese GTIN auch. Zwei Artikel mit einer GTIN kann kein Scan unterscheiden.',
  packOf: '{{name}} = {{quantity}} {{unit}}',
  packsHelp:
    'Wie viel von seiner Einheit darin ist, etwa Karton = 12; Palette = 480. Eine Menge lässt sich dann als 3 Karton schreiben; leer für keine.',
  faults: {
    packs: 'Schreiben Sie, worin er verpackt ist und wie viel darin ist, etwa Karton = 12; Palette = 480.',
    days: 'Schreiben Sie ganze Tage, 0 bis 36.500, oder lassen Sie es leer.',
    months: 'Schreiben Sie ganze Monate, 0 bis 1.200, oder lassen Sie es leer.',
    daysOrMonths: 'Nennen Sie Tage oder Monate, nicht beides.',
    status: 'Schreiben Sie A, Q oder R mit einem zweiten Zeichen nach Wahl, etwa Q1.',
    capacity: 'Schreiben Sie eine Menge über 0, etwa 600, oder lassen Sie es leer.',
    cost: 'Schreiben Sie eine Zahl mit Komma und höchstens vier Nachkommastellen, etwa 12,5.',
    gtinLength: 'Eine GTIN hat 8, 12, 13 oder 14 Ziffern. So eintippen, wie sie unter dem Barcode steht.',
    gtinCheck: 'Die Prüfziffer passt nicht. Mit dem Barcode vergleichen: Eine Ziffer ist vertippt.',
  },
  back: 'Zurück zu {{code}}',
};
