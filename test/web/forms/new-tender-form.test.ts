import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/chain/canonical.ts';
import { projectRoot } from '../../../src/config.ts';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { readNewTenderForm } from '../../../src/web/forms/new-tender-form.ts';

const m = messagesIn('nl');
const criteria = join(projectRoot(), 'criteria');
const sets = loadRuleSets(criteria).tenders;
const file = readFileSync(join(criteria, 'tenders', 'gon-2027.v1.json'), 'utf8');
const read = (body: Record<string, string>) => readNewTenderForm(m, sets, { title: 'Wijk', ...body });
const problemsOf = (body: Record<string, string>) => {
  const form = read(body);
  return 'problems' in form ? form.problems : [];
};

describe('the form that opens a tender', () => {
  it('takes published rules as they are', () => {
    const published = sets.get('gon-2027.v1')!;
    expect(read({ rules: 'gon-2027.v1' })).toEqual({ title: 'Wijk', published });
  });

  it('takes rules from a file, with the sha256 of the file as it is', () => {
    expect(read({ rules: 'own', rulesFile: file })).toMatchObject({ published: { sha256: sha256(file) } });
  });

  it.each([
    ['no name', { title: '', rules: 'gon-2027.v1' }, ['title']],
    ['no rules', {}, ['rules']],
    ['rules that are not there', { rules: 'gon-2027.v99' }, ['rules']],
    ['own rules without a file', { rules: 'own' }, ['rulesFile']],
    ['a file beside published rules', { rules: 'gon-2027.v1', rulesFile: file }, ['rulesFile']],
    ['a file that is no JSON', { rules: 'own', rulesFile: 'regels' }, ['rulesFile']],
    ['a file with weights that do not sum', { rules: 'own', rulesFile: file.replace('"40"', '"41"') }, ['rulesFile']],
  ])('asks again after %s', (_, body, fields) => {
    expect(problemsOf(body as Record<string, string>).map(({ field }) => field)).toEqual(fields);
  });
});
