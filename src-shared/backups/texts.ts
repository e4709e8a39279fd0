import { featureTexts } from '#shared/kernel/texts.ts';

/** What a restore would undo and how it is done; what is signed of it, in German. */
export const backupsTexts = featureTexts({
  en: {
    restoreOf: {
      title: 'Restore the backup of entry {{entry, number}}',
      open: 'Restore …',
      openEntry: 'What a restore of the backup in entry {{seq}} would undo',
      undoes_one: 'A restore goes back to {{at}} and undoes {{count, number}} entry since.',
      undoes_other: 'A restore goes back to {{at}} and undoes {{count, number}} entries since.',
      undoesNothing: 'Nothing was written since this backup: a restore undoes nothing.',
      lots: 'Lots',
      movements: 'Movements',
      thenAndNow: '{{now, number}} now, {{before, number}} then',
      people: 'Whose work it undoes',
      entries: 'Entries',
      last: 'Last one',
      kept: 'The store as it is now is kept beside it under another name, and can be brought back the same way.',
      steps: 'How it is done',
      close: 'Everybody leaves this store, and Lotline is closed.',
      run: 'On this computer, with the backup at hand, whoever may back up and restore runs:',
      verified:
        'It verifies the backup as a whole before it touches anything, asks for the password, and says what it did.',
      approve: 'Another person, who reviews the audit trail, approves it on this page. Until then it waits on Today.',
    },
  },
  de: {
    restoreOf: {
      title: 'Die Sicherung aus Eintrag {{entry, number}} zurückspielen',
      open: 'Zurückspielen …',
      openEntry: 'Was das Zurückspielen der Sicherung in Eintrag {{seq}} rückgängig machte',
      undoes_one:
        'Das Zurückspielen führt zum Stand vom {{at}} und macht {{count, number}} Eintrag seither rückgängig.',
      undoes_other:
        'Das Zurückspielen führt zum Stand vom {{at}} und macht {{count, number}} Einträge seither rückgängig.',
      undoesNothing: 'Seit dieser Sicherung wurde nichts geschrieben: Das Zurückspielen macht nichts rückgängig.',
      lots: 'Chargen',
      movements: 'Bewegungen',
      thenAndNow: 'jetzt {{now, number}}, damals {{before, number}}',
      people: 'Wessen Arbeit es rückgängig macht',
      entries: 'Einträge',
      last: 'Der letzte',
      kept: 'Der jetzige Speicher bleibt unter anderem Namen daneben liegen und lässt sich ebenso zurückholen.',
      steps: 'So geht es',
      close: 'Alle verlassen diesen Speicher, und Lotline wird geschlossen.',
      run: 'Auf diesem Rechner, mit der Sicherung zur Hand, gibt jemand mit dem Recht zu sichern und zurückzuspielen ein:',
      verified:
        'Der Befehl prüft die Sicherung als Ganzes, bevor er etwas anrührt, fragt nach dem Passwort und sagt, was er getan hat.',
      approve:
        'Eine andere Person, die den Audit-Trail durchsieht, genehmigt es auf dieser Seite. Bis dahin wartet es unter Heute.',
    },
  },
  germanMessages: {
    'Entry {0} made no backup.': 'Eintrag {0} hat keine Sicherung angelegt.',
    'Approved the restore to entry {0} from {1}, done by {2} in entry {3}. {4}':
      'Das Zurückspielen bis Eintrag {0} aus {1} genehmigt, ausgeführt von {2} in Eintrag {3}. {4}',
  },
});
