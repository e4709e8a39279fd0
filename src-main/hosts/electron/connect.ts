/** What a page says to get its line to the host: posted to its own window, with one port of a message channel. */
export const connectMessage = 'lotline:connect';
