import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp } from '../support/contractHosts.ts';
import {
  logIn,
  keyOf,
  pageHeaders,
  type RawAnswer,
  type RawRequest,
  sendRaw,
  startTestHost,
  writeRequest,
} from '../support/http.ts';

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

const body = '{"json":{}}';

/** A call that is answered; every hostile request below differs from it in what its line says, and in nothing else. */
const goodCall = (): RawRequest => ({
  method: 'POST',
  target: '/rpc/people/whoAmI',
  headers: [
    ['Host', `127.0.0.1:${host.port}`],
    ['Origin', `http://127.0.0.1:${host.port}`],
    ['Cookie', cookie],
    ['X-Lotline', keyOf(cookie)],
    ['Content-Type', 'application/json'],
    ['Content-Length', String(body.length)],
    ['Connection', 'close'],
  ],
  body,
});

/** The call with a header set to another value, set twice (an array), or left out. */
function withHeader(name: string, value: string | readonly string[] | undefined): RawRequest {
  const good = goodCall();
  const others = good.headers.filter(([known]) => known.toLowerCase() !== name.toLowerCase());
  const values = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return { ...good, headers: [...values.map((text) => [name, text] as const), ...others] };
}

const send = (request: RawRequest): Promise<RawAnswer> => sendRaw(host.port, writeRequest(request));
const port = (): number => host.port;

describe('the door', () => {
  it('answers a call of its own page', async () => {
    const { status, body: said } = await send(goodCall());
    expect({ status, said: JSON.parse(said) }).toMatchObject({ status: 200, said: { json: { role: 'owner' } } });
  });

  const foreign: readonly (readonly [string, () => RawRequest, number])[] = [
    ['a foreign name', () => withHeader('Host', `evil.example:${port()}`), 421],
    ['a foreign name that begins with ours', () => withHeader('Host', `127.0.0.1.evil.example:${port()}`), 421],
    ['every address', () => withHeader('Host', `0.0.0.0:${port()}`), 421],
    ['the IPv6 loopback', () => withHeader('Host', `[::1]:${port()}`), 421],
    ['an address in other figures', () => withHeader('Host', `2130706433:${port()}`), 421],
    ['a trailing dot', () => withHeader('Host', `localhost.:${port()}`), 421],
    ['capital letters', () => withHeader('Host', `LOCALHOST:${port()}`), 421],
    ['no port', () => withHeader('Host', '127.0.0.1'), 421],
    ['another port', () => withHeader('Host', `127.0.0.1:${port() + 1}`), 421],
    ['a user before the name', () => withHeader('Host', `me@127.0.0.1:${port()}`), 421],
    ['an empty name', () => withHeader('Host', ''), 421],
    ['no name', () => withHeader('Host', undefined), 400],
    ['two names', () => withHeader('Host', [`127.0.0.1:${port()}`, 'evil.example']), 400],
    ['no origin', () => withHeader('Origin', undefined), 403],
    ['a foreign origin', () => withHeader('Origin', 'https://evil.example'), 403],
    ['an opaque origin', () => withHeader('Origin', 'null'), 403],
    ['the origin of another port', () => withHeader('Origin', `http://127.0.0.1:${port() + 1}`), 403],
    ['the origin of another scheme', () => withHeader('Origin', `https://127.0.0.1:${port()}`), 403],
    ['the origin of our other name', () => withHeader('Origin', `http://localhost:${port()}`), 403],
    ['two origins', () => withHeader('Origin', [`http://127.0.0.1:${port()}`, 'https://evil.example']), 400],
    ['a page of another site', () => withHeader('Sec-Fetch-Site', 'cross-site'), 403],
    ['a page of another port', () => withHeader('Sec-Fetch-Site', 'same-site'), 403],
    ['a made-up site', () => withHeader('Sec-Fetch-Site', 'Same-Origin'), 403],
    ['no header of our own', () => withHeader('X-Lotline', undefined), 403],
    ['a guessed key of our pages', () => withHeader('X-Lotline', 'A'.repeat(43)), 401],
    ['a window of ours elsewhere', () => withHeader('X-Lotline', '1'), 401],
    ['two keys', () => withHeader('X-Lotline', [keyOf(cookie), '1']), 400],
    ['no cookie', () => withHeader('Cookie', undefined), 401],
    ['an empty cookie', () => withHeader('Cookie', `lotline-${port()}=`), 401],
    ['a guessed cookie', () => withHeader('Cookie', `lotline-${port()}=${'A'.repeat(43)}`), 401],
    ['our cookie beside a guessed one', () => withHeader('Cookie', `lotline-${port()}=guess; ${cookie}`), 401],
    ['the cookie under another name', () => withHeader('Cookie', cookie.replace('lotline', 'Lotline')), 401],
    ['a form', () => withHeader('Content-Type', 'application/x-www-form-urlencoded'), 415],
    ['a form of files', () => withHeader('Content-Type', 'multipart/form-data; boundary=x'), 415],
    ['plain text that holds JSON', () => withHeader('Content-Type', 'text/plain'), 415],
    ['JSON and something else', () => withHeader('Content-Type', 'application/json, text/plain'), 415],
    ['no type', () => withHeader('Content-Type', undefined), 415],
    ['two types', () => withHeader('Content-Type', ['application/json', 'text/plain']), 400],
    ['two command ids', () => withHeader('X-Command-Id', ['command-1', 'command-2']), 400],
    ['an upgrade', () => withHeader('Upgrade', 'websocket'), 400],
    ['the wish to be asked for its body', () => withHeader('Expect', '100-continue'), 417],
    ['a preflight', () => ({ ...goodCall(), method: 'OPTIONS' }), 403],
    ['DELETE', () => ({ ...goodCall(), method: 'DELETE' }), 405],
    ['PATCH', () => ({ ...goodCall(), method: 'PATCH' }), 405],
    ['TRACE', () => ({ ...goodCall(), method: 'TRACE' }), 405],
    ['a call by GET', () => ({ ...goodCall(), method: 'GET' }), 405],
    ['a call by PUT', () => ({ ...goodCall(), method: 'PUT' }), 405],
    ['a page by POST', () => ({ ...goodCall(), target: '/' }), 405],
    ['a proxy request', () => ({ ...goodCall(), target: `http://evil.example/rpc/people/whoAmI` }), 400],
    ['an address without a scheme', () => ({ ...goodCall(), target: `//evil.example/rpc/people/whoAmI` }), 400],
    [
      'a way round by the uploads',
      () => ({ ...withHeader('Content-Type', 'text/plain'), target: '/upload/../rpc/people/whoAmI' }),
      404,
    ],
    ['an encoded way round', () => ({ ...goodCall(), target: '/upload/%2e%2e/rpc/people/whoAmI' }), 404],
    ['half a name of the calls', () => ({ ...goodCall(), target: '/rpcs/people/whoAmI' }), 405],
    ['eight kilobytes of headers', () => withHeader('X-Long', 'a'.repeat(9000)), 431],
    ['a length and chunks', () => withHeader('Transfer-Encoding', 'chunked'), 400],
    ['two lengths', () => withHeader('Content-Length', [String(body.length), '0']), 400],
    ['a negative length', () => withHeader('Content-Length', '-1'), 400],
    ['six megabytes', () => ({ ...withHeader('Content-Length', String(6 * 1024 ** 2)), body: '' }), 413],
  ];

  it.each(foreign)('turns away %s', async (_name, request, status) => {
    const answer = await send(request());
    expect(answer.status).toBe(status);
    expect(answer.head).not.toContain('access-control');
    expect(answer.body).not.toMatch(/ {4}at |node_modules|\.ts:/);
    expect(answer.body).not.toContain('"role"');
  });

  const broken: readonly (readonly [string, string])[] = [
    ['chunks of no length', 'zz\r\nhello\r\n0\r\n\r\n'],
    ['a chunk longer than it says', '2\r\nhello\r\n0\r\n\r\n'],
    ['a negative chunk', '-1\r\nhello\r\n0\r\n\r\n'],
  ];
  it.each(broken)('refuses %s', async (_name, chunks) => {
    const { headers, ...rest } = withHeader('Content-Length', undefined);
    const answer = await send({ ...rest, headers: [...headers, ['Transfer-Encoding', 'chunked']], body: chunks });
    expect(answer.status).toBe(400);
  });

  const chunked = (parts: readonly string[], trailer = ''): RawRequest => {
    const { headers, ...rest } = withHeader('Content-Length', undefined);
    const written = parts.map((part) => `${Buffer.byteLength(part, 'latin1').toString(16)}\r\n${part}\r\n`).join('');
    return { ...rest, headers: [...headers, ['Transfer-Encoding', 'chunked']], body: `${written}0\r\n${trailer}\r\n` };
  };
  const ways: readonly (readonly [string, () => RawRequest])[] = [
    ['in one chunk', () => chunked([body])],
    ['letter by letter', () => chunked([...body])],
    ['in chunks with a trailer', () => chunked([body], 'X-Checked: yes\r\n')],
    ['in chunks of which each says more', () => ({ ...chunked([]), body: `b;note="x"\r\n${body}\r\n0\r\n\r\n` })],
    ['as a file by its own word', () => ({ ...goodCall(), headers: [...goodCall().headers, disposition] })],
    ['as what it is', () => ({ ...goodCall(), headers: [...goodCall().headers, ['Content-Encoding', 'identity']] })],
  ];
  const disposition = ['Content-Disposition', 'attachment; filename="call.json"'] as const;
  it.each(ways)('reads a call that comes %s', async (_way, request) => {
    const answer = await send(request());
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('"role":"owner"');
  });

  it('reads a call that a page streams', async () => {
    const parts = [...body].map((letter) => Buffer.from(letter));
    // The declaration for browsers does not know what Node's fetch wants of a stream.
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { ...pageHeaders(port(), cookie), 'content-type': 'application/json' },
      body: new ReadableStream({
        pull(stream) {
          const part = parts.shift();
          if (part === undefined) stream.close();
          else stream.enqueue(part);
        },
      }),
      duplex: 'half',
    };
    const answer = await fetch(`http://127.0.0.1:${port()}/rpc/people/whoAmI`, init);
    expect(await answer.json()).toMatchObject({ json: { role: 'owner' } });
  });

  it.each([
    ['packed', () => withHeader('Content-Length', undefined), [['Content-Encoding', 'gzip']], 415],
    ['packed on the way', () => withHeader('Content-Length', undefined), [['Transfer-Encoding', 'gzip, chunked']], 415],
  ] as const)('refuses a call that comes %s', async (_way, request, more, status) => {
    const { headers, ...rest } = request();
    expect((await send({ ...rest, headers: [...headers, ...more], body: '0\r\n\r\n' })).status).toBe(status);
  });

  it('refuses a call that is no UTF-8 with a code', async () => {
    const answer = await fetch(`http://127.0.0.1:${port()}/rpc/people/whoAmI`, {
      method: 'POST',
      headers: { ...pageHeaders(port(), cookie), 'content-type': 'application/json' },
      body: Buffer.from([...Buffer.from('{"json":{"a":"'), 0xff, ...Buffer.from('"}}')]),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'VALIDATION' });
  });

  it.each([
    ['a list', (deep: string) => deep, ['[', ']']],
    ['a record', (deep: string) => `{"operation":"movements.post","language":"en","input":${deep}}`, ['{"a":', '}']],
  ])('answers %s of a hundred thousand levels with a code', async (_what, around, [open, end]) => {
    const deep = `${(open ?? '').repeat(100_000)}1${(end ?? '').repeat(100_000)}`;
    const text = `{"json":${around(deep)}}`;
    const answer = await send({
      ...withHeader('Content-Length', String(text.length)),
      target: '/rpc/signing/prepare',
      body: text,
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({
      json: { code: 'VALIDATION', message: expect.stringMatching(/deep/) },
    });
  });

  it('counts a body that does not say its length', async () => {
    const { headers, ...rest } = withHeader('Content-Length', undefined);
    const chunk = `${(64 * 1024).toString(16)}\r\n${'a'.repeat(64 * 1024)}\r\n`;
    const answer = await send({
      ...rest,
      headers: [...headers, ['Transfer-Encoding', 'chunked']],
      body: `${chunk.repeat(84)}0\r\n\r\n`,
    });
    expect(answer.status).toBe(413);
  });

  it.each(['{', '[]', '"text"', '{"json":{},"meta":[[5,"x"]]}', '{"json":{},"meta":[["__proto__"]]}', '\u0000'])(
    'answers a body of %j with a code',
    async (text) => {
      const answer = await send({
        ...withHeader('Content-Length', String(Buffer.byteLength(text))),
        target: '/rpc/trace/get',
        body: text,
      });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ json: { code: 'VALIDATION' } });
    },
  );

  it('keeps prototypes clean whatever a body says', async () => {
    const text =
      '{"json":{"a":{"__proto__":{"polluted":1}}},"meta":[[1,"__proto__","polluted"],[1,"constructor","prototype","polluted"]],"maps":[["__proto__","polluted"]]}';
    const answer = await send({ ...withHeader('Content-Length', String(Buffer.byteLength(text))), body: text });
    expect(answer.status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
