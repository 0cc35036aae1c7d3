import { canonicalJson, sha256 } from '../chain/canonical.ts';
import type { Published } from '../criteria/rule-sets.ts';
import type { ContractCommand } from '../domain/contract/decide.ts';
import type { ContractPayloads } from '../domain/contract/events.ts';
import { rulesFor } from '../domain/contract/own-rules.ts';
import type { ContractRules } from '../domain/contract/rules/contract-rules.ts';
import { lastDayAfterYears } from '../domain/contract/term.ts';
import { DomainError } from '../domain/errors.ts';
import type { Link } from '../domain/link.ts';
import { placeKey } from '../domain/rules/place.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { winnerIn } from '../domain/tender/state/stored-award.ts';
import type { Storage } from '../storage/database.ts';
import type { Contracts } from './contracts.ts';
import { linkTo } from './link-to.ts';

/** What is filled in to open a dossier of contracts. */
export interface Opening {
  readonly title: string;
  readonly officer: string;
  readonly manager: string;
  readonly published: Published<ContractRules>;
  readonly sum: { readonly euro: string; readonly priceLevel: number } | null;
}

type OpenContracts = Extract<ContractCommand, { readonly type: 'open-contracts' }>;

/** A contract that is entered by hand. */
export type NewContract = ContractPayloads['contract-added'];

/**
 * Opens the dossier of contracts that follow from an award: one for every lot that somebody won, with all that is known of it.
 * @returns the id of the dossier
 * @throws DomainError `not-yet-awarded`, `no-lot-awarded`, `outcome-unreadable`, `term-unknown` where neither the tender nor the rules say when contracts start
 */
export function openContractsFrom(
  services: { readonly storage: Storage; readonly contracts: Contracts },
  tender: Readonly<TenderState>,
  opening: Opening,
): string {
  const command = contractsFollowing(services.storage, tender, opening);
  return execute(services.contracts, tender.rules.id, opening.officer, command);
}

/** The command that opens such a dossier. @throws DomainError as {@link openContractsFrom} */
export function contractsFollowing(
  storage: Storage,
  tender: Readonly<TenderState>,
  { title, officer, manager, published, sum }: Opening,
): OpenContracts {
  const { rules, isPublished } = rulesFor(
    published.rules,
    { tender: tender.rules, sum },
    `contract-${tender.rules.id}`.slice(0, 60),
  );
  return {
    type: 'open-contracts',
    opening: {
      title,
      rules,
      rulesSha256: isPublished ? published.sha256 : sha256(canonicalJson(rules)),
      officer,
      manager,
      fictional: tender.fictional,
      follows: awardEvent(storage, tender),
    },
    contracts: contractsFrom(tender, rules),
  };
}

/** Opens the dossier of contracts that are entered by hand. @returns the id of the dossier */
export function openContractsByHand(
  { contracts }: { readonly contracts: Contracts },
  opening: Opening,
  entered: readonly NewContract[],
): string {
  const command = contractsByHand(opening, entered);
  return execute(contracts, command.opening.rules.id, opening.officer, command);
}

/** The command that opens such a dossier. */
export function contractsByHand(
  { title, officer, manager, published, sum }: Opening,
  entered: readonly NewContract[],
): OpenContracts {
  const { rules, isPublished } = rulesFor(
    published.rules,
    { tender: null, sum },
    `own-${published.rules.id}`.slice(0, 60),
  );
  return {
    type: 'open-contracts',
    opening: {
      title,
      rules,
      rulesSha256: isPublished ? published.sha256 : sha256(canonicalJson(rules)),
      officer,
      manager,
      fictional: false,
    },
    contracts: entered,
  };
}

function execute(contracts: Contracts, id: string, officer: string, command: OpenContracts): string {
  const dossier = contracts.freeId(id);
  contracts.execute(dossier, officer, command);
  return dossier;
}

/** What is known of the contract for every lot that somebody won. @throws DomainError as {@link openContractsFrom} */
export function contractsFrom(tender: Readonly<TenderState>, rules: ContractRules): NewContract[] {
  const { award } = tender;
  if (!award) throw new DomainError('not-yet-awarded');
  if (award.outcome.engine === 'unreadable') throw new DomainError('outcome-unreadable');
  const start = tender.rules.term?.start ?? rules.term?.start;
  const years = tender.rules.term?.years ?? rules.term?.years;
  if (start === undefined || years === undefined) throw new DomainError('term-unknown');
  const found = tender.rules.lots.flatMap(({ id, name }): NewContract[] => {
    const said = tender.lots.get(id);
    // Of a lot that was withdrawn after the award there is no contract.
    const winner = said?.is === 'withdrawn' ? null : said?.is === 'fixed' ? said.bid : winnerIn(award, id);
    const bid = winner === null ? undefined : tender.bids.get(winner);
    if (!bid) return [];
    const offer = bid.lots.find(({ lot }) => lot === id);
    const price = tender.prices.get(placeKey(bid.id, id))?.price;
    return [
      {
        area: { id, name },
        provider: {
          name: bid.bidder.name,
          members: bid.bidder.form === 'consortium' ? bid.bidder.members.map((one) => one.name) : [],
        },
        subcontractors: [...(bid.bidder.subcontractors ?? [])],
        reference: null,
        start,
        until: lastDayAfterYears(start, years),
        price: price && 'amount' in price && typeof price.amount === 'string' ? price.amount : null,
        promises: { growthPath: offer?.growthPath ?? null, others: [] },
        awarded: { lot: id, bid: bid.id, on: decidedOn(tender, id) },
      },
    ];
  });
  if (found.length === 0) throw new DomainError('no-lot-awarded');
  return found;
}

/** The day on which the decision on a lot went out, for the last time; null before. A lot with a contract still has its letters. */
function decidedOn(tender: Readonly<TenderState>, lot: string): string | null {
  const said = tender.lots.get(lot);
  const letter = tender.issuedLetters.findLast(({ lots, sentAt }) => sentAt !== null && lots.includes(lot));
  return said?.is === 'sent' ? said.on : (letter?.sentOn ?? null);
}

/** The event with the award that stands. @throws DomainError `not-yet-awarded` */
function awardEvent(storage: Storage, { dossier, award }: Readonly<TenderState>): Link {
  if (!award) throw new DomainError('not-yet-awarded');
  return linkTo(storage, dossier, award.seq);
}
