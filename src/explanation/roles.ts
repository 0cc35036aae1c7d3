import type { Viewer } from '../domain/roles.ts';
import type { Messages } from '../messages/messages.ts';

/** The roles of somebody: "Beoordelaar en auditor". */
export const rolesInWords = (m: Messages, { roles }: Pick<Viewer, 'roles'>): string =>
  m.format.list(roles.map((role, index) => (index === 0 ? m.roles[role] : m.roles[role].toLowerCase())));
