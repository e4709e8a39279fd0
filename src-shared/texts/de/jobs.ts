import type { Texts } from '../en.ts';

export const jobs: Texts['jobs'] = {
  title: 'Läuft gerade',
  operations: {
    exchange: { import: 'Import', preview: 'Export wird geprüft', importDemo: 'Demowerk wird gefüllt' },
    reports: { draw: 'Bericht wird erstellt', runSchedule: 'Eingeplanter Bericht wird geschrieben' },
    audit: { verify: 'Audit-Trail wird geprüft' },
    people: { authoriseMany: 'Qualifikationen werden festgehalten' },
    backups: {
      make: 'Sicherung wird angelegt',
      drill: 'Wiederherstellungstest läuft',
      examine: 'Sicherung wird geprüft',
      restoreHere: 'Sicherung wird zurückgespielt',
    },
  },
  phases: {
    products: 'Artikel',
    partners: 'Partner',
    locations: 'Plätze',
    lots: 'Chargen',
    movements: 'Bewegungen',
    serial_links: 'Verknüpfungen',
    entries: 'Einträge',
    balances: 'Bestände',
    pages: 'Seiten der Datei',
    check: 'geprüfte Zeilen',
    copy: 'kopierte Seiten',
    digest: 'Bytes',
    read: 'Zeilen gelesen',
    draw: 'Zeilen',
    record: 'Zeilen',
    finish: 'Seiten werden zusammengesetzt',
  },
  cancelJob: 'Abbrechen: {{what}}',
};
