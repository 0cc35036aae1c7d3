import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/chain/canonical.ts';
import { projectRoot } from '../../../src/config.ts';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { asTheyAre, readNewTenderForm } from '../../../src/web/forms/new-tender-form.ts';
import type { FieldProblem } from '../../../src/web/forms/text.ts';

const m = messagesIn('nl');
const criteria = join(projectRoot(), 'criteria');
const { tenders: rules, templates } = loadRuleSets(criteria);
const file = readFileSync(join(criteria, 'tenders', 'gon-2027.v1.json'), 'utf8');
const origins = { rules, templates, tenders: [{ dossier: 'tender-wijk-1', title: 'Wijk' }] };
const read = (body: Record<string, string>) => readNewTenderForm(m, origins, { title: 'Wijk', ...body });
const problemsOf = (body: Record<string, string>) => {
  const form = read(body);
  return 'problems' in form ? form.problems : [];
};
/** What is published, or the fields of what is wrong with that. */
const publishedBy = (body: Record<string, string>) => {
  const form = read(body);
  if ('problems' in form) throw new Error('asked again');
  const problems: FieldProblem[] = [];
  return asTheyAre(m, form.beginning, problems) ?? problems.map(({ field }) => field);
};

describe('the form that begins a tender', () => {
  it.each([
    ['nothing', 'empty', { from: 'empty' }],
    ['a tender that one leads', 'tender tender-wijk-1', { from: 'tender', dossier: 'tender-wijk-1' }],
    ['published rules of any version', 'rules gon-2027.v1', { from: 'rules', published: rules.get('gon-2027.v1') }],
    ['a template', 'template weighted-factor.v1', { from: 'template', key: 'weighted-factor.v1' }],
  ])('begins with %s', (_, from, beginning) => {
    expect(read({ from })).toMatchObject({ title: 'Wijk', beginning });
  });

  it('publishes published rules as they are, and a file with its own sha256', () => {
    expect(publishedBy({ from: 'rules gon-2027.v1' })).toBe(rules.get('gon-2027.v1'));
    expect(publishedBy({ from: 'file', rulesFile: file })).toMatchObject({ sha256: sha256(file) });
  });

  it('publishes nothing as it is that must be set up first, nor a file with faults', () => {
    for (const from of ['empty', 'template weighted-factor.v1', 'tender tender-wijk-1']) {
      expect(publishedBy({ from })).toEqual(['from']);
    }
    expect(publishedBy({ from: 'file', rulesFile: 'regels' })).toEqual(['rulesFile']);
    expect(publishedBy({ from: 'file', rulesFile: file.replace('"40"', '"41"') })).toEqual(['rulesFile']);
  });

  it.each([
    ['no title', { title: '', from: 'rules gon-2027.v1' }, ['title']],
    ['no beginning', {}, ['from']],
    ['rules that are not there', { from: 'rules gon-2027.v99' }, ['from']],
    ['a template as published rules', { from: 'rules weighted-factor.v1' }, ['from']],
    ['a tender of somebody else', { from: 'tender tender-elders-1' }, ['from']],
    ['no file', { from: 'file' }, ['rulesFile']],
    ['a file beside published rules', { from: 'rules gon-2027.v1', rulesFile: file }, ['rulesFile']],
  ])('asks again after %s', (_, body, fields) => {
    expect(problemsOf(body as Record<string, string>).map(({ field }) => field)).toEqual(fields);
  });
});
