import type { Account } from '../actions/accounts.ts';
import { hasRole } from '../domain/roles.ts';
import type { WorkSize } from '../messages/long-task.ts';
import { messagesIn } from '../messages/messages.ts';
import { rolesOf } from './access.ts';
import { type Asked, type AskedElsewhere, type Recorded, recordAnswer } from './asked.ts';
import type { Services } from './context.ts';
import { HttpError } from './http-error.ts';
import type { LongRoute } from './routes.ts';
import { createSessions } from './session.ts';
import { inWordsOfTender } from './tender-words.ts';
import { createWeb } from './web.ts';

export const nameOf = ({ method, path }: Pick<LongRoute, 'method' | 'path'>): string => `${method} ${path}`;

export interface LongWork {
  /** The answer, an error page included; rejected only by what is a fault of ours. */
  answer(order: AskedElsewhere, about: (size: WorkSize) => void): Promise<Recorded>;
  /**
   * Asked again before anything is stored: whoever asked may have been signed out meanwhile, or have lost the role for it.
   * @throws HttpError 401, 403
   */
  requireStanding(): void;
}

/** Answers long routes away from the thread of the server: the same rooms, with handlers that record their answer. */
export function createLongWork(services: Services): LongWork {
  const routes = new Map<string, LongRoute>();
  const { errorPage } = createWeb(services, createSessions(services), (route) => {
    if (route.kind === 'long') routes.set(nameOf(route), route);
  });
  let order: AskedElsewhere | null = null;

  const standing = ({ sessionToken, account, route }: AskedElsewhere): Account => {
    const session = services.accounts.session(sessionToken);
    if (session?.state !== 'open' || session.account.id !== account.id) throw new HttpError(401);
    if (!hasRole(session.account, ...rolesOf(routes.get(route)!.access))) throw new HttpError(403);
    return session.account;
  };

  return {
    answer: async (given, about) => {
      order = given;
      const { route, language, account, session, origin, sessionToken, csrfToken, changed, ...rest } = given;
      for (const shelf of [services.tenders, services.decisions]) shelf.distrust(changed);
      const who = { account, session, endedFor: null, origin, sessionToken, csrfToken };
      const known = { messages: messagesIn(language), ...who, about };
      let asked: Asked = { ...rest, context: known };
      const { reply, recorded } = recordAnswer();
      try {
        const now = standing(given);
        asked = { ...rest, context: inWordsOfTender(services, { ...known, account: now }, rest.path) };
        await routes.get(route)!.handler(asked, reply, now);
      } catch (error) {
        await errorPage(error, asked, reply);
      } finally {
        order = null;
      }
      return recorded();
    },
    requireStanding: () => {
      if (order) standing(order);
    },
  };
}
