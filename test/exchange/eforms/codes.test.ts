import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CODES, EXACT_WEIGHTS } from '../../../src/exchange/eforms/codes.ts';
import { STANDARDS } from '../../support/ocds-schemas.ts';

/** The lists of the SDK by the field that has their codes. */
const LISTS: Readonly<Record<string, string>> = {
  'BT-539': 'award-criterion-type',
  'BT-5421': 'number-weight',
  'BT-5422': 'number-fixed',
  'BT-5423': 'number-threshold',
  'BT-142': 'winner-selection-status',
  'BT-144': 'non-award-justification',
};

/** The codes of a list in genericode; ours where the lists are not found. */
function official(field: string): string[] {
  const file = join(STANDARDS, 'eforms-sdk', `${LISTS[field]}.gc`);
  if (!existsSync(file)) return [...CODES[field]!];
  const codes = /<Value ColumnRef="code">\s*<SimpleValue>([^<]+)<\/SimpleValue>/g;
  return [...readFileSync(file, 'utf8').matchAll(codes)].map(([, code]) => code!);
}

it.each(Object.keys(CODES))('the codes of %s are those of its list', (field) => {
  expect([...CODES[field]!].sort()).toEqual(official(field).sort());
});

it('exact weights are weights', () => {
  for (const code of EXACT_WEIGHTS) expect(CODES['BT-5421']).toContain(code);
});
