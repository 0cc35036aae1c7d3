import { DomainError } from '../../domain/errors.ts';
import { describeError } from '../../messages/messages.ts';
import type { RequestContext } from '../asked.ts';
import type { HttpStatus } from '../http-error.ts';

export interface ErrorModel {
  readonly title: string;
  readonly text: string;
  /** What the rules say against it; nothing of the inside. */
  readonly detail: string | null;
  readonly backHref: string;
  readonly back: string;
}

/** @param context in which was asked: who is not signed in gets a way to do so, and bids have the names that the reader knows */
export const errorModel = (
  { messages: m, names, account }: Pick<RequestContext, 'messages' | 'names' | 'account'>,
  status: HttpStatus,
  error: unknown,
): ErrorModel => ({
  ...m.httpErrors[status],
  detail: error instanceof DomainError && status !== 500 ? describeError(m, error, names) : null,
  backHref: account ? '/' : '/sign-in',
  back: account ? m.app.home : m.signIn.title,
});
