/**
 * Breaks a text into lines no wider than `room`: at blanks, after a hyphen or slash, and inside a word only where
 * the word alone is wider. Line breaks in the text stay.
 */
export function breakLines(text: string, room: number, widthOf: (text: string) => number): string[] {
  if (widthOf(text) <= room && !text.includes('\n')) return [text];
  const paragraphs = text.split(/\r\n|\r|\n/);
  return paragraphs.flatMap((paragraph, index) =>
    breakParagraph(index < paragraphs.length - 1 ? `${paragraph} ` : paragraph, room, widthOf),
  );
}

const pieces = /\s*[^\s/-]*[/-]?/g;

function breakParagraph(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (piece === '') continue;
    if (widthOf(line + piece) <= room) {
      line += piece;
      continue;
    }
    // The blank stays at the end, so that the text read from the document is the text put in.
    if (line !== '') lines.push(/^\s/.test(piece) ? `${line.trimEnd()} ` : line);
    line = piece.trimStart();
    while (widthOf(line) > room) {
      const head = longestStart(line, room, widthOf);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  return lines;
}

/** The longest start of a word that fits, at least one letter. */
function longestStart(word: string, room: number, widthOf: (text: string) => number): string {
  const letters = [...word];
  let [fits, over] = [1, letters.length];
  while (fits + 1 < over) {
    const middle = (fits + over) >> 1;
    if (widthOf(letters.slice(0, middle).join('')) <= room) fits = middle;
    else over = middle;
  }
  return letters.slice(0, fits).join('');
}

/** The widest piece of a text that breakLines keeps whole where it can. */
export const widestPiece = (text: string, widthOf: (text: string) => number): number =>
  (text.match(pieces) ?? []).reduce((widest, piece) => Math.max(widest, widthOf(piece.trim())), 0);
