import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import { nl } from '../../../src/messages/nl.ts';
import { chosenRules } from '../../../src/web/pages/choose.ts';
import { lawModel, readProcedure } from '../../../src/web/pages/law.ts';

const { laws, formerLaws } = loadRuleSets(join(projectRoot(), 'criteria'));
const chosen = chosenRules(laws, undefined)!;
const former = [...formerLaws.values()].map(({ rules }) => rules);
const model = (procedure: Parameters<typeof lawModel>[3]) => lawModel(nl, chosen, former, procedure, []);

describe('the procedure that an address asks for', () => {
  it('is none when nothing is asked', () => {
    for (const asked of [undefined, '']) expect(readProcedure(nl, asked)).toEqual({ procedure: null, problems: [] });
  });

  it('is one of the five', () => expect(readProcedure(nl, 'open').procedure).toBe('open'));

  it.each([['auction'], [['open', 'restricted']], ['constructor'], ['x'.repeat(500)]])(
    'is named when it is no procedure: %s',
    (asked) => {
      const { procedure, problems } = readProcedure(nl, asked);
      expect(procedure).toBeNull();
      expect(problems).toHaveLength(1);
      expect(problems[0]!.field).toBe('procedure');
      expect(problems[0]!.text.length).toBeLessThan(130);
    },
  );
});

describe('the page of the law', () => {
  it('shows either one procedure or all side by side', () => {
    const all = model(null);
    expect(all.chosen).toBeNull();
    expect(all.sideBySide!.procedures.map(({ label }) => label)).toEqual(Object.values(nl.choose.law.procedures));
    expect(all.clearHref).toBeNull();
    expect(model('restricted')).toMatchObject({
      chosen: { name: 'Niet-openbare procedure' },
      sideBySide: null,
      clearHref: '/law',
    });
  });

  it('leads from each column to the rules of that procedure, and stays with the version of the law', () => {
    const hrefs = (key: string | null) =>
      lawModel(nl, { ...chosen, key }, former, null, []).sideBySide!.procedures.map(({ href }) => href);
    expect(hrefs(null)[2]).toBe('/law?procedure=open');
    expect(hrefs('procurement-law.v1')[2]).toBe('/law?rules=procurement-law.v1&procedure=open');
  });

  it('is ranked in every procedure but open house', () => {
    expect(model('sas-without-emvi').chosen!.ranked).toBe(true);
    expect(model('open-house').chosen!.ranked).toBe(false);
  });

  it('counts the rules of each group for who wants to go there', () => {
    expect(model('open-house').chosen!.groups.map(({ id, jump }) => [id, jump])).toEqual([
      ['statutory', 'Wettelijk (1)'],
      ['contract-standard', 'Contractstandaard (0)'],
      ['own-documents', 'Eigen stukken (0)'],
      ['unsettled', 'Niet vastgesteld voor deze procedure (16)'],
      ['does-not-hold', 'Geldt hier niet (6)'],
    ]);
  });

  it('has what was not checked in another colour than what was', () => {
    const rules = model('open').chosen!.groups.flatMap((group) => group.rules);
    const colours = new Set(rules.map(({ checked }) => `${checked.label}: ${checked.className.split('--')[1]}`));
    expect([...colours].sort()).toEqual([
      'Gelezen in de tekst zelf: success',
      'Niet nagegaan: danger',
      'Uit een secundaire bron: warning',
    ]);
  });
});
