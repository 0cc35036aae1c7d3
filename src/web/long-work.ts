import type { WorkSize } from '../messages/long-task.ts';
import { messagesIn } from '../messages/messages.ts';
import { type Asked, type AskedElsewhere, type Recorded, recordAnswer } from './asked.ts';
import type { Services } from './context.ts';
import type { LongRoute } from './routes.ts';
import { createSessions } from './session.ts';
import { inWordsOfTender } from './tender-words.ts';
import { createWeb } from './web.ts';

export const nameOf = ({ method, path }: Pick<LongRoute, 'method' | 'path'>): string => `${method} ${path}`;

/**
 * Answers long routes away from the thread of the server: the same rooms, with handlers that record their answer.
 * @returns the answer, an error page included; rejected only by what is a fault of ours
 */
export function createLongWork(
  services: Services,
): (order: AskedElsewhere, about: (size: WorkSize) => void) => Promise<Recorded> {
  const routes = new Map<string, LongRoute>();
  const { errorPage } = createWeb(services, createSessions(services), (route) => {
    if (route.kind === 'long') routes.set(nameOf(route), route);
  });
  return async ({ route, account, language, sessionToken, csrfToken, ...rest }, about) => {
    const known = { messages: messagesIn(language), account, sessionToken, csrfToken, about };
    const asked: Asked = { ...rest, context: inWordsOfTender(services, known, rest.path) };
    const { reply, recorded } = recordAnswer();
    try {
      await routes.get(route)!.handler(asked, reply, account);
    } catch (error) {
      await errorPage(error, asked, reply);
    }
    return recorded();
  };
}
