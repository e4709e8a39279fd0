import type { Texts } from '../en.ts';

export const questions: Texts['questions'] = {
  jobs: {
    list: 'Laufende Arbeiten sehen',
  },
  signing: {
    prepare: 'Lesen, was unterschrieben würde',
  },
  people: {
    whoAmI: 'Sehen, wer angemeldet ist',
    showSetUpCode: 'Den Code für die erste Verwaltung zeigen lassen',
    list: 'Personen auflisten',
    listAdministrators: 'Sehen, wer Rechte gibt',
    recoveryCode: 'Sehen, wer den Wiederherstellungscode gemacht hat',
    listRoles: 'Rollen auflisten',
    listAuthorisations: 'Qualifikationen auflisten',
    mayDo: 'Sehen, was eine Person darf',
    listSignatures: 'Die Unterschriften auf einem Datensatz sehen',
    getSettings: 'Die Einstellungen sehen',
    listViews: 'Gespeicherte Ansichten auflisten',
  },
  audit: {
    changesSince: 'Sehen, was sich inzwischen geändert hat',
    list: 'Die Einträge des Audit-Trails auflisten',
    get: 'Einen Eintrag des Audit-Trails öffnen',
    versions: 'Die Fassungen eines Datensatzes vergleichen',
    verify: 'Die Datei prüfen',
    listReviews: 'Die Durchsichten des Audit-Trails auflisten',
  },
  backups: {
    compare: 'Sehen, was eine Wiederherstellung rückgängig machte',
    examine: 'Eine übergebene Sicherung untersuchen',
    list: 'Sicherungen und Wiederherstellungstests auflisten',
  },
  products: {
    get: 'Einen Artikel öffnen',
    settings: 'Sehen, was von den Einstellungen der Artikel gilt und welche Ebene entscheidet',
    listCategories: 'Die Kategorien der Artikel auflisten',
    listAttributes: 'Die Merkmale der Artikel auflisten',
    list: 'Artikel auflisten',
    listWithStock: 'Artikel mit ihrem Bestand auflisten',
  },
  partners: {
    get: 'Einen Partner öffnen',
    list: 'Partner auflisten',
    listWithDeliveries: 'Partner mit ihren Lieferungen auflisten',
  },
  locations: {
    get: 'Einen Platz öffnen',
    listAway: 'Plätze außerhalb des Werks auflisten',
    listSites: 'Standorte auflisten',
    listWithStock: 'Plätze mit ihrem Bestand auflisten',
  },
  numbering: {
    listRules: 'Die Regeln der Nummerierung auflisten',
    ofProduct: 'Sehen, wie ein Artikel nummeriert wird',
    tryPattern: 'Ein Muster für Nummern ausprobieren',
    plan: 'Nummern vorschlagen lassen',
  },
  statuses: {
    list: 'Die Status und ihre Regeln auflisten',
    ofProduct: 'Sehen, was Ware eines Artikels in jedem Status darf',
  },
  holds: {
    list: 'Sperren auflisten',
    onGoods: 'Sehen, was Ware sperrt',
    preview: 'Sehen, was eine Sperre träfe',
  },
  lots: {
    list: 'Chargen auflisten',
    previewStatus: 'Sehen, was ein anderer Status bewirkte',
    getDates: 'Die Daten einer Charge sehen',
    previewConversion: 'Sehen, was eine Umstellung auflisten muss',
    previewMerge: 'Sehen, was eine Zusammenlegung von Chargen bewirkte',
    lyingAt: 'Sehen, welche Chargen auf einem Platz liegen',
  },
  serials: {
    list: 'Seriennummern auflisten',
    get: 'Garantie, Service und Teile einer Seriennummer ansehen',
    listMissing: 'Vermisste Seriennummern auflisten',
    listWarrantyRules: 'Die Garantieregeln ansehen',
  },
  labels: {
    list: 'Gedruckte Etiketten auflisten',
    ofUnit: 'Die Etiketten einer Charge oder Seriennummer sehen',
    preview: 'Ein Etikett vorab ansehen',
  },
  movements: {
    list: 'Die Bewegungen einer Charge oder eines Belegs auflisten',
    log: 'Die Verfolgung einer Charge oder Seriennummer sehen',
    listBalances: 'Auflisten, was wo liegt',
    listDocuments: 'Belege auflisten',
  },
  daily: {
    list: 'Auflisten, was fällig wird',
    due: 'Sehen, was an einem Tag fällig ist',
    calendar: 'Sehen, was an den Tagen eines Monats fällig wird',
    state: 'Sehen, ob die Tagesaufgabe läuft',
  },
  trace: {
    get: 'Verfolgen, im Ganzen',
    view: 'Verfolgen, Seite für Seite',
    picture: 'Verfolgen als Bild',
  },
  recalls: {
    simulate: 'Einen Rückruf simulieren, im Ganzen',
    view: 'Einen Rückruf simulieren, Seite für Seite',
    listDeliveries: 'Die Lieferungen an einen Kunden in einem Rückruf auflisten',
    listDropped: 'Sehen, was ein engerer Rückruf auslässt',
  },
  reports: {
    list: 'Berichte auflisten',
    draw: 'Einen Bericht erstellen',
    preview: 'Einen Bericht vorab ansehen',
    listIssued: 'Exportierte Dokumente auflisten',
    compare: 'Sehen, ob ein Dokument noch stimmt',
    listSchedules: 'Geplante Berichte auflisten',
  },
  exchange: {
    preview: 'Einen Import vorab ansehen',
    readTable: 'Zeilen einer Arbeitsmappe lesen',
  },
  dossier: {
    checkSerial: 'Eine Seriennummer prüfen',
    get: 'Eine Seite öffnen',
    find: 'Suchen oder scannen',
  },
  today: {
    list: 'Sehen, was auf Sie wartet',
    days: 'Sehen, was an welchem Tag kam, entschieden wurde und abläuft',
  },
};
