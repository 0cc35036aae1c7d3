import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import { type LawRule, readLaw, rulesUnder } from '../../../src/domain/law/law.ts';
import { PROCUREMENT_PROCEDURES } from '../../../src/domain/rules/procurement-procedure.ts';
import { longestSentence } from '../../support/language.ts';

const { laws, formerLaws } = loadRuleSets(join(projectRoot(), 'criteria'));
const { rules: law } = laws.get('procurement-law.v1')!;
const { rules: former } = formerLaws.get('procurement-law-2013.v1')!;

const SAS = ['sas-with-emvi', 'sas-without-emvi'] as const;
const REGULAR = ['open', 'restricted'] as const;
const standing = (id: string, procedure: (typeof PROCUREMENT_PROCEDURES)[number]): string =>
  rulesUnder(law, procedure).find(({ rule }) => rule.id === id)!.standing;
const ruleOf = (id: string): LawRule => law.rules.find((rule) => rule.id === id)!;

describe('the law as of 1 September 2025', () => {
  it('has every rule in every procedure, in the same order', () => {
    expect(law.asOf).toBe('2025-09-01');
    for (const procedure of PROCUREMENT_PROCEDURES) {
      expect(rulesUnder(law, procedure).map(({ rule }) => rule.id)).toEqual(law.rules.map(({ id }) => id));
    }
  });

  it.each([
    ['light-regime', 'V', 'artikelen 2.38 en 2.39'],
    ['award-criteria', 'V', 'artikelen 2.114 en 2.115'],
    ['price-only', 'V', undefined],
    ['lots', 'V', 'artikel 2.10'],
    ['sealed-bids', 'V', 'artikel 2.108'],
    ['conflict-of-interest', 'V', 'artikel 1.10b'],
    ['announced-only', 'S', 'zaak C-532/06 (Lianakis)'],
    ['relative-price', 'S', '9 mei 2014'],
    ['motivation', 'V', 'artikel 2.130'],
    ['all-reasons-at-once', 'S', undefined],
    ['confidential', 'V', 'artikel 2.57'],
    ['standstill', 'V', 'artikel 2.127'],
    ['statutory-terms', 'V', 'artikelen 1 en 3'],
    ['agreed-terms', 'S', undefined],
    ['price-after-quality', 'S', undefined],
    ['record', 'V', 'artikel 2.132'],
    ['award-notice', 'V', 'artikel 2.134'],
    ['keep-file', 'V', 'artikel 2.56'],
    ['thresholds', 'S', undefined],
    ['take-over', 'V', 'artikel 2.6.5'],
    ['three-months', 'V', 'artikelen 5.1 en 5.4'],
    ['fair-price', 'V', 'artikelen 5.1 en 5.4'],
    // Nobody wrote down how this one was checked.
    ['re-rank', 'U', undefined],
  ])('states %s with mark %s and where it stands', (id, mark, section) => {
    expect([ruleOf(id).mark, ruleOf(id).source?.section?.nl]).toEqual([mark, section]);
  });

  it('states no rule besides those', () => expect(law.rules).toHaveLength(23));

  it('says that the take-over was read in an older text', () => {
    expect(law.rules.filter(({ readIn }) => readIn).map(({ id, readIn }) => [id, readIn])).toEqual([
      ['take-over', '2018/2019'],
    ]);
    expect(ruleOf('take-over').caution).toBeDefined();
  });

  it.each(SAS)('takes award criteria and standstill from the contract standards in %s', (procedure) => {
    for (const id of ['award-criteria', 'standstill', 'price-only']) {
      expect([id, standing(id, procedure)]).toEqual([id, 'contract-standard']);
    }
  });

  it.each(SAS)('asks the record and the award notice by law in %s too', (procedure) => {
    for (const id of ['light-regime', 'record', 'award-notice']) {
      expect([id, standing(id, procedure)]).toEqual([id, 'statutory']);
    }
  });

  it.each(SAS)('does not claim to know of other articles on awarding in %s', (procedure) => {
    for (const id of ['lots', 'sealed-bids', 'conflict-of-interest', 'motivation', 'confidential', 'keep-file']) {
      expect([id, standing(id, procedure)]).toEqual([id, 'unsettled']);
    }
  });

  it.each(REGULAR)('asks every article on awarding by law in %s, where nothing is lighter', (procedure) => {
    const articles = law.rules.filter(
      ({ source, id }) => source?.document.nl.startsWith('Aanb') && id !== 'light-regime',
    );
    expect(articles).toHaveLength(10);
    for (const { id } of articles) expect([id, standing(id, procedure)]).toEqual([id, 'statutory']);
    expect(standing('light-regime', procedure)).toBe('does-not-hold');
  });

  it.each(['award-criteria', 'price-only', 'announced-only', 'price-after-quality', 'relative-price', 're-rank'])(
    'has no place in open house for %s, which is about comparing bids',
    (id) => expect(standing(id, 'open-house')).toBe('does-not-hold'),
  );

  it('leaves open what else holds in open house, but for the end of a term of the law', () => {
    const holding = rulesUnder(law, 'open-house').filter(
      (one) => one.standing !== 'unsettled' && one.standing !== 'does-not-hold',
    );
    expect(holding.map(({ rule, standing: is }) => [rule.id, is])).toEqual([['statutory-terms', 'statutory']]);
  });

  it('calls good practice own documents, and never law', () => {
    for (const procedure of [...SAS, ...REGULAR]) {
      expect(standing('price-after-quality', procedure)).toBe('own-documents');
    }
  });
});

describe('the frame of 2013', () => {
  it('is what the Bijlagenboek says, from a secondary source', () => {
    expect(former.asOf).toBe('2013');
    expect(former.rules.map(({ id }) => id)).toEqual([
      'two-b-services',
      'no-notice-at-start',
      'lighter-demands',
      'award-published',
      'successive-contracts',
      'transition-costs',
      'quality-law',
      'staff',
    ]);
    expect(new Set(former.rules.map(({ mark }) => mark))).toEqual(new Set(['S']));
  });

  it('has the threshold for publishing, and not the year of the quality law, which nobody checked', () => {
    const text = JSON.stringify(former);
    expect(text).toContain('€\u00a0200.000');
    expect(text).not.toContain('1966');
    expect(former.rules.find(({ id }) => id === 'quality-law')!.caution!.nl).toContain('niet nagegaan');
  });
});

describe('every text of the law', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];

  it.each([law, former])('is in sentences that can be read: $id', (one) => {
    expect(texts(one).filter((text) => longestSentence(text) > 25)).toEqual([]);
  });

  it('does not speak of “ons” or “wij”', () => {
    expect(texts([law, former]).filter((text) => /\b(wij|we|ons|onze|our|us)\b/i.test(text))).toEqual([]);
  });
});

describe('a law that is not right is refused, with the place', () => {
  const FILE = 'law/procurement-law.v1.json';
  const text = readFileSync(join(projectRoot(), 'criteria', FILE), 'utf8');
  const refused = (json: unknown): unknown => {
    try {
      readLaw(json, FILE);
    } catch (error) {
      if (error instanceof DomainError) return { code: error.code, ...error.details };
      throw error;
    }
    return null;
  };

  it('is read when it is right', () => expect(readLaw(JSON.parse(text), FILE)).toEqual(law));

  it.each([
    ['an unknown key', text.replace('"mark": "V"', '"mark": "V", "opinion": 1'), 'rules.0'],
    ['a mark that is none', text.replace('"mark": "V"', '"mark": "X"'), 'rules.0.mark'],
    ['no mark', text.replace('"mark": "V",', ''), 'rules.0.mark'],
    ['a standing that is none', text.replace('"open": "statutory"', '"open": "perhaps"'), 'rules.1.standings.open'],
    ['a procedure left out', text.replace('"restricted": "statutory",', ''), 'rules.1.standings.restricted'],
    [
      'a procedure that is none',
      text.replace('"restricted": "stat', '"auction": "x", "restricted": "stat'),
      'rules.1.standings',
    ],
    ['an id twice', text.replace('"id": "lots"', '"id": "price-only"'), 'rules.3.id'],
    ['a date that is none', text.replace('"asOf": "2025-09-01"', '"asOf": "september"'), 'asOf'],
    ['one language', text.replace(/"en": "Lighter rules with SAS"/, '"en": ""'), 'rules.0.subject.en'],
    ['a kind that is none', text.replace('"kind": "law"', '"kind": "opinion"'), 'kind'],
  ])('%s', (_, changed, path) => {
    expect(changed).not.toBe(text);
    expect(refused(JSON.parse(changed))).toMatchObject({ code: 'rule-set-invalid', file: FILE, path });
  });

  it('what was read without saying where', () => {
    const [first, ...others] = law.rules;
    const { source: _, ...nameless } = first!;
    expect(refused({ ...law, rules: [nameless, ...others] })).toMatchObject({ path: 'rules.0.source' });
  });

  it('what was not checked and is stated as law', () => {
    const unchecked = law.rules.map((rule) => (rule.id === 'record' ? { ...rule, mark: 'U' } : rule));
    const at = law.rules.findIndex(({ id }) => id === 'record');
    expect(refused({ ...law, rules: unchecked })).toMatchObject({ path: `rules.${at}.mark` });
  });
});
