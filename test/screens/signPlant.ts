import type { Page } from '@playwright/test';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field } from './lotline.ts';

type Reply = { status: number; body: string };

/** Sends one command as the page itself would, for what the test is not about. */
export async function send(page: Page, operation: string, input: unknown): Promise<string> {
  const { status, body } = await page.evaluate(
    async ([path, text]): Promise<Reply> => {
      const headers = {
        ...{ 'x-lotline': localStorage.getItem('lotline-key') ?? '', 'content-type': 'application/json' },
        'x-command-id': crypto.randomUUID(),
      };
      const response = await fetch(`rpc/${path}`, { method: 'POST', headers, body: text });
      return { status: response.status, body: await response.text() };
    },
    [operation.replace('.', '/'), JSON.stringify({ json: input })] as const,
  );
  expect(status, `${operation}: ${body}`).toBe(200);
  return body;
}

/** The same for a command that is signed: what it says is read first. */
export async function sendSigned(page: Page, operation: string, signed: object): Promise<void> {
  const { signature: _own, witness: _second, ...input } = { signature: {}, witness: {}, ...signed };
  const reply = await send(page, 'signing.prepare', { operation, input, language: 'en' });
  // Of the very shape that the contract says.
  const { json } = JSON.parse(reply) as { json: { token: string } };
  await send(page, operation, { ...signed, token: json.token });
}

/** Where the second person's user name is typed, or chosen from those who may. */
export const secondUser = (page: Page) =>
  page.getByRole('combobox', { name: 'User name of the second person', exact: true });

/** Signs in as somebody; the people of a demo plant share their password. */
export async function become(page: Page, user: string, password: string = demoPassword): Promise<void> {
  await send(page, 'people.logIn', { user, password });
  await page.reload();
  await expect(page.getByRole('button', { name: /^Who is signed in/ })).toBeVisible();
}

export const wrongPassword = 'not-the-very-password-1';

export const dialog = (page: Page) => page.getByRole('dialog');
/** What the dialog says is signed. */
export const sentence = (page: Page) => dialog(page).getByRole('region', { name: 'What is signed' });
export const reason = (page: Page) => field(page, 'Reason');

/** Presses Tab until what has the focus bears this text. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const focused = document.activeElement;
      const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
      const label = isField ? focused.labels?.[0]?.textContent : focused?.textContent;
      return label ?? '';
    });
    if (said.trim() === text) return;
  }
  throw new Error(`no Tab leads to ${text}`);
}
