import { DomainError } from '../domain/errors.ts';
import { HttpError } from './http-error.ts';

/** How many files may come in at once. */
export interface UploadBounds {
  readonly perOwner: number;
  readonly inAll: number;
}

const BOUNDS: UploadBounds = { perOwner: 2, inAll: 12 };

/** Divides the files that come in at once among who send them: slow ones, or many, are the loss of who sends them. */
export function createUploadBudget({ perOwner, inAll }: UploadBounds = BOUNDS) {
  const owners = new Map<string, number>();
  let all = 0;
  return {
    /**
     * @param owner the account that sends a file
     * @returns gives the place back; once is enough, twice does no harm
     * @throws DomainError `too-many-uploads`, HttpError 429 when others take all places
     */
    take: (owner: string): (() => void) => {
      const own = owners.get(owner) ?? 0;
      if (own >= perOwner) throw new DomainError('too-many-uploads');
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
    },
  };
}
