import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { neighbourhoodTeamsModel, readFactFilter } from '../../../src/web/pages/neighbourhood-teams.ts';

const m = messagesIn('nl');
const [published] = loadRuleSets(join(projectRoot(), 'criteria')).comparisons.values();

/** Every id that stands in the page whatever its model holds. */
const idsOfPage = [
  'contract-models/neighbourhood-teams',
  'partials/provenance',
  'partials/local-navigation',
  'partials/error-summary',
  'partials/header',
  'partials/breadcrumbs',
  'layouts/main',
].flatMap((view) =>
  [...readFileSync(join(projectRoot(), 'views', `${view}.ejs`), 'utf8').matchAll(/ id="([^"<]+)"/g)].map(
    (match) => match[1]!,
  ),
);

describe('a filter on an attribute that has the name of a part of the page', () => {
  const { rules } = published!;
  const [first, ...rest] = rules.attributes;
  const named = (id: string) => ({
    key: null,
    others: [],
    rules: {
      ...rules,
      attributes: [{ ...first!, id }, ...rest],
      items: rules.items.map((item) => ({ ...item, facts: { ...item.facts, [id]: item.facts[first!.id]! } })),
      counts: [],
    },
  });

  it.each(idsOfPage)('%s: its field has another id, where the error leads', (id) => {
    const { filter, problems } = readFactFilter(m, named(id), { [id]: 'nothing' });
    const [field] = neighbourhoodTeamsModel(m, named(id), filter, problems, true).filters;
    expect([field!.id, field!.name]).toEqual([`filter-${id}`, id]);
    expect(field!.error).toMatch(/“nothing”/);
  });
});
