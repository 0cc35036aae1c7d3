import type { Account } from '../../actions/accounts.ts';
import { type SetUp, type SetUps, worksOn } from '../../actions/set-ups.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Draft } from '../../domain/set-up/draft.ts';
import type { Asked } from '../asked.ts';
import { HttpError } from '../http-error.ts';
import { baseOf } from '../pages/set-up.ts';

/**
 * The set-up in the path, for who works on it; for anybody else it does not exist (404).
 * @param version as it stood then; as it stands now where none is named
 */
export function setUpOf(setUps: SetUps, account: Account, { params, context }: Asked, version?: number): SetUp {
  const setUp = found(() => setUps.get(String(params.setUp), version));
  if (!worksOn(setUp, account)) throw new HttpError(404);
  context.subject = setUpTitle(setUp.draft) || context.messages.setUp.list.untitled;
  return setUp;
}

export const setUpTitle = ({ title }: Draft): string =>
  typeof title === 'object' && title !== null && 'nl' in title ? String(title.nl) : '';

export const setUpTrail = ({ context }: Asked, setUp: SetUp): { href: string; label: string }[] => {
  const { list } = context.messages.setUp;
  return [
    { href: '/set-ups', label: list.title },
    { href: `${baseOf(setUp.id)}/what`, label: setUpTitle(setUp.draft) || list.untitled },
  ];
};

/** @throws HttpError 404 for a set-up that is not there */
function found<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unknown-dossier') throw new HttpError(404);
    throw error;
  }
}
