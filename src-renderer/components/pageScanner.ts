import { goesOn, longestPause, QuickKeys, slowestKey, slowestOnPage } from './quickKeys.ts';
import { AltCode, isSeparatorKey, separator } from './separatorKeys.ts';

/** The keys that lead elsewhere at once; a code may begin with each. */
const leadsAway = /^[/?]$/;
/** So many milliseconds such a key waits for a second one. */
const waiting = 80;

/**
 * Recognises a scanner's keys outside of fields, where they are typed as text anyway: a run of quick keys that ends with
 * Enter, Tab or both. Nothing else on the page hears of them from the second on, nor of a first one that leads away.
 */
export class PageScanner {
  readonly #onScan: (text: string) => void;
  readonly #altCode = new AltCode();
  readonly #quickKeys = new QuickKeys();
  #read = '';
  #last = Number.NEGATIVE_INFINITY;
  #choice: Choice | undefined;
  /** A key that leads away, as long as it may be the first of a code. */
  #held: KeyboardEvent | undefined;
  #givenBack: Event | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onScan: (text: string) => void) {
    this.#onScan = onScan;
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    // A key that is held down is no scanner's.
    if (event === this.#givenBack || (event.repeat && event.key.length === 1)) return;
    const isTyped = takesText(event.target);
    const isText = isTyped && event.key.length === 1;
    if (isText) this.#quickKeys.forgetEnd();
    // What ends a scan on the page may come twice, and the second time the box has the focus.
    const end = isText ? undefined : this.#quickKeys.endedBy(event, { slowest: slowestOnPage, pause: longestPause });
    const isScan = this.#held !== undefined || goesOn(this.#read, 0);
    if (end === 'again' || (end === 'first' && !isTyped && isScan)) {
      take(event);
      if (end === 'first') this.#end();
      return;
    }
    const pause = event.timeStamp - this.#last;
    if (this.#held !== undefined && (isTyped || pause > waiting || isAction(event.key))) this.#giveBack();
    // Other keys that do something part what is read before them from what comes behind.
    if (isTyped || pause > longestPause || isAction(event.key)) this.#read = '';
    if (isTyped) return;
    this.#last = event.timeStamp;
    this.#hear(event, pause);
  };

  readonly onKeyUp = (event: KeyboardEvent): void => {
    if (takesText(event.target) || event.timeStamp - this.#last > longestPause || !this.#altCode.ends(event)) return;
    this.#last = event.timeStamp;
    this.#read += separator;
  };

  stop(): void {
    clearTimeout(this.#timer);
  }

  #hear(event: KeyboardEvent, pause: number): void {
    const isWithinScan = this.#read !== '';
    if (isSeparatorKey(event, isWithinScan)) {
      // Not to be taken for a key of the browser, such as the one that enlarges the page.
      event.preventDefault();
      this.#read += separator;
    } else if (this.#altCode.takes(event)) {
      if (isWithinScan) event.preventDefault();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1) {
      if (!isWithinScan) this.#choice = choiceOf(event.target);
      const isInList = this.#choice !== undefined;
      if (this.#held !== undefined || (!isWithinScan && !isInList && leadsAway.test(event.key))) this.#hold(event);
      // A person finds the options of a list by letters, too.
      else if (goesOn(this.#read, pause, isInList ? slowestKey : longestPause)) {
        take(event);
        putBack(this.#choice);
      }
      this.#read += event.key;
    }
  }

  #hold(event: KeyboardEvent): void {
    take(event);
    this.#held ??= event;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveBack(), waiting);
  }

  /** It was a person: the page hears the key that leads away, and where it led hears what was typed behind it. */
  #giveBack(): void {
    const held = this.#held;
    const typed = this.#read.slice(1);
    this.#held = undefined;
    this.#read = '';
    clearTimeout(this.#timer);
    if (held === undefined) return;
    const { key, code, shiftKey } = held;
    const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
    this.#givenBack = again;
    (held.target ?? window).dispatchEvent(again);
    const field = document.activeElement;
    if (typed === '' || !(field instanceof HTMLInputElement) || !takesText(field)) return;
    field.setRangeText(typed, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #end(): void {
    const code = this.#read;
    this.#held = undefined;
    this.#read = '';
    clearTimeout(this.#timer);
    putBack(this.#choice);
    this.#onScan(code);
  }
}

/** The key is done with: it opens no link or row that has the focus, nor leaves it. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

const noText = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether keys typed at this target become its text. */
const takesText = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && !noText.includes(target.type) && !target.readOnly) ||
  (target instanceof HTMLTextAreaElement && !target.readOnly);

const isAction = (key: string): boolean => /^(Enter|Tab|Escape|Arrow.*|Page.*|Home|End)$/.test(key);

/** A list of options that has the focus, and what was chosen of it. */
type Choice = { list: HTMLSelectElement; value: string };

const choiceOf = (target: EventTarget | null): Choice | undefined =>
  target instanceof HTMLSelectElement ? { list: target, value: target.value } : undefined;

/** The keys of a scan may have chosen another option, before anybody could know that they were one. */
function putBack(choice: Choice | undefined): void {
  if (choice === undefined || choice.list.value === choice.value) return;
  choice.list.value = choice.value;
  choice.list.dispatchEvent(new Event('change', { bubbles: true }));
}
