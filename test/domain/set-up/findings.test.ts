import { describe, expect, it } from 'vitest';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { draftFrom, emptyDraft } from '../../../src/domain/set-up/begin.ts';
import { type Draft, type JsonObject, withValue } from '../../../src/domain/set-up/draft.ts';
import { type Finding, standingOf } from '../../../src/domain/set-up/findings.ts';
import { isSubject, isUntouched, SUBJECTS } from '../../../src/domain/set-up/subjects.ts';
import { everyRules } from '../../support/every-rules.ts';

const TODAY = '2026-01-31';
const findings = (draft: Draft): readonly Finding[] => standingOf(draft, TODAY).findings;
const codes = (draft: Draft): string[] =>
  findings(draft).flatMap(({ said }) => (said.kind === 'fault' ? [said.fault.code] : []));
const [, gon] = everyRules()[1]!;
const good = { ...draftFrom(gon, 'Proef'), procedure: 'sas-with-emvi' };

describe('how a set-up stands', () => {
  it.each(everyRules())('%s has nothing wrong, but for the procedure that older rules do not name', (_, rules) => {
    const { complete, findings: all } = standingOf({ ...draftFrom(rules, 'Proef'), procedure: 'open' }, '2020-01-01');
    expect(all.filter(({ tone }) => tone === 'wrong' || tone === 'missing')).toEqual([]);
    expect(complete).toBe(true);
    expect(all.every(({ subject }) => isSubject(subject))).toBe(true);
  });

  it('asks for everything that is missing at once, and judges what is there all the same', () => {
    const draft = withValue(withValue(good, ['criteria', 1, 'weight'], '15'), ['lots', 0, 'name'], '');
    const found = findings(draft);
    expect(found.filter(({ tone }) => tone === 'missing').map(({ path }) => path)).toEqual([['lots', 0, 'name']]);
    expect(codes(draft)).toEqual(['weights-do-not-sum']);
    expect(standingOf(draft, TODAY).complete).toBe(false);
  });

  it('says what was typed in a field that cannot be read', () => {
    const draft = withValue(good, ['award', 'maximumLotsPerBidder'], { typed: 'twee' });
    const [first] = findings(draft);
    expect(first).toMatchObject({ tone: 'wrong', subject: 'award', said: { kind: 'unread', typed: 'twee' } });
  });

  it('a tender with nothing in it asks for a procedure, lots and criteria', () => {
    const found = findings(emptyDraft('Proef'));
    expect(found.filter(({ tone }) => tone === 'missing').map(({ path }) => path)).toEqual([['procedure'], ['lots']]);
    expect(codes(emptyDraft('Proef'))).toContain('no-criteria');
  });

  it('asks once for a scale that every criterion lacks, under its own subject', () => {
    const { scale: _, ...rest }: Draft = good;
    expect(findings(rest).filter(({ subject }) => subject === 'scale')).toMatchObject([
      { tone: 'missing', path: ['scale'], said: { kind: 'no-scale' } },
    ]);
    expect(codes(rest)).not.toContain('scale-missing');
  });

  it('says that nothing tells when a price is conspicuously low, where the price counts', () => {
    const kinds = (rules: TenderRules): string[] => findings(draftFrom(rules, 'Proef')).map(({ said }) => said.kind);
    const [, priced] = everyRules().find(([name]) => name === 'price-and-quality')!;
    const { price } = priced;
    if (price.method !== 'weighted-factor') throw new Error(price.method);
    const { abnormallyLow: __, ...silent } = price;
    expect(kinds({ ...priced, price: silent })).toContain('no-low-test');
    const told: typeof price = { ...silent, abnormallyLow: { percentageBelow: '30', of: 'mean-of-all' } };
    expect(kinds({ ...priced, price: told })).not.toContain('no-low-test');
    expect(kinds(gon)).not.toContain('no-low-test');
  });

  it('knows of which subjects nothing is filled in', () => {
    const empty = SUBJECTS.filter((subject) => isUntouched(emptyDraft('Proef'), subject));
    expect(empty).toEqual(['programme', 'criteria', 'scale', 'price', 'award', 'minimums', 'course', 'words']);
    const chosen = withValue(emptyDraft('Proef'), ['price', 'method'], 'lowest-price');
    expect(SUBJECTS.filter((subject) => isUntouched(chosen, subject))).not.toContain('price');
    const called = withValue(emptyDraft('Proef'), ['award', 'winnerName'], {
      one: { nl: 'aanbieder', en: 'provider' },
    });
    expect(isUntouched(called, 'words')).toBe(false);
  });

  it('refuses to rank in open house', () => {
    const { complete, findings: all } = standingOf({ ...good, procedure: 'open-house' }, TODAY);
    expect(complete).toBe(false);
    expect(all[0]!.said).toEqual({ kind: 'open-house' });
  });

  it('names lots that stay open for certain, names that are there twice, and dates that have passed', () => {
    const few = withValue(
      withValue(good, ['award', 'winners'], { minimum: 1, maximum: 1 }),
      ['award', 'maximumLotsPerBidder'],
      2,
    );
    const open = findings(few).find(({ said }) => said.kind === 'fault');
    expect(open).toMatchObject({
      subject: 'award',
      said: { fault: { code: 'lots-stay-open', details: { open: 2, lots: 4 } } },
    });
    expect(codes(withValue(good, ['lots', 1, 'name'], 'centrum en  oude wijken'))).toEqual(['same-name']);
    const dates = [{ name: { nl: 'Uiterste datum', en: 'Deadline' }, date: '2026-01-30' }];
    expect(codes(withValue(good, ['course'], { dates }))).toEqual(['date-passed']);
    expect(codes(withValue(good, ['course'], { dates: [{ ...dates[0]!, date: TODAY }] }))).toEqual([]);
  });

  it('tells that points hang on what others offer, and what a withdrawal then does', () => {
    const price = { method: 'weighted-factor', weight: '40', form: { kind: 'amount' } };
    const points = { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' };
    const relative = (onWithdrawal: string) =>
      findings({ ...good, price: { ...price, points }, onWithdrawal }).filter(({ said }) =>
        /^relative/.test(said.kind),
      );
    expect(relative('re-rank').map(({ tone, said }) => [tone, said.kind])).toEqual([['heed', 'relative']]);
    expect(relative('keep').map(({ tone, said }) => [tone, said.kind])).toEqual([['heed', 'relative-kept']]);
  });

  it('holds dates against one another by what they are of, and takes one last day for bids', () => {
    const dated = (...dates: readonly (readonly [kind: string | null, date: string])[]): string[] =>
      codes(
        withValue(good, ['course'], {
          dates: dates.map(([kind, date], index) => ({
            name: { nl: `Datum ${index}`, en: `Date ${index}` },
            date,
            ...(kind === null ? {} : { kind }),
          })),
        }),
      );
    const inOrder = [
      ['questions', '2027-03-01'],
      ['answers', '2027-03-15'],
      ['bids', '2027-04-01'],
      ['decision', '2027-05-01'],
      ['start', '2028-01-01'],
    ] as const;
    expect(dated(...inOrder)).toEqual([]);
    expect(dated(...[...inOrder].reverse())).toEqual([]);
    expect(dated(['bids', '2027-04-01'], ['answers', '2027-04-01'], [null, '2027-02-10'])).toEqual([]);
    for (const [place, [kind]] of inOrder.entries()) {
      if (place === 0) continue;
      const early = inOrder.map(([one, date]) => [one, one === kind ? '2027-02-15' : date] as const);
      expect(dated(...early)).toEqual(['date-before']);
    }
    expect(dated(['bids', '2027-04-01'], ['bids', '2027-04-02'])).toEqual(['last-day-twice']);
  });

  it('asks where a requirement comes from that has neither a source nor a wish that led to it', () => {
    const both = (text: string) => ({ nl: text, en: text });
    const requirement = (id: string) => ({ id, name: both(id), kind: 'scope', sources: [] });
    const wish = (answer: JsonObject) => ({
      id: 'kiezen',
      from: both('Raad'),
      wish: both('Kiezen.'),
      answer,
      sources: [],
    });
    const programme = {
      requirements: [requirement('vervoer'), requirement('keuze')],
      goals: [],
      wishes: [wish({ kind: 'taken-over', requirements: ['keuze'] })],
      sources: [],
    };
    const heeded = findings({ ...good, programme }).filter(
      ({ tone, subject }) => tone === 'heed' && subject === 'programme',
    );
    expect(heeded).toEqual([
      {
        tone: 'heed',
        subject: 'programme',
        path: ['programme', 'requirements', 0, 'sources'],
        said: { kind: 'requirement-from-nowhere' },
      },
    ]);
    expect(standingOf({ ...good, programme }, TODAY).complete).toBe(true);
    expect(codes({ ...good, programme: { ...programme, wishes: [wish({ kind: 'taken-over' })] } })).toEqual([
      'wish-unanswered',
    ]);
    const twice = {
      ...programme,
      requirements: [requirement('keuze'), { ...requirement('vrij'), name: both('Keuze') }],
    };
    expect(codes({ ...good, programme: twice })).toEqual(['same-name']);
  });

  it('warns that one bid less can turn the order', () => {
    const relative = everyRules().find(([name]) => name === 'price-and-quality')![1];
    expect(findings(draftFrom(relative, 'Proef')).map(({ said }) => said.kind)).toContain('relative');
    expect(findings(good).map(({ said }) => said.kind)).not.toContain('relative');
  });

  it('says of lots that are not there yet that they are missing, and nothing else', () => {
    for (const [name, rules] of everyRules()) {
      const found = findings({ ...draftFrom(rules, 'Proef'), lots: [] });
      expect([name, found.some(({ tone, path }) => tone === 'missing' && path[0] === 'lots')]).toEqual([name, true]);
      const said = found.flatMap(({ said }) => (said.kind === 'fault' ? [said.fault.code] : []));
      expect([name, said.filter((code) => code === 'winners-limits' || code === 'unknown-lot')]).toEqual([name, []]);
    }
  });
});
