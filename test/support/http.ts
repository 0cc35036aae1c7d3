import { Agent, request as ask, type IncomingMessage } from 'node:http';
import { createAccounts } from '../../src/actions/accounts.ts';
import { DEMO_PASSWORD } from '../../src/actions/passwords.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { testConfig } from './config.ts';

export { createAccounts, loadRuleSets, projectRoot };

/** The real server on a database in memory, with strict views. */
export const startTestServer = (): Promise<RunningServer> => startServer(testConfig(':memory:'));

/** A visitor with a cookie jar, who sends forms the way a browser without scripts does. */
export function visitor(base: string) {
  const jar = new Map<string, string>();
  const request = async (path: string, options: Pick<RequestInit, 'method' | 'headers' | 'body'> = {}) => {
    const headers = new Headers(options.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const { status, answered, bytes } = await send(base + path, options.method ?? 'GET', headers, options.body);
    for (const cookie of answered.getSetCookie()) {
      const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
      jar.set(name, value);
    }
    return { status, location: answered.get('location'), headers: answered, bytes, text: bytes.toString('utf8') };
  };
  const get = (path: string) => request(path);
  const csrf = async (page = '/sign-in'): Promise<string> => {
    const { text } = await get(page === '/sign-in' && jar.has('signed-in') ? '/' : page);
    return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  };
  const post = async (path: string, fields: Record<string, string> | [string, string][], token?: string) => {
    const body = new URLSearchParams(fields);
    const given = body.get('_csrf') ?? token ?? (await csrf('/'));
    body.delete('_csrf');
    return await request(path, { method: 'POST', body: new URLSearchParams([['_csrf', given], ...body]) });
  };
  /** Sends a form that is agreed to on a page first, and agrees there. What is refused before that is answered as it is. */
  const confirm = async (path: string, fields: Record<string, string> | [string, string][] = {}, token?: string) => {
    const asked = await post(path, fields, token);
    return asked.status === 200 ? await post(path, agreementIn(asked.text), token) : asked;
  };
  /** Sends a form with a file as a browser does: the fields first. */
  const upload = async (
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { readonly name: string; readonly content: Uint8Array } | null,
    token?: string,
  ) => {
    const body = new FormData();
    body.append('_csrf', token ?? (await csrf('/')));
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('document', new Blob(file ? [Uint8Array.from(file.content)] : []), file?.name ?? '');
    return await request(path, { method: 'POST', body });
  };
  return {
    request,
    get,
    post,
    confirm,
    upload,
    csrf,
    jar,
    signIn: async (account: string, password = DEMO_PASSWORD) =>
      await post('/sign-in', { account, password }, await csrf('/sign-in')),
  };
}

/** Connections are kept, as browsers do; one that waits for a request keeps no test from ending. */
const agent = new Agent({ keepAlive: true });

/** One request over a real connection. No redirect is followed. `fetch` of Node says the same, and takes more of the processor. */
async function send(address: string, method: string, headers: Headers, body: RequestInit['body']) {
  // What a form is in bytes, and the type that says so.
  const sent = body == null ? null : new Response(body);
  const content = sent && Buffer.from(await sent.arrayBuffer());
  const type = sent?.headers.get('content-type');
  if (content) headers.set('content-length', `${content.length}`);
  if (type && !headers.has('content-type')) headers.set('content-type', type);
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    ask(address, { method, headers: Object.fromEntries(headers), agent }, resolve)
      .on('error', reject)
      .end(content),
  );
  const answered = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    for (const value of values ?? []) answered.append(name, value);
  }
  return { status: response.statusCode!, answered, bytes: Buffer.concat(await response.toArray()) };
}

/** What a page on which something is agreed to sends along. */
export function agreementIn(html: string): [string, string][] {
  const form = html.slice(html.lastIndexOf('<form method="post"'));
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
    unescaped(name!),
    unescaped(value!),
  ]);
}

const unescaped = (text: string): string =>
  text.replace(/&#34;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
