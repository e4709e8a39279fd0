import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const settingsTexts = featureTexts({
  en: {
    reports: {
      catalogue: {
        setUpGaps: {
          title: 'Gaps in the set-up',
          answers: 'What in the set-up would leave a gap in a trace, a recall or a job of the day.',
          asks: 'All products, customers and rights as they are set up now.',
          asReport: 'As a report, to keep or print',
          ofProducts: 'Products',
          ofCustomers: 'Customers nobody can call in a recall',
          ofApprovals: 'Approvals of suppliers that run out',
          ofRights: 'Rights that nobody has, or nobody may sign with',
          none: 'No gap was found.',
          gap: 'Gap',
          breaks: 'What comes of it',
          count: 'Movements or lots in it',
          deliveries: 'Deliveries',
          right: 'Right',
          what: 'What nobody can do',
          mend: 'Mended at',
          itsPage: 'Its page',
          approvalEnds:
            'After its last day goods of this supplier are received as the plant says of suppliers that are not approved. Approve it anew on its page, or make it inactive.',
          nobodySigns: 'What is signed with it: whoever has it still waits to be confirmed before signing.',
          outOfReach: 'A recall has no telephone number and no email address of this customer.',
          gaps: {
            untracked: 'Made or used up without lot or serial',
            undated: 'Lots in stock without a last day',
            noExpiryStatus: 'Shelf life without a status once expired',
            noRetestStatus: 'Retest without a status once due',
            retestTooLate: 'Retest not before the last day',
            shutOut: 'Shut out by the rules on statuses',
            noCapacity: 'No capacity of a lot, as others of its category have',
            noNumbers: 'Made without a pattern for its numbers',
            noWarranty: 'Serials shipped without a rule on warranty',
          },
          broken: {
            untracked:
              'Every trace through it ends there. What moved keeps its tracking: use a product that is tracked by lot in its place, from a day on.',
            undated:
              'The job of the day never moves these lots, and no list says that they expire. Give their dates on the lots.',
            noExpiryStatus: 'Expired lots keep their status. Choose one on the product.',
            noRetestStatus: 'Lots due for retest keep their status. Choose one on the product.',
            retestTooLate: 'No lot is ever retested: it expires first. Shorten the retest on the product.',
            shutOut:
              'The rules of the site, its category and itself let no status through together, so something is refused of all goods of it.',
            noCapacity:
              'Any quantity of one lot may be posted at once, so a mistyped one passes. Say it among the settings of the product or its category; “any quantity” is an answer too.',
            noNumbers:
              'Others are numbered by patterns and its lots or serials by hand: mistyped and look-alike numbers hide in a trace. Give it, or its category, a pattern.',
            noWarranty:
              'Its serials count as without warranty, while others have one. Say it for the product or its category.',
          },
        },
      },
    },
    audit: {
      records: { setting: 'Setting' },
      settings: {
        idleMinutes: 'Lock after minutes without use',
        passwordDays: 'Days a password is good for',
        passwordCost: 'Password hashing cost (advanced)',
        authorised: 'Training required for',
        singlePerson: 'One person alone',
        timeZone: 'Time zone',
        dailyJob: 'Daily job',
        dailyGapDays: 'Days without an entry before the daily job asks',
        dailyConfirmed: 'Date confirmed for the daily job',
      },
      fields: {
        value: 'Value',
      },
    },
  },
  de: {
    reports: {
      catalogue: {
        setUpGaps: {
          title: 'Lücken der Einrichtung',
          answers: 'Was in der Einrichtung eine Lücke in Verfolgung, Rückruf oder Tageslauf ließe.',
          asks: 'Alle Artikel, Kunden und Rechte, wie sie jetzt eingerichtet sind.',
          asReport: 'Als Bericht, zum Behalten oder Drucken',
          ofProducts: 'Artikel',
          ofCustomers: 'Kunden, die bei einem Rückruf niemand erreicht',
          ofApprovals: 'Zulassungen von Lieferanten, die auslaufen',
          ofRights: 'Rechte, die niemand hat oder mit denen niemand unterschreiben darf',
          none: 'Es wurde keine Lücke gefunden.',
          gap: 'Lücke',
          breaks: 'Was daraus folgt',
          count: 'Bewegungen oder Chargen darin',
          deliveries: 'Lieferungen',
          right: 'Recht',
          what: 'Was niemand tun kann',
          mend: 'Zu beheben',
          itsPage: 'auf seiner Seite',
          approvalEnds:
            'Nach dem letzten Tag geht Ware dieses Lieferanten so ein, wie es das Werk für nicht zugelassene vorsieht. Lassen Sie ihn auf seiner Seite neu zu, oder setzen Sie ihn inaktiv.',
          nobodySigns:
            'Was damit unterschrieben wird: Wer es hat, wartet noch auf Bestätigung, bevor er unterschreibt.',
          outOfReach: 'Ein Rückruf hat von diesem Kunden keine Telefonnummer und keine E-Mail-Adresse.',
          gaps: {
            untracked: 'Hergestellt oder verbraucht ohne Charge oder Seriennummer',
            undated: 'Chargen im Bestand ohne letzten Tag',
            noExpiryStatus: 'Haltbarkeit ohne Status nach Ablauf',
            noRetestStatus: 'Nachprüfung ohne Status bei Fälligkeit',
            retestTooLate: 'Nachprüfung nicht vor dem letzten Tag',
            shutOut: 'Durch die Regeln für Status ausgesperrt',
            noCapacity: 'Ohne Fassung einer Charge, die andere seiner Kategorie haben',
            noNumbers: 'Hergestellt ohne Muster für die Nummern',
            noWarranty: 'Seriennummern versandt ohne Regel zur Garantie',
          },
          broken: {
            untracked:
              'Jede Verfolgung durch ihn endet dort. Was bewegt wurde, bleibt geführt, wie es ist: Nehmen Sie ab einem Tag einen Artikel, der in Chargen geführt wird, an seiner Stelle.',
            undated:
              'Der Tageslauf bewegt diese Chargen nie, und keine Liste sagt, dass sie ablaufen. Geben Sie ihre Daten an der Charge an.',
            noExpiryStatus: 'Abgelaufene Chargen behalten ihren Status. Wählen Sie am Artikel einen.',
            noRetestStatus: 'Zur Nachprüfung fällige Chargen behalten ihren Status. Wählen Sie am Artikel einen.',
            retestTooLate:
              'Keine Charge wird je nachgeprüft: sie läuft vorher ab. Kürzen Sie die Nachprüfung am Artikel.',
            shutOut:
              'Die Regeln des Standorts, der Kategorie und des Artikels lassen zusammen keinen Status durch: Etwas wird aller Ware davon verweigert.',
            noCapacity:
              'Von einer Charge lässt sich jede Menge auf einmal buchen, auch eine vertippte. Legen Sie sie in den Einstellungen des Artikels oder seiner Kategorie fest; auch „jede Menge“ ist eine Antwort.',
            noNumbers:
              'Andere werden nach Mustern nummeriert, seine Chargen oder Seriennummern von Hand: Vertippte und ähnliche Nummern verstecken sich in einer Verfolgung. Geben Sie ihm oder seiner Kategorie ein Muster.',
            noWarranty:
              'Seine Seriennummern gelten als ohne Garantie, während andere eine haben. Sagen Sie sie für den Artikel oder seine Kategorie.',
          },
        },
      },
    },
    audit: {
      records: { setting: 'Einstellung' },
      settings: {
        idleMinutes: 'Sperre nach Minuten ohne Benutzung',
        passwordDays: 'Tage, die ein Passwort gilt',
        passwordCost: 'Rechenaufwand des Passwort-Hashs (für Fachleute)',
        authorised: 'Schulung nötig für',
        singlePerson: 'Eine Person allein',
        timeZone: 'Zeitzone',
        dailyJob: 'Tagesaufgabe',
        dailyGapDays: 'Tage ohne Eintrag, nach denen die Tagesaufgabe fragt',
        dailyConfirmed: 'Für die Tagesaufgabe bestätigtes Datum',
      },
      fields: {
        value: 'Wert',
      },
    },
  },
  germanMessages: {
    'From now on one person may do here what two should.': 'Von jetzt an darf hier eine Person tun, was zwei sollten.',
    'From now on one person may do here what two should, because: {0}':
      'Von jetzt an darf hier eine Person tun, was zwei sollten, weil: {0}',
    '(Here one person may do what two should, because: {0})':
      '(Hier darf eine Person tun, was zwei sollten, weil: {0})',
    'From now on it takes two persons again. {0}': 'Von jetzt an braucht es wieder zwei Personen. {0}',
  },
});
