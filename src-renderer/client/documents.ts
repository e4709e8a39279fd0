import type { DocumentFormat } from '#shared/reports/vocabulary.ts';
import type { Drawing, DrawnDocument } from '#shared/reports/contract.ts';
import { isLanguage } from '#shared/texts/index.ts';
import { newCommandId } from './api.ts';
import { api } from './host.ts';
import { linkTo } from './http.ts';
import { useMay } from './session.ts';
import { useWork, type Work } from './work.ts';

export type DocumentWork = Omit<Work<DocumentFormat, DrawnDocument>, 'run'> & {
  make: (format: DocumentFormat) => void;
  /** Whether this session may hand documents over. */
  allowed: boolean;
};

/**
 * Makes a document: the host draws it and records that it was handed over, and the browser, or the window, saves it
 * where the person says.
 * @param name tells this document's work apart from other work
 */
export function useDocument(name: string, draw: (drawing: Drawing) => Promise<DrawnDocument>): DocumentWork {
  const allowed = useMay('report');
  const { run, ...work } = useWork(`document ${name}`, async (format: DocumentFormat) => {
    const drawn = await draw({ format, ...writing(), job: crypto.randomUUID() });
    const issued = await api.reports.issue({ document: drawn.document }, { context: { commandId: newCommandId() } });
    await saveDocument(issued);
    return issued;
  });
  return { ...work, make: run, allowed };
}

/** The page's language, and numbers, dates and times as on this page. */
export function writing(): Pick<Drawing, 'language' | 'locale' | 'zone'> {
  const page = document.documentElement.lang;
  const language = isLanguage(page) ? page : 'en';
  const locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
  return { language, locale, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** Has the browser, or the window, save a document that the host hands out to this session. */
export async function saveDocument({ document: id, name }: Pick<DrawnDocument, 'document' | 'name'>): Promise<void> {
  const address = await linkTo(`file/${encodeURIComponent(id)}`);
  const link = document.createElement('a');
  link.href = address.href;
  link.download = name;
  link.click();
}
