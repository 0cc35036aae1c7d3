export type HttpStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 419 | 422 | 429 | 500;

/** Ends a request with a status and a page that says what happened. */
export class HttpError extends Error {
  readonly status: HttpStatus;
  constructor(status: HttpStatus) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}
