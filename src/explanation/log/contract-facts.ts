import type { ContractPayloads } from '../../domain/contract/events.ts';
import type { ContractRules } from '../../domain/contract/rules/contract-rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import { type Facts, typed, type Words } from './said.ts';

/** What events of contracts say, by what it is called: so that what was before can be held beside it. */

const amount = (m: Messages, euro: string): string => m.contractLog.euro(m.format.readable(euro));
const share = (m: Messages, percentage: string): string => m.common.percentage(m.format.decimal(percentage));

export const providersInWords = (m: Messages, names: readonly string[]): string =>
  names.length === 0 ? m.common.none : m.format.list(names.map(quote));

/** "2e kwartaal van 2027" */
export const quarterInWords = (m: Messages, quarter: string): string =>
  m.contractLog.quarterIs(quarter.slice(0, 4), quarter.slice(-1));

/** Everything that is known of a contract when it is added. */
export function addedFacts(m: Messages, added: ContractPayloads['contract-added']): Facts {
  const t = m.contractLog;
  const { area, provider, subcontractors, reference, start, until, price, promises, awarded } = added;
  const name = quote(provider.name);
  const facts = new Map<string, Words>();
  facts.set(t.area, quote(area.name));
  facts.set(
    t.provider,
    provider.members.length === 0 ? name : t.combination(name, m.format.list(provider.members.map(quote))),
  );
  if (subcontractors.length > 0) facts.set(t.subcontractors, providersInWords(m, subcontractors));
  if (reference !== null) facts.set(t.reference, quote(reference));
  facts.set(t.start, m.format.date(start));
  facts.set(t.until, m.format.date(until));
  if (price !== null) facts.set(t.price, amount(m, price));
  for (const { by, percentage } of promises.growthPath?.steps ?? []) {
    facts.set(t.promiseBy(m.format.date(by)), share(m, percentage));
  }
  if (promises.growthPath) facts.set(t.promisedInitiatives, share(m, promises.growthPath.communityInitiatives));
  for (const { subject, promise } of promises.others) facts.set(t.promiseOn(subject), typed(promise));
  if (awarded?.on) facts.set(t.awardedOn, m.format.date(awarded.on));
  return facts;
}

export function quarterFacts(
  m: Messages,
  { users, complaints, spent }: Pick<ContractPayloads['figures-recorded'], 'users' | 'complaints' | 'spent'>,
): Facts {
  const t = m.contractLog;
  const { basicVolunteers, basicProfessionals, additional, communityInitiatives } = users;
  const number = (count: number): string => m.format.grouped(String(count), 0);
  const facts = new Map([
    [t.users.basicVolunteers, number(basicVolunteers)],
    [t.users.basicProfessionals, number(basicProfessionals)],
    [t.users.additional, number(additional)],
    [t.users.communityInitiatives, number(communityInitiatives)],
    [t.complaints, number(complaints)],
  ]);
  if (spent !== null) facts.set(t.spent, amount(m, spent));
  return facts;
}

export function normFacts(
  m: Messages,
  { steps, communityInitiatives }: ContractPayloads['growth-path-considered'],
): Facts {
  const t = m.contractLog;
  const facts = new Map<string, Words>();
  if (steps.length === 0) facts.set(t.norms, t.sameNorms);
  for (const { by, minimumPercentage } of steps) facts.set(t.normBy(m.format.date(by)), share(m, minimumPercentage));
  if (communityInitiatives !== null) facts.set(t.initiatives, share(m, communityInitiatives));
  return facts;
}

export function takeOverFacts(m: Messages, said: ContractPayloads['take-over-recorded']): Facts {
  const t = m.contractLog;
  const { step, on, users, staff, consulted, note } = said;
  const facts = new Map<string, Words>([
    [t.step, t.steps[step]],
    [t.on, m.format.date(on)],
    [t.takenOver, m.format.grouped(String(users), 0)],
    [t.staff, m.format.grouped(String(staff), 0)],
    [t.consulted, m.common[consulted ? 'yes' : 'no']],
  ]);
  if (note !== undefined) facts.set(t.note, typed(note));
  return facts;
}

export function evaluationFacts(
  m: Messages,
  { evaluation }: ContractRules,
  { findings, conclusion }: ContractPayloads['year-evaluated'],
): Facts {
  const t = m.contractLog;
  const facts = new Map<string, Words>();
  for (const { goal, level, finding, evidence } of findings) {
    const found = evaluation?.goals.find(({ id }) => id === goal);
    const name = found ? inLanguage(found.name, m) : goal;
    facts.set(t.level(name), t.levels[level]);
    facts.set(t.finding(name), typed(finding));
    if (evidence !== null) facts.set(t.evidence(name), typed(evidence));
  }
  facts.set(t.conclusion, typed(conclusion));
  return facts;
}
