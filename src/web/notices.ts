import type { NextFunction, Request, Response } from 'express';

/** So many sessions can wait for a notice; the oldest loses it. */
const MOST = 10_000;
/** What somebody waits for is still worked on: the notice comes with the answer. */
const WAITING = 202;

/**
 * What just happened is said once. An answer that leads to a page with `?notice=...` lets this session see that page with its notice, one time;
 * who reloads it, or follows such an address from elsewhere, is led to the page without it.
 */
export function createNotices(): (request: Request, response: Response, next: NextFunction) => void {
  /** By session: the address that its notice stands at. */
  const due = new Map<string, string>();
  return (request, response, next) => {
    const { sessionToken } = request.context;
    const setHeader = response.setHeader.bind(response);
    // Short answers set their address themselves, those of other threads have it set: here they come together.
    response.setHeader = (name, value) => {
      if (name.toLowerCase() === 'location' && asksForNotice(String(value))) {
        due.delete(sessionToken);
        due.set(sessionToken, String(value));
        if (due.size > MOST) due.delete(due.keys().next().value!);
      }
      return setHeader(name, value);
    };
    if (request.method === 'GET' && asksForNotice(request.originalUrl)) {
      if (due.get(sessionToken) !== request.originalUrl) {
        return response.redirect(303, withoutNotice(request.originalUrl));
      }
      response.on('finish', () => {
        if (response.statusCode !== WAITING && due.get(sessionToken) === request.originalUrl) due.delete(sessionToken);
      });
    }
    next();
  };
}

const asksForNotice = (address: string): boolean => /[?&]notice=/.test(address);

/** The same address without the notice that it asks for. */
export function withoutNotice(address: string): string {
  const [path = '', query = ''] = address.split('?');
  const rest = query.split('&').filter((one) => one !== '' && !one.startsWith('notice='));
  return rest.length === 0 ? path : `${path}?${rest.join('&')}`;
}
