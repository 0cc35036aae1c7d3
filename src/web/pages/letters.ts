import { daysBetween } from '../../domain/procedure/terms.ts';
import type { Viewer } from '../../domain/roles.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { may } from '../../domain/tender/admit.ts';
import { addressees, sameWordsIn } from '../../domain/tender/state/found-scores.ts';
import type { IssuedLetter, TenderState } from '../../domain/tender/state/state.ts';
import { type Cell, type FlatBlock, heading, type Prose, typedPassage } from '../../explanation/blocks.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import { sentence } from '../../messages/sentence.ts';
import { LETTER_TEXTS, lotsToDecideOn } from '../forms/letter-order.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import {
  askedNote,
  type ChoiceField,
  choiceField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from './fields.ts';

export interface LettersModel {
  readonly text: Messages['letters']['page'];
  readonly standing: BlocksModel;
  /** Null for who does not send decisions, or cannot now. */
  readonly sendHref: string | null;
  readonly notYet: string | null;
  readonly letters: readonly { readonly href: string; readonly label: string; readonly about: string }[];
}

export const lettersPath = (dossier: string): string => `/tenders/${dossier}/letters`;

/** How the decision stands per lot, what a judge has to decide, and every letter that was sent. @param today on which it is read */
export function lettersModel(
  given: Messages,
  state: Readonly<TenderState>,
  viewer: Viewer,
  today: string,
): LettersModel {
  const m = forRules(given, state.rules);
  const t = m.letters.page;
  const names = namesOf(state.rules, state.bids.values());
  const sends = may(state, viewer.id, 'letter-issued') && lotsToDecideOn(state).length > 0;
  const sent = state.issuedLetters.filter(({ sentAt }) => sentAt !== null);
  return {
    text: t,
    standing: blocksModel(m, [standingTable(m, state, today), ...proceedingBlocks(given, m, state)]),
    sendHref: sends ? `${lettersPath(state.dossier)}/new` : null,
    notYet: state.award === null ? t.notYet : null,
    letters: sent.map(({ number, bid, lots, sentOn }) => ({
      href: `${lettersPath(state.dossier)}/${number}.pdf`,
      label: t.downloadOf(number, names.bidder(bid)),
      about: `${m.format.date(sentOn)}, ${m.format.list(lots.map(names.lot))}`,
    })),
  };
}

function standingTable(m: Messages, state: Readonly<TenderState>, today: string): FlatBlock {
  const t = m.letters.page;
  return {
    kind: 'table',
    caption: t.standing,
    columns: [
      { header: m.letters.lot, align: 'start', width: 3 },
      { header: t.sentOn, align: 'start', width: 2 },
      { header: t.until, align: 'start', width: 2 },
      { header: t.left, align: 'start', width: 1.4 },
    ],
    rows: state.rules.lots.map(({ id, name }): Cell[] => {
      const said = state.lots.get(id);
      if (said?.is !== 'sent') return [name, t.states[said?.is ?? 'open'], '–', '–'].map((text) => ({ text }));
      const days = daysBetween(today, said.until);
      const left = days > 0 ? m.dates.days(days) : days === 0 ? m.dates.today : t.over;
      return [name, m.format.date(said.on), m.format.date(said.until), left].map((text) => ({ text }));
    }),
    stacks: true,
  };
}

function proceedingBlocks(given: Messages, m: Messages, state: Readonly<TenderState>): FlatBlock[] {
  if (state.proceedings.length === 0) return [];
  const t = m.letters.page;
  const names = namesOf(state.rules, []);
  const items = state.proceedings.map(
    ({ number, lots, court, startedOn, claim, ended }): Prose => [
      { text: t.proceeding(number, lots.map(names.lot), court, m.format.date(startedOn)) },
      typedPassage(given, sentence(claim)),
      { text: ended ? t.ended(m.format.date(ended.on)) : t.pending },
      ...(ended ? [typedPassage(given, sentence(ended.outcome))] : []),
    ],
  );
  return [heading(1, t.proceedings), { kind: 'list', ordered: false, items }];
}

export interface SendDecisionModel {
  readonly text: Messages['letters']['form'];
  readonly action: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly lots: ChoiceField;
  readonly fields: readonly TextField[];
  readonly language: SelectField;
  /** The motivations that are the same of several bidders, and the field for why; null where there are none. */
  readonly same: null | {
    readonly items: readonly string[];
    /** What folds, under its label; null where all of it is shown. */
    readonly more: { readonly label: string; readonly items: readonly string[] } | null;
    readonly field: TextField;
  };
  /** Null where nothing was sent before. */
  readonly again: TextField | null;
  readonly previews: readonly { readonly action: string; readonly label: string }[];
}

/** What an officer fills in for the letters. @param body what was typed; empty for a new form @param sender who it is from, where that is known */
export function sendDecisionModel(
  given: Messages,
  state: Readonly<TenderState>,
  body: FormBody,
  { today, sender }: { readonly today: string; readonly sender: string | null },
  problems: readonly FieldProblem[],
): SendDecisionModel {
  const m = forRules(given, state.rules);
  const t = m.letters.form;
  const names = namesOf(state.rules, state.bids.values());
  const isNew = Object.keys(body).length === 0;
  const last = state.issuedLetters.at(-1);
  const offered = lotsToDecideOn(state);
  const chosen = new Set(
    isNew ? offered.flatMap(({ id }) => (state.lots.has(id) ? [] : [id])) : typedAll(body, 'lots'),
  );
  const before: Readonly<Record<string, string>> = isNew ? valuesOfLast(last, today, sender) : {};
  const field = (
    name: string,
    label: string,
    more: Pick<TextField, 'asks'> & Partial<Pick<TextField, 'hint' | 'multiline'>>,
  ): TextField =>
    textField({ name, label, value: isNew ? (before[name] ?? '') : typed(body, name), ...more }, problems, m.app);
  const textOf = (name: (typeof LETTER_TEXTS)[number]['name']): TextField =>
    field(name, t[name], {
      hint: t[`${name}Hint`],
      // What is asked beside the rest hangs on the lots that are chosen.
      asks: name === 'sameWords' || name === 'again' ? 'depends' : 'required',
      multiline: LETTER_TEXTS.find((one) => one.name === name)!.lines === 'many',
    });
  const lots = offered.map(({ id }) => id);
  const to = addressees(state, lots);
  const same = to
    .flatMap(({ places }) => places)
    .filter((place, index, all) => all.indexOf(place) === index)
    .flatMap((place) => sameWordsIn(state, place))
    .map(({ lot, criterion, bids }) =>
      t.same(names.lot(lot), inLanguage(names.criterion(criterion), m), bids.map(names.bidder)),
    );
  const model = {
    text: t,
    action: `${lettersPath(state.dossier)}/new`,
    lots: choiceField(
      {
        name: 'lots',
        label: t.lots,
        asks: 'required',
        many: true,
        choices: offered.map(({ id, name }, place) => ({
          id: place === 0 ? 'lots' : `lots-${place + 1}`,
          value: id,
          label: name,
          checked: chosen.has(id),
          ...(state.lots.get(id)?.is === 'sent' ? { note: m.letters.page.states.sent } : {}),
        })),
      },
      problems,
      m.app,
    ),
    fields: [
      field('sentOn', t.sentOn, { hint: t.dateHint, asks: 'required' }),
      field('until', t.until, { hint: t.untilHint, asks: 'optional' }),
      ...(['sender', 'signatory', 'objection'] as const).map(textOf),
    ],
    language: selectField(
      {
        name: 'language',
        label: t.language,
        asks: 'chosen',
        options: LANGUAGES.map((value) => ({
          value,
          label: t.languages[value],
          selected: (isNew ? 'nl' : typed(body, 'language')) === value,
        })),
      },
      problems,
      m.app,
    ),
    same: same.length === 0 ? null : { ...folded(t, same), field: textOf('sameWords') },
    again: offered.some(({ id }) => state.lots.get(id)?.is === 'sent') ? textOf('again') : null,
    previews: to.map(({ bid }) => ({
      action: `${lettersPath(state.dossier)}/new/${bid.id}`,
      label: t.previewOf(bid.bidder.name),
    })),
  };
  const asked = [model.lots, ...model.fields, model.language, model.same?.field ?? null, model.again];
  return { ...model, askedNote: askedNote(m, asked) };
}

/** More than some of them fold: of scores of a scale with texts of its own there can be dozens. */
function folded(
  t: Messages['letters']['form'],
  items: readonly string[],
): Pick<NonNullable<SendDecisionModel['same']>, 'items' | 'more'> {
  if (items.length <= MOST_SAME) return { items, more: null };
  const rest = items.slice(MOST_SAME);
  return { items: items.slice(0, MOST_SAME), more: { label: t.sameMore(rest.length), items: rest } };
}
const MOST_SAME = 6;

/** What stood in the letters of before, to be used again; the date is that of today. */
const valuesOfLast = (
  last: IssuedLetter | undefined,
  today: string,
  sender: string | null,
): Readonly<Record<string, string>> => ({
  sentOn: asTyped(today),
  ...(sender === null ? {} : { sender }),
  ...(last ? { sender: last.sender, signatory: last.signatory, objection: last.objection } : {}),
});

/** "2027-03-04" as it is typed: "4-3-2027". */
const asTyped = (date: string): string => date.split('-').reverse().map(Number).join('-');
