import type { ErrorCode } from '../../src/domain/errors.ts';

/** Does what an error is for, by the real code with real input. */
export type Provocation = () => unknown | Promise<unknown>;

export type Provocations = Readonly<Partial<Record<ErrorCode, Provocation>>>;

/** Other ways to the same errors, where what the text is made of differs. */
export type OtherWays = readonly (readonly [code: ErrorCode, provocation: Provocation])[];
