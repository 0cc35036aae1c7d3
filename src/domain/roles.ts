import { z } from 'zod';
import { DomainError } from './errors.ts';

/** The roles of accounts; they keep apart what must not be in one hand. */
export const ROLES = [
  'procurement-officer',
  'assessor',
  'committee-member',
  'contract-manager',
  'auditor',
  'administrator',
] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** The roles in which people take part in dossiers or look on; an administrator sees accounts, and no dossier. */
export const DOSSIER_ROLES = [
  'procurement-officer',
  'assessor',
  'committee-member',
  'contract-manager',
  'auditor',
] as const;

/** @throws DomainError `unknown-role` naming the roles there are */
export function parseRole(text: string): Role {
  const parsed = role.safeParse(text);
  if (!parsed.success) throw new DomainError('unknown-role', { role: text, roles: ROLES });
  return parsed.data;
}

/** One role or more, each once, in the order of {@link ROLES}. */
export const roles = z
  .array(role)
  .min(1)
  .refine((given) => given.every((one, index) => index === 0 || ROLES.indexOf(one) > ROLES.indexOf(given[index - 1]!)));

/** The same roles, each once, in the order of {@link ROLES}. */
export const inOrder = (given: Iterable<Role>): Role[] => {
  const asked = new Set(given);
  return ROLES.filter((one) => asked.has(one));
};

/** The installation itself: the first start, the command line of who runs the server, and what is done to every log. */
export const INSTALLATION = 'gunwijzer';

/** Who asks to see or do something: an account and its roles. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Whether somebody has at least one of these roles. */
export const hasRole = (viewer: Pick<Viewer, 'roles'>, ...asked: readonly Role[]): boolean =>
  asked.some((one) => viewer.roles.includes(one));
