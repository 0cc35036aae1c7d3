import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCertificate } from '../../../../src/domain/award/proof/check-certificate.ts';
import type { AwardProblem, Certificate, Proof } from '../../../../src/domain/award/proof/problem.ts';
import { solveAward } from '../../../../src/domain/award/search/solve.ts';
import { anyProblem, EVERYTHING, isAllowed, tryAll } from '../../../support/award-problems.ts';

/** Two lots and two bidders that may have one each. Unit: 1 + 9 + 8 = 18. */
const byHand: AwardProblem = {
  lots: 2,
  offers: [
    { bid: 0, lots: [0], score: 9n },
    { bid: 0, lots: [1], score: 8n },
    { bid: 1, lots: [0], score: 5n },
  ],
  parties: [0, 1].map((bid) => ({ bids: [{ bid, maximumLots: 1 }], maximumLots: 1, oneBid: false })),
  limits: { minimumWinners: 1, maximumWinners: 2 },
};
const bestByHand = { division: [1, 2], lotsAwarded: 2, total: 13n };

describe('a certificate, by hand', () => {
  // Values: 27, 26 and 23; the best division is worth 26 + 23 = 49.
  // At prices 23 and 22 bidder 0 has 4 left over on either lot and bidder 1 nothing: 23 + 22 + 4 = 49.
  const certificate: Certificate = { denominator: '1', prices: [['23', '22']], proof: { prices: 0 } };

  it('proves the best division by the sum of the prices and what is left over', () => {
    expect(checkCertificate(byHand, bestByHand, certificate)).toBe(null);
  });

  it('does not prove it at prices that leave more over', () => {
    const dear = { ...certificate, prices: [['23', '23']] };
    expect(checkCertificate(byHand, bestByHand, dear)).toBe('better-not-excluded');
  });

  it('proves nothing for a worse division, nor for a wrong total', () => {
    const worse = { division: [0], lotsAwarded: 1, total: 9n };
    expect(checkCertificate(byHand, worse, certificate)).toBe('better-not-excluded');
    expect(checkCertificate(byHand, { ...bestByHand, total: 14n }, certificate)).toBe('value-wrong');
  });

  it.each([
    [{ ...bestByHand, division: [0, 2], total: 14n }, 'lot-awarded-twice'],
    [{ ...bestByHand, division: [0, 1], total: 17n }, 'bid-over-maximum'],
    [{ ...bestByHand, division: [7] }, 'offer-unknown'],
    [{ division: [], lotsAwarded: 0, total: 0n }, 'too-few-winners'],
  ])('names the limit that a division breaks', (claim, fault) => {
    expect(checkCertificate(byHand, claim, certificate)).toBe(fault);
  });

  it.each([
    null,
    7,
    { ...certificate, denominator: '0' },
    { ...certificate, prices: [['23']] },
    { ...certificate, prices: [['23', '-22']] },
    { ...certificate, prices: [['23', 'many']] },
    { ...certificate, proof: { prices: 3 } },
    { ...certificate, proof: { party: 9, wins: { prices: 0 }, loses: { prices: 0 } } },
    { ...certificate, proof: { party: 0, wins: { prices: 0 } } },
    { ...certificate, proof: [] },
  ])('is refused when it is malformed, without an error: %j', (malformed) => {
    expect(checkCertificate(byHand, bestByHand, malformed)).toMatch(/malformed|unknown/);
  });

  it('may have prices with as many digits as the totals, and no more than that needs', () => {
    const times = 10n ** 3000n;
    const huge = { ...byHand, offers: byHand.offers.map((offer) => ({ ...offer, score: offer.score * times })) };
    // The unit is 17 x 10^3000 + 1: the prices are those of the other bidder, as above.
    const prices = [22n * times + 1n, 21n * times + 1n].map(String);
    const best = { ...bestByHand, total: 13n * times };
    expect(checkCertificate(huge, best, { ...certificate, prices: [prices] })).toBe(null);
    const long = [prices[0], '1'.repeat(4000)];
    expect(checkCertificate(huge, best, { ...certificate, prices: [long] })).toBe('certificate-malformed');
  });

  it('is refused when it goes round in circles, and read when it is deep', () => {
    const circle = { party: 0, wins: { prices: 0 }, loses: { prices: 0 } as unknown };
    circle.loses = circle;
    expect(checkCertificate(byHand, bestByHand, { ...certificate, proof: circle })).toBe('case-repeated');
    let deep: unknown = { prices: 0 };
    for (let depth = 0; depth < 100_000; depth++) deep = { party: depth, wins: { prices: 0 }, loses: deep };
    expect(checkCertificate(byHand, bestByHand, { ...certificate, proof: deep })).toBe('case-unknown');
  });
});

/** Three lots of sizes 60, 50 and 40; the first bidder may have any number of lots, of size 100 together. Unit: 1 + 9 + 8 + 5 = 23. */
const withinCap: AwardProblem = {
  lots: 3,
  offers: [
    { bid: 0, lots: [0], score: 9n },
    { bid: 0, lots: [1], score: 8n },
    { bid: 0, lots: [2], score: 5n },
    { bid: 1, lots: [1], score: 2n },
  ],
  parties: [
    {
      bids: [{ bid: 0, maximumLots: 3 }],
      maximumLots: 3,
      oneBid: false,
      caps: [{ bids: [0], counts: [60n, 50n, 40n], most: 100n }],
    },
    { bids: [{ bid: 1, maximumLots: 1 }], maximumLots: 1, oneBid: false },
  ],
  limits: { minimumWinners: 1, maximumWinners: 2 },
};

describe('a certificate within a cap, by hand', () => {
  // Values: 32, 31 and 28 for bidder 0, 25 for bidder 1. Lots 0 and 1 are too large together (110), 0 and 2 just fit (100):
  // best is 32 + 25 + 28 = 85, with lot 1 at bidder 1.
  const best = { division: [0, 2, 3], lotsAwarded: 3, total: 16n };
  // At prices 0, 25, 0 bidder 0 has 32, 6 and 28 left over: 60 for lots 0 and 2, at most 38 for 0 and 1, were that allowed. Bidder 1 has nothing.
  const certificate: Certificate = { denominator: '1', prices: [['0', '25', '0']], proof: { prices: 0 } };

  it('proves the best division where the bound counts only what fits', () => {
    expect(checkCertificate(withinCap, best, certificate)).toBe(null);
  });

  it('names the cap that a division breaks', () => {
    const worthMore = { division: [0, 1, 2], lotsAwarded: 3, total: 22n };
    expect(checkCertificate(withinCap, worthMore, certificate)).toBe('cap-exceeded');
  });

  it('does not prove it without the cap, nor with one that the same lots just keep to', () => {
    const [first, second] = withinCap.parties;
    const most = (size: bigint): AwardProblem => ({
      ...withinCap,
      parties: [{ ...first!, caps: [{ ...first!.caps![0]!, most: size }] }, second!],
    });
    expect(checkCertificate({ ...withinCap, parties: [{ ...first!, caps: [] }, second!] }, best, certificate)).toBe(
      'better-not-excluded',
    );
    expect(checkCertificate(most(149n), best, certificate)).toBe(null);
    expect(checkCertificate(most(150n), best, certificate)).toBe('better-not-excluded');
    expect(checkCertificate(most(99n), best, certificate)).toBe('cap-exceeded');
  });

  it('knows that an offer no longer fits beside one that is awarded', () => {
    // At prices of 100 nothing is excluded, except where the cases themselves are impossible: lots 0 and 1 together.
    const prices = [...certificate.prices, ['100', '100', '100']];
    const [good, bad] = [{ prices: 0 }, { prices: 1 }];
    const told = (both: Proof, neither: Proof): Certificate => ({
      ...certificate,
      prices,
      proof: { offer: 0, awarded: { offer: 1, awarded: both, refused: good }, refused: neither },
    });
    expect(checkCertificate(withinCap, best, told(bad, good))).toBe(null);
    expect(checkCertificate(withinCap, best, told(bad, bad))).toBe('better-not-excluded');
    // With offer 1 awarded, 50 is left: offer 2 fits, offer 0 does not. Bidder 0 then has 6 + 28 left over, and 59 in all.
    const one = (list: Proof): Certificate => ({
      ...certificate,
      prices,
      proof: { offer: 1, awarded: list, refused: good },
    });
    expect(checkCertificate(withinCap, best, one(good))).toBe(null);
    expect(checkCertificate(withinCap, best, one(bad))).toBe('better-not-excluded');
  });
});

/** One change somewhere in a certificate. */
const mutated = (certificate: Certificate, at: number, by: bigint): Certificate => {
  const prices = certificate.prices.map((list) => [...list]);
  const list = prices[at % prices.length]!;
  const lot = at % Math.max(1, list.length);
  list[lot] = (BigInt(list[lot] ?? 0) + by).toString();
  return { ...certificate, prices };
};

/** The proof without one of its cases. */
function pruned(proof: Proof): Proof {
  if ('prices' in proof) return proof;
  return 'offer' in proof ? proof.refused : proof.loses;
}

describe('the checker', () => {
  const kinds: readonly (readonly [string, fc.Arbitrary<AwardProblem>])[] = [
    ['without caps', anyProblem()],
    ['within regions', anyProblem({ ...EVERYTHING, caps: 'regions' })],
    ['within capacities', anyProblem({ ...EVERYTHING, caps: 'capacities' })],
  ];
  it.each(kinds)('never accepts what trying everything shows to be false: %s', (_, problems) => {
    fc.assert(
      fc.property(
        problems,
        fc.nat(),
        fc.bigInt({ min: -300_000n, max: 300_000n }),
        fc.constantFrom('prices', 'proof', 'division', 'total'),
        (problem, at, by, where) => {
          const best = solveAward(problem);
          fc.pre(best !== undefined);
          const certificate = best!.certificate()!;
          let claim = { division: best!.division, lotsAwarded: best!.lotsAwarded, total: best!.total };
          let changed = certificate;
          if (where === 'prices') changed = mutated(certificate, at, by);
          if (where === 'proof') changed = { ...certificate, proof: pruned(certificate.proof) };
          if (where === 'total') claim = { ...claim, total: claim.total + by };
          if (where === 'division') claim = otherClaim(problem, claim.division, at);
          const accepted = checkCertificate(problem, claim, changed) === null;
          if (where === 'total' && by !== 0n) expect(accepted).toBe(false);
          if (!accepted) return;
          const truth = tryAll(problem)!;
          const isTrue =
            isAllowed(problem, claim.division) &&
            claim.lotsAwarded === truth.lotsAwarded &&
            claim.total === truth.total &&
            truth.divisions.some((division) => String(division) === String([...claim.division].sort((a, b) => a - b)));
          expect(isTrue).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(kinds)('accepts no prices for a division that is not the best: %s', (_, problems) => {
    fc.assert(
      fc.property(problems, fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }), fc.nat(), (problem, prices, at) => {
        const truth = tryAll(problem);
        fc.pre(truth !== undefined && problem.offers.length > 0);
        const claim = otherClaim(problem, truth!.divisions[0]!, at);
        const certificate = {
          denominator: '1',
          prices: [prices.slice(0, problem.lots).map(String)],
          proof: { prices: 0 },
        };
        if (checkCertificate(problem, claim, certificate) !== null) return;
        expect([claim.lotsAwarded, claim.total]).toEqual([truth!.lotsAwarded, truth!.total]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a division that is better only because it breaks a cap', () => {
  it.each(['regions', 'capacities', 'huge'] as const)('is refused, and excluded by the proof: %s', (caps) => {
    let broken = 0;
    fc.assert(
      fc.property(anyProblem({ ...EVERYTHING, caps }), (problem) => {
        const free = { ...problem, parties: problem.parties.map((party) => ({ ...party, caps: [] })) };
        const best = solveAward(problem);
        const other = solveAward(free);
        fc.pre(best !== undefined && other !== undefined && !isAllowed(problem, other.division));
        broken++;
        expect(checkCertificate(free, other!, other!.certificate())).toBe(null);
        expect(checkCertificate(problem, other!, other!.certificate())).toBe('cap-exceeded');
        expect(checkCertificate(problem, best!, best!.certificate())).toBe(null);
        if (best!.value < other!.value) {
          expect(checkCertificate(free, best!, best!.certificate())).toBe('better-not-excluded');
        }
      }),
      { numRuns: 200 },
    );
    expect(broken).toBe(200);
  });
});

/** The claim with one offer more or less, valued rightly. */
function otherClaim(problem: AwardProblem, division: readonly number[], at: number) {
  const place = problem.offers.length === 0 ? 0 : at % problem.offers.length;
  const changed = division.includes(place) ? division.filter((one) => one !== place) : [...division, place];
  const offers = changed.flatMap((one) => problem.offers[one] ?? []);
  return {
    division: changed,
    lotsAwarded: offers.reduce((sum, { lots }) => sum + lots.length, 0),
    total: offers.reduce((sum, { score }) => sum + score, 0n),
  };
}
