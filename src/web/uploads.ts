import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { HttpError } from './http-error.ts';

/**
 * Reads forms that carry a file (multipart/form-data, RFC 7578) with the parser of the platform; a file becomes its text, under the name
 * of its field. Only for who is signed in, so that strangers cannot make the server hold large bodies.
 * @param limit of the whole form, as Express writes sizes: "4mb"
 */
export function uploads(limit: string): RequestHandler[] {
  const read = express.raw({ type: 'multipart/form-data', limit });
  return [
    (request: Request, response: Response, next: NextFunction): void => {
      if (!request.is('multipart/form-data')) return void next();
      if (!request.context.account) throw new HttpError(401);
      read(request, response, next);
    },
    async (request: Request, _response: Response, next: NextFunction): Promise<void> => {
      if (!Buffer.isBuffer(request.body)) return void next();
      request.body = await fieldsOf(request.body, request.headers['content-type'] ?? '');
      next();
    },
  ];
}

/** Fields by name; one that is sent more than once is a list. */
async function fieldsOf(body: Buffer, type: string): Promise<Record<string, string | string[]>> {
  let form: FormData;
  try {
    form = await new Response_(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new HttpError(400);
  }
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    fields.set(name, [...(fields.get(name) ?? []), typeof value === 'string' ? value : await value.text()]);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));
}

const Response_ = globalThis.Response;
