/** One thing a rule asks of the software, what Lotline does about it, and the tests that show it. */
export type Control = {
  clause: string;
  does: string;
  /** A test file, and how the title of a test in it begins, its group's title left out. None: not shown yet. */
  shownBy: readonly (readonly [file: string, title: string])[];
  /** What is not there yet, or is the customer's to do. */
  open?: string;
};

const people = 'test/features/people.test.ts';
const confirmed = 'test/features/peopleConfirmed.test.ts';
const recovery = 'test/features/recovery.test.ts';
const puppets = 'test/features/peopleAlone.test.ts';
const names = 'test/features/peopleNames.test.ts';
const oneLeft = 'test/features/onePersonLeft.test.ts';
const alone = 'test/features/singlePerson.test.ts';
const story = ['test/features/auditorsVisit.test.ts', 'an auditor asks who did it'] as const;
const decisions = 'test/features/statusDecision.test.ts';
const clock = 'test/features/clock.test.ts';
const rejected = 'test/features/rejectedGoods.test.ts';
const tampering = ['test/features/auditTamper.slow.test.ts', 'all of it'] as const;
const grid = ['test/app/grid.test.ts', 'holds for every role'] as const;

/** 21 CFR Part 11, EU GMP Annex 11 (A11), and what belongs with them; software rows only. */
export const controls: readonly Control[] = [
  {
    clause: '11.10(a); A11 4',
    does: 'Records that were changed outside Lotline are found, and the first bad entry is named. A store that holds answers traces and recalls, from its own records or from an index that this computer sealed. This table names a test for each control, with its result.',
    shownBy: [
      tampering,
      ['test/features/auditSweep.slow.test.ts', 'is found by a verification, in every column'],
      ['test/regression/traceOfVerified.test.ts', 'is built, and its snapshot compared with it'],
      ['test/trace/snapshot.test.ts', 'reads as nothing unless this workstation sealed it'],
      ['test/regression/traceOfVerified.test.ts', 'of records that were changed for a while is told by a verification'],
      ['test/features/auditHonest.slow.test.ts', 'over all of them'],
      ['test/store/damage.slow.test.ts', 'is found in each of'],
      ['test/hosts/cliAnchorsSilenced.test.ts', 'speaks for nothing by itself, whatever it says'],
      ['test/hosts/cliAnchorsSilenced.test.ts', 'is told before anything is done with the store'],
    ],
  },
  {
    clause: '11.10(b); A11 8',
    does: 'Records, their trail and their signatures are exported as PDF and as a workbook that other programs read.',
    shownBy: [
      ['test/features/reportsAudit.test.ts', 'has the entries of the list under the same filter'],
      ['test/features/reportsAudit.test.ts', 'says what they changed as old → new'],
      story,
    ],
  },
  {
    clause: '11.10(c); A11 7, 17',
    does: 'Backups are made while the store is in use and verified before they are called done; a restore keeps what stood there and says so. The store that stands there decides who may restore over it, unless it cannot be read. No record is ever deleted.',
    shownBy: [
      ['test/hosts/cliPeople.test.ts', 'nor is it opened to the backup’s people by what lies beside'],
      ['test/features/backups.test.ts', 'is one whole file that holds what the store held'],
      ['test/features/backups.test.ts', 'restores a fresh backup and finds it whole'],
      ['test/hosts/cliBackup.test.ts', 'makes a missing store, whose trail says where it came from'],
      ['test/hosts/cliRestoreCrash.test.ts', 'leaves the old store or the restored one'],
      ['test/store/bringUp.slow.test.ts', 'is the old one or the new one, whole'],
    ],
  },
  {
    clause: '11.10(d); 11.300',
    does: 'Nobody reads or writes anything without signing in, once people are set up. A user name is one person’s for ever.',
    shownBy: [
      ['test/app/grid.test.ts', 'lets whoever is not signed in do nothing but sign in'],
      [people, 'keep their user name for ever'],
      [names, 'bear names that nobody takes for those of others'],
      [names, 'bear no name that anybody else ever had'],
      [names, 'get no user name under which the file'],
      [people, 'stays closed when the table of people is emptied'],
    ],
  },
  {
    clause: '11.10(d), (g); 11.300',
    does: 'People, passwords, roles, qualifications and settings are compared with the journal whenever they decide something, and no password is tried before the whole chain was walked. Where the file is not as this computer closed it, no command is done before everything in it was checked as a verification does; it is looked at meanwhile. So what was changed in the file for a while and put back decides nothing. A store that another program writes to, removes or replaces while it is open is frozen, and so is one whose log or lock is taken away; entries that were acknowledged and are gone are named. On the local disks of Linux and macOS that holds for what is written past the database too; a file that was only touched is verified before anything more is written.',
    open: 'Elsewhere (Windows, network drives), and on a disk that is only in memory, what is written past the database while a store is open is found by the next verification; so is what is written at the very moment at which Lotline writes or closes the file, which passes for its own.',
    shownBy: [
      ['test/features/believedAtUse.test.ts', 'a password exchanged decides nothing'],
      ['test/features/believedAtUse.test.ts', 'lets nobody in with a password that was exchanged in the file'],
      ['test/features/believedAtUse.test.ts', 'gives the store to nobody by hiding that people were set up'],
      ['test/features/believedForAWhile.test.ts', 'a lot that was rejected once'],
      ['test/features/believedForAWhile.test.ts', 'that people were set up, left out of the indexes alone'],
      ['test/features/believedAtUse.test.ts', 'vouches for passwords as before'],
      ['test/features/believedAtUse.test.ts', 'a role that may more decides nothing'],
      ['test/store/storeFile.slow.test.ts', 'written by another program'],
      ['test/store/storeFile.slow.test.ts', 'removed: nothing more is acknowledged'],
      ['test/store/writtenPast.slow.test.ts', 'into the file, and back: it is frozen at the next call'],
      ['test/store/writtenPast.slow.test.ts', 'through memory it was mapped to before it was opened'],
      ['test/store/writtenPast.slow.test.ts', 'with an older log: what was acknowledged and is gone is named'],
      ['test/store/writtenPast.slow.test.ts', 'keeps what another program wrote then'],
      [
        'test/store/writtenPast.slow.test.ts',
        'is frozen where it does not hold, though its times say that nobody wrote',
      ],
    ],
  },
  {
    clause: '11.10(e); A11 9',
    does: 'Each command leaves one entry with who, when, where, what, old and new values and the reason; refusals and log-ins too. There is no switch for it, entries cannot be changed or removed through the store, and reviews of the trail are signed.',
    shownBy: [
      ['test/app/bus.test.ts', 'done leaves one entry, and so does every refused one'],
      ['test/store/chain.test.ts', 'says who, where, when, what'],
      ['test/store/schema.test.ts', 'audit_entry cannot be updated, deleted from or replaced into'],
      ['test/features/auditVersions.test.ts', 'stay readable when the record is gone'],
      story,
    ],
  },
  {
    clause: '11.10(f)',
    does: 'Steps come in the order the rules want: rejected, expired or quarantined goods neither ship nor go into production, and a decision is undone by another one only.',
    shownBy: [
      [decisions, 'is not done past the signature'],
      [decisions, 'is not undone by undoing its movements'],
      [decisions, 'does not release a lot that has expired'],
      [clock, 'releases nothing that has expired'],
      ['test/features/rejectedGoods.test.ts', 'come back as released in no way that goods come in or get a name'],
      ['test/features/rejectedGoods.test.ts', 'nor by undoing what they left by'],
    ],
    open: 'Inspections before release and dispositions come with the inspections themselves.',
  },
  {
    clause: '11.10(g); A11 12',
    does: 'What somebody may do is looked up when they do it, below the screens, for every operation and every host. A right that was taken is gone at the next command.',
    shownBy: [
      grid,
      ['test/hosts/cliPeople.test.ts', 'each role may there what it may everywhere'],
      [people, 'loses a right with the next command'],
    ],
  },
  {
    clause: '11.10(f), (g)',
    does: 'The product, lot and location of what somebody posts or decides are compared with their last version.',
    shownBy: [
      ['test/features/goodsBelieved.test.ts', 'the last day of a lot, changed while closed'],
      ['test/features/goodsBelieved.test.ts', 'what is as it was decides as before'],
    ],
  },
  {
    clause: '11.10(h)',
    does: 'Each entry names the workstation and the host; each movement how it came to be known (scanned, typed, generated, imported, inferred).',
    shownBy: [['test/store/chain.test.ts', 'says who, where, when, what']],
    open: 'A list of allowed workstations comes with the store for teams.',
  },
  {
    clause: '11.10(i)',
    does: 'A qualification that has ended stops what it was for, also where the computer’s clock is set back.',
    shownBy: [
      ['test/features/qualifications.test.ts', 'that has ended stops what it was for'],
      ['test/features/qualifications.test.ts', 'is needed by everybody where the site says so'],
    ],
    open: 'Training itself, and the rules on accountability and documents, are the customer’s procedures (11.10(j), (k)).',
  },
  {
    clause: '11.30',
    does: 'Lotline is a closed system on one computer: the loopback host is reached from that computer alone and turns away foreign pages, and programs of that computer that are sent its cookie.',
    shownBy: [
      ['test/hosts/pageKey.test.ts', 'lets nobody'],
      ['test/hosts/httpDoor.test.ts', 'turns away'],
      ['test/hosts/httpDoor.test.ts', 'refuses'],
    ],
    open: 'Encryption on the network comes with the store for teams.',
  },
  {
    clause: '11.50',
    does: 'A signature shows the printed name, the time with its zone and what it means, on screen and in documents. The time is the trail’s, which never falls; where the computer’s clock was behind it, both are shown.',
    shownBy: [
      [decisions, 'releases all of it where it lies'],
      [clock, 'dates no signature and no decision back'],
      story,
    ],
  },
  {
    clause: '11.70',
    does: 'A signature is bound to the version of what was signed and to the chain. Another version supersedes it; a copy on another record is found.',
    shownBy: [
      tampering,
      [decisions, 'supersedes what was signed of the same goods before'],
      [decisions, 'is superseded when the record of the lot it rests on'],
      [rejected, 'that changes the status of goods supersedes'],
      ['test/features/productEdit.test.ts', 'supersedes the signature on the version before'],
    ],
  },
  {
    clause: '11.100',
    does: 'One person, one account: it is disabled, never given to another, and its signatures stay. Nobody gets a name that another has or had, or that reads like it as far as Unicode’s table of look-alike signs and a few rules go. How the administrator made sure who it is, is recorded.',
    shownBy: [
      [people, 'keep their user name for ever'],
      [names, 'bear names that nobody takes for those of others'],
      [names, 'bear no name that anybody else ever had'],
      [names, 'get no user name under which the file'],
      [people, 'of a disabled person is over'],
    ],
  },
  {
    clause: '11.200(a)',
    does: 'The first signature after signing in or unlocking asks for user name and password, each later one for the password. Whoever got a password, an account or rights to sign with from one administrator signs nothing until a second person, who had no part in it, confirms that by a signature: for the password and the rights of that moment. Whoever still waits hands out in the name of whoever made the account. Who reset a password is told at the next log-in. Two exceptions, which the trail shows: the very first confirmation of a new site; and, where nobody who had no part in it could sign for 14 days by the trail’s time, another person may confirm. A clock that is set ahead shortens those days.',
    shownBy: [
      [decisions, 'asks for the user name at the first signature of a session'],
      [decisions, 'leaves nothing but the refusal in the audit trail when the password is wrong'],
      [people, 'must be changed at the first log-in and when an administrator gave a new one'],
      [confirmed, 'signs as nobody'],
      [confirmed, 'gives no rights to sign with by'],
      [confirmed, 'of a new site is the first who confirms anybody'],
      [confirmed, 'hears who did it and when'],
      [puppets, 'hands out in the name of whoever made it'],
      ['test/rules/confirming.test.ts', 'signs as nobody else in a site of'],
      ['test/rules/confirming.test.ts', 'of one administrator all sign again'],
      [puppets, 'is nobody else than who made it'],
      [puppets, 'waits until the person has a password that nobody gave them'],
      [puppets, 'that was read before'],
      [oneLeft, 'sign again after some days'],
    ],
  },
  {
    clause: '11.300(a), (b)',
    does: 'Passwords have a least length, are not what is tried first (common words, walks over the keyboard, names of people and roles here; no list of leaked passwords is asked), grow old (by the trail’s time, which never falls), and are not taken again.',
    shownBy: [
      [people, 'are not taken again, not short'],
      ['test/rules/passwords.test.ts', 'of walks over the keyboard is refused'],
      ['test/rules/passwords.test.ts', 'with the name of a colleague or a role is refused'],
      [people, 'grow old'],
      [people, 'grow no younger when the clock is set back'],
      [people, 'leaves no trace of a password'],
    ],
  },
  {
    clause: '11.300(c), (d)',
    does: 'An account is disabled at once, and its sessions end, as they do with another password. Five wrong passwords lock it, with the right one too, over a restart and a clock set back, whichever way they come in, by many programs at once too; names nobody has lock alike. The only administrator who is not locked waits a minute at a time. Who holds the file can take away what is counted beside it, and add to it. What failed is shown at the next log-in. A lost password of the only administrator is replaced by a recovery code that the site keeps: good once and on the command line alone, stored as a digest, its wrong tries counted like wrong passwords; everybody is told at the next log-in, and who came back signs nothing until a second person confirms it, unless one person may act alone there.',
    shownBy: [
      [people, 'of a disabled person is over'],
      [puppets, 'ends when its account is disabled'],
      [people, 'locks an account after five wrong passwords'],
      [people, 'counts passwords that are tried all at once'],
      ['test/hosts/cliGuesses.test.ts', 'programs that guess together try no more passwords'],
      ['test/features/lockOut.test.ts', 'is locked like any other'],
      [clock, 'locks nobody out for longer than a lock takes'],
      ['test/features/lockOut.test.ts', 'keep the last administrator out for a minute'],
      ['test/features/lockOut.test.ts', 'that somebody dated ahead beside the store keep nobody out'],
      ['test/hosts/cliPeople.test.ts', 'and then nobody else’s log-in sets the count back'],
      [recovery, 'lets the only administrator back in once, and says so to everybody'],
      [recovery, 'is worth nothing once there is a newer one'],
      [recovery, 'stands nowhere in the store nor beside it'],
      [recovery, 'a wrong one counts like a wrong password, locks, and is told'],
      [recovery, 'nobody gets in from a page, and nobody else than who administers people'],
      [recovery, 'nobody signs until a second person confirmed who is back'],
      ['test/hosts/cliPeople.test.ts', 'recover lets the only administrator back in'],
    ],
  },
  {
    clause: 'A11 5, 6',
    does: 'What cannot be true is refused with its reason; rejected goods are released by two people. What was rejected comes in as released under its lot or serial in no other way, counted in or received anew, until then. An import records what was decided elsewhere, unsigned, as its entry says; what was rejected or put into quarantine here it neither releases nor brings in as released.',
    shownBy: [
      [decisions, 'are released by two people, of whom each signs'],
      [decisions, 'are not released by one person twice'],
      [rejected, 'come back as released in no way'],
      [rejected, 'does not release what was rejected here'],
    ],
    open: 'A second check of inspection results comes with inspections.',
  },
  {
    clause: 'A11 10, 11, 13',
    does: 'Settings, roles and qualifications are records: each change has its old and new value and who made it.',
    shownBy: [
      [alone, 'is a mode that is signed, with a reason'],
      [people, 'are changed only as they were looked at'],
    ],
    open: 'The report of the periodic review and the log of incidents come later.',
  },
  {
    clause: 'A11 14, 15',
    does: 'Goods are released here only by a role that may, with a signature. Goods that never were rejected or in quarantine may come in as released, and imports bring what was decided elsewhere.',
    shownBy: [[decisions, 'is taken by whoever may'], [rejected, 'is nothing for somebody who may not sign yet'], grid],
  },
  {
    clause: 'A11 16',
    does: 'A damaged store opens for reading and says what is wrong; nothing is half written when the program is killed or the disk is full.',
    shownBy: [
      ['test/hosts/rescue.test.ts', 'is open for reading, says what is wrong with it'],
      ['test/store/fullDisk.slow.test.ts', 'every kind of command is done or refused as a whole'],
      ['test/store/crash.slow.test.ts', 'finds the commits before the cut'],
      ['test/features/backups.test.ts', 'restores a fresh backup and finds it whole'],
    ],
  },
  {
    clause: 'Separation of duties',
    does: 'By person, whatever their roles: raising one’s own rights, releasing what was rejected. One person alone only by a signed decision, to which somebody else who signs, or did within 14 days, agrees where there is one; each signature of that time, each decision on a status and every document drawn meanwhile carries it.',
    shownBy: [
      [people, 'raise their own rights only with a second administrator'],
      [people, 'do not decide on quality and administer people at once'],
      [alone, 'is a mode that is signed, with a reason'],
      [alone, 'leaves its mark on what was signed and decided'],
      [oneLeft, 'is nobody while others'],
      [oneLeft, 'signs with what they gave themselves'],
      [oneLeft, 'parts again what they held together'],
    ],
    open: 'The pairs of inspections, non-conformances, concessions and counts are declared and come with those.',
  },
  {
    clause: 'ALCOA+: attributable, contemporaneous, original',
    does: 'Who did it stands on each row; the time is the computer’s, or that of the entry before where the clock is behind that: then the entry shows both. So a clock that was ahead once is seen at every entry until it is caught up with, and qualifications and passwords count as of the later time. Movements have the time they are posted with and the time they were recorded; the first value stays.',
    shownBy: [
      [clock, 'dates no signature and no decision back'],
      ['test/store/chain.test.ts', 'never falls back in time'],
      ['test/features/auditVersions.test.ts', 'come newest first, each whole, with who wrote it'],
    ],
  },
  {
    clause: 'ISO 13485 7.5.9; FSMA 204',
    does: 'From a component to every customer and back, every time the same answer both ways.',
    shownBy: [
      ['test/trace/walk.test.ts', 'finds b downstream of a exactly where it finds a upstream of b'],
      ['test/features/recalls.test.ts', 'lists who got how much'],
    ],
    open: 'The sortable sheet of FSMA 204 comes with reports.',
  },
];
