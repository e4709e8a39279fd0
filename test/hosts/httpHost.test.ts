import { msg } from '#shared/kernel/message.ts';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes, LotlineError } from '#shared/kernel/errors.ts';
import { openTestApp } from '../support/contractHosts.ts';
import { buildSession, httpLink, logIn, pageHeaders, sendRaw, startTestHost, writeRequest } from '../support/http.ts';

let plant: Awaited<ReturnType<typeof openTestApp>>;
let host: Awaited<ReturnType<typeof startTestHost>>;
let cookie: string;

beforeAll(async () => {
  plant = await openTestApp();
  host = await startTestHost(plant.app);
  cookie = await logIn(host);
});
afterAll(async () => {
  await host?.close();
  await plant?.close();
});

describe('the start token', () => {
  it('is worth one session, and leaves the address', async () => {
    const own = await startTestHost(plant.app);
    try {
      const first = await fetch(own.address, { redirect: 'manual' });
      expect(first.status).toBe(303);
      expect(first.headers.get('location')).toMatch(/^\/#key=[\w-]{43}$/);
      expect(first.headers.get('set-cookie')).toMatch(
        new RegExp(`^lotline-${own.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      );
      const second = await fetch(own.address, { redirect: 'manual' });
      expect(second.status).toBe(403);
      expect(second.headers.get('set-cookie')).toBeNull();
      // Whatever a browser says it takes, whoever opens the address reads a page, without scripts.
      expect(second.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(second.headers.get('content-security-policy')).toContain("default-src 'none'");
      const page = await second.text();
      expect(page).toMatch(/used already[\s\S]*start it again and open the address it prints/);
      expect(page).not.toMatch(/<script|<style|style=/);
    } finally {
      await own.close();
    }
  });

  it('is 256 bits of chance, another one each start', () => {
    const tokens = Array.from({ length: 20 }, () => buildSession().token);
    expect(new Set(tokens).size).toBe(20);
    expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
  });

  it.each(['', 'a', 'A'.repeat(43), '%00', 'token'])('does not take %j for it, and is not spent by it', (guess) => {
    const session = buildSession();
    expect(session.exchange(guess)).toBeUndefined();
    expect(session.exchange(session.token)?.cookie).toContain('HttpOnly');
  });

  it('is not spent by a HEAD, by another path, or by a page of another site', async () => {
    const own = await startTestHost(plant.app);
    try {
      const { search } = new URL(own.address);
      const base = `http://127.0.0.1:${own.port}`;
      expect((await fetch(`${base}/${search}`, { method: 'HEAD', redirect: 'manual' })).status).toBe(401);
      expect((await fetch(`${base}/assets/index-1a2b.js${search}`, { redirect: 'manual' })).status).toBe(401);
      expect(
        (await fetch(`${base}/${search}`, { headers: { 'sec-fetch-site': 'cross-site' }, redirect: 'manual' })).status,
      ).toBe(403);
      expect(await logIn(own)).toContain('lotline-');
    } finally {
      await own.close();
    }
  });

  it('is told by no answer of the host', async () => {
    const token = new URL(host.address).searchParams.get('token') ?? '';
    for (const path of ['/', '/nothing', '/?token=wrong', '/rpc/people/whoAmI']) {
      for (const headers of [{}, pageHeaders(host.port, cookie)]) {
        const response = await fetch(`http://127.0.0.1:${host.port}${path}`, { headers, redirect: 'manual' });
        expect(JSON.stringify([...response.headers]) + (await response.text())).not.toContain(token);
      }
    }
  });

  it('shows a person without a session what to do, and a program a code', async () => {
    const page = await fetch(`http://127.0.0.1:${host.port}/`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('the address it printed');
    const answer = await fetch(`http://127.0.0.1:${host.port}/`);
    expect(await answer.json()).toMatchObject({ code: 'NOT_LOGGED_IN' });
  });
});

describe('the screens', () => {
  const get = (path: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${host.port}${path}`, { headers: { cookie } });

  it('are served with a policy that lets nothing else in', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/', '/assets/index-1a2b.js', '/nothing', '/rpc/people/whoAmI'])(
    'and every answer, %s too, carries the headers of the house',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('lets a browser keep only what is named after its content', async () => {
    expect((await get('/assets/index-1a2b.js')).headers.get('cache-control')).toBe(
      'private, max-age=31536000, immutable',
    );
  });

  const outside = [
    '/../package.json',
    '/../../package.json',
    '/assets/../../package.json',
    '/./index.html',
    '/%2e%2e/package.json',
    '/%2E%2E/package.json',
    '/.%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets/..\\..\\package.json',
    '/%252e%252e/package.json',
    '/..%c0%afpackage.json',
    '/..;/package.json',
    '/index.html%00',
    '/index.html%00.js',
    '/C:/Windows/win.ini',
    '/etc/passwd',
    '/file:///etc/passwd',
    '/%5c%5cserver%5cshare',
    '/assets/',
    '/assets',
    '/INDEX.HTML',
    '/.git/config',
    '/__proto__',
  ];
  it.each(outside)('are all there is: %s is not served', async (target) => {
    const headers = [
      ['Host', `127.0.0.1:${host.port}`],
      ['Cookie', cookie],
      ['Connection', 'close'],
    ] as const;
    const answer = await sendRaw(host.port, writeRequest({ method: 'GET', target, headers, body: '' }));
    expect(answer.status).toBe(404);
    expect(answer.body).not.toMatch(/doctype|"name": "lotline"/);
  });
});

describe('an upload', () => {
  const send = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${host.port}${path}`, { method, headers: pageHeaders(host.port, cookie), ...init });
  const open = async (): Promise<string> => {
    const { upload }: { upload: string } = JSON.parse(await (await send('POST', '/upload')).text());
    return upload;
  };

  it('reaches the import under the name it was given', async () => {
    const upload = await open();
    const taken = await send('PUT', `/upload/${upload}/products.csv`, { body: 'code,name,unit\nMILK,Milk,kg\n' });
    expect(taken.status).toBe(204);
    const preview = await httpLink(host, cookie).call(
      ['exchange', 'preview'],
      { source: { kind: 'upload', upload } },
      { context: {} },
    );
    expect(preview).toMatchObject({ result: { products: 1 }, errors: [] });
  });

  it('brings the faults of a file as they are, row by row', async () => {
    const upload = await open();
    await send('PUT', `/upload/${upload}/products.csv`, { body: 'code,name,unit\n,Milk,kg\n' });
    const call = httpLink(host, cookie).call(
      ['exchange', 'import'],
      { source: { kind: 'upload', upload } },
      { context: { commandId: 'faulty-import-1' } },
    );
    await expect(call).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
      status: 422,
      data: { details: { errors: [{ file: 'products.csv', row: 2, column: 'code', code: 'VALIDATION' }] } },
    });
  });

  it.each([
    'passwd',
    '..%2f..%2fproducts.csv',
    '..%5cproducts.csv',
    '%00products.csv',
    'products.csv%00.exe',
    '%ff',
    'evil.html',
  ])('takes no file called %s', async (name) => {
    const response = await send('PUT', `/upload/${await open()}/${name}`, { body: 'x' });
    expect([400, 415]).toContain(response.status);
    expect(await response.json()).toMatchObject({ message: expect.stringMatching(/\.$/) });
  });

  it('takes no file for an upload that was never opened', async () => {
    const response = await send('PUT', '/upload/never/products.csv', { body: 'x' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is closed to those without a session or without our header', async () => {
    const { 'x-lotline': _own, ...without } = pageHeaders(host.port, cookie);
    expect((await send('POST', '/upload', { headers: without })).status).toBe(403);
    const { cookie: _cookie, ...stranger } = pageHeaders(host.port, cookie);
    expect((await send('POST', '/upload', { headers: stranger })).status).toBe(401);
  });
});

describe('a refusal', () => {
  const details = { field: 'lot', rows: [1, 2], nested: { known: true } };

  it.each(errorCodes.filter((code) => code !== 'INTERNAL'))(
    '%s comes through with its sentence and its details',
    async (code) => {
      const own = await startTestHost({
        ...plant.app,
        call: () => Promise.reject(new LotlineError(code, msg`It is ${code}.`, details)),
      });
      try {
        const call = httpLink(own, await logIn(own)).call(['people', 'whoAmI'], {}, { context: {} });
        await expect(call).rejects.toMatchObject({
          defined: true,
          code,
          message: `It is ${code}.`,
          data: { details },
          status: expect.toSatisfy((status: number) => status >= 400),
        });
      } finally {
        await own.close();
      }
    },
  );

  it('of an inner failure tells an id for the log and nothing of the inside', async () => {
    const own = await startTestHost({
      ...plant.app,
      call: () => Promise.reject(new Error('secret: select * from people')),
    });
    try {
      const call = httpLink(own, await logIn(own)).call(['people', 'whoAmI'], {}, { context: {} });
      const error: unknown = await call.then(String, (reason: unknown) => reason);
      expect(error).toMatchObject({
        code: 'INTERNAL',
        status: 500,
        data: { details: { correlation: expect.stringMatching(/^[\w-]{36}$/) } },
      });
      expect(JSON.stringify(error)).not.toContain('secret');
    } finally {
      await own.close();
    }
  });
});

describe('the host', () => {
  it('answers on 127.0.0.1 alone', async () => {
    await expect(fetch(`http://[::1]:${host.port}/`)).rejects.toThrow();
  });

  it('says which port is taken', async () => {
    await expect(startTestHost(plant.app, host.port)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(String(host.port)),
    });
  });

  it('cuts a request whose headers do not come', { timeout: 30_000 }, async () => {
    const started = Date.now();
    const answer = await sendRaw(host.port, 'GET / HTTP/1.1\r\nHost: ');
    expect(answer.status).toBe(408);
    expect(Date.now() - started).toBeLessThan(13_000);
  });

  it.each([
    ['say nothing', ''],
    ['begin a request and never end it', 'POST /rpc/people/whoAmI HTTP/1.1\r\nHost: '],
  ])('answers its own page however many lines of others %s', async (_what, said) => {
    const own = await startTestHost(plant.app);
    const mine = await logIn(own);
    const lines = Array.from({ length: 120 }, () => {
      const line = connect(own.port, '127.0.0.1', () => said !== '' && line.write(said));
      return line.on('error', () => undefined);
    });
    try {
      await expect.poll(() => lines.filter((line) => line.closed).length).toBeGreaterThan(60);
      for (let call = 0; call < 5; call += 1) {
        const headers = { ...pageHeaders(own.port, mine), connection: 'close' };
        const answer = await fetch(`http://127.0.0.1:${own.port}/`, { headers });
        expect(answer.status).toBe(200);
        await answer.text();
      }
    } finally {
      for (const line of lines) line.destroy();
      await own.close();
    }
  });

  it('cuts no request at work for the sake of a line that says nothing', async () => {
    const slow = Promise.withResolvers<void>();
    const calls: unknown[] = [];
    const own = await startTestHost({
      ...plant.app,
      call: async () => {
        calls.push(1);
        await slow.promise;
        return { late: true };
      },
    });
    const asked = httpLink(own, await logIn(own)).call(['people', 'whoAmI'], {}, { context: {} });
    await expect.poll(() => calls.length).toBe(1);
    const lines = Array.from({ length: 90 }, () => connect(own.port, '127.0.0.1').on('error', () => undefined));
    try {
      await expect.poll(() => lines.filter((line) => line.closed).length).toBeGreaterThan(40);
      slow.resolve();
      expect(await asked).toEqual({ late: true });
    } finally {
      for (const line of lines) line.destroy();
      await own.close();
    }
  });

  it('holds at most fifty lines open', async () => {
    const own = await startTestHost(plant.app);
    const lines = Array.from({ length: 60 }, () => connect(own.port, '127.0.0.1').on('error', () => undefined));
    try {
      await expect.poll(() => lines.filter((line) => line.closed).length).toBe(10);
    } finally {
      for (const line of lines) line.destroy();
      await own.close();
    }
  });
});
