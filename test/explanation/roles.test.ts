import { expect, it } from 'vitest';
import { rolesInWords } from '../../src/explanation/roles.ts';
import { messagesIn } from '../../src/messages/messages.ts';

it('names all roles of somebody in one line', () => {
  expect(rolesInWords(messagesIn('nl'), { roles: ['auditor'] })).toBe('Auditor');
  expect(rolesInWords(messagesIn('nl'), { roles: ['assessor', 'auditor'] })).toBe('Beoordelaar en auditor');
});
