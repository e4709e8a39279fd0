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
      parted: 'This backup is not the past of this store: the two went on separately from one entry on.',
      foreign_one: 'It has {{count, number}} entry that the store does not have.',
      foreign_other: 'It has {{count, number}} entries that the store does not have.',
      loses_one: 'The store loses {{count, number}} entry that the backup does not have.',
      loses_other: 'The store loses {{count, number}} entries that the backup does not have.',
      lead: 'It is verified as a whole and unpacked beside this store, while everybody goes on working. Only then does the store give way: whoever has it open here is signed out.',
      kept: 'The store as it is now is kept beside it under another name, and can be brought back the same way. Another person, who reviews the audit trail, approves the restore on this page; until then it waits on Today.',
      password: 'Your password',
      run: 'Restore now',
      running: 'Restoring the backup',
      notHere:
        'This backup was handed out and does not lie on this computer. Choose its file above: “Restore a backup file”.',
      gone: 'There is no file at {{file}} any more. Choose it where it lies now, above: “Restore a backup file”.',
      choose: 'Restore a backup file',
      chooseHelp:
        'A backup file from this or another computer is verified first. You see what a restore would undo before anything is changed.',
      uploading: 'Uploading the backup',
      examining: 'Verifying the backup',
      fileTitle: 'Restore {{file}}',
      byCommand: 'Restore on the command line instead',
      byCommandHelp:
        'Where nobody can sign in or prove who they are any more, Lotline is closed, and whoever looks after this computer runs:',
      noGood: 'This backup cannot be restored. Nothing was changed.',
      done: 'The store is restored up to entry {{head, number}} of {{at}}.',
      doneKept: 'The store that was there is kept beside it as {{kept}}.',
      doneNext:
        'Everybody signs in again. Another person should approve the restore under Backups; until then it waits on Today.',
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
      parted:
        'Diese Sicherung ist keine Vergangenheit dieses Speichers: Von einem Eintrag an gingen beide getrennt weiter.',
      foreign_one: 'Sie hat {{count, number}} Eintrag, den der Speicher nicht hat.',
      foreign_other: 'Sie hat {{count, number}} Einträge, die der Speicher nicht hat.',
      loses_one: 'Der Speicher verliert {{count, number}} Eintrag, den die Sicherung nicht hat.',
      loses_other: 'Der Speicher verliert {{count, number}} Einträge, die die Sicherung nicht hat.',
      lead: 'Sie wird als Ganzes geprüft und neben diesem Speicher entpackt, während alle weiterarbeiten. Erst dann weicht der Speicher: Wer ihn hier offen hat, wird abgemeldet.',
      kept: 'Der jetzige Speicher bleibt unter anderem Namen daneben liegen und lässt sich ebenso zurückholen. Eine andere Person, die den Audit-Trail durchsieht, genehmigt das Zurückspielen auf dieser Seite; bis dahin wartet es unter Heute.',
      password: 'Ihr Passwort',
      run: 'Jetzt zurückspielen',
      running: 'Sicherung wird zurückgespielt',
      notHere:
        'Diese Sicherung wurde ausgehändigt und liegt nicht auf diesem Rechner. Wählen Sie ihre Datei oben: „Sicherungsdatei zurückspielen“.',
      gone: 'In {{file}} liegt keine Datei mehr. Wählen Sie sie dort, wo sie jetzt liegt, oben: „Sicherungsdatei zurückspielen“.',
      choose: 'Sicherungsdatei zurückspielen',
      chooseHelp:
        'Eine Sicherungsdatei von diesem oder einem anderen Rechner wird zuerst geprüft. Sie sehen, was das Zurückspielen rückgängig machte, bevor sich etwas ändert.',
      uploading: 'Sicherung wird hochgeladen',
      examining: 'Sicherung wird geprüft',
      fileTitle: '{{file}} zurückspielen',
      byCommand: 'Stattdessen auf der Kommandozeile zurückspielen',
      byCommandHelp:
        'Wo niemand sich mehr anmelden oder ausweisen kann, wird Lotline geschlossen, und wer diesen Rechner betreut, gibt ein:',
      noGood: 'Diese Sicherung lässt sich nicht zurückspielen. Es wurde nichts geändert.',
      done: 'Der Speicher ist zurückgespielt bis Eintrag {{head, number}} vom {{at}}.',
      doneKept: 'Der bisherige Speicher liegt daneben als {{kept}}.',
      doneNext:
        'Alle melden sich neu an. Eine andere Person sollte das Zurückspielen unter Sicherungen genehmigen; bis dahin wartet es unter Heute.',
    },
  },
  germanMessages: {
    'Give your password: a restore undoes the work of others.':
      'Geben Sie Ihr Passwort an: Zurückspielen macht die Arbeit anderer rückgängig.',
    'Name one backup: the one of an entry, or the one that was handed over.':
      'Nennen Sie eine Sicherung: die eines Eintrags oder die übergebene.',
    '{0} is a backup of another store than this one.': '{0} ist die Sicherung eines anderen Speichers als dieses.',
    '{0} is not the backup that entry {1} made: it was changed, or another file lies there.':
      '{0} ist nicht die Sicherung aus Eintrag {1}: Sie wurde geändert, oder dort liegt eine andere Datei.',
    'The backup has people, and nobody is signed in here. Restore it from the command line: lotline restore FILE --user NAME.':
      'Die Sicherung hat Personen, und hier ist niemand angemeldet. Spielen Sie sie auf der Kommandozeile zurück: lotline restore FILE --user NAME.',
    'Work is running in the open store. Wait for its end, then restore the backup.':
      'Im offenen Speicher läuft noch Arbeit. Warten Sie ihr Ende ab, und spielen Sie die Sicherung dann zurück.',
    'A backup is being put in the place of this store. Wait a moment, then sign in again.':
      'Eine Sicherung tritt gerade an die Stelle dieses Speichers. Warten Sie einen Augenblick, und melden Sie sich dann neu an.',
    'The store could not be opened again. It is whole: close Lotline and start it again.':
      'Der Speicher ließ sich nicht wieder öffnen. Er ist heil: Schließen Sie Lotline, und starten Sie es neu.',
    'Entry {0} made no backup.': 'Eintrag {0} hat keine Sicherung angelegt.',
    'Approved the restore to entry {0} from {1}, done by {2} in entry {3}. {4}':
      'Das Zurückspielen bis Eintrag {0} aus {1} genehmigt, ausgeführt von {2} in Eintrag {3}. {4}',
  },
});
