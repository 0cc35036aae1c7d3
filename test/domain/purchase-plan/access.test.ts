import { describe, expect, it } from 'vitest';
import {
  mayAuditPlan,
  mayCause,
  mayPlan,
  mayViewPlan,
  readerOf,
  wasAdopted,
} from '../../../src/domain/purchase-plan/access.ts';
import { planListing, planSeat } from '../../../src/domain/purchase-plan/listing.ts';
import type { Role } from '../../../src/domain/roles.ts';
import { adopting, planOf, serviceWith } from '../../support/purchase-plan.ts';

const viewer = (id: string, ...roles: Role[]) => ({ id, roles });
const officer = viewer('officer', 'procurement-officer');
const colleague = viewer('colleague', 'procurement-officer');
const committee = viewer('member', 'committee-member');
const auditor = viewer('auditor', 'auditor');

describe('who sees a purchase plan', () => {
  it('is who leads it and the auditor; the committee once it was adopted', () => {
    const { say, state } = planOf();
    say({ type: 'service-planned', payload: serviceWith() });
    const seers = () => [officer, colleague, committee, auditor].map((one) => mayViewPlan(state(), one));
    expect(seers()).toEqual([true, false, false, true]);
    expect(wasAdopted(state())).toBe(false);
    say(adopting);
    expect(seers()).toEqual([true, false, true, true]);
    expect(wasAdopted(state())).toBe(true);
  });

  it('is one capacity: who leads a plan does not audit it', () => {
    const plan = planOf().state();
    expect(readerOf(plan, viewer('officer', 'procurement-officer', 'auditor'))).toBe('officer');
    expect(readerOf(plan, viewer('officer', 'auditor'))).toBeNull();
    expect([mayPlan(plan, officer), mayPlan(plan, colleague), mayAuditPlan(plan, auditor)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([mayCause(plan, 'officer', 'plan-adopted'), mayCause(plan, 'colleague', 'plan-adopted')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('what lists say of a purchase plan', () => {
  it('is its phase, its year and the days that it has, to who may see it', () => {
    const { state } = planOf('groningen-2017.v1');
    const { seats, people, year, over } = planListing(state());
    expect([year, over]).toEqual([2028, false]);
    expect(seats.map(({ account, rank, shown }) => [account, rank, shown])).toEqual([
      ['officer', 0, true],
      ['officer', 1, false],
      [null, 1, false],
      [null, 2, true],
    ]);
    const { dates, phase } = planSeat.parse(seats[0]!.view);
    expect(phase).toBe('drafting');
    expect(dates.map(({ on }) => on)).toEqual(dates.map(({ on }) => on).sort());
    expect(dates).toContainEqual({ on: '2017-04-30', kind: 'moment', name: 'Het financiële kader vaststellen' });
    expect(dates).toContainEqual({ on: '2017-12-31', kind: 'ends', name: 'WIJ-teams' });
    expect(people).toEqual([{ account: 'officer', keptFromRegister: false, leaves: ['plans'] }]);
  });

  it('is nothing to do any more once it is closed', () => {
    const { say, state } = planOf('haren-2013.v1');
    say({ type: 'dossier-closed', payload: { reason: 'Uitgevoerd.' } });
    const { seats, people, over } = planListing(state());
    expect([over, people[0]!.leaves, planSeat.parse(seats[0]!.view).dates]).toEqual([true, [], []]);
  });
});
