import type { Texts } from '../en.ts';

export const desktop: Texts['desktop'] = {
  file: 'Datei',
  edit: 'Bearbeiten',
  view: 'Ansicht',
  window: 'Fenster',
  help: 'Hilfe',
  importFolder: 'Ordner importieren…',
  importFiles: 'Dateien importieren…',
  openOwn: 'Eigenen Betrieb öffnen',
  openDemo: { food: 'Demo öffnen: Lebensmittelwerk', device: 'Demo öffnen: Gerätewerk' },
  importTitle: 'Export auswählen',
  exportFiles: 'CSV-Dateien oder eine Arbeitsmappe',
  cannotStart: 'So lässt sich Lotline nicht starten',
  switches:
    'Lotline wurde mit Schaltern gestartet, die nicht erlaubt sind, weil andere Programme damit an sein Fenster kämen:',
  startedAgain: {
    store: {
      question: 'In diesem Fenster einen anderen Speicher öffnen?',
      detail:
        'Darum bittet ein weiterer Start von Lotline. Fahren Sie nur fort, wenn Sie das waren: Geben Sie ein Passwort nur in einem Speicher ein, den Sie kennen.',
      yes: 'Öffnen',
      no: 'Hier bleiben',
    },
    network: {
      question: 'Dateien von einem anderen Rechner lesen?',
      detail:
        'Darum bittet ein weiterer Start von Lotline, und der andere Rechner erfährt, wer fragt. Fahren Sie nur fort, wenn Sie das waren.',
      yes: 'Lesen',
      no: 'Nicht lesen',
    },
  },
  cannotOpen: 'Lotline kann diesen Speicher nicht öffnen',
  cannotImport: 'Diese Dateien lassen sich nicht importieren',
  roles: {
    about: 'Über Lotline',
    hide: 'Lotline ausblenden',
    hideOthers: 'Andere ausblenden',
    unhide: 'Alle einblenden',
    quit: 'Beenden',
    close: 'Fenster schließen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    reload: 'Neu laden',
    toggleDevTools: 'Entwicklerwerkzeuge',
    resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    togglefullscreen: 'Vollbild',
    minimize: 'Minimieren',
    zoom: 'Zoomen',
    front: 'Alle nach vorne bringen',
  },
};
