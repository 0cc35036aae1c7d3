import { contractIn } from '../../domain/contract/contracts.ts';
import type { YearOutcome } from '../../domain/contract/evaluate-year.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { toTheLastDigit } from '../award.ts';
import type { Figure } from '../compared.ts';
import { quarterInWords } from '../log/contract-facts.ts';

/** Every figure of an evaluated year: budget, growth path by the dates of that year, subcontractors, complaints and what was reported. */
export function contractFigures(
  m: Messages,
  state: Pick<ContractState, 'entries' | 'withdrawn'>,
  { area, year, budget, growthPath, subcontractors, complaints, quarters }: YearOutcome,
): Figure[] {
  const t = m.contractLog.figures;
  const name = contractIn(state, area)?.area.name ?? area;
  const figure = (what: string, value: string): Figure => ({ part: `${name}, ${year}`, what, value });
  const euro = (text: string | null): string =>
    text === null ? t.unknown : m.contractLog.euro(toTheLastDigit(m, text));
  const number = (count: number | null): string => (count === null ? t.unknown : m.format.grouped(String(count), 0));
  const list = (all: readonly string[]): string =>
    all.length === 0 ? m.common.none : m.format.list(all.map((one) => quarterInWords(m, one)));
  return [
    figure(t.granted, euro(budget.euro)),
    figure(t.spent, euro(budget.spent)),
    ...growthPath.flatMap(({ by, norm, promise, quarter, share, status, missing, missingOfPromise, community }) => {
      const part = `${name}, ${m.format.date(by)}`;
      const own = (what: string, value: string): Figure => ({ part, what, value });
      const ratio = (text: string | null): string => (text === null ? t.unknown : toTheLastDigit(m, text));
      return [
        own(t.norm, ratio(norm)),
        own(t.promise, ratio(promise)),
        own(t.quarter, quarter === null ? t.unknown : quarterInWords(m, quarter)),
        own(t.share, ratio(share)),
        own(t.status, t.statuses[status]),
        own(t.missing, number(missing)),
        own(t.missingOfPromise, number(missingOfPromise)),
        own(t.community, community === null ? t.unknown : t.statuses[community.met ? 'met' : 'missed']),
        own(t.communityMissing, number(community?.missing ?? null)),
      ];
    }),
    figure(t.named, number(subcontractors.named)),
    figure(t.kept, number(subcontractors.kept)),
    figure(t.complaints, number(complaints)),
    figure(t.reported, list(quarters.reported)),
    figure(t.notReported, list(quarters.missing)),
  ];
}
