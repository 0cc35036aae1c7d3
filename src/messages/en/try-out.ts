import type { tryOut as nl } from '../nl/try-out.ts';
import { capital, type Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { count, format, quoted } from './words.ts';

/** Trying out a draft, with fictional bids. */
export const tryOut = ({ lot }: Nouns): ReturnType<typeof nl> => ({
  title: 'Try out',
  lead: 'This is how these rules work out. You can change every score and every price, and work out the outcome again.',
  fictional: 'Bidders, scores and prices are fictional. Nothing is stored, and nobody is awarded anything.',
  bidders: ['Goudvink', 'Kattenstaart', 'Boomvalk', 'Zonnedauw', 'IJsvogel', 'Duizendblad'].map(
    (name) => `${name} (fictional)`,
  ),
  outcome: 'Who would win?',
  pointsOf: (name: string) => `Points in ${quote(name)}`,
  pointsLeft: 'Not all points per criterion are shown here: there are too many of them.',
  toBids: 'Change the bids',
  steps: {
    title: 'What each score is worth',
    lead: 'The points that a score earns, with the weight applied.',
    caption: 'Points per score',
    only: (lots: readonly string[]) => `in ${quoted(lots)}`,
    cut: (n: number) =>
      `At most ${count(n, 'criterion', 'criteria')} per scale are shown here. The rules name all of them.`,
    relative:
      'On some criteria the points are then divided by those of the best bid. What a score is worth then depends on the other bids.',
  },
  tie: {
    title: 'How a tie ends',
    lead: 'Each step of the announced rule was tried on two bids with the same total, which differ in that alone.',
    noSteps: 'The rules name no step that decides a tie.',
    decides: (step: string) => `${capital(step)} decides.`,
    decidesNothing: (step: string) => `${capital(step)} does not decide: then a draw is needed.`,
    twins: ['Twin 1 (fictional)', 'Twin 2 (fictional)'],
    draw: 'Two bids that are the same in everything share one rank. Then a draw is needed.',
    separated: 'Two bids that are the same in everything still get different ranks here.',
  },
  absolute:
    'Under these rules the points of a bid do not depend on the other bids. Whoever falls away, the others keep their points and their order.',
  form: {
    title: 'The fictional bids',
    lead: 'Type over whatever you like and work out the outcome again. What you do not change stays as it is.',
    count: 'Number of bidders',
    name: 'Name',
    common: `For all ${lot.more} together`,
    takesPart: 'Bids',
    preference: 'Preference',
    discount: (place) => `Discount on ${lot.more} together: ${place}`,
    growth: (step: string) => `Growth path: ${step} (%)`,
    cell: (row: string, bidder: string, place: string) => `${row}, ${bidder}, ${place}`,
    submit: 'Work out again',
    reset: 'Back to the first example',
    fewerLots: (shown: number, all: number) =>
      `These rules have ${count(all, lot.one, lot.more)}. The example is about the first ${format.grouped(String(shown), 0)}; the limits on the number of winners were lowered to that.`,
    fewerRows: (n: number) =>
      `${count(n, 'row is', 'rows are')} not shown here. There the scores and amounts of the example hold.`,
    wrong: 'First correct what is wrong below. Then the outcome is worked out again.',
  },
  missing: {
    lead: 'This is possible once the rules are complete and right.',
    none: 'No example can be made with these rules.',
  },
  openHouse:
    'In open house nothing is ranked. Whoever meets the requirements gets a contract, so there is nothing to try out.',
  chooseProcedure: 'Choose another procedure',
  rehearsal: 'Rehearse with a file of your own',
  curve: 'What the price formula does, and what one point of quality costs in euro',
});
