import type { ErrorText } from '../error-text.ts';
import { quote } from '../sentence.ts';

const name = (value: unknown): string => quote(String(value));

/** Wat er mis is met een inkoopplan. */
export const planErrors = {
  'plan-not-opened': () => 'Dit inkoopplan is nog niet begonnen. Begin een nieuw plan.',
  'plan-already-opened': () => 'Dit inkoopplan is al begonnen. Ga verder op de pagina van het plan.',
  'plan-in-other-state': (d) =>
    d.phase === 'closed'
      ? 'Dit inkoopplan is gesloten. Heropen het eerst.'
      : 'Dit inkoopplan is niet gesloten. U kunt er gewoon in verder werken.',
  'not-the-planner': () => 'Alleen wie dit plan leidt kan dit doen. Vraag het die inkoper.',
  'officer-already': () => 'Deze inkoper leidt dit al. Kies iemand anders.',
  'unknown-pillar': () => 'Deze pijler staat niet in het functioneel model van dit plan. Kies een pijler uit de lijst.',
  'pillar-reason-needed': () => 'Kies een pijler, of zeg waarom er geen pijler past.',
  'ends-before-start': (d) => `${name(d.name)} eindigt voordat het begint. Verbeter een van de twee datums.`,
  'not-in-plan': () => 'Dit staat niet meer zo in het plan. Laad de pagina opnieuw.',
  'plan-is-empty': () => 'Er staat nog niets in dit plan. Voeg eerst een dienst, een fase of een moment toe.',
  'already-adopted': () => 'Dit plan is al vastgesteld en sindsdien niet gewijzigd.',
} satisfies Readonly<Record<string, ErrorText>>;
