import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { standingOutcome } from '../../../src/domain/tender/standing-award.ts';
import { readEvaluationInput } from '../../../src/exchange/evaluation-file.ts';
import { ocdsPackage } from '../../../src/exchange/ocds/package.ts';
import type { Publisher } from '../../../src/exchange/ocds/publisher.ts';
import { dossierIn } from '../../support/dossier.ts';
import { faultsOf, SCHEMAS, STANDARDS } from '../../support/ocds-schemas.ts';
import { sample, smallInput, smallRules } from '../../support/tender.ts';
import { WHOLE_DOSSIERS, wholeDossier } from '../../support/whole-dossiers.ts';

const WORDS = { procedure: 'SAS met EMVI', method: ['Zo telt de prijs.'], division: ['Zo worden percelen verdeeld.'] };
const NOBODY: Publisher = { name: null, prefix: null };
const GRONINGEN: Publisher = { name: 'Gemeente Groningen', prefix: 'ocds-abc123' };
const HEAD = 'a'.repeat(64);

type State = ReturnType<typeof wholeDossier>['state'];
/** A package as whoever reads it finds it. */
interface Read {
  readonly publisher: { readonly name: string };
  readonly releases: readonly [Release];
}
interface Release {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly buyer?: { readonly id: string };
  readonly parties: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
  readonly tender: {
    readonly lots: readonly { readonly id: string; readonly status: string; readonly awardCriteria: Criteria }[];
    readonly lotGroups?: readonly { readonly id: string; readonly relatedLots: readonly string[] }[];
    readonly lotDetails: object;
    readonly awardCriteria: string;
    readonly contractPeriod?: object;
  };
  readonly bids?: {
    readonly statistics: readonly { readonly id: string; readonly value: number }[];
    readonly details: readonly Detail[];
  };
  readonly awards?: readonly Award[];
  readonly contracts?: readonly { readonly awardID: string; readonly dateSigned?: string }[];
  readonly gunwijzer: { readonly toComplete?: readonly string[]; readonly log?: string };
}
interface Criteria {
  readonly weightingDescription?: string;
  readonly criteria: readonly {
    readonly name: string;
    readonly numbers?: readonly { number: number; weight?: string }[];
  }[];
}
interface Detail {
  readonly id: string;
  readonly tenderers: readonly { readonly id: string }[];
  readonly relatedLots: readonly string[];
  readonly rank?: number;
  readonly value?: object;
  readonly gunwijzer?: { readonly total: number; readonly scores: readonly { readonly motivation?: string }[] };
}
interface Award {
  readonly id: string;
  readonly status: string;
  readonly value?: { readonly amount: number };
  readonly suppliers?: readonly { readonly id: string; readonly name: string }[];
  readonly relatedLots: readonly string[];
  readonly relatedBids?: readonly string[];
}

const published = (state: State, told: 'none' | 'published' | 'everything', publisher = NOBODY): Read => {
  const award =
    told === 'none' ? null : { outcome: standingOutcome(state), head: HEAD, everything: told === 'everything' };
  return JSON.parse(JSON.stringify(ocdsPackage(state, WORDS, publisher, award))) as Read;
};
const release = (...given: Parameters<typeof published>): Release => published(...given).releases[0];

const awarded = (input: Parameters<typeof dossierIn>[1]): State => dossierIn('awarded', input).state()!;
const golden = (name: string) =>
  readEvaluationInput(readFileSync(join(projectRoot(), 'data', 'golden', 'engine-3', `${name}.input.json`), 'utf8'));

describe.each(WHOLE_DOSSIERS)('the package of %s', (name) => {
  const { state } = wholeDossier(name);
  const kinds = state.award ? (['none', 'published', 'everything'] as const) : (['none'] as const);

  it.each(kinds)('has the shape of the standard, its extensions and our own: %s', (told) => {
    for (const publisher of [NOBODY, GRONINGEN]) expect(faultsOf(published(state, told, publisher))).toEqual([]);
  });

  it.each(kinds)('refers only to what is in it: %s', (told) => {
    const { tender, parties, bids, awards = [], contracts = [] } = release(state, told);
    const lots = new Set(tender.lots.map(({ id }) => id));
    const known = new Set(parties.map(({ id }) => id));
    const details = bids?.details ?? [];
    const own = new Set(details.map(({ id }) => id));
    for (const lot of [...details, ...awards].flatMap(({ relatedLots }) => relatedLots)) expect(lots).toContain(lot);
    for (const { id } of details.flatMap(({ tenderers }) => tenderers)) expect(known).toContain(id);
    for (const { id } of awards.flatMap(({ suppliers = [] }) => suppliers)) expect(known).toContain(id);
    for (const bid of awards.flatMap(({ relatedBids = [] }) => relatedBids)) expect(own).toContain(bid);
    for (const { awardID } of contracts) expect(awards.map(({ id }) => id)).toContain(awardID);
    expect(new Set([...own]).size).toBe(details.length);
  });
});

describe('the package of the demo (README, an award by hand)', () => {
  const state = awarded(sample());

  it('has the criteria of every area with what they weigh in the whole', () => {
    for (const { awardCriteria } of release(state, 'none').tender.lots) {
      const weights = awardCriteria.criteria.flatMap(({ numbers = [] }) =>
        numbers.flatMap(({ number, weight }) => (weight === 'percentageExact' ? [number] : [])),
      );
      expect(weights).toEqual([12, 10.5, 7.5, 20, 20, 15, 15]);
    }
  });

  it('awards West to the combination of Wulp and Tureluur, its two organisations', () => {
    const { awards, tag } = release(state, 'published');
    expect(tag).toEqual(['tender', 'award']);
    expect(awards!.map(({ id, suppliers, status }) => [id, suppliers!.map((one) => one.name), status])).toEqual([
      ['centrum-oude-wijken', ['Stichting Appelvink'], 'pending'],
      ['west', ['Stichting Wulp', 'Tureluur Begeleiding'], 'pending'],
      ['oost-ten-boer', ['Korenwolf Ondersteuning'], 'pending'],
      ['zuid-haren', ['Stichting Appelvink'], 'pending'],
    ]);
  });

  it('tells of the call nothing of bids, and of an award only who won and how many there were', () => {
    const call = JSON.stringify(published(state, 'none'));
    const told = JSON.stringify(published(state, 'published'));
    const everything = JSON.stringify(published(state, 'everything'));
    for (const { bidder } of state.bids.values()) {
      const won = ['Appelvink', 'Wulp', 'Korenwolf'].some((name) => bidder.name.includes(name));
      expect(call).not.toContain(bidder.members[0]!.name);
      expect(told.includes(bidder.members[0]!.name), bidder.name).toBe(won);
      expect(everything).toContain(bidder.members[0]!.name);
    }
    expect(told).not.toContain('motivation');
    const { statistics } = release(state, 'published').bids!;
    expect(statistics[0]).toEqual({ id: 'bids', measure: 'bids', value: state.bids.size });
    expect(statistics.find(({ id }) => id === 'bids/west')!.value).toBe(
      [...state.bids.values()].filter(({ lots }) => lots.some(({ lot }) => lot === 'west')).length,
    );
  });

  it('with everything has the total of every bid in every area, and the score and motivation of each criterion', () => {
    const { details } = release(state, 'everything').bids!;
    const appelvink = details.find(({ id }) => id === 'appelvink/centrum-oude-wijken')!;
    expect(appelvink.gunwijzer!.total).toBe(86.4);
    expect(appelvink.gunwijzer!.scores.map((one) => 'motivation' in one)).toEqual(Array(7).fill(true));
    const offers = [...state.bids.values()].reduce((sum, { lots }) => sum + lots.length, 0);
    expect(details.length).toBe(offers);
  });

  it('is the same each time, and has another id when what it tells is another', () => {
    const [call, award] = [release(state, 'none'), release(state, 'published')];
    expect(release(state, 'none')).toEqual(call);
    expect(award.id).not.toBe(call.id);
    expect(award.ocid).toBe(call.ocid);
  });

  it('names what is to be filled in, and the authority where it is known', () => {
    const { gunwijzer, ocid, buyer } = release(state, 'none');
    expect([ocid, buyer]).toEqual(['ocds-zelf-invullen-tender-test-1', undefined]);
    expect(gunwijzer.toComplete).toEqual([
      '/publisher/name',
      '/releases/0/buyer',
      '/releases/0/tender/procuringEntity',
      '/releases/0/ocid',
    ]);
    const complete = published(state, 'none', GRONINGEN);
    expect(complete.publisher.name).toBe('Gemeente Groningen');
    const { ocid: own, buyer: authority, parties, gunwijzer: known } = complete.releases[0];
    expect([own, authority, known.toComplete]).toEqual([
      'ocds-abc123-tender-test-1',
      { id: 'buyer', name: 'Gemeente Groningen' },
      undefined,
    ]);
    expect(parties[0]!.roles).toEqual(['buyer', 'procuringEntity']);
  });
});

describe('what was said of lots', () => {
  it('a lot that was signed is in force and has a contract, one that was withdrawn is cancelled', () => {
    const { awards, contracts, tender, tag } = release(wholeDossier('procedure-6/going-back').state, 'published');
    expect(tag).toEqual(['tender', 'award', 'contract']);
    expect(awards!.map(({ id, status }) => [id, status])).toEqual([
      ['lot-1', 'active'],
      ['lot-2', 'pending'],
      ['lot-3', 'cancelled'],
    ]);
    expect(contracts!.map(({ awardID }) => awardID)).toEqual(['lot-1']);
    expect(tender.lots.map(({ status }) => status)).toEqual(['complete', 'active', 'cancelled']);
  });

  it('a contract has the day on which it was signed, where the log says that', () => {
    const { state } = wholeDossier('procedure-6/going-back');
    const fixed = state.lots.get('lot-1')!;
    if (fixed.is !== 'fixed') throw new Error('not signed');
    const signed = { ...state, lots: new Map(state.lots).set('lot-1', { ...fixed, signedOn: '2027-03-29' }) };
    const days = (one: State) => release(one, 'published').contracts!.map(({ dateSigned }) => dateSigned);
    expect([days(state), days(signed)]).toEqual([[undefined], ['2027-03-29T00:00:00Z']]);
    expect(faultsOf(published(signed, 'everything'))).toEqual([]);
  });

  it('a contract for several lots together was signed when the last of them was', () => {
    const input = golden('regios-en-combinaties');
    const consensus = input.consensus.map((one) => ({ ...one, motivation: 'Goed onderbouwd.' }));
    const state = awarded({ ...input, consensus, fallen: [] });
    const { id, relatedLots, relatedBids } = release(state, 'published').awards!.find(
      (one) => one.relatedLots.length > 1,
    )!;
    const signedOn = ['2027-04-02', '2027-03-29', '2027-03-30'];
    const bid = relatedBids![0]!.split('/')[0]!;
    const lots: State['lots'] = new Map(
      relatedLots.map((lot, place) => [
        lot,
        { is: 'fixed', bid, reason: 'Getekend.', seq: 1, signedOn: signedOn[place % signedOn.length]! },
      ]),
    );
    const { contracts } = release({ ...state, lots }, 'published');
    expect(contracts!.map(({ awardID, dateSigned }) => [awardID, dateSigned])).toEqual([[id, '2027-04-02T00:00:00Z']]);
  });

  it('a tender in which a draw is needed first has bids and no awards', () => {
    const tie = awarded(smallInput(smallRules({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '8' }));
    const { awards, bids } = release(tie, 'published');
    expect([awards, bids!.details]).toEqual([undefined, []]);
    expect(bids!.statistics.map(({ value }) => value)).toEqual([2, 2]);
    expect(faultsOf(published(tie, 'everything'))).toEqual([]);
  });

  it('a combination of lots is a group that may be combined, and one award for its lots together', () => {
    const input = golden('regios-en-combinaties');
    const consensus = input.consensus.map((one) => ({ ...one, motivation: 'Goed onderbouwd.' }));
    const state = awarded({ ...input, consensus, fallen: [] });
    expect(faultsOf(published(state, 'everything'))).toEqual([]);
    const { tender, awards } = release(state, 'published');
    expect(tender.lotGroups!.map(({ id }) => id)).toEqual(state.rules.combinations!.map(({ id }) => id));
    const together = awards!.filter(({ relatedLots }) => relatedLots.length > 1);
    for (const { id, relatedLots } of together)
      expect(tender.lotGroups!.find((group) => group.id === id)!.relatedLots).toEqual(relatedLots);
    const covered = awards!.flatMap(({ relatedLots }) => relatedLots);
    expect(covered.sort()).toEqual(state.rules.lots.map(({ id }) => id).sort());
  });
});

describe('motivations', () => {
  it('are told without what is confidential in them', () => {
    const secret = fc.stringMatching(/^[a-z]{6,12}$/);
    const open = fc.stringMatching(/^[A-Z ]{0,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(open, secret), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.map(([before, hidden]) => `${before}.[[${hidden}]]`).join('');
        const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '8' });
        const consensus = input.consensus.map((one) => ({ ...one, motivation: text }));
        const [detail] = release(awarded({ ...input, consensus }), 'everything').bids!.details;
        const told = detail!.gunwijzer!.scores[0]!.motivation!;
        expect(told).toBe(parts.map(([before]) => `${before}.[...]`).join(''));
      }),
      { numRuns: 20 },
    );
  });

  it('with marks of which it is not clear where they end are not told at all', () => {
    const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '8' });
    const state = awarded(input);
    const [, scores] = [...state.rounds[0]!.consensus][0]!;
    scores.get('quality')!.motivation = 'Sterk, [[want goedkoop.';
    const [detail] = release(state, 'everything').bids!.details;
    expect(detail!.gunwijzer!.scores[0]!.motivation).toBe('[...]');
  });
});

describe('the schemas', () => {
  const whole = published(wholeDossier('engine-3/schoonmaak').state, 'everything');
  const changed = (change: object): unknown => ({ ...whole, releases: [{ ...whole.releases[0], ...change }] });

  it.each([
    ['a release without its tag', { tag: [] }],
    ['a status that there is not', { awards: [{ id: 'a', title: 'A', status: 'given', relatedLots: ['a'] }] }],
    [
      'a weight that there is not',
      {
        tender: {
          ...whole.releases[0].tender,
          lots: [{ id: 'a', awardCriteria: { criteria: [{ numbers: [{ number: 1, weight: 'heavy' }] }] } }],
        },
      },
    ],
    ['what our extension does not know', { gunwijzer: { secret: true } }],
  ])('refuse %s', (_, change) => {
    const faults = faultsOf(changed(JSON.parse(JSON.stringify(change))));
    for (const { name } of SCHEMAS)
      expect(
        faults.some((fault) => fault.startsWith(name)),
        name,
      ).toBe(true);
  });

  it('have the codes of the official lists, where these are found', () => {
    const folder = join(STANDARDS, 'ocds-1.1.5', 'codelists');
    const official = (name: string): string[] | null =>
      existsSync(folder)
        ? readFileSync(join(folder, name), 'utf8')
            .split('\n')
            .slice(1)
            .flatMap((line) => line.split(',').slice(0, 2))
        : null;
    const ours = {
      'bidStatus.csv': ['valid', 'disqualified', 'withdrawn'],
      'statistic.csv': ['bids', 'validBids'],
      'awardCriterionType.csv': ['price', 'quality'],
      'awardCriterionFixed.csv': ['total', 'unit'],
      'criterionWeight.csv': ['percentageExact', 'pointsExact'],
      'criterionThreshold.csv': ['minimumScore'],
    };
    for (const [name, codes] of Object.entries(ours)) {
      const known = official(name) ?? codes;
      for (const code of codes) expect(known, name).toContain(code);
    }
  });
});
