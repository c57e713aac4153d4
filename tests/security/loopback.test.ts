import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningLoopback, type RunningLoopback } from '#tests/fixtures/running-core.ts';

let app: RunningLoopback;
let other: RunningLoopback;
let cookie: string;

beforeAll(async () => {
  app = await runningLoopback({ largestUpload: 1_000_000 });
  other = await runningLoopback();
  cookie = await app.cookie();
});

afterAll(async () => {
  await app.close();
  await other.close();
});

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly body: string };
type Sent = { readonly method?: string; readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer };

/** Node's own client, because fetch does not let `Host` be forged. */
function send(sent: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: app.loopback.port, method: sent.method ?? 'GET', path: sent.path ?? '/', headers: sent.headers ?? {} },
      (incoming) => {
        let body = '';
        incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
}

const json = { 'content-type': 'application/json' };
const infoCall = { method: 'POST', path: '/rpc/workspace/info', body: '{}' };

function call(headers: Readonly<Record<string, string>>, sent: Sent = {}): Promise<Answer> {
  return send({ ...infoCall, ...sent, headers: { ...json, ...headers } });
}

describe('the address', () => {
  it('is 127.0.0.1 only: no other address of this computer answers', async () => {
    const others = Object.values(networkInterfaces()).flatMap((entries) => (entries ?? []).filter((entry) => entry.family === 'IPv4' && !entry.internal).map((entry) => entry.address));
    for (const host of [...others, '127.0.0.2']) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host, port: app.loopback.port, timeout: 2000 }, () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
        socket.on('timeout', () => resolve(false));
      });
      expect(reached, host).toBe(false);
    }
  });

  it('has a random port and a token of 256 bits, both new at each launch', () => {
    expect(app.loopback.port).not.toBe(other.loopback.port);
    expect(app.loopback.token).not.toBe(other.loopback.token);
    expect(Buffer.from(app.loopback.token, 'base64url')).toHaveLength(32);
  });
});

describe('the page', () => {
  it('is answered without the token, with a policy that allows no inline script or style', async () => {
    const answer = await send({});
    expect(answer.status).toBe(200);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(answer.body).not.toContain('__CSP_NONCE__');
  });

  it('has a nonce of its own at every load, the same in the header and in the page', async () => {
    const [first, second] = [await send({}), await send({})];
    const nonces = [first, second].map((answer) => /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    expect(first.body).toContain(`content="${nonces[0]}"`);
  });

  it.each(['/', '/assets/app.js', '/nothing.js'])('%s carries the security headers and none of CORS', async (path) => {
    const { headers } = await send({ path });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('opens at a place of the app too', async () => {
    expect((await send({ path: '/agreements/01a2' })).headers['content-type']).toContain('text/html');
  });

  it.each(['/../secret.js', '/..%2fsecret.js', '/%2e%2e/secret.js', '/assets/../../secret.js', '/assets/..%5c..%5csecret.js', '/%00.js', '//etc/passwd.js', '/%', '/assets/%c0%ae%c0%ae/secret.js'])(
    'gives nothing from outside its folder: %s',
    async (path) => {
      const answer = await send({ path });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain('outside');
    },
  );

  it('changes nothing by any other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await send({ method })).status, method).toBe(405);
  });
});

describe('Host and Origin, on every request', () => {
  const paths: Sent[] = [{ method: 'GET', path: '/' }, { method: 'GET', path: '/assets/app.js' }, infoCall, { method: 'PUT', path: '/files' }, { method: 'GET', path: '/files/x' }, { method: 'POST', path: '/session', body: '{}' }];

  it.each(paths)('a rebound name is refused: $method $path', async (sent) => {
    for (const host of ['evil.example', `evil.example:${app.loopback.port}`, `localhost:${app.loopback.port}`, '127.0.0.1', `127.0.0.1:${other.loopback.port}`]) {
      expect((await send({ ...sent, headers: { ...json, cookie, host } })).status, host).toBeGreaterThanOrEqual(400);
    }
  });

  it.each(paths)('another origin is refused: $method $path', async (sent) => {
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${other.loopback.port}`, `http://localhost:${app.loopback.port}`, `https://127.0.0.1:${app.loopback.port}`]) {
      expect((await send({ ...sent, headers: { ...json, cookie, origin } })).status, origin).toBe(403);
    }
  });

  it('a browser that says another site asks is refused', async () => {
    expect((await call({ cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await call({ cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await call({ cookie, 'sec-fetch-site': 'same-origin', origin: app.origin })).status).toBe(200);
  });
});

describe('the token', () => {
  it('is needed for every call and every file', async () => {
    expect((await call({})).status).toBe(401);
    expect((await send({ method: 'PUT', path: '/files', body: 'x' })).status).toBe(401);
    expect((await send({ path: '/files/any' })).status).toBe(401);
    expect((await call({}, { path: '/rpc/no/such/call' })).status).toBe(401);
  });

  it('becomes a cookie that no script and no other site gets', async () => {
    const answer = await send({ method: 'POST', path: '/session', headers: json, body: JSON.stringify({ token: app.loopback.token }) });
    const set = String(answer.headers['set-cookie']);
    expect(set).toMatch(new RegExp(`^parley_${app.loopback.port}=[A-Za-z0-9_-]{43};`));
    expect(set).toContain('HttpOnly');
    expect(set).toContain('SameSite=Strict');
    expect(set).toContain('Path=/');
    expect(set).not.toContain('Domain');
    expect(set).not.toContain(app.loopback.token);
  });

  it.each([
    ['a wrong one', { token: 'A'.repeat(43) }],
    ['an empty one', { token: '' }],
    ['none', {}],
    ['one with more beside it', { token: 'x', more: 1 }],
    ['no JSON', 'token'],
  ])('%s is refused', async (_name, body) => {
    expect((await send({ method: 'POST', path: '/session', headers: json, body: typeof body === 'string' ? body : JSON.stringify(body) })).status).toBe(401);
  });

  it('of another launch is refused, and so is its cookie', async () => {
    expect((await send({ method: 'POST', path: '/session', headers: json, body: JSON.stringify({ token: other.loopback.token }) })).status).toBe(401);
    const foreign = (await other.cookie()).split('=')[1] ?? '';
    expect((await call({ cookie: `parley_${app.loopback.port}=${foreign}` })).status).toBe(401);
    expect((await call({ cookie: await other.cookie() })).status).toBe(401);
  });

  it('itself opens no call: not as a cookie, not as a bearer, not in the address', async () => {
    const { token, port } = app.loopback;
    expect((await call({ cookie: `parley_${port}=${token}` })).status).toBe(401);
    expect((await call({ authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await call({}, { path: `/rpc/workspace/info?token=${token}` })).status).toBe(401);
  });

  it('given by two cookies of one name opens nothing', async () => {
    expect((await call({ cookie: `${cookie}; ${cookie}` })).status).toBe(401);
  });

  it('opens the calls by its cookie', async () => {
    const answer = await call({ cookie });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ json: { started: false } });
  });
});

describe('calls', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json, text/plain', 'application/octet-stream'])(
    'what a page of another site could send without asking is refused: %s',
    async (type) => {
      expect((await call({ cookie, 'content-type': type })).status).toBe(415);
    },
  );

  it('are POST only', async () => {
    expect((await send({ path: '/rpc/workspace/info?data=%7B%7D', headers: { cookie } })).status).toBe(405);
  });

  it('have a largest body, by its announced length and while it streams', async () => {
    expect((await call({ cookie, 'content-length': '999999999999' }, { body: '{}' }).catch(() => ({ status: 413 }))).status).toBe(413);
    const huge = Buffer.alloc(33_000_000, 0x20);
    const streamed = await send({ ...infoCall, headers: { ...json, cookie, 'transfer-encoding': 'chunked' }, body: huge }).catch(() => ({ status: 413 }));
    expect(streamed.status).toBe(413);
  });

  it('that fail unexpectedly say an id and nothing of the inside', async () => {
    const answer = await call({ cookie }, { path: '/rpc/workspace/info', body: '{"json":' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toMatch(/\/work|node_modules|at .*\.ts/);
  });
});

describe('files', () => {
  it('come in by PUT under a cap', async () => {
    const answer = await send({ method: 'PUT', path: '/files?name=..%2F..%2Flog.csv', headers: { cookie }, body: 'a,b\n1,2\n' });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.body)).toMatchObject({ name: 'log.csv', bytes: 8 });
    const large = await send({ method: 'PUT', path: '/files', headers: { cookie }, body: Buffer.alloc(1_000_001) }).catch(() => ({ status: 413 }));
    expect(large.status).toBe(413);
  });

  it('go out as attachments of no kind that a browser would show', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const { id } = app.context.files.offer('räpport"; filename="x.html', 'text/html', page);
    const answer = await send({ path: `/files/${id}`, headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(String(answer.headers['content-security-policy'])).toContain('sandbox');
    expect(answer.body).toBe(page.toString());
  });

  it('that are unknown are not found', async () => {
    expect((await send({ path: '/files/0000', headers: { cookie } })).status).toBe(404);
    expect((await send({ path: '/files/..%2f..%2fetc', headers: { cookie } })).status).toBeGreaterThanOrEqual(400);
  });
});
