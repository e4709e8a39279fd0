import {
  IconAdjustmentsHorizontal,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconBarcode,
  IconBookmark,
  IconBuildingFactory2,
  IconCheck,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconClipboardList,
  IconClock,
  IconColumns3,
  IconFile,
  IconFileImport,
  IconFilter,
  IconHierarchy,
  IconLock,
  IconMapPin,
  IconMaximize,
  IconMinus,
  IconPackage,
  IconPlus,
  IconReportAnalytics,
  IconSearch,
  IconSpeakerphone,
  IconTag,
  IconUser,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Line drawings in the colour of the text beside them, each for one thing. They say nothing a word does not say too. */
export const drawings = {
  tick: IconCheck,
  magnifier: IconSearch,
  cross: IconX,
  lock: IconLock,
  trace: IconHierarchy,
  recall: IconSpeakerphone,
  import: IconFileImport,
  audit: IconClipboardList,
  report: IconReportAnalytics,
  settings: IconAdjustmentsHorizontal,
  up: IconArrowUp,
  down: IconArrowDown,
  before: IconChevronLeft,
  next: IconChevronRight,
  below: IconChevronDown,
  clock: IconClock,
  filter: IconFilter,
  columns: IconColumns3,
  views: IconBookmark,
  lots: IconPackage,
  serials: IconBarcode,
  person: IconUser,
  people: IconUsers,
  documents: IconFile,
  products: IconTag,
  partners: IconBuildingFactory2,
  locations: IconMapPin,
  plus: IconPlus,
  minus: IconMinus,
  fit: IconMaximize,
  undo: IconArrowBackUp,
  warning: IconAlertTriangle,
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactNode {
  const Drawing = drawings[name];
  // Lines of one and a half pixels, however small.
  return <Drawing size={size} stroke={36 / size} aria-hidden="true" focusable="false" />;
}
