import type { Messages } from '../messages/messages.ts';

/** One command of the command line. Returns the exit code: 0 done, 1 the check failed, 2 the input or the call is wrong. */
export type Command = (call: Call) => Promise<number>;

export interface Call {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly messages: Messages;
}
