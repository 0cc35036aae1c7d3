import type { ErrorText } from '../error-text.ts';
import type { Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { count, format } from './words.ts';

const name = (value: unknown): string => quote(String(value));

/** What is wrong where somebody goes back on something, does it over or needs a second person. */
export const procedureErrors = (
  { lot }: Pick<Nouns, 'lot'>,
  placeOf: (details: Readonly<Record<string, unknown>>) => string,
) =>
  ({
    'another-round': () => 'This belongs to another assessment round than the one under way. Reload the page.',
    'wrong-round': () =>
      'This does not go with the assessment round of this moment. See on the page of the tender what can be done now.',
    'tender-is-stopped': (d) =>
      d.phase === 'stopped' ? 'This tender has been stopped. Resume it first.' : 'This tender has not been stopped.',
    'not-assigned': (d) => `You do not assess ${placeOf(d)}. Ask the chair what you do assess.`,
    'criterion-not-assigned': (d) => `You give no score on ${name(d.criterion)}. Another team does.`,
    'nobody-assesses': (d) => `Nobody gave a score on ${name(d.criterion)} (${placeOf(d)}). Appoint somebody who does.`,
    'not-in-round': (d) => `${name(d.criterion)} (${placeOf(d)}) is not part of this assessment round.`,
    'not-discussed': (d) =>
      `On ${count(Number(d.count), 'score', 'scores')} the assessors differ by more than the announced limit. Record that you discussed it.`,
    'not-confirmed': (d) =>
      `${count(Number(d.count), 'consensus score lies', 'consensus scores lie')} beyond every score of the assessors. Have a second person confirm it.`,
    'nothing-to-confirm': () => 'There is nothing here for a second person to confirm.',
    'chair-is-there': () => 'Who leads this has an open account. No successor is needed.',
    'not-an-officer-account': () =>
      'This account does not have the role procurement officer. Choose somebody who has it.',
    'letters-differ': () => 'Where bidders are anonymous every bid gets one letter. Open the assessment again.',
    'reason-needed': () => 'Give a reason.',
    'round-is-empty': () => 'There is nothing to assess in this round yet. Choose first what is assessed anew.',
    'no-such-round': () => 'There is no such assessment round.',
    'round-is-annulled': () => 'This assessment round has already been annulled.',
    'round-was-not-over': () =>
      'This assessment round had not been closed when it was annulled. Open a new re-assessment.',
    'round-not-annulled': () => 'This assessment round has not been annulled.',
    'round-over': () => 'Nobody assesses in this round any more. Open a re-assessment where one is needed.',
    'not-set-aside': (d) => `The bid ${name(d.bid)} already counts here.`,
    'price-not-there': (d) => `There is no price of ${placeOf(d)} to correct yet. Record the price.`,
    'price-unchanged': () => 'This is the same price. Fill in what the price has to be.',
    'prices-not-opened': () => 'The prices have not been opened yet. Two people do that together.',
    'prices-open': () => 'The prices have been opened. This changes no more after that.',
    'nothing-to-open': () => 'There is nothing left to open.',
    'explanation-pending': (d) => `${name(d.bid)} was already asked to explain. Judge that first.`,
    'explanation-not-asked': (d) => `${name(d.bid)} was not asked to explain here.`,
    'already-judged': () => 'This has been decided already.',
    'conflict-open': (d) => `First decide on ${count(Number(d.count), 'declared interest', 'declared interests')}.`,
    'quality-already-awarded': () => 'The award has been calculated. Open a re-assessment to change scores.',
    'draw-without-witness': () => 'Fill in who were at the draw.',
    'no-such-draw': () => 'No draw was held for this choice yet.',
    'scores-missing': (d) =>
      `${count(Number(d.count), 'score is', 'scores are')} missing. Open an assessment round for that.`,
    'lot-not-awarded': (d) => `There is no winner in ${lot.one} ${name(d.lot)} to send the decision on.`,
    'lot-already-said': (d) => `This or something else was already recorded of ${lot.one} ${name(d.lot)}.`,
    'rules-unchanged': () => 'These are the same rules as those that hold now. Change something first.',
    'bids-are-in': () =>
      'A bid has been recorded. Announced rules do not change after that. Stop the tender if it cannot go on.',
    'team-in-use': () =>
      'The teams do not fit the assessors who were appointed. Keep each team in which somebody assesses.',
    'lot-in-use': () => `Something was recorded of the ${lot.one} that you take away. Keep that ${lot.one}.`,
    'requirements-unchecked': (d) =>
      `The requirements and the self-declaration of ${name(d.bid)} were not found in order by two people yet.`,
    'decision-not-sent': (d) => `The award decision on ${lot.one} ${name(d.lot)} has not been sent yet.`,
    'decision-already-sent': (d) =>
      `The decision on ${lot.one} ${name(d.lot)} has been sent already. Give a reason to send it anew.`,
    'letter-of-another-award': () => 'The award was calculated anew meanwhile. Make the letters again.',
    'letter-for-other-lots': (d) => `${name(d.bid)} did not bid here. Choose what the letter is about.`,
    'letter-missing': (d) =>
      `There is no letter yet for ${name(d.bid)} about ${lot.one} ${name(d.lot)}. Send the decision with its letters.`,
    'motivation-missing': (d) =>
      `The motivation of ${name(d.criterion)} for ${lot.one} ${name(d.lot)} is missing for ${name(d.bid)}. Open a re-assessment to add it.`,
    'marks-unclear': (d) =>
      `It is not clear what is confidential in the motivation of ${name(d.criterion)} for ${lot.one} ${name(d.lot)} for ${name(d.bid)}. Open a re-assessment to correct it.`,
    'letters-the-same': (d) =>
      `The motivation of ${name(d.criterion)} for ${lot.one} ${name(d.lot)} is the same for ${name(d.bid)} as for another bidder. Explain why that is right.`,
    'standstill-too-short': (d) =>
      `The standstill period is too short. It runs until ${format.date(String(d.by))} at least.`,
    'standstill-running': (d) =>
      `The standstill period runs until ${format.date(String(d.by))}. Sign the contract after it.`,
    'signing-date-missing': () => 'Fill in on which day the contract was signed.',
    'proceeding-pending': (d) =>
      `Summary proceedings are pending about ${lot.one} ${name(d.lot)}. Wait for the ruling and record it.`,
    'proceeding-too-early': (d) => `This cannot be earlier than ${format.date(String(d.by))}.`,
    'no-such-proceeding': () => 'These summary proceedings are not pending. Load the page again.',
    'lot-not-fixed': (d) => `No contract was recorded for ${lot.one} ${name(d.lot)}.`,
    'lot-not-withdrawn': (d) => `The ${lot.one} ${name(d.lot)} has not been withdrawn.`,
    'already-archived': () => 'This tender is in the archive already.',
    'not-archived': () => 'This tender is not in the archive.',
    'takes-part-otherwise': () => 'This person has another task here already. Choose somebody else.',
    'team-needed': () => 'Choose a team for this assessor.',
    'unknown-team': () => 'This team is not in the announced rules. Choose a team from the list.',
    'does-not-assess': () => 'This person does not assess in this round.',
    'already-released': (d) => `This assessor assesses ${name(d.bid)} no more already.`,
    'onlooker-not-announced': () => 'The announced rules do not let committee members look on.',
    'not-named-so': () => 'This person does not have that task. Reload the page.',
    'only-the-chair': () => 'Only the chair in person does this.',
    'chair-already': () => 'This person is the chair already. Choose somebody else.',
    'another-was-proposed': () => 'Another successor was proposed. Reload the page.',
    'declared-twice': (d) => `There are two answers about ${name(d.bid)}. Give one.`,
    'explanation-needed': (d) => `Explain what your interest in ${name(d.bid)} is.`,
    'own-conflict': () => 'Somebody else decides on an interest of your own.',
    'no-conflict-declared': (d) => `No interest in ${name(d.bid)} was declared.`,
    'does-not-take-part': () => 'For this somebody has to take part in this tender. Ask the chair for help.',
    'already-shut-out': (d) => `This person stays out of ${name(d.bid)} already.`,
    'interests-not-declared': () => 'First fill in the conflict-of-interest declaration. After that you see the bids.',
    'conflict-of-interest': (d) =>
      `You have an interest in ${name(d.bid)} and stay out of it. Ask somebody else to do this.`,
    'not-the-keeper': () => 'Only who keeps the prices can do this. Ask the chair.',
  }) satisfies Readonly<Record<string, ErrorText>>;
