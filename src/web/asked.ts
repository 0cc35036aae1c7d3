import type { KnownSession } from '../actions/account-sessions.ts';
import type { Account } from '../actions/accounts.ts';
import type { ChangedLog } from '../actions/shelf.ts';
import type { Origin } from '../actions/sign-in-limits.ts';
import type { Names } from '../domain/rules/names.ts';
import type { Language } from '../messages/language.ts';
import type { WorkSize } from '../messages/long-task.ts';
import type { Messages } from '../messages/messages.ts';
import type { FormBody } from './forms/text.ts';

/** What is known of a request once the session and the language have been read. */
export interface RequestContext {
  /** In the language of the reader; of a tender, with the names that its rules give things. */
  messages: Messages;
  /** The names in the tender that is asked for, as this person may know them. */
  names?: Names;
  /** What the dossier that is asked for is called: every page of it says so. */
  subject?: string;
  readonly account: Account | null;
  /** The session, while it is open. */
  readonly session: Extract<KnownSession<Account>, { state: 'open' }> | null;
  /** Whose session this was, when it has ended a short time ago. */
  readonly endedFor: Account | null;
  /** From where is asked; the browser has a name of its own, new when it had none yet. */
  readonly origin: Origin & { readonly device: string };
  readonly sessionToken: string;
  readonly csrfToken: string;
  /** Tells who waits how much work it is. */
  readonly about: (size: WorkSize) => void;
}

/** What is asked: the part of a request that can cross to another thread. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly originalUrl: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: FormBody;
  readonly body: FormBody;
  readonly context: RequestContext;
}

/** What is asked, as it crosses to another thread: with the name of its route, and with what the context is made from. */
export interface AskedElsewhere
  extends Omit<Asked, 'context'>,
    Pick<RequestContext, 'session' | 'origin' | 'sessionToken' | 'csrfToken'> {
  readonly route: string;
  readonly account: Account;
  readonly language: Language;
  /** Logs that the server has seen to be changed. */
  readonly changed: readonly ChangedLog[];
}

/** How it is answered: a response of Express does this, and so does {@link recordAnswer}. */
export interface Reply {
  status(code: number): Reply;
  type(type: string): Reply;
  set(name: string, value: string): Reply;
  send(body: string | Buffer): unknown;
  redirect(status: number, url: string): void;
}

/** An answer that was recorded, to be sent by another thread. */
export interface Recorded {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A reply that is kept instead of sent. */
export function recordAnswer(): { readonly reply: Reply; readonly recorded: () => Recorded } {
  let [status, type, body] = [200, 'text', new Uint8Array()];
  const headers: Record<string, string> = {};
  const reply: Reply = {
    status: (code) => {
      status = code;
      return reply;
    },
    type: (name) => {
      type = name;
      return reply;
    },
    set: (name, value) => {
      headers[name] = value;
      return reply;
    },
    send: (content) => {
      // A copy of its own, so that it can move to the other thread whole.
      body = Uint8Array.from(Buffer.from(content));
    },
    redirect: (code, url) => {
      status = code;
      headers.Location = url;
    },
  };
  return { reply, recorded: () => ({ status, type, headers, body }) };
}

/** Sends what another thread recorded. */
export function sendRecorded(reply: Reply, { status, type, headers, body }: Recorded): void {
  for (const [name, value] of Object.entries(headers)) reply.set(name, value);
  reply
    .status(status)
    .type(type)
    .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
