import { expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { createTransferBudget } from '../../src/web/transfer-budget.ts';

it('lets nobody take the places of others, and gives a place back once', () => {
  const budget = createTransferBudget({ perOwner: 2, inAll: 3 }, (waiting) => new DomainError('too-busy', { waiting }));
  const [first, second] = [budget.take('een'), budget.take('een')];
  expect(() => budget.take('een')).toThrow('too-busy {"waiting":2}');
  const other = budget.take('twee');
  expect(() => budget.take('drie')).toThrow('HTTP 429');
  first();
  first();
  budget.take('drie');
  expect(() => budget.take('vier')).toThrow('HTTP 429');
  second();
  other();
  budget.take('een');
  budget.take('een');
});
