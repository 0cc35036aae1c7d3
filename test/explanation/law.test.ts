import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { ProcurementProcedure } from '../../src/domain/rules/procurement-procedure.ts';
import {
  acrossProcedures,
  dayOfLaw,
  documentsOf,
  formerRulesInWords,
  groundsInWords,
  type LawRuleInWords,
  standingsInWords,
} from '../../src/explanation/law.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';

const { laws, formerLaws } = loadRuleSets(join(projectRoot(), 'criteria'));
const { rules: law } = laws.get('procurement-law.v1')!;
const { rules: former } = formerLaws.get('procurement-law-2013.v1')!;

const groups = (procedure: ProcurementProcedure) =>
  standingsInWords(nl, law, procedure).map(({ title, rules }) => [title, rules.length]);
const named = (rules: readonly LawRuleInWords[], subject: string): LawRuleInWords =>
  rules.find((rule) => rule.subject === subject)!;
const under = (procedure: ProcurementProcedure, subject: string): LawRuleInWords =>
  named(
    standingsInWords(nl, law, procedure).flatMap(({ rules }) => rules),
    subject,
  );

describe('the law in words', () => {
  it('has every rule in one group', () => {
    expect(groups('sas-with-emvi')).toEqual([
      ['Wettelijk', 8],
      ['Contractstandaard', 3],
      ['Eigen stukken', 5],
      ['Niet vastgesteld voor deze procedure', 7],
    ]);
    expect(groups('open')).toEqual([
      ['Wettelijk', 17],
      ['Contractstandaard', 1],
      ['Eigen stukken', 4],
      ['Geldt hier niet', 1],
    ]);
  });

  it('keeps the three groups of a check, also when nothing is in them', () => {
    expect(groups('open-house')).toEqual([
      ['Wettelijk', 1],
      ['Contractstandaard', 0],
      ['Eigen stukken', 0],
      ['Niet vastgesteld voor deze procedure', 16],
      ['Geldt hier niet', 6],
    ]);
  });

  it('gives a rule its source, how that was checked and of when it is', () => {
    expect(under('open', 'Opschortende termijn')).toMatchObject({
      source: 'Aanbestedingswet 2012, artikel 2.127',
      mark: 'V',
      checked: 'Gelezen in de tekst zelf',
      asOf: '(stand 1 september 2025)',
      caution: null,
    });
    expect(under('open', 'Gunnen op alleen prijs').source).toBe('Landelijke contractstandaarden (CSW)');
  });

  it('says so when a source was not recorded, or was read in another year', () => {
    expect(under('open', 'Drempelbedragen')).toMatchObject({ mark: 'S', source: nl.choose.law.sourceNotNamed });
    expect(under('open', 'Overname door een nieuwe aanbieder')).toMatchObject({
      asOf: '(gelezen in een tekst uit 2018/2019)',
      caution: 'Dit artikel is gelezen in een oudere tekst. Ga na of het nog zo luidt.',
    });
  });

  it('puts the procedures side by side', () => {
    const row = acrossProcedures(nl, law).find(({ subject }) => subject === 'Opschortende termijn')!;
    expect(row.standings.map(({ label }) => label)).toEqual([
      'Contractstandaard',
      'Contractstandaard',
      'Wettelijk',
      'Wettelijk',
      'Niet vastgesteld',
    ]);
  });

  it('tells of 2013 by the year only', () => {
    expect(named(formerRulesInWords(nl, former), 'Gunning publiceren')).toMatchObject({
      source: 'Bijlagenboek Keuzenota Sociaal Domein 2013, Contractering, 2.2 onder a',
      checked: 'Uit een secundaire bron',
      asOf: '(stand 2013)',
    });
  });

  it('is there in English, with each document once', () => {
    expect(dayOfLaw(en, law)).toBe('1 September 2025');
    const documents = documentsOf(en, [law, former]);
    expect(documents.split('; ')).toHaveLength(8);
    expect(documents).toMatch(/^Source: Aanbestedingswet 2012 \(public procurement act\); National contract standards/);
  });

  it('are said without a procedure as they hold for all: what holds for SAS too asks nothing of the documents', () => {
    const documents = 'alleen als uw aanbestedingsstukken het zeggen';
    expect(groundsInWords(nl, law, undefined, 'record')).toMatch(/artikel 2\.132.*De regels noemen geen procedure\.$/);
    expect(groundsInWords(nl, law, undefined, 'standstill')).toContain(documents);
  });
});
