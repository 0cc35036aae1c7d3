import { exact, sum } from '../../domain/number.ts';
import type { ProcurementProcedure } from '../../domain/rules/procurement-procedure.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { euros, type Value } from './amount.ts';
import { type AnnouncedAward, announcedAward } from './announced-award.ts';
import { type AwardCriteria, awardCriteriaOf } from './award-criteria.ts';
import { buyerOf, type PartyReference } from './parties.ts';
import type { Publisher } from './publisher.ts';
import type { OcdsWords } from './words.ts';

interface Tender {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly status: 'active' | 'cancelled' | 'complete';
  readonly procuringEntity?: PartyReference;
  readonly value?: Value;
  readonly procurementMethod?: 'open' | 'selective';
  readonly procurementMethodDetails?: string;
  readonly mainProcurementCategory?: 'services';
  readonly awardCriteria: 'priceOnly' | 'qualityOnly' | 'ratedCriteria';
  readonly awardCriteriaDetails: string;
  readonly contractPeriod?: { readonly startDate: string; readonly endDate?: string; readonly maxExtentDate?: string };
  readonly lots: readonly Lot[];
  readonly lotDetails: { readonly maximumLotsBidPerSupplier?: number; readonly maximumLotsAwardedPerSupplier: number };
  readonly lotGroups?: readonly LotGroup[];
  readonly gunwijzer: AnnouncedAward;
}

interface Lot {
  readonly id: string;
  readonly title: string;
  readonly status: Tender['status'];
  readonly value?: Value;
  readonly awardCriteria: AwardCriteria;
}

/** Lots that may be awarded as one whole. */
interface LotGroup {
  readonly id: string;
  readonly title: string;
  readonly relatedLots: readonly string[];
  readonly optionToCombine: true;
  readonly awardCriteria: AwardCriteria;
}

/** The call: what the announced rules say, and what was said of the lots since, which everybody with the tender may know. */
export function tenderOf(state: Readonly<TenderState>, publisher: Publisher, words: OcdsWords): Tender {
  const { rules, dossier, title } = state;
  const method = words.method.join(' ');
  const lots = rules.lots.map((lot) => ({
    id: lot.id,
    title: lot.name,
    status: lotStatus(state, lot.id),
    ...(lot.value === undefined ? {} : { value: euros(exact(lot.value)) }),
    awardCriteria: awardCriteriaOf(rules, lot.id, method),
  }));
  const buyer = buyerOf(publisher);
  return {
    id: dossier,
    title,
    ...(rules.description ? { description: rules.description.nl } : {}),
    status: statusOf(lots.map(({ status }) => status)),
    ...(buyer ? { procuringEntity: buyer } : {}),
    ...valueOfAll(rules),
    ...procedureOf(rules.procedure, words.procedure),
    // Support of the Wmo is a service; of what else is bought the rules do not say it.
    ...((rules.service ?? 'wmo') === 'wmo' ? { mainProcurementCategory: 'services' } : {}),
    awardCriteria: kindOfCriteria(rules),
    awardCriteriaDetails: method,
    ...periodOf(rules),
    lots,
    lotDetails: {
      ...(rules.award.maximumLotsToBidFor === undefined
        ? {}
        : { maximumLotsBidPerSupplier: rules.award.maximumLotsToBidFor }),
      maximumLotsAwardedPerSupplier: rules.award.maximumLotsPerBidder,
    },
    ...groupsOf(rules, method),
    gunwijzer: announcedAward(state, words),
  };
}

function lotStatus({ lots, stopped }: Readonly<TenderState>, lot: string): Tender['status'] {
  const said = lots.get(lot)?.is;
  if (said === 'fixed') return 'complete';
  return said === 'withdrawn' || stopped !== null ? 'cancelled' : 'active';
}

function statusOf(lots: readonly Tender['status'][]): Tender['status'] {
  if (lots.includes('active')) return 'active';
  return lots.includes('complete') ? 'complete' : 'cancelled';
}

/** The lots together, where each has a value. */
function valueOfAll({ lots }: TenderRules): { value?: Value } {
  const values = lots.flatMap(({ value }) => (value === undefined ? [] : [exact(value)]));
  return values.length === lots.length ? { value: euros(sum(values)) } : {};
}

/** Of social and other specific services the law names no procedure: which one it is says the text. */
function procedureOf(
  procedure: ProcurementProcedure | undefined,
  name: string | null,
): Pick<Tender, 'procurementMethod' | 'procurementMethodDetails'> {
  const details = name === null ? {} : { procurementMethodDetails: name };
  if (procedure === 'open') return { procurementMethod: 'open', ...details };
  return procedure === 'restricted' ? { procurementMethod: 'selective', ...details } : details;
}

function kindOfCriteria({ price, criteria }: TenderRules): Tender['awardCriteria'] {
  if (price.method === 'fixed-lump-sum' || price.method === 'fixed-unit-prices') return 'qualityOnly';
  return price.method === 'lowest-price' && criteria.length === 0 ? 'priceOnly' : 'ratedCriteria';
}

/** A day as OCDS has moments where no time is known: from its first moment, or until its last. */
const fromDay = (date: string): string => `${date}T00:00:00Z`;
const untilDay = (date: string): string => `${date}T23:59:59Z`;

/** The term of the contract; only its start where the rules name the years as an example. */
function periodOf({ term }: TenderRules): Pick<Tender, 'contractPeriod'> {
  if (!term) return {};
  const { start, years, extensions, example } = term;
  if (example) return { contractPeriod: { startDate: fromDay(start) } };
  const last = (more: number): string => untilDay(dayBefore(start, years + more));
  return {
    contractPeriod: {
      startDate: fromDay(start),
      endDate: last(0),
      ...(extensions.count > 0 ? { maxExtentDate: last(extensions.count * extensions.years) } : {}),
    },
  };
}

/** The day before the same day so many years later. */
function dayBefore(date: string, years: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}

function groupsOf(rules: TenderRules, method: string): Pick<Tender, 'lotGroups'> {
  if (!rules.combinations) return {};
  return {
    lotGroups: rules.combinations.map(({ id, name, lots }) => ({
      id,
      title: name,
      relatedLots: lots,
      optionToCombine: true,
      awardCriteria: awardCriteriaOf(rules, id, method),
    })),
  };
}
