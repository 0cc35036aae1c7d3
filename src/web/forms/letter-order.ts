import { type LetterOrder, lastDayOfStandstill } from '../../actions/letters.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { isDecided } from '../../domain/tender/state/stored-award.ts';
import { dateText } from '../../domain/text.ts';
import { LANGUAGES } from '../../messages/language.ts';
import type { Messages } from '../../messages/messages.ts';
import { readDate } from './date.ts';
import { type FieldProblem, type FormBody, textProblem, typed, typedAll } from './text.ts';

/** The texts of the form about letters, with how long they may be. */
export const LETTER_TEXTS = [
  { name: 'sender', most: 200, lines: 'one' },
  { name: 'signatory', most: 200, lines: 'one' },
  { name: 'objection', most: 2000, lines: 'many' },
  { name: 'sameWords', most: 2000, lines: 'many' },
  { name: 'again', most: 2000, lines: 'many' },
] as const;
const REQUIRED: readonly string[] = ['sender', 'signatory', 'objection'];

/** The lots that a decision can be sent about: what the award settles, and no contract is signed or lot withdrawn for. */
export const lotsToDecideOn = (state: Readonly<TenderState>): readonly TenderState['rules']['lots'][number][] =>
  state.rules.lots.filter(({ id }) => {
    const is = state.lots.get(id)?.is;
    return is !== 'fixed' && is !== 'withdrawn' && isDecided(state, id);
  });

/** Reads what an officer says of the letters. Whether the decision may be sent like this, the procedure says. */
export function readLetterOrder(
  m: Messages,
  state: Readonly<TenderState>,
  body: FormBody,
): { readonly order: LetterOrder } | { readonly problems: readonly FieldProblem[] } {
  const t = m.letters.form;
  const asked = new Set(typedAll(body, 'lots'));
  const lots = lotsToDecideOn(state).flatMap(({ id }) => (asked.has(id) ? [id] : []));
  const dateIn = (name: 'sentOn' | 'until'): string | null => {
    const date = readDate(typed(body, name));
    return dateText.safeParse(date).success ? date : null;
  };
  const [sentOn, until] = [dateIn('sentOn'), dateIn('until')];
  const problems: FieldProblem[] = [
    ...(lots.length === 0 ? [{ field: 'lots', text: t.lotsMissing }] : []),
    ...(sentOn === null ? [{ field: 'sentOn', text: m.acts.dateWrong(t.sentOn) }] : []),
    ...(until === null && typed(body, 'until') !== '' ? [{ field: 'until', text: m.acts.dateWrong(t.until) }] : []),
    ...LETTER_TEXTS.flatMap(({ name, most, lines }) => {
      const text = typed(body, name);
      if (text === '') return REQUIRED.includes(name) ? [{ field: name, text: t.missing(t[name]) }] : [];
      const wrong = textProblem(m, text, t[name], most, lines);
      return wrong === undefined ? [] : [{ field: name, text: wrong }];
    }),
  ];
  if (problems.length > 0 || sentOn === null) return { problems };
  const given = (name: 'sameWords' | 'again'): string | undefined => typed(body, name) || undefined;
  return {
    order: {
      lots,
      sentOn,
      until: until ?? lastDayOfStandstill(sentOn),
      language: LANGUAGES.find((one) => one === typed(body, 'language')) ?? 'nl',
      sender: typed(body, 'sender'),
      signatory: typed(body, 'signatory'),
      objection: typed(body, 'objection'),
      sameWords: given('sameWords'),
      again: given('again'),
    },
  };
}
