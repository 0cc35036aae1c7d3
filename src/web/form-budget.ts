import { DomainError } from '../domain/errors.ts';
import { HttpError } from './http-error.ts';

/** How much of the forms that are being read may be in memory, in bytes. */
export interface FormBudgetBounds {
  readonly perOwner: number;
  /** Of everybody, beyond the first part of each form. */
  readonly inAll: number;
  /** So much of a form needs no room among those of others: an ordinary form is read however many large ones come in. */
  readonly firstPart: number;
}

/** The room that one form takes, from its first byte until it was answered. */
export interface FormRoom {
  /** @param bytes that came in @returns why there is no room for them: `too-busy`, or 429 when others take it all; nothing when there is */
  take(bytes: number): DomainError | HttpError | undefined;
  /** Gives back all of it; what is asked afterwards counts for nothing. */
  giveBack(): void;
}

export type FormBudget = ReturnType<typeof createFormBudget>;

const BOUNDS: FormBudgetBounds = {
  perOwner: 128 * 1024 * 1024,
  inAll: 256 * 1024 * 1024,
  firstPart: 1024 * 1024,
};

/** Divides the memory for forms among who send them: many forms at once, or forms that never end, are the loss of who sends them. */
export function createFormBudget({ perOwner, inAll, firstPart }: FormBudgetBounds = BOUNDS) {
  const owners = new Map<string, { forms: number; bytes: number }>();
  let beyondFirst = 0;
  return {
    /** @param owner the account that sends the form */
    open: (owner: string): FormRoom => {
      const own = owners.get(owner) ?? { forms: 0, bytes: 0 };
      owners.set(owner, own);
      own.forms += 1;
      let taken = 0;
      let isOpen = true;
      const beyond = (size: number): number => Math.max(size - firstPart, 0);
      return {
        take: (bytes) => {
          if (!isOpen) return undefined;
          if (own.bytes + bytes > perOwner) return new DomainError('too-busy', { waiting: own.forms - 1 });
          const more = beyond(taken + bytes) - beyond(taken);
          if (more > 0 && beyondFirst + more > inAll) return new HttpError(429);
          own.bytes += bytes;
          beyondFirst += more;
          taken += bytes;
          return undefined;
        },
        giveBack: () => {
          if (!isOpen) return;
          isOpen = false;
          own.forms -= 1;
          own.bytes -= taken;
          beyondFirst -= beyond(taken);
          if (own.forms === 0) owners.delete(owner);
        },
      };
    },
  };
}
