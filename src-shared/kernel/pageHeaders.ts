/** What pages send beside what they ask for. */

/** The id of a command, under which it is done once however often it is sent. */
export const commandIdHeader = 'x-command-id';

/** The log-in that a page believes to be in: `whoAmI` names it. A call of another log-in is refused. */
export const sessionHeader = 'x-lotline-session';

/** The key of our own pages, which no form and no foreign page can send. A window of ours, which needs none, sends "1". */
export const pageKeyHeader = 'x-lotline';

/** What stands before the key in the address that a page is given it with. */
export const pageKeyMark = '#key=';
