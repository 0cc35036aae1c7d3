import { DomainError } from '../domain/errors.ts';
import { mayViewTender } from '../domain/tender/access.ts';
import { forRules } from '../messages/messages.ts';
import type { RequestContext } from './asked.ts';
import type { Services } from './context.ts';

/** The pages and errors of a tender call its things as its rules do, for who may see it. @param path of the address */
export function inWordsOfTender(
  { tenders }: Pick<Services, 'tenders'>,
  context: RequestContext,
  path: string,
): RequestContext {
  const dossier = /^\/tenders\/(tender-[^/]+)/.exec(path)?.[1];
  if (dossier === undefined || !context.account) return context;
  try {
    const state = tenders.get(dossier);
    return mayViewTender(state, context.account)
      ? { ...context, messages: forRules(context.messages, state.rules) }
      : context;
  } catch (error) {
    // One that is not there or damaged has no names; its route says what is wrong.
    if (error instanceof DomainError) return context;
    throw error;
  }
}
