import { z } from 'zod';
import type { Storage } from '../storage/database.ts';

const leaves = z.array(z.enum(['chairs', 'assesses', 'decides', 'follows', 'plans']));

/** A dossier, or a tender that is being set up, that is left without somebody who can finish it. */
export interface LeftBehind {
  readonly title: string;
  readonly as: z.infer<typeof leaves>[number] | 'prepares';
}

/** What closing an account leaves without an owner, over all dossiers; what is being set up is in none yet. */
export const leftBehind = ({ lists }: Storage, account: string): LeftBehind[] =>
  lists
    .leftBy(account)
    .flatMap(({ title, leaves: left }) => leaves.parse(JSON.parse(left)).map((as) => ({ title, as })));
