import { expect, it } from 'vitest';
import { createUploadBudget } from '../../src/web/upload-budget.ts';

it('lets nobody take the places of others, and gives a place back once', () => {
  const budget = createUploadBudget({ perOwner: 2, inAll: 3 });
  const [first, second] = [budget.take('een'), budget.take('een')];
  expect(() => budget.take('een')).toThrow('too-many-uploads');
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
