import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { exact, roundHalfUp, sum, toDecimalText } from '../../src/domain/number.ts';
import { methodOf } from '../../src/domain/rules/price-rules.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { readSample, SAMPLES } from '../../src/exchange/samples.ts';
import { awardInWords } from '../../src/explanation/award.ts';
import type { PointsInWords } from '../../src/explanation/award-points.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { projectRoot } from '../support/http.ts';
import { CLEANING, TIED, TRANSPORT } from '../support/rich-tenders.ts';
import { sample } from '../support/tender.ts';

const inputs: Readonly<Record<string, EvaluationInput>> = {
  ...Object.fromEntries(SAMPLES.map((name) => [name, readSample(projectRoot(), name)])),
  ...Object.fromEntries(
    Object.entries({ CLEANING, TRANSPORT, TIED }).map(([name, file]) => [
      name,
      readEvaluationInput(JSON.stringify(file)),
    ]),
  ),
};

/** A figure as it is shown, as an exact number. */
const read = (text: string) => exact(text.replace(/[€ .]/g, '').replace('−', '-').replace(',', '.'));
const decimals = (text: string): number => text.split(',')[1]?.length ?? 0;
const isPoints = (text: string): boolean => /^−?[\d.]+(,\d+)?$/.test(text);

describe.each(Object.entries(inputs))('points side by side: %s', (_, input) => {
  const outcome = evaluate(input);
  const m = forRules(nl, input.rules);
  const award = awardInWords(m, input, outcome);
  const lots = [...award.lots, ...award.combinations].map(({ lot, points }) => ({ lot, points: points! }));
  const total = (points: PointsInWords) => points.sums.find(({ name }) => name === m.common.total)!;

  it('show the winner of the award, and the totals and ranks of the outcome', () => {
    for (const { lot, points } of lots) {
      const { ranking, setAside } = outcome.lots.find((one) => one.lot === lot)!;
      const winner = outcome.award.lots.find((one) => one.lot === lot)?.winner ?? null;
      const place = points.bids.findIndex(({ wins }) => wins);
      expect(place).toBe(ranking.findIndex(({ bid }) => bid === winner));
      expect(points.bids.filter(({ isSetAside }) => isSetAside)).toHaveLength(setAside.length);
      ranking.forEach((one, at) => {
        const shown = total(points).figures[at]!;
        expect(toDecimalText(read(shown), decimals(shown))).toBe(
          toDecimalText(roundHalfUp(exact(one.total), decimals(shown)), decimals(shown)),
        );
        expect(points.sums.at(-1)!.figures[at]).toBe(String(one.rank));
      });
    }
  });

  it('add up to the total, or to the quality, within what rounding each of them can do', () => {
    for (const { lot, points } of lots) {
      const { ranking } = outcome.lots.find((one) => one.lot === lot)!;
      const added = points.lines.filter(
        ({ counted, figures }) => !counted && figures.every((text) => !/[a-z]/i.test(text)),
      );
      const isPointed = ranking.some(({ price }) => price?.points != null);
      const whole =
        methodOf(input.rules.price).totalIn === 'points' && (isPointed || ranking.every(({ price }) => price === null));
      const sums = points.sums.find(({ name }) => name === (whole ? m.common.total : m.report.qualityTotal))!;
      ranking.forEach((_one, at) => {
        const parts = added.map(({ figures }) => read(figures[at]!));
        const shown = sums.figures[at]!;
        const apart = sum(parts).sub(read(shown)).abs();
        const half = exact(`0.${'0'.repeat(decimals(shown))}5`);
        expect(apart.compare(half.mul(parts.length + 1))).toBeLessThanOrEqual(0);
        if (!points.notes.includes(m.glance.addsUp.rounded)) expect(apart.valueOf()).toBe(0);
      });
    }
  });

  it('have one number of decimals in everything that is in points, and one in every amount', () => {
    for (const { points } of lots) {
      const figures = [...points.lines, ...points.sums.slice(0, -1)].flatMap((line) => line.figures);
      expect(new Set(figures.filter(isPoints).map(decimals)).size).toBeLessThanOrEqual(1);
      expect(new Set(figures.filter((text) => text.includes('€')).map(decimals)).size).toBeLessThanOrEqual(1);
    }
  });
});

describe('a bid that was set aside', () => {
  it('stands last, without points, with why in short; what somebody typed of it stands elsewhere', () => {
    const fallen = [{ bid: 'appelvink', stage: 'withdrawn' as const, reason: 'Te weinig personeel' }];
    const input = { ...sample(), fallen };
    const m = forRules(nl, input.rules);
    const west = awardInWords(m, input, evaluate(input)).lots.find(({ lot }) => lot === 'west')!.points!;
    const [withdrawn, short] = west.bids.slice(-2);
    expect(withdrawn).toMatchObject({ bidder: 'Stichting Appelvink', notes: ['ingetrokken na de rangorde'] });
    expect(short!.bidder).toBe('Roerdomp Thuisondersteuning');
    expect(JSON.stringify(west)).not.toContain('personeel');
    expect(west.lines[0]!.figures.slice(-2)).toEqual(['', '']);
    expect(west.sums[0]!.figures.slice(-2)).toEqual(['–', '–']);
  });
});
