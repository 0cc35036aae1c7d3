import type { Account } from '../../actions/accounts.ts';
import { linkTo } from '../../actions/link-to.ts';
import { readerOf as readerOfContracts } from '../../domain/contract/access.ts';
import { standing } from '../../domain/contract/state.ts';
import type { Link } from '../../domain/link.ts';
import { readerOf as readerOfPlan } from '../../domain/purchase-plan/access.ts';
import { standingOf } from '../../domain/purchase-plan/state.ts';
import type { Services } from '../context.ts';
import { HttpError } from '../http-error.ts';
import { dossierFor } from './context.ts';

/** What somebody begins a dossier from, on the line from plan to choice and from evaluation to plan: only what is his or hers to go on with. */
export interface Begun {
  readonly link: Link;
  /** A name to begin with. */
  readonly name: string;
}

/**
 * A service of a plan that this officer leads, as it is planned now.
 * @param plan its dossier; empty for none
 * @throws HttpError 404 for a plan or a service that is not there, or not his or hers
 */
export function plannedService(
  { plans, storage }: Pick<Services, 'plans' | 'storage'>,
  account: Account,
  plan: string,
  service: string,
): Begun | null {
  if (plan === '') return null;
  const state = dossierFor(plans, plan, (one) => one !== undefined && readerOfPlan(one, account) === 'officer');
  const entry = standingOf(state, 'service-planned', service);
  if (!entry) throw new HttpError(404);
  return { link: linkTo(storage, plan, entry.seq), name: entry.payload.name };
}

/**
 * An evaluation of contracts that this person leads or manages.
 * @param contract its dossier; empty for none @param event its place there
 * @throws HttpError 404 for one that is not there, that was withdrawn, or that is not his or hers
 */
export function concludedEvaluation(
  { contracts, storage }: Pick<Services, 'contracts' | 'storage'>,
  account: Account,
  contract: string,
  event: string,
): Begun | null {
  if (contract === '') return null;
  const state = dossierFor(
    contracts,
    contract,
    (one) => one !== undefined && ['officer', 'manager'].includes(readerOfContracts(one, account) ?? ''),
  );
  const entry = standing(state, 'year-evaluated').find(({ seq }) => String(seq) === event);
  if (!entry) throw new HttpError(404);
  return { link: linkTo(storage, contract, entry.seq), name: state.title };
}
