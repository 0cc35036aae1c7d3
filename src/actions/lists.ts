import type { z } from 'zod';
import {
  CONTRACT_CAPACITIES,
  type ContractSeat,
  contractSeat,
  type DateOfContract,
  dateOfContract,
} from '../domain/contract/listing.ts';
import { contractProcedure } from '../domain/contract/procedure.ts';
import { DECISION_CAPACITIES, type DecisionSeat, decisionSeat } from '../domain/decision/listing.ts';
import { decisionProcedure } from '../domain/decision/procedure.ts';
import { DomainError } from '../domain/errors.ts';
import { PLAN_CAPACITIES, type PlanSeat, planSeat } from '../domain/purchase-plan/listing.ts';
import { planProcedure } from '../domain/purchase-plan/procedure.ts';
import { hasRole, type Role, type Viewer } from '../domain/roles.ts';
import { tenderProcedure } from '../domain/tender/procedure.ts';
import {
  CAPACITIES,
  type DateOfTender,
  dateOfTender,
  type TenderSeat,
  type TenderWords,
  tenderSeat,
  tenderWords,
} from '../domain/tender/seat.ts';
import type { Storage } from '../storage/database.ts';
import type { ListedRow, ListQuery, ListReader } from '../storage/list-store.ts';

export interface ListedTender {
  readonly dossier: string;
  readonly title: string;
  readonly words: TenderWords;
  readonly seat: TenderSeat;
  /** The next date, or the last one where all have passed and the tender is not over; null where there is none. */
  readonly date: { readonly on: string; readonly what: DateOfTender } | null;
}

export interface ListedDecision {
  readonly dossier: string;
  readonly title: string;
  readonly seat: DecisionSeat;
}

export interface ListedContracts {
  readonly dossier: string;
  readonly title: string;
  readonly seat: ContractSeat;
  /** The last day to decide on the next extension of an area; null where nothing is left to decide. */
  readonly date: { readonly on: string; readonly what: DateOfContract } | null;
}

export interface ListedPlan {
  readonly dossier: string;
  readonly title: string;
  readonly seat: PlanSeat;
}

/** A part of a list, and how long the list is. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export type ListFilter = Omit<ListQuery, 'kind'>;

/** A part of the list of tenders that somebody sees. @throws DomainError `list-differs` where what is stored of one cannot be read */
export function listTenders({ lists }: Storage, viewer: Viewer, filter: ListFilter): Page<ListedTender> {
  const { rows, total } = lists.page(readerOfTenders(viewer), { ...filter, kind: 'tender' });
  return {
    total,
    rows: rows.map((row) => ({
      dossier: row.dossier,
      title: row.title,
      words: parse(tenderWords, row, row.words),
      seat: parse(tenderSeat, row, row.view),
      date: row.date === null ? null : { on: row.date, what: parse(dateOfTender, row, row.what ?? '') },
    })),
  };
}

export interface TenderCounts {
  readonly running: number;
  readonly archived: number;
  /** In which they were opened, the last first. */
  readonly years: readonly number[];
}

/** How many tenders somebody sees in all. */
export function countTenders({ lists }: Storage, viewer: Viewer): TenderCounts {
  const counts = lists.counts(readerOfTenders(viewer), 'tender');
  const sum = (inArchive: boolean): number =>
    counts.filter(({ archived }) => archived === inArchive).reduce((total, { count }) => total + count, 0);
  const years = new Set(counts.flatMap(({ year }) => year ?? []));
  return { running: sum(false), archived: sum(true), years: [...years].sort((a, b) => b - a) };
}

/** A part of the list of choices of a contract model that somebody sees. @throws DomainError `list-differs` */
export function listDecisions({ lists }: Storage, viewer: Viewer, filter: ListFilter): Page<ListedDecision> {
  const reader = readerWith(DECISION_CAPACITIES, (capacity) => decisionProcedure.readers[capacity].roles, viewer);
  const { rows, total } = lists.page(reader, { ...filter, kind: 'decision' });
  return {
    total,
    rows: rows.map((row) => ({
      dossier: row.dossier,
      title: row.title,
      seat: parse(decisionSeat, row, row.view),
    })),
  };
}

/** A part of the list of dossiers of contracts that somebody sees. @throws DomainError `list-differs` */
export function listContracts({ lists }: Storage, viewer: Viewer, filter: ListFilter): Page<ListedContracts> {
  const reader = readerWith(CONTRACT_CAPACITIES, (capacity) => contractProcedure.readers[capacity].roles, viewer);
  const { rows, total } = lists.page(reader, { ...filter, kind: 'contract' });
  return {
    total,
    rows: rows.map((row) => ({
      dossier: row.dossier,
      title: row.title,
      seat: parse(contractSeat, row, row.view),
      date: row.date === null ? null : { on: row.date, what: parse(dateOfContract, row, row.what ?? '') },
    })),
  };
}

/** A part of the list of purchase plans that somebody sees. @throws DomainError `list-differs` */
export function listPlans({ lists }: Storage, viewer: Viewer, filter: ListFilter): Page<ListedPlan> {
  const reader = readerWith(PLAN_CAPACITIES, (capacity) => planProcedure.readers[capacity].roles, viewer);
  const { rows, total } = lists.page(reader, { ...filter, kind: 'plan' });
  return {
    total,
    rows: rows.map((row) => ({ dossier: row.dossier, title: row.title, seat: parse(planSeat, row, row.view) })),
  };
}

const readerOfTenders = (viewer: Viewer): ListReader =>
  readerWith(CAPACITIES, (capacity) => tenderProcedure.readers[capacity].roles, viewer);

/** Capacities that need no part in a dossier. */
const OF_ANYBODY: readonly string[] = ['committee', 'auditor'];

/** The capacities that the roles of an account allow, by their places: the procedure says which role each needs. */
function readerWith<Capacity extends string>(
  capacities: readonly Capacity[],
  rolesOf: (capacity: Capacity) => readonly Role[] | null,
  viewer: Viewer,
): ListReader {
  const allowed = [...capacities.keys()].filter((rank) => hasRole(viewer, ...(rolesOf(capacities[rank]!) ?? [])));
  const elsewhere = allowed.find((rank) => OF_ANYBODY.includes(capacities[rank]!)) ?? null;
  return { account: viewer.id, ranks: allowed, elsewhere };
}

function parse<Shape>(shape: z.ZodType<Shape>, { dossier }: ListedRow, text: string): Shape {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new DomainError('list-differs', { dossier });
  }
}
