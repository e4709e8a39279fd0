import type { Texts } from '../en.ts';

export const app: Texts['app'] = {
  name: 'Lotline',
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  notFound: 'Diese Seite gibt es nicht.',
  notFoundHelp: 'Die Adresse ist vielleicht vertippt oder stammt aus einem neueren Lotline.',
  demo: 'Demo',
  site: 'Standort',
  sites_one: '{{count, number}} Standort',
  sites_other: '{{count, number}} Standorte',
  readOnly: 'Nur lesen',
  backUpNow: 'Sicherung machen',
  changedElsewhere: '{{person}} hat etwas geschrieben, das hier gezeigt wird: {{operation}}, {{at}}.',
  changedShown: 'Diese Seite zeigt es schon.',
  changedAsk: 'Zeigen',
  menu: 'Sprache und Darstellung',
  language: 'Sprache',
  appearance: 'Darstellung',
  light: 'Hell',
  dark: 'Dunkel',
  system: 'Wie das System',
  version: 'Version {{version}}',
  away: 'Lotline antwortet nicht.',
  awayHelp:
    'Das Programm hinter dieser Seite wurde beendet oder startet gerade neu. Nichts Erfasstes ist verloren. Die Seite versucht es von selbst wieder.',
  crashed: 'Diese Seite konnte nicht gezeichnet werden.',
  crashedHelp: 'Nichts Erfasstes ist verloren. Öffnen Sie die Seite noch einmal oder eine andere.',
};

export const keys: Texts['keys'] = {
  title: 'Tastatur',
  close: 'Liste der Tasten schließen',
  box: 'Scannen, alles finden oder sagen, was zu tun ist',
  filter: 'Liste filtern',
  down: 'Nächste Zeile',
  up: 'Vorige Zeile',
  open: 'Zeile öffnen',
  select: 'Zeile auswählen',
  leave: 'Feld oder Liste verlassen',
  keys: 'Diese Tasten',
  scan: 'Ein Scanner wirkt überall: Es muss vorher kein Feld angeklickt werden.',
};
