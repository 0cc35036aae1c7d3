import type { Account, Accounts } from '../../actions/accounts.ts';
import { hasRole } from '../../domain/roles.ts';
import { scoredCriteria } from '../../domain/rules/criteria-tree.ts';
import { assessedIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { takesPart } from '../../domain/tender/checks/people.ts';
import type { NewTenderEvent } from '../../domain/tender/state/events.ts';
import { isShutOut, placesToScore, unscoredCells } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeFindings } from '../../domain/tender/visibility.ts';
import { pastAwardsInWords, roundsInWords } from '../../explanation/rounds.ts';
import { roundsBlocks } from '../../explanation/rounds-blocks.ts';
import { forRules, inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed, typedAll } from '../forms/text.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { askedNote, type ChoiceField, choiceField, type TextField, textField } from './fields.ts';

export interface RoundsModel {
  readonly text: Messages['rounds'];
  readonly rounds: BlocksModel;
  /** The scores and motivations of each round. */
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** Every round of which this viewer may see what was found. @param award whether the awards of before may be seen */
export function roundsModel(
  given: Messages,
  state: Readonly<TenderState>,
  account: Account,
  accounts: Accounts,
  award: boolean,
): RoundsModel {
  const m = forRules(given, state.rules);
  const rounds = roundsInWords(m, state, accounts.nameOf, {
    round: (round) => maySeeFindings(state, account, round),
    bid: (bid) => !isShutOut(state, account.id, bid),
  });
  return {
    text: m.rounds,
    links: state.rounds
      .filter((round) => maySeeFindings(state, account, round))
      .map(({ number }) => ({
        href: `/tenders/${state.dossier}/consensus?round=${number}`,
        label: m.rounds.name(number),
      })),
    rounds: blocksModel(m, roundsBlocks(m, rounds, award ? pastAwardsInWords(m, state) : [])),
  };
}

export interface OpenRoundModel {
  readonly text: Messages['rounds']['open'];
  readonly action: string;
  readonly missing: string | null;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly fields: readonly ChoiceField[];
  readonly reason: TextField;
}

const FIELDS = ['bids', 'lots', 'criteria', 'assessors'] as const;

/** What can be assessed anew, and by whom. What has no score yet is ticked beforehand. @param form what was typed; null for a new form */
export function openRoundModel(
  m: Messages,
  state: Readonly<TenderState>,
  accounts: Accounts,
  form: FormBody | null,
  problems: readonly FieldProblem[],
): OpenRoundModel {
  const t = m.rounds.open;
  const missing = unscoredCells(state);
  const options = optionsOf(m, state, accounts);
  const ticked: Readonly<Record<(typeof FIELDS)[number], ReadonlySet<string>>> = {
    bids: new Set(missing.map(({ bid }) => bid)),
    lots: new Set(missing.map(({ lot }) => lot)),
    criteria: new Set(missing.map(({ criterion }) => criterion)),
    assessors: new Set(),
  };
  const model = {
    text: t,
    action: `/tenders/${state.dossier}/rounds`,
    missing: missing.length === 0 ? null : t.missing(missing.length),
    fields: FIELDS.map((name) => {
      const chosen = form ? new Set(typedAll(form, name)) : ticked[name];
      return choiceField(
        {
          name,
          label: t[name],
          asks: 'required',
          ...(name === 'assessors' ? { hint: t.assessorsHint } : {}),
          many: true,
          choices: options[name].map((one, place) => ({
            ...one,
            id: place === 0 ? name : `${name}-${place + 1}`,
            checked: chosen.has(one.value),
          })),
        },
        problems,
        m.app,
      );
    }),
    reason: textField(
      { name: 'reason', label: t.reason, value: form ? typed(form, 'reason') : '', multiline: true, asks: 'required' },
      problems,
      m.app,
    ),
  };
  return { ...model, askedNote: askedNote(m, [...model.fields, model.reason]) };
}

type Options = Readonly<Record<(typeof FIELDS)[number], readonly { value: string; label: string; note?: string }[]>>;

function optionsOf(m: Messages, state: Readonly<TenderState>, accounts: Accounts): Options {
  const names = namesOf(state.rules, state.bids.values());
  const places = placesToScore(state);
  const each = <Key extends 'bid' | 'lot'>(key: Key): string[] => [...new Set(places.map((place) => place[key]))];
  const knows = (account: string): boolean => state.rounds.some(({ members }) => members.has(account));
  const free = accounts
    .list()
    .filter((one) => hasRole(one, 'assessor') && !one.closed && !state.onlookers.has(one.id))
    .filter(({ id }) => knows(id) || !takesPart(state, id));
  return {
    bids: each('bid').map((value) => ({ value, label: names.bidder(value) })),
    lots: each('lot').map((value) => ({ value, label: lotName(m, names, value) })),
    criteria: scoredCriteria(state.rules).map(({ criterion: { id, name } }) => ({
      value: id,
      label: inLanguage(name, m),
    })),
    // Who does not know the scores of before stands first.
    assessors: [...free]
      .sort((a, b) => Number(knows(a.id)) - Number(knows(b.id)))
      .map(({ id, name }) => ({ value: id, label: name, ...(knows(id) ? { note: m.rounds.open.knows } : {}) })),
  };
}

/** Reads what is assessed anew, and by whom: the events with which the round opens. */
export function readOpenRound(
  m: Messages,
  state: Readonly<TenderState>,
  accounts: Accounts,
  form: FormBody,
): { readonly events: readonly NewTenderEvent[] } | { readonly problems: readonly FieldProblem[] } {
  const t = m.rounds.open;
  const options = optionsOf(m, state, accounts);
  const chosen = Object.fromEntries(
    FIELDS.map((name) => {
      const asked = new Set(typedAll(form, name));
      return [name, options[name].map(({ value }) => value).filter((value) => asked.has(value))];
    }),
  ) as Record<(typeof FIELDS)[number], string[]>;
  const reason = typed(form, 'reason');
  const wrong = reason === '' ? t.reasonMissing : textProblem(m, reason, t.reason, 2000);
  const problems = [
    ...FIELDS.filter((name) => chosen[name].length === 0).map((field) => ({ field, text: t.chooseOne(t[field]) })),
    ...(wrong === undefined ? [] : [{ field: 'reason', text: wrong }]),
  ];
  if (problems.length > 0) return { problems };
  const round = state.rounds.length + 1;
  const teams = state.rounds.map(({ members }) => members).reverse();
  const assessors = chosen.assessors.map((assessor): NewTenderEvent => {
    const team =
      teams.find((members) => members.has(assessor))?.get(assessor)?.team ?? state.rules.course?.teams?.[0]?.id;
    return { type: 'assessor-appointed', payload: { assessor, ...(team === undefined ? {} : { team }) } };
  });
  const cells = chosen.bids.flatMap((bid): NewTenderEvent[] => {
    const places = placesToScore(state)
      .filter((place) => place.bid === bid && chosen.lots.includes(place.lot))
      .map(({ lot }) => ({
        lot,
        criteria: assessedIn(state.rules, lot)
          .map(({ criterion: { id } }) => id)
          .filter((id) => chosen.criteria.includes(id)),
      }))
      .filter(({ criteria }) => criteria.length > 0);
    return places.length === 0 ? [] : [{ type: 'bid-reassessed', payload: { round, bid, places } }];
  });
  if (cells.length === 0) return { problems: [{ field: 'criteria', text: t.nothing }] };
  return { events: [{ type: 'round-opened', payload: { round, reason } }, ...assessors, ...cells] };
}
