import type { ReactNode } from 'react';
import { PlainDateText, today } from './figures.tsx';
import { Icon } from './icons.tsx';

type Props = {
  date: string;
  /** Whether the goods lie here: what is gone waits for nobody. */
  isHere: boolean;
  /** What a date that is past says. */
  past: string;
};

/** The day until which goods may be used, the day itself included, with a sign where it is past. */
export const Expiry = ({ date, isHere, past }: Props): ReactNode => (
  <>
    <PlainDateText date={date} />{' '}
    {isHere && past !== '' && date !== '' && date < today() && (
      <span title={past} className="warning">
        <Icon name="warning" size={14} />
        <span className="hidden">{past}</span>
      </span>
    )}
  </>
);
