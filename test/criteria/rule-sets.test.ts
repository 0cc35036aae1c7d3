import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/chain/canonical.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets, newestVersions } from '../../src/criteria/rule-sets.ts';
import { rulesStanding } from '../../src/criteria/rules-standing.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { weightedCriteria } from '../../src/domain/rules/criteria-tree.ts';
import { checkNewRules } from '../../src/domain/scoring/check-rules.ts';
import { draftFrom } from '../../src/domain/set-up/begin.ts';
import { standingOf } from '../../src/domain/set-up/findings.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { describeError, messagesIn } from '../../src/messages/messages.ts';
import { faultsOf } from '../support/language.ts';
import { sample } from '../support/tender.ts';

const FILE = 'tenders/gon-2027.v2.json';
const MATRIX = 'contract-models/contract-models-2013.v2.json';
const LAW = 'law/procurement-law.v1.json';
const TEMPLATE = 'templates/award-on-value.v1.json';
const CONTRACTS = 'contracts/gon-2027.v1.json';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
  cpSync(join(projectRoot(), 'criteria'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes the rule file, and freezes it again unless told otherwise. */
function change(edit: (text: string) => string, freeze = true, file = FILE): void {
  const text = edit(readFileSync(join(folder, file), 'utf8'));
  writeFileSync(join(folder, file), text);
  const frozen = JSON.parse(readFileSync(join(folder, 'frozen.json'), 'utf8')) as Record<string, string>;
  if (freeze) writeFileSync(join(folder, 'frozen.json'), JSON.stringify({ ...frozen, [file]: sha256(text) }));
}

describe('the rules of GON 2027', () => {
  const { rules } = loadRuleSets(join(projectRoot(), 'criteria')).tenders.get('gon-2027.v2')!;

  it('carry the facts of Koersnota 2025', () => {
    expect(rules.lots.map((lot) => lot.name)).toEqual([
      'Centrum en Oude Wijken',
      'West',
      'Oost en Ten Boer',
      'Zuid en Haren',
    ]);
    expect(rules.award.winners).toEqual({ minimum: 2, maximum: 4 });
    expect(rules.award.maximumLotsPerBidder).toBe(2);
    expect(rules.growthPath!.steps.map((step) => [step.by, step.minimumPercentage])).toEqual([
      ['2027-12-31', '15'],
      ['2028-12-31', '30'],
      ['2029-12-31', '50'],
      ['2030-12-31', '70'],
    ]);
    expect(rules.growthPath!.communityInitiatives.minimumPercentage).toBe('15');
    expect([rules.term!.years, rules.term!.extensions]).toEqual([4, { count: 3, years: 3 }]);
    expect(rules.term!.example).toBe(true);
    expect(rules.budget!.items.map((item) => item.amount)).toEqual(['16.0', '0.8', '0.5', null, '17.3']);
  });

  it('give every scored criterion its weight in the whole', () => {
    const scored = weightedCriteria(rules).filter((node) => node.scored);
    expect(scored.map((node) => node.weight.toFraction())).toEqual(['12', '21/2', '15/2', '20', '20', '15', '15']);
  });

  it.each([
    ['nl', /combinatie telt als één inschrijver/],
    ['nl', /onder de norm maakt de inschrijving voor dat gebied ongeldig/],
    ['nl', /Vier van de vijf gunningscriteria/],
    ['nl', /alleen continuïteit, en wel als selectiecriterium/],
    ['nl', /Alleen de kwaliteit beslist/],
    ['nl', /wegingsfactoren, de beoordelingsschaal/],
    ['en', /consortium counts as one bidder/],
    ['en', /below the norm makes the bid invalid for that area/],
    ['en', /Four of the five award criteria/],
    ['en', /only continuity, and names it as a selection criterion/],
    ['en', /Quality alone decides/],
    ['en', /weights, the scoring scale/],
  ] as const)('say in the notice what is not of the source (%s, %s)', (language, part) => {
    expect(rules.exampleNotice![language]).toMatch(part);
  });

  it('decide as the first version did: only texts, sources and what was silent have changed', () => {
    const { rules: first } = loadRuleSets(join(projectRoot(), 'criteria')).tenders.get('gon-2027.v1')!;
    const deciding = ({ lots, criteria, scale, rounding, growthPath, award }: typeof rules) => ({
      lots,
      rounding,
      weights: weightedCriteria({ ...rules, criteria }).map(({ criterion: { id, minimumScore }, weight }) => [
        id,
        weight.toFraction(),
        minimumScore,
      ]),
      scale: scale!.map(({ value }) => value),
      growthPath,
      award: {
        ...award,
        winnerName: undefined,
        lotName: undefined,
        organisationInSeveralBids: award.organisationInSeveralBids ?? 'refused-in-one-lot',
      },
    });
    expect(deciding(rules)).toEqual(deciding(first));
  });

  it('are those of the sample', () => {
    expect(sample().rules).toEqual(rules);
  });
});

describe('the programme of requirements of GON 2027', () => {
  const { tenders } = loadRuleSets(join(projectRoot(), 'criteria'));
  const { rules } = tenders.get('gon-2027.v3')!;
  const { requirements, goals, wishes } = rules.programme!;
  const SOURCE = 'Koersnota 2025 gebiedsondersteuningsnetwerken';
  const named = (nl: string) => requirements.find(({ name }) => name.nl === nl)!;

  it('is all that is new in these rules, but for what the notice says of it', () => {
    const before = tenders.get('gon-2027.v2')!.rules;
    const { programme: _, exampleNotice, sources, ...rest } = rules;
    const { exampleNotice: said, sources: known, ...others } = before;
    expect(rest).toEqual({ ...others, version: 3 });
    expect(exampleNotice!.nl.split('\n').slice(1, -2)).toEqual(said!.nl.split('\n').slice(1));
    expect(known.every((one) => sources.some(({ section }) => section === one.section))).toBe(true);
  });

  it('asks what the note asks: the scope, basic and additional support, access and the named initiatives', () => {
    const sectionsOf = (kind: string) =>
      new Set(
        requirements.filter((one) => one.kind === kind).flatMap(({ sources }) => sources.map(({ section }) => section)),
      );
    expect(sectionsOf('scope')).toEqual(new Set(['3.2', '3.4.1']));
    expect([...sectionsOf('obligation')]).toEqual(
      expect.arrayContaining(['3.1', '3.2', '3.3', '3.4.1', '3.4.2', '3.5']),
    );
    expect(named('In ieder geval Wiershoeck, Kringloop plus, Odensehuis en Hamelhuys').sources).toEqual([
      { document: SOURCE, section: '3.4.1' },
    ]);
    for (const kind of ['Basisondersteuning', 'Aanvullende ondersteuning']) expect(named(kind).kind).toBe('scope');
    const growth = named('Meer basisondersteuning, met dezelfde norm in elk gebied').description!.nl;
    for (const { minimumPercentage } of rules.growthPath!.steps) expect(growth).toContain(`${minimumPercentage}%`);
    expect(growth).toContain(`${rules.growthPath!.communityInitiatives.minimumPercentage}% een maatschappelijk`);
  });

  it('names the section of the note with everything', () => {
    for (const { sources } of [...requirements, ...goals, ...wishes]) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { document, section } of sources) {
        expect(document).toBe(SOURCE);
        expect(section).toMatch(/^[23]\.\d(\.\d)?$/);
      }
    }
  });

  it('traces the wishes of council, advisers, providers and WIJ, all of section 2.1', () => {
    const count = (from: string) => wishes.filter((one) => one.from.nl === from).length;
    expect([count('Gemeenteraad'), count('Aanbieders'), count('WIJ Groningen')]).toEqual([4, 4, 3]);
    expect(wishes.filter(({ from }) => /Adviesgroep|Werkgroep/.test(from.nl))).toHaveLength(4);
    expect(wishes.every(({ sources }) => sources.every(({ section }) => section === '2.1'))).toBe(true);
    const refused = wishes.filter(({ answer }) => answer.kind === 'not-taken-over').map(({ id }) => id);
    expect(refused).toEqual(['social-activation', 'no-separate-provision', 'digital-means']);
  });

  it.each([
    [
      'nl',
      /knock-outeisen zijn, en wat als doel/,
      /waarin zij is overgenomen, of waarom niet/,
      /Voorbeeld van Gunwijzer/,
    ],
    ['en', /are knock-outs, and what is taken up as a goal/, /taken over in, or why not/, /Example made by Gunwijzer/],
  ] as const)('says what of it is an example (%s)', (language, knockOuts, answers, beside) => {
    expect(rules.exampleNotice![language]).toMatch(knockOuts);
    expect(rules.exampleNotice![language]).toMatch(answers);
    const made = requirements.filter(({ kind }) => kind === 'knock-out');
    expect(made).toHaveLength(2);
    for (const { description } of made) expect(description![language]).toMatch(beside);
  });

  it('is sound in both languages', () => {
    for (const text of bilingualIn(rules.programme)) {
      // The name of the organisation, and the sections of the note.
      const read = (one: string) => one.replaceAll('WIJ Groningen', 'Groningen').replace(/\d(\.\d)+/g, 'x');
      expect([...faultsOf(read(text.nl), 'nl'), ...faultsOf(read(text.en), 'en')]).toEqual([]);
    }
  });

  it('decides nothing: the sample comes out as it did', () => {
    const input = sample();
    const { rules: _, ...others } = input;
    expect(evaluate({ ...others, rules }).award).toEqual(evaluate(input).award);
  });
});

describe('the rule sets to choose with', () => {
  const { matrices, comparisons, options } = loadRuleSets(join(projectRoot(), 'criteria'));

  it('are there by kind, by id and version', () => {
    expect([...matrices.keys()]).toEqual(['contract-models-2013.v1', 'contract-models-2013.v2']);
    expect([...comparisons.keys()]).toEqual(['neighbourhood-teams-2016.v1', 'neighbourhood-teams-2016.v2']);
    expect([...options.keys()]).toEqual(['demand-led-instruments-2013.v1']);
  });

  it('are offered in their newest version, by number and not by name', () => {
    const published = (id: string, version: number) =>
      [`${id}.v${version}`, { rules: { id, version }, sha256: '' }] as const;
    const sets = new Map([published('a', 10), published('a', 2), published('b', 1)]);
    expect(newestVersions(sets).map(([key]) => key)).toEqual(['a.v10', 'b.v1']);
    expect(newestVersions(matrices).map(([key]) => key)).toEqual(['contract-models-2013.v2']);
  });

  it('carry what their file holds, with its sha256', () => {
    const text = readFileSync(join(projectRoot(), 'criteria', MATRIX), 'utf8');
    const { rules, sha256: digest } = matrices.get('contract-models-2013.v2')!;
    expect(rules).toEqual(JSON.parse(text));
    expect(digest).toBe(sha256(text));
  });
});

describe('the rule sets of the law', () => {
  const { laws, formerLaws } = loadRuleSets(join(projectRoot(), 'criteria'));

  it('are those of today beside those of before', () => {
    expect([...laws.keys()]).toEqual(['procurement-law.v1']);
    expect([...formerLaws.keys()]).toEqual(['procurement-law-2013.v1']);
  });

  it('carry what their file holds, with its sha256', () => {
    const text = readFileSync(join(projectRoot(), 'criteria', LAW), 'utf8');
    const { rules, sha256: digest } = laws.get('procurement-law.v1')!;
    expect(rules).toEqual(JSON.parse(text));
    expect(digest).toBe(sha256(text));
  });
});

describe('the rule sets of contracts', () => {
  const { contracts } = loadRuleSets(join(projectRoot(), 'criteria'));
  const all = [...contracts];

  it('are there by id and version', () => {
    expect([...contracts.keys()]).toEqual([
      'general.v1',
      'gon-2019.v1',
      'gon-2027.v1',
      'haren-2013.v1',
      'transport-2013.v1',
    ]);
  });

  it('carry what their file holds, with its sha256', () => {
    const text = readFileSync(join(projectRoot(), 'criteria', CONTRACTS), 'utf8');
    const { rules, sha256: digest } = contracts.get('gon-2027.v1')!;
    expect(rules).toEqual(JSON.parse(text));
    expect(digest).toBe(sha256(text));
  });

  it.each(all)('%s is sound in both languages', (_, { rules }) => {
    for (const text of bilingualIn(rules)) {
      // The name of the organisation.
      const read = (one: string) => one.replaceAll('WIJ', 'Groningen');
      expect([text, ...faultsOf(read(text.nl), 'nl'), ...faultsOf(read(text.en), 'en')]).toEqual([text]);
    }
  });

  it.each(all)('%s says in its heading every document that a part of it comes from', (_, { rules }) => {
    const named = new Set(rules.sources.map(({ document }) => document));
    const law = 'Wet maatschappelijke ondersteuning 2015';
    expect([...new Set(documentsIn(rules))].filter((one) => !named.has(one) && one !== law)).toEqual([]);
  });

  it('of a tender have the areas of its lots', () => {
    const { tenders } = loadRuleSets(join(projectRoot(), 'criteria'));
    const { rules } = contracts.get('gon-2027.v1')!;
    expect(rules.areas).toEqual(tenders.get(`${rules.tender}.v3`)!.rules.lots);
  });
});

describe('the templates', () => {
  const { tenders, templates } = loadRuleSets(join(projectRoot(), 'criteria'));
  const all = [...templates];

  it('are there by id and version, apart from what is published', () => {
    expect(all.map(([key]) => key)).toEqual([
      'award-on-value.v1',
      'fixed-price.v1',
      'weighted-factor.v1',
      'wmo-per-area.v1',
    ]);
    for (const [key, { rules, sha256: digest }] of all) {
      expect(tenders.has(key)).toBe(false);
      expect(rulesStanding(rules, digest, tenders)).toBe('own');
    }
  });

  it.each(all)('%s has no fault, and nothing is missing in a tender that begins with it', (_, { rules }) => {
    expect(() => checkNewRules(rules)).not.toThrow();
    const { complete, findings } = standingOf(draftFrom(rules, 'Begeleiding 2028'), '2026-01-01');
    // When a price is conspicuously low, and until when bids come in, is for who sets the tender up to say.
    const open: readonly string[] = ['no-low-test', 'no-last-day'];
    expect(findings.filter(({ tone, said }) => tone !== 'right' && !open.includes(said.kind))).toEqual([]);
    expect(complete).toBe(true);
  });

  it.each(all)(
    '%s says that it is an example, in both languages, with labels and anchors and a draw at the end',
    (_, { rules }) => {
      expect(rules.exampleNotice!.nl).toMatch(/^Dit is een sjabloon van Gunwijzer\. .* zijn een voorbeeld/);
      expect(rules.exampleNotice!.en).toMatch(/^This is a template made by Gunwijzer\. .* are an example/);
      for (const { name } of rules.lots) expect(name).toMatch(/^Voorbeeld/);
      for (const { label, anchor } of rules.scale!) expect([label?.en, anchor?.en]).not.toContain(undefined);
      for (const text of bilingualIn(rules)) {
        expect(text.nl).not.toBe(text.en);
        expect([...faultsOf(text.nl, 'nl'), ...faultsOf(text.en, 'en')]).toEqual([]);
      }
      expect(rules.award.tieBreak.at(-1)).toEqual({ rule: 'draw' });
      expect(rules.procedure).toBe('sas-with-emvi');
    },
  );

  // Each total by hand, in the order of the ranking in the last lot.
  it.each([
    {
      // 25 x 0.8 + 20 x 0.8 + 15 x 0.6 + 40 x (42 - 36) / 8, and 25 + 16 + 12 + 40 x (42 - 40) / 8.
      id: 'weighted-factor',
      bids: [
        { bidder: 'Alfa', scores: [8, 8, 6], price: 36 },
        { bidder: 'Beta', scores: [10, 8, 8], price: 40 },
      ],
      totals: ['75', '63'],
      winners: ['alfa'],
    },
    {
      // 1,100,000 - 150,000 - 50,000 - 25,000, and 1,000,000 - 75,000 - 0 + 25,000.
      id: 'award-on-value',
      bids: [
        { bidder: 'Alfa', scores: [8, 6, 4], price: 1_000_000 },
        { bidder: 'Beta', scores: [10, 8, 8], price: 1_100_000 },
      ],
      totals: ['875000', '950000'],
      winners: ['beta'],
    },
    {
      // 32 + 28 + 15, and 24 + 35 + 15.
      id: 'fixed-price',
      bids: [
        { bidder: 'Alfa', scores: [8, 8, 6] },
        { bidder: 'Beta', scores: [6, 10, 6] },
      ],
      totals: ['75', '74'],
      winners: ['alfa'],
    },
    {
      // Alfa is first everywhere, and may have two areas: those in which Gamma would come after it, and not Beta.
      id: 'wmo-per-area',
      bids: [
        { bidder: 'Alfa', scores: [8, 8, 8, 8, 8] },
        { bidder: 'Beta', scores: [8, 8, 6, 6, 6], lots: ['Voorbeeldgebied Zuid', 'Voorbeeldgebied West'] },
        { bidder: 'Gamma', scores: [6, 6, 6, 6, 6] },
      ],
      totals: ['80', '70', '60'],
      winners: ['alfa', 'alfa', 'beta', 'beta'],
    },
  ])('$id awards made-up bids', ({ id, bids, totals, winners }) => {
    const { rules } = templates.get(`${id}.v1`)!;
    const scored = bids.map(({ scores, ...one }) => ({
      ...one,
      scores: Object.fromEntries(rules.criteria.map((criterion, place) => [criterion.id, scores[place]!])),
    }));
    const { lots, award } = evaluate(readEvaluationInput(JSON.stringify({ fictional: true, rules, bids: scored })));
    expect(lots.at(-1)!.ranking.map(({ total }) => total)).toEqual(totals);
    expect(award.status).toBe('awarded');
    expect(award.lots.map(({ winner }) => winner)).toEqual(winners);
  });
});

/** Every text in two languages, however deep. */
function bilingualIn(value: unknown): { nl: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value && 'en' in value) return [{ nl: String(value.nl), en: String(value.en) }];
  return Object.values(value).flatMap(bilingualIn);
}

/** The document of every source, however deep. */
function documentsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('document' in value && 'section' in value) return [String(value.document)];
  return Object.values(value).flatMap(documentsIn);
}

function caught(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a rule set that is not right stops the start, naming the file and the place', () => {
  it.each([
    [
      'weights that do not sum',
      (text: string) => text.replace('"weight": "40"', '"weight": "41"'),
      'weights-do-not-sum',
    ],
    ['an unknown key', (text: string) => text.replace('"rounding":', '"extra": 1, "rounding":'), 'extra'],
    ['a missing text', (text: string) => text.replace('"en": "Staff"', '"en": " "'), 'name.en'],
    ['a text that is no number', (text: string) => text.replace('"weight": "40"', '"weight": "veertig"'), 'weight'],
    ['broken JSON', (text: string) => text.slice(0, 100), 'rule-set-invalid'],
    ['a duplicate id', (text: string) => text.replace('"id": "staff"', '"id": "offer"'), 'duplicate-id'],
    [
      'a minimum beyond the scale',
      (text: string) => text.replace('"minimumScore": "4"', '"minimumScore": "5"'),
      'minimum-not-on-scale',
    ],
    ['limits the wrong way round', (text: string) => text.replace('"minimum": 2', '"minimum": 5'), 'winners-limits'],
  ])('%s', (_, edit, place) => {
    change(edit);
    expect(() => loadRuleSets(folder)).toThrow(place);
    expect(() => loadRuleSets(folder)).toThrow(FILE);
  });

  it.each([
    [
      'a missing cell',
      MATRIX,
      (text: string) => text.replace(/"joint-development": "-"/, '"extra": "-"'),
      'alternatives.0.scores.joint-development',
    ],
    [
      'an unknown symbol',
      MATRIX,
      (text: string) => text.replace('"joint-purchasing": "+/-"', '"joint-purchasing": "++"'),
      'alternatives.0.scores.joint-purchasing',
    ],
    [
      'a duplicate id',
      MATRIX,
      (text: string) => text.replace('"id": "dynamisch-selectie"', '"id": "zeeuws"'),
      'alternatives.1.id',
    ],
    [
      'an unknown kind',
      MATRIX,
      (text: string) => text.replace('"kind": "decision-matrix"', '"kind": "something"'),
      'kind',
    ],
    [
      'an unknown value of a fact',
      'contract-models/neighbourhood-teams-2016.v1.json',
      (text: string) => text.replace(/"form": "cooperative"/, '"form": "club"'),
      'items.3.facts.form',
    ],
    [
      'a file under another name',
      'contract-models/demand-led-instruments-2013.v1.json',
      (text: string) => text.replace('"version": 1', '"version": 2'),
      'demand-led-instruments-2013.v2.json',
    ],
    [
      'a standing that is none',
      LAW,
      (text: string) => text.replace('"open": "statutory"', '"open": "perhaps"'),
      'rules.1.standings.open',
    ],
    [
      'a law under another name',
      'law/procurement-law-2013.v1.json',
      (text: string) => text.replace('"version": 1', '"version": 2'),
      'procurement-law-2013.v2.json',
    ],
    [
      'a case of access without a row',
      CONTRACTS,
      (text: string) => text.replace('"support": [\n            "initiative"\n', '"support": [\n            "basic"\n'),
      'access.rows',
    ],
    [
      'a budget that is no number',
      CONTRACTS,
      (text: string) => text.replace('"euro": "16000000"', '"euro": "16,0 miljoen"'),
      'budget.components.0.amount',
    ],
    [
      'contracts under another name',
      CONTRACTS,
      (text: string) => text.replace('"version": 1', '"version": 2'),
      'gon-2027.v2.json',
    ],
  ])('%s, in a rule set of facts', (_, file, edit, place) => {
    change(edit, true, file);
    expect(() => loadRuleSets(folder)).toThrow(place);
    expect(() => loadRuleSets(folder)).toThrow(file);
  });

  it.each([FILE, MATRIX, LAW, TEMPLATE, CONTRACTS])('a published file that was changed: %s', (file) => {
    change((text) => `${text} `, false, file);
    expect(() => loadRuleSets(folder)).toThrow('rule-set-changed');
    expect(() => loadRuleSets(folder)).toThrow(file);
  });

  it.each([FILE, MATRIX, LAW, TEMPLATE, CONTRACTS])('is said in words, without those of the parser: %s', (file) => {
    change((text) => text.replace(/"version": \d/, '"version": one'), true, file);
    const message = describeError(
      messagesIn('nl'),
      caught(() => loadRuleSets(folder)),
    );
    expect(message).toMatch(
      new RegExp(`^Regelbestand criteria/${file} klopt niet\\. Het bestand is geen geldige JSON`),
    );
    expect(message).not.toMatch(/[Uu]nexpected|token|undefined/);
  });

  it.each([FILE, MATRIX, LAW, TEMPLATE, CONTRACTS])('a file that was not frozen: %s', (file) => {
    const { [file]: _, ...others } = JSON.parse(readFileSync(join(folder, 'frozen.json'), 'utf8')) as Record<
      string,
      string
    >;
    writeFileSync(join(folder, 'frozen.json'), JSON.stringify(others));
    expect(() => loadRuleSets(folder)).toThrow('rule-set-not-frozen');
    expect(() => loadRuleSets(folder)).toThrow(file);
  });
});
