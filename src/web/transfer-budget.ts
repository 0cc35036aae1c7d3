import type { Response } from 'express';
import type { DomainError } from '../domain/errors.ts';
import { HttpError } from './http-error.ts';

/** How many files may be on their way at once. */
export interface TransferBounds {
  readonly perOwner: number;
  readonly inAll: number;
}

/**
 * Divides the files that are on their way at once among whose they are: slow ones, or many, are the loss of who asks for them.
 * @param refusal what is said to who has too many already
 */
export function createTransferBudget({ perOwner, inAll }: TransferBounds, refusal: (own: number) => DomainError) {
  const owners = new Map<string, number>();
  let all = 0;
  const take = (owner: string): (() => void) => {
    const own = owners.get(owner) ?? 0;
    if (own >= perOwner) throw refusal(own);
    if (all >= inAll) throw new HttpError(429);
    owners.set(owner, own + 1);
    all += 1;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      all -= 1;
      const left = owners.get(owner)! - 1;
      if (left === 0) owners.delete(owner);
      else owners.set(owner, left);
    };
  };
  return {
    /**
     * @param owner the account whose file it is
     * @returns gives the place back; once is enough, twice does no harm
     * @throws DomainError the refusal, HttpError 429 when others take all places
     */
    take,
    /** Takes a place until there is an answer, or nobody is there any more to answer. */
    takeUntilAnswered: (owner: string, response: Response): void => {
      const giveBack = take(owner);
      response.once('close', giveBack);
      if (response.closed) giveBack();
    },
  };
}
