import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { drain, type FormBounds, refusalByHeaders } from './form-reader.ts';
import { HttpError, type HttpStatus } from './http-error.ts';
import { CSRF_FIELD } from './session.ts';

/** A form with a file, up to that file. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  /** Null when none was chosen. Its pieces come as fast as they are taken; they end with an error when the connection breaks. */
  readonly file: { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> } | null;
  /** Throws away what was not read, and what comes after it. */
  end(): void;
}

/** The fields before the file, and the file: how long it may be is said by who reads it, while it comes in. */
export const UPLOAD_FORM: FormBounds = { bytes: Number.POSITIVE_INFINITY, fields: 20 };
const LONGEST_NAME = 300;
const LONGEST_FIELD = 4 * 1024;

/**
 * Reads a form up to the file in it. The token of the visitor stands before the file; without it nothing that follows is read.
 * @param isToken whether a text is that token
 * @throws HttpError 415 when it is packed, 413 when its fields are too large, 419 without the token, 400 when it cannot be read
 */
export function readUpload(request: Request, isToken: (text: string) => boolean): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const refused = refusalByHeaders(request, UPLOAD_FORM.bytes);
    const parser = refused === undefined ? parserFor(request) : undefined;
    if (!parser) {
      drain(request);
      return reject(new HttpError(refused ?? 400));
    }
    const fields: Record<string, string> = {};
    let file: Readable | null = null;
    let isTrusted = false;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      request.off('close', breakOff).unpipe(parser);
      parser.removeAllListeners().on('error', () => undefined);
      file?.destroy();
      drain(request);
    };
    const refuse = (status: HttpStatus): void => {
      const error = new HttpError(status);
      // Whoever reads the file is told; before there is one, whoever waits for the form.
      file?.destroy(error);
      end();
      reject(error);
    };
    const breakOff = (): void => {
      if (!request.complete) refuse(400);
    };
    request.on('close', breakOff);
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (name === CSRF_FIELD) {
        isTrusted = isToken(value);
        if (!isTrusted) refuse(419);
      } else if (nameTruncated || valueTruncated) refuse(413);
      else fields[name] = value;
    });
    parser.on('file', (_, stream, { filename }) => {
      stream.on('error', () => undefined);
      if (!isTrusted) return refuse(419);
      if (!filename) return void stream.resume();
      file = stream;
      resolve({ fields, file: { name: filename, pieces: piecesOf(stream) }, end });
    });
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(limit, () => refuse(413));
    parser.on('error', () => refuse(400));
    parser.on('close', () => {
      if (!isTrusted) return refuse(419);
      resolve({ fields, file: null, end });
    });
    request.pipe(parser);
  });
}

async function* piecesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw error instanceof HttpError ? error : new HttpError(400);
  }
}

function parserFor({ headers }: Request): busboy.Busboy | undefined {
  try {
    const limits = { fields: UPLOAD_FORM.fields, files: 1, parts: UPLOAD_FORM.fields + 1 };
    return busboy({
      headers,
      defParamCharset: 'utf8',
      limits: { ...limits, fieldNameSize: LONGEST_NAME, fieldSize: LONGEST_FIELD },
    });
  } catch {
    // Without a boundary between its parts.
    return undefined;
  }
}
