import { Combobox, Kbd, Text, TextInput, useCombobox } from '@mantine/core';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';
import { bestOf, isNamed } from '#shared/dossier/closeness.ts';
import { fold } from '#shared/kernel/fold.ts';
import { beginsLikeGs1 } from '#shared/kernel/gs1Strings.ts';
import styles from './FindBox.module.css';
import { detailOf, leadsNowhere, numberAlone, remarkOf } from './scanWords.ts';
import { QuickKeys } from './quickKeys.ts';
import { ScannedText } from './scannedText.ts';
import { useSeparatorKeys } from './useSeparatorKeys.ts';

export type Found = { hits: readonly Hit[]; scanned: Scanned | null };
export type FindHits = (text: string) => Promise<Found>;

/** What others may do with the box: go there, or hand it a code that was scanned elsewhere. */
export type FindBoxHandle = { focus: () => void; take: (code: string) => void };

/** Something to do rather than to find: found by how its words begin, or other words that people have for it. */
export type BoxCommand = { id: string; label: string; also?: string; run: () => void };

type Props = {
  label: string;
  /** Shows the label above the box; else only to readers aloud. */
  labelled?: boolean;
  placeholder: string;
  find: FindHits;
  onPick: (hit: Hit) => void;
  /** Hears what is to be said beside what was picked; else it stands below the box. */
  onRemark?: (remark: string) => void;
  /** Who picked goes elsewhere: the keys from then on are for that page. */
  leaves?: boolean;
  /** Which hits may be picked here. */
  accepts?: (hit: Hit) => boolean;
  handle?: Ref<FindBoxHandle>;
  /** Shown beside the hits, and before anything is typed. */
  commands?: readonly BoxCommand[];
  shortcut?: string;
  /** What stands in the box, where somebody else keeps it. */
  typed?: { text: string; onText: (text: string) => void };
};

/** Typing waits so long for the next letter before it asks, in milliseconds. */
const typingPause = 120;

/**
 * One box for a scan, a number or its last characters. Enter takes the hit that the text names, or the only one, at once,
 * or the first command where nothing was found; it is marked in the list, which is shown else. A scan takes only what bears its code, and replaces what stood
 * in the box.
 */
export function FindBox(props: Props): ReactNode {
  const { t } = useTranslation();
  const {
    label,
    labelled = false,
    placeholder,
    find,
    accepts = () => true,
    handle,
    shortcut,
    commands = [],
    typed,
  } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const input = useRef<HTMLInputElement>(null);
  const [ownText, setOwnText] = useState('');
  const { text, onText: setText } = typed ?? { text: ownText, onText: setOwnText };
  const [answer, setAnswer] = useState<(Found & { text: string }) | undefined>(undefined);
  const [remark, setRemark] = useState('');
  const [quickKeys] = useState(() => new QuickKeys());
  const separators = useSeparatorKeys((written) => quickKeys.areQuick || beginsLikeGs1(written), type);
  const [scannedText] = useState(() => new ScannedText());
  /** What was scanned last, as long as it stands in the box. */
  const [code, setCode] = useState('');
  /** Counts the questions, so that an answer overtaken by the next question is dropped. */
  const asked = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A scan is answered when others may have changed what is to be done with it. */
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  /** Scans are answered one after the other, each for itself. */
  const scans = useRef<Promise<void>>(Promise.resolve());
  const scanCount = useRef(0);
  /** What is to be said of those that led nowhere and that others followed. */
  const missed = useRef('');

  async function ask(wanted: string): Promise<Found | undefined> {
    try {
      const { hits, scanned } = await find(wanted);
      return { hits: hits.filter(accepts), scanned };
    } catch {
      // The host is away or refused; the frame says so.
      return undefined;
    }
  }

  async function search(wanted: string): Promise<Found | undefined> {
    asked.current += 1;
    const mine = asked.current;
    const found = await ask(wanted);
    if (found === undefined || asked.current !== mine) return undefined;
    setAnswer({ text: wanted, ...found });
    return found;
  }

  function type(entered: string): void {
    quickKeys.forgetEnd();
    setText(entered);
    setCode('');
    setRemark('');
    combobox.openDropdown();
    combobox.resetSelectedOption();
    clearTimeout(pause.current);
    const wanted = entered.trim();
    if (wanted !== '') pause.current = setTimeout(() => void search(wanted), typingPause);
  }

  /** By a key or a scan, as by the mouse: a menu that is open closes first, and so does not take the focus back when it does. */
  function goThere(): void {
    flushSync(() => input.current?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true })));
    input.current?.focus();
  }

  function take(scan: string): void {
    goThere();
    submitScan(scan.trim());
  }

  function submitScan(scan: string): void {
    clearTimeout(pause.current);
    setText(scan);
    setCode(scan);
    asked.current += 1;
    scanCount.current += 1;
    const mine = scanCount.current;
    scans.current = scans.current.then(() => answerScan(scan, () => scanCount.current === mine));
  }

  async function answerScan(scan: string, isLast: () => boolean): Promise<void> {
    const found = await ask(scan);
    const best = bestOf(found?.hits.filter(({ closeness }) => isNamed(closeness)) ?? []);
    // The next code may have begun meanwhile: it is kept as it stands, and told from this one at its end.
    const isAlone = input.current?.value.trim() === scan;
    if (found !== undefined && best !== undefined) pick(best, found.scanned, isAlone);
    else if (found !== undefined && !isLast()) missed.current = `${missed.current} ${leadsNowhere(t, scan, found)}`;
    else {
      if (found !== undefined) setAnswer({ text: scan, ...found });
      combobox.openDropdown();
      // A slow scanner is not to write the next code behind this one.
      if (isAlone) input.current?.select();
    }
  }

  async function submit(wanted: string): Promise<void> {
    clearTimeout(pause.current);
    const found = answer?.text === wanted ? answer : await search(wanted);
    const hits = found?.hits;
    const best = bestOf(hits ?? []);
    const [command] = fittingOf(commands, wanted);
    if (found !== undefined && best !== undefined) pick(best, found.scanned);
    else if (hits?.length === 0 && command !== undefined) carryOut(command);
    else {
      combobox.openDropdown();
      // The next scan is not to be written behind one that found nothing.
      if (hits?.length === 0) input.current?.select();
    }
  }

  function carryOut(command: BoxCommand): void {
    setText('');
    combobox.closeDropdown();
    // The keys of the page it leads to are not for the box.
    input.current?.blur();
    command.run();
  }

  function pick(hit: Hit, scanned: Scanned | null, isDone = true): void {
    asked.current += 1;
    const beside = `${missed.current} ${remarkOf(t, scanned)}`.trim();
    missed.current = '';
    if (isDone) setText('');
    setAnswer(undefined);
    combobox.closeDropdown();
    const { onPick, onRemark = setRemark, leaves = false } = latest.current;
    if (leaves && isDone) input.current?.blur();
    onPick(hit);
    onRemark(beside);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const end = quickKeys.endedBy(event.nativeEvent);
    const scan = scannedText.heard(event.nativeEvent, event.currentTarget);
    if (separators.onKeyDown(event)) return;
    if (event.key === 'Escape') setText('');
    // What a scanner sends behind a code, once or twice, must not leave the box.
    if (end === 'again') event.preventDefault();
    if (end === 'again' || (event.key !== 'Enter' && end === undefined)) return;
    if (text.trim() === '' || combobox.getSelectedOptionIndex() >= 0) return;
    event.preventDefault();
    if (end === 'first' && scan.trim() !== '') submitScan(scan.trim());
    else void submit(text.trim());
  }

  useImperativeHandle(handle, () => ({
    focus() {
      goThere();
      input.current?.select();
    },
    take,
  }));

  const wanted = text.trim();
  const hits = wanted === '' ? [] : (answer?.hits ?? []);
  const alone = wanted === '' || !answer?.scanned ? '' : numberAlone(answer.scanned);
  const isScan = wanted !== '' && wanted === code;
  const fitting = fittingOf(commands, wanted);
  const shown = wanted === '' ? fitting.length > 0 : answer !== undefined || fitting.length > 0;

  function textAbove(): string {
    const scanned = answer?.scanned ?? null;
    if (hits.length > 0 && !isScan) return remarkOf(t, scanned);
    if (fitting.length > 0 && !isScan) return '';
    return leadsNowhere(t, answer?.text ?? '', { hits, scanned });
  }
  const said = textAbove();
  /** What Enter takes. */
  const first = isScan || wanted === '' ? undefined : bestOf(hits);
  const firstCommand = hits.length === 0 && wanted !== '' && answer?.text === wanted ? fitting[0] : undefined;

  function choose(option: string): void {
    const command = fitting.find(({ id }) => option === `command ${id}`);
    const hit = hits[Number(option)];
    if (command !== undefined) carryOut(command);
    else if (hit !== undefined) pick(hit, answer?.scanned ?? null);
    else if (option === 'alone') type(alone);
  }

  return (
    // Not in a portal: what it shows belongs to the part of the page the box is in.
    <Combobox store={combobox} withinPortal={false} keepMounted={false} onOptionSubmit={choose}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={input}
          role="combobox"
          label={labelled ? label : undefined}
          aria-label={labelled ? undefined : label}
          placeholder={placeholder}
          value={text}
          autoComplete="off"
          spellCheck={false}
          rightSectionWidth={56}
          rightSection={shortcut === undefined ? undefined : <Kbd>{shortcut}</Kbd>}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={() => (text !== '' || commands.length > 0) && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
          onKeyUp={separators.onKeyUp}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!shown}>
        {said !== '' && (
          <Text p="6px 12px" c="dimmed" role="status">
            {said}
          </Text>
        )}
        {hits.length + fitting.length + alone.length > 0 && (
          <Combobox.Options aria-label={label}>
            {alone !== '' && (
              <Combobox.Option value="alone" className={styles.option}>
                <span className={styles.beside}>{t('find.command')}</span>
                <span>{t('find.alone', { number: alone })}</span>
              </Combobox.Option>
            )}
            {hits.map((hit, index) => (
              <Combobox.Option
                key={`${hit.kind} ${hit.label} ${hit.detail} ${hit.supplier}`}
                value={String(index)}
                active={hit === first}
                className={styles.option}
              >
                <span className={styles.beside}>{t(`find.kinds.${hit.kind}`)}</span>
                <span className="mono">{hit.label}</span>
                <span className={styles.beside}>{detailOf(t, hit)}</span>
              </Combobox.Option>
            ))}
            {fitting.map(({ id, label: said }) => (
              <Combobox.Option
                key={id}
                value={`command ${id}`}
                active={id === firstCommand?.id}
                className={styles.option}
              >
                <span className={styles.beside}>{t('find.command')}</span>
                <span>{said}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        )}
      </Combobox.Dropdown>
      {remark !== '' && (
        <Text mt={4} role="status">
          {remark}
        </Text>
      )}
    </Combobox>
  );
}

/** The commands that the words fit, those first that say them themselves. */
function fittingOf(commands: readonly BoxCommand[], typed: string): BoxCommand[] {
  const bySaid = commands.filter(({ label }) => beginsEveryWord(label, typed));
  const others = commands.filter(
    (one) => one.also !== undefined && !bySaid.includes(one) && beginsEveryWord(`${one.label} ${one.also}`, typed),
  );
  return [...bySaid, ...others];
}

/** Whether each typed word begins one of the words of a command. */
function beginsEveryWord(said: string, typed: string): boolean {
  const words = ` ${fold(said)}`;
  const starts = [...words.matchAll(/[^\p{L}\p{N}]+/gu)].map(({ index, 0: gap }) => index + gap.length);
  return fold(typed)
    .split(/\s+/)
    .every((word) => starts.some((start) => words.startsWith(word, start)));
}
