import busboy from 'busboy';
import type { Request } from 'express';
import type { FormRoom } from './form-budget.ts';
import { HttpError, type HttpStatus } from './http-error.ts';
import { CSRF_FIELD } from './session.ts';

/** How large a form may be. */
export interface FormBounds {
  /** Of all that is sent. */
  readonly bytes: number;
  readonly fields: number;
}

/** The forms for who is not signed in have a handful of short fields. */
export const OPEN_FORM: FormBounds = { bytes: 16 * 1024, fields: 20 };

/** Most forms of who is signed in: some texts, and a field for each bid or lot. */
export const MEMBER_FORM: FormBounds = { bytes: 1024 * 1024, fields: 2_000 };

/**
 * Larger than any form that the rules of a tender allow: a bid for 500 lots and 50 combinations has 22 fields for each, and a motivation of
 * 20,000 characters can take 180 kB.
 */
export const LARGE_FORM: FormBounds = { bytes: 64 * 1024 * 1024, fields: 100_000 };

/** A file with rules, or with a whole evaluation to rehearse. */
const LARGEST_FILE = 8 * 1024 * 1024;
/** The same, packed and written as text in a hidden field. */
const LARGEST_CARRIED = 12 * 1024 * 1024;
const CARRIED = /-packed$/;
/** A text field; what is longer than its own limit is told beside the field, up to here. */
const LONGEST_FIELD = 256 * 1024;
const LONGEST_NAME = 300;
/** The forms of this site begin with the token; a program may send it last, in a form of ordinary size. */
const BEFORE_TOKEN = 1024 * 1024;
/** What a field takes in memory beside its text. In bytes. */
const FIELD_COST = 256;

/**
 * Reads a form as it comes in, whether or not it carries files (RFC 7578): a file becomes its text, a field that is sent more than once a list.
 * It must hold the token of the visitor near its start, before any file; without it nothing that follows is read.
 * @param isToken whether a text is that token
 * @param room what it may take of the memory for forms; given back when it is refused
 * @throws HttpError 415 when it is packed, 413 when it is too large, 419 without the token, 400 when it cannot be read, and what `room` refuses
 */
export function readForm(
  request: Request,
  isToken: (text: string) => boolean,
  { bytes, fields }: FormBounds,
  room?: FormRoom,
): Promise<Record<string, string | string[]>> {
  return new Promise((resolve, reject) => {
    const refused = refusalByHeaders(request, bytes);
    const parser = refused === undefined ? parserFor(request, fields) : undefined;
    if (!parser) return reject(new HttpError(refused ?? 400));
    const form = new Map<string, string[]>();
    let received = 0;
    let isTrusted = false;
    let isRefused = false;
    const refuse = (why: HttpStatus | Error): void => {
      // What was taken in before can still say that something is wrong: one refusal is the last.
      if (isRefused) return;
      isRefused = true;
      request.off('data', count).off('close', breakOff).unpipe(parser);
      parser.removeAllListeners().on('error', () => undefined);
      form.clear();
      room?.giveBack();
      drain(request);
      reject(typeof why === 'number' ? new HttpError(why) : why);
    };
    const makeRoom = (size: number): void => {
      const none = room?.take(size);
      if (none) refuse(none);
    };
    const count = (part: Buffer): void => {
      received += part.length;
      makeRoom(part.length);
      if (received > bytes) refuse(413);
      else if (!isTrusted && received > BEFORE_TOKEN) refuse(419);
    };
    const breakOff = (): void => {
      if (!request.complete) refuse(400);
    };
    const add = (name: string, value: string): void => {
      makeRoom(FIELD_COST);
      if (isRefused) return;
      const known = form.get(name);
      if (known) known.push(value);
      else form.set(name, [value]);
    };
    request.on('data', count).on('close', breakOff);
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (name === CSRF_FIELD) {
        isTrusted = isToken(value);
        if (!isTrusted) refuse(419);
      } else if (nameTruncated || valueTruncated || (value.length > LONGEST_FIELD && !CARRIED.test(name))) refuse(413);
      else add(name, value);
    });
    parser.on('file', (name, file) => {
      if (!isTrusted) return refuse(419);
      const parts: Buffer[] = [];
      file.on('data', (part: Buffer) => parts.push(part));
      file.on('limit', () => refuse(413));
      file.on('end', () => add(name, Buffer.concat(parts).toString('utf8')));
    });
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(limit, () => refuse(413));
    parser.on('error', () => refuse(400));
    parser.on('close', () => {
      if (!isTrusted) return refuse(419);
      resolve(Object.fromEntries([...form].map(([name, all]) => [name, all.length === 1 ? all[0]! : all])));
    });
    request.pipe(parser);
  });
}

/** What is wrong with a form before a byte of it is read. */
export function refusalByHeaders(request: Request, bytes: number): HttpStatus | undefined {
  const packed = request.headers['content-encoding'];
  // A few kilobytes can be packed that unpack to gigabytes; no browser packs a form.
  if (packed !== undefined && packed !== 'identity') return 415;
  if (Number(request.headers['content-length']) > bytes) return 413;
  return request.is(['application/x-www-form-urlencoded', 'multipart/form-data']) ? undefined : 419;
}

function parserFor({ headers }: Request, fields: number): busboy.Busboy | undefined {
  try {
    const limits = { fields, files: 2, parts: fields, fieldNameSize: LONGEST_NAME };
    return busboy({
      headers,
      defParamCharset: 'utf8',
      limits: { ...limits, fieldSize: LARGEST_CARRIED, fileSize: LARGEST_FILE },
    });
  } catch {
    // Without a boundary between its parts.
    return undefined;
  }
}

/** So much of a refused form is still received, and thrown away, so that who sent it gets to read why. In bytes. */
const DRAINED = 64 * 1024 * 1024;
/** A piece counts for as much at least: a form in pieces of one byte is as much work as one that is a thousand times as long. */
const SMALLEST_PIECE = 1024;

/** Throws away what still comes of a form. */
export function drain(request: Request): void {
  let drained = 0;
  request.on('data', (part: Buffer) => {
    drained += Math.max(part.length, SMALLEST_PIECE);
    if (drained > DRAINED) request.destroy();
  });
  request.resume();
}
