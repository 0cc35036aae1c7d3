import type { Viewer } from '../domain/roles.ts';
import type { Storage } from '../storage/database.ts';
import { ACCOUNTS_DOSSIER } from './accounts.ts';
import {
  type ListedContracts,
  type ListedDecision,
  type ListedPlan,
  type ListedTender,
  listContracts,
  listDecisions,
  listPlans,
  listTenders,
  type Page,
} from './lists.ts';

/** A dossier for who audits: what it is, and how long its log is. */
export type AuditedDossier = { readonly dossier: string; readonly events: number } & (
  | { readonly kind: 'tender'; readonly tender: ListedTender }
  | { readonly kind: 'decision'; readonly decision: ListedDecision }
  | { readonly kind: 'contract'; readonly contract: ListedContracts }
  | { readonly kind: 'plan'; readonly plan: ListedPlan }
  | { readonly kind: 'accounts' }
);

type Part = (limit: number, offset: number) => Page<AuditedDossier>;

/**
 * A part of all dossiers that an auditor sees: the accounts, tenders, those in the archive, choices of a contract model, contracts, and purchase
 * plans. Nothing is folded: it comes from the lists, whatever the size of the logs.
 * @param today "2027-03-10"
 * @throws DomainError `list-differs` where what is stored of one cannot be read
 */
export function auditedDossiers(
  storage: Storage,
  viewer: Viewer,
  today: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Page<AuditedDossier> {
  const eventsOf = (dossier: string): number => storage.events.head(dossier).seq;
  const tenders =
    (archived: boolean): Part =>
    (most, from) => {
      const { rows, total } = listTenders(storage, viewer, { archived, today, limit: most, offset: from });
      const told = rows.map((tender): AuditedDossier => {
        const { dossier } = tender;
        return { dossier, events: eventsOf(dossier), kind: 'tender', tender };
      });
      return { total, rows: told };
    };
  const decisions: Part = (most, from) => {
    const { rows, total } = listDecisions(storage, viewer, { archived: false, today, limit: most, offset: from });
    const told = rows.map((decision): AuditedDossier => {
      const { dossier } = decision;
      return { dossier, events: eventsOf(dossier), kind: 'decision', decision };
    });
    return { total, rows: told };
  };
  const contracts: Part = (most, from) => {
    const { rows, total } = listContracts(storage, viewer, { archived: false, today, limit: most, offset: from });
    const told = rows.map((contract): AuditedDossier => {
      const { dossier } = contract;
      return { dossier, events: eventsOf(dossier), kind: 'contract', contract };
    });
    return { total, rows: told };
  };
  const plans: Part = (most, from) => {
    const { rows, total } = listPlans(storage, viewer, { archived: false, today, limit: most, offset: from });
    const told = rows.map((plan): AuditedDossier => {
      const { dossier } = plan;
      return { dossier, events: eventsOf(dossier), kind: 'plan', plan };
    });
    return { total, rows: told };
  };
  const accounts: Part = (most, from) => {
    const one: AuditedDossier = { dossier: ACCOUNTS_DOSSIER, events: eventsOf(ACCOUNTS_DOSSIER), kind: 'accounts' };
    return { total: 1, rows: from === 0 && most > 0 ? [one] : [] };
  };
  const rows: AuditedDossier[] = [];
  let before = 0;
  for (const part of [accounts, tenders(false), tenders(true), decisions, contracts, plans]) {
    const { total } = part(1, 0);
    const from = Math.max(0, offset - before);
    const room = limit - rows.length;
    if (room > 0 && from < total) rows.push(...part(room, from).rows);
    before += total;
  }
  return { rows, total: before };
}
