import { z } from 'zod';
import { DomainError } from './errors.ts';

/** The roles of accounts; they keep apart what must not be in one hand. */
export const ROLES = ['procurement-officer', 'assessor', 'committee-member', 'auditor', 'administrator'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** @throws DomainError `unknown-role` naming the roles there are */
export function parseRole(text: string): Role {
  const parsed = role.safeParse(text);
  if (!parsed.success) throw new DomainError('unknown-role', { role: text, roles: ROLES });
  return parsed.data;
}

/** Who asks to see or do something: an account and its role. */
export interface Viewer {
  readonly id: string;
  readonly role: Role;
}
