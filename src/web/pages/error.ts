import { DomainError } from '../../domain/errors.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import type { HttpStatus } from '../http-error.ts';

export interface ErrorModel {
  readonly title: string;
  readonly text: string;
  /** What the rules say against it; nothing of the inside. */
  readonly detail: string | null;
  readonly backHref: string;
  readonly back: string;
}

/** @param signedIn whether the reader is; who is not gets a way to sign in */
export const errorModel = (m: Messages, status: HttpStatus, error: unknown, signedIn: boolean): ErrorModel => ({
  ...m.httpErrors[status],
  detail: error instanceof DomainError && status !== 500 ? describeError(m, error) : null,
  backHref: signedIn ? '/' : '/sign-in',
  back: signedIn ? m.app.home : m.signIn.title,
});
