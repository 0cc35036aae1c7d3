import type { Messages } from '../messages/messages.ts';

/** One command of the command line. Returns the exit code: 0 done, 1 the check failed, 2 the input or the call is wrong. */
export type Command = (call: Call) => Promise<number>;

/** The options of all commands; one that was not given is undefined. */
export interface Options {
  readonly json?: boolean | undefined;
  readonly pdf?: string | undefined;
  readonly head?: string | undefined;
  /** Each `--role` that was given. */
  readonly role?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly weights?: string | undefined;
  readonly minimum?: string | undefined;
  readonly seed?: string | undefined;
  readonly bid?: string | undefined;
  readonly for?: string | undefined;
  readonly register?: string | undefined;
  /** Each `--follows` that was given. */
  readonly follows?: readonly string[] | undefined;
  readonly criteria?: string | undefined;
  readonly contested?: string | undefined;
  readonly scores?: boolean | undefined;
}

export interface Call {
  readonly arguments: readonly string[];
  readonly options: Options;
  readonly messages: Messages;
}
