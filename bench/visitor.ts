interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Somebody with a cookie jar at a running server, who asks for files and pages the way a command does: no answer comes before it is there. */
export function visitor(url: string) {
  const jar = new Map<string, string>();
  const request = async (path: string, options: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(options.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url + path, { ...options, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
      jar.set(name, value);
    }
    return { status: response.status, text: await response.text() };
  };
  const token = async (page: string): Promise<string> =>
    /name="_csrf" value="([^"]+)"/.exec((await request(page)).text)?.[1] ?? '';
  const post = async (path: string, fields: Record<string, string> = {}, page = '/'): Promise<Answer> =>
    await request(path, { method: 'POST', body: new URLSearchParams({ ...fields, _csrf: await token(page) }) });
  return {
    /** Sends a form with a token that is known already, as a script on a page does. */
    send: (path: string, fields: Record<string, string>, csrf: string) =>
      request(path, { method: 'POST', body: new URLSearchParams({ ...fields, _csrf: csrf }) }),
    get: (path: string) => request(path),
    post,
    upload: async (path: string, field: string, content: string): Promise<Answer> => {
      const form = new FormData();
      form.set('_csrf', await token('/'));
      form.set(field, new Blob([content], { type: 'application/json' }), 'file.json');
      return await request(path, { method: 'POST', body: form });
    },
    signIn: (account: string, password: string) => post('/sign-in', { account, password }, '/sign-in'),
  };
}

/** What the page of a step sends along when it is agreed to. */
export const agreementIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(confirmed|shown)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value!.replaceAll('&#34;', '"').replaceAll('&amp;', '&'),
    ]),
  );
