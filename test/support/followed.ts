import { openContractsByHand } from '../../src/actions/open-contracts.ts';
import type { NewContractEvent } from '../../src/domain/contract/events.ts';
import { CONTRACT_PEOPLE } from './contracts-over-http.ts';
import { type Installation, openInstallation } from './installation.ts';

/** An installation with contracts that are followed: for the tests of the forms, sheets and papers about them. */

export interface Followed {
  readonly house: Installation;
  readonly dossier: string;
  readonly path: (rest: string) => string;
  readonly record: (...events: readonly NewContractEvent[]) => void;
}

/** @param rules the key of the rule set @param options as of the installation */
export async function followed(
  rules: 'gon-2027.v1' | 'gon-2019.v1' = 'gon-2027.v1',
  options: { draw?: boolean; areas?: readonly { id: string; name: string }[] } = {},
): Promise<Followed> {
  // Everybody signs in at the end of what happens, so that the clock can be set back to it.
  const house = await openInstallation(CONTRACT_PEOPLE, { ...options, now: '2031-02-01T09:00:00.000Z' });
  house.at('2026-11-02T09:00:00.000Z');
  const published = house.services.ruleSets.contracts.get(rules)!;
  const areas = options.areas ?? published.rules.areas.slice(0, 2);
  const [start, until] =
    rules === 'gon-2027.v1' ? ['2027-01-01', '2030-12-31'] : (['2019-01-01', '2022-12-31'] as const);
  const opening = { title: 'Ondersteuning 2027', officer: 'officer', manager: 'manager', published, sum: null };
  const dossier = openContractsByHand(
    house.services,
    opening,
    areas.map((area, place) => ({
      area: { ...area },
      provider: { name: place === 0 ? 'Stichting Oeverlicht' : 'Zorg & Zo B.V.', members: [] },
      subcontractors: ['Zorghuis Lindehof', 'Werkplaats De Zeilmaker'],
      reference: null,
      start: start!,
      until: until!,
      price: null,
      promises: {
        growthPath: {
          steps: [
            { by: '2027-12-31', percentage: '20' },
            { by: '2028-12-31', percentage: '35' },
            { by: '2029-12-31', percentage: '55' },
            { by: '2030-12-31', percentage: '75' },
          ],
          communityInitiatives: '15',
        },
        others: [],
      },
      awarded: null,
    })),
  );
  const record = (...events: readonly NewContractEvent[]): void => {
    house.services.contracts.execute(dossier, 'officer', { type: 'say', events });
  };
  return { house, dossier, path: (rest) => `/contracts/${dossier}${rest}`, record };
}

/** Figures of a quarter: users by volunteers, by professionals, additional, and through community initiatives. */
export const quarterOf = (
  area: string,
  quarter: string,
  [basicVolunteers, basicProfessionals, additional, communityInitiatives]: readonly [number, number, number, number],
  more: { on?: string; complaints?: number; spent?: string | null; reason?: string | null } = {},
): NewContractEvent => ({
  type: 'figures-recorded',
  payload: {
    area,
    quarter,
    on: more.on ?? '2028-01-20',
    users: { basicVolunteers, basicProfessionals, additional, communityInitiatives },
    complaints: more.complaints ?? 0,
    spent: more.spent ?? null,
    reason: more.reason ?? null,
  },
});
