import { DomainError, type ErrorKind } from '../domain/errors.ts';
import type { Asked, Reply } from './asked.ts';
import type { Services } from './context.ts';
import { HttpError, type HttpStatus } from './http-error.ts';
import { errorModel } from './pages/error.ts';
import type { MakeLayout } from './pages/layout.ts';
import type { Render } from './render.ts';

export type ErrorPage = (error: unknown, asked: Asked, reply: Reply) => Promise<void>;

/** Every error ends here: a page in words, with the right status, and nothing of the inside. */
export function createErrorPage(
  { logError }: Pick<Services, 'logError'>,
  render: Render,
  layout: MakeLayout,
): ErrorPage {
  return async (error, asked, reply) => {
    const status = statusOf(error);
    if (status === 500) logError(error, `${asked.method} ${withoutToken(asked.path)}`);
    // An address that cannot even be decoded fails before anything is known of the visitor.
    if (!asked.context) return void reply.status(status).type('text').send(`HTTP ${status}\n`);
    const model = errorModel(asked.context, status, error);
    await render(reply, 'error/error', { layout: layout(asked, { title: model.title }), ...model }, status);
  };
}

/** A link to set a password is a secret: whoever reads the errors does not get it. */
const withoutToken = (path: string): string => path.replace(/^\/password\/.*/, '/password/…');

/** What went wrong for whom, as a status. */
const STATUS_OF: Readonly<Record<ErrorKind, HttpStatus>> = {
  invalid: 422,
  conflict: 409,
  'not-found': 404,
  forbidden: 403,
  'too-much': 429,
};

function statusOf(error: unknown): HttpStatus {
  if (error instanceof HttpError) return error.status;
  if (error instanceof DomainError) return STATUS_OF[error.kind];
  // What Express and its body parser refuse: too large, malformed, a path that cannot be decoded.
  const status = (error as { status?: unknown }).status;
  if (status === 413) return 413;
  return typeof status === 'number' && status >= 400 && status < 500 ? 400 : 500;
}
