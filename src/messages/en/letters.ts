import { capital, type Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { count, quoted } from './words.ts';

/** The letter about the award decision, to a bidder: short sentences, plain words. */
export const letters = ({ winner, lot }: Nouns) => ({
  subject: (title: string) => `Award decision ${title}`,
  subjectTerm: 'Subject',
  date: 'Date',
  reference: 'Reference',
  number: (n: number) => `Letter ${n}`,
  salutation: 'Dear Sir or Madam,',
  intro: (title: string) =>
    `You bid in the tender ${quote(title)}. This letter tells you what we decided, why, and what you can do if you disagree.`,
  replaces: (date: string) => `This letter takes the place of our letter of ${date}. The term begins again.`,
  decision: 'Our decision',
  winnerIs: `In the announced rules, whoever gets the ${lot.one} is called ${quote(winner.one)}.`,
  overview: 'The decision in short',
  lot: capital(lot.one),
  result: 'Decision',
  yourTotal: 'Your total',
  yourRank: 'Your rank',
  winner: capital(winner.one),
  winnersTotal: `Total of the ${winner.one}`,
  you: 'You',
  nothing: '–',
  rankOf: (rank: number, of: number) => `${rank} of ${of}`,
  results: {
    won: 'To you',
    lost: 'Not to you',
    'set-aside': 'Your bid does not count',
    nobody: 'To nobody',
  },
  won: (name: string) => `We intend to award ${quote(name)} to you.`,
  lost: (name: string, to: string) => `We intend to award ${quote(name)} not to you but to ${quote(to)}.`,
  nobody: (name: string) => `We award ${quote(name)} to nobody.`,
  aside: (name: string, to: string) =>
    `Your bid for ${quote(name)} does not count. We intend to award ${quote(name)} to ${quote(to)}.`,
  asideAndNobody: (name: string) => `Your bid for ${quote(name)} does not count. We award ${quote(name)} to nobody.`,
  asideBecause: 'This is the reason:',
  place: (total: string, rank: number, of: number) =>
    of === 1
      ? `Your total is ${total}. Yours is the only bid that counts.`
      : `Your total is ${total}. Your rank is ${rank} of the ${of} bids that count.`,
  passedOver: {
    'has-maximum': (lots: readonly string[]) =>
      `You rank above the ${winner.one} here, but you have reached the maximum already with ${quoted(lots)}.`,
    'lot-group': (lots: readonly string[]) =>
      `You rank above the ${winner.one} here, but you have reached the maximum in this group of ${lot.more} already with ${quoted(lots)}.`,
    capacity: (lots: readonly string[]) =>
      lots.length === 0
        ? `You rank above the ${winner.one} here, but by your own statement you cannot take on this ${lot.one}.`
        : `You rank above the ${winner.one} here, but by your own statement you cannot take on more beside ${quoted(lots)}.`,
    'minimum-winners': () =>
      `You rank above the ${winner.one} here, but then there would be too few ${winner.more}. The announced rules do not allow that.`,
    'maximum-winners': () =>
      `You rank above the ${winner.one} here, but then there would be too many ${winner.more}. The announced rules do not allow that.`,
    'lower-total': () =>
      `You rank above the ${winner.one} here, but then the outcome over all ${lot.more} together would be worse. By the announced rules that outcome counts.`,
    'tie-break': () =>
      `You rank above the ${winner.one} here, but then the outcome over all ${lot.more} together is equal. The announced rule for equal outcomes decided.`,
    'prefers-own': (lots: readonly string[]) =>
      `You rank above the ${winner.one} here, but you have reached the maximum already with ${quoted(lots)}. You preferred those yourself.`,
  },
  drawDecided: 'The outcome was exactly equal. The draw decided.',
  fixed: 'This was settled before and was not calculated anew.',
  afterOthersFell: 'This is the outcome after another bid fell away.',
  reassessed: 'A part of the bids was assessed anew. These are the scores that hold now.',
  scoresCaption: (name: string) => `Your scores and points for ${name}`,
  yourScore: 'Your score',
  yourPoints: 'Your points',
  winnersScore: `Score of the ${winner.one}`,
  winnersPoints: `Points of the ${winner.one}`,
  motivationsCaption: (name: string) => `Why you got these scores for ${name}`,
  assessor: (n: number) => `Assessor ${n}:`,
  strongerCaption: (name: string) => `Where the bid of the ${winner.one} was better for ${name}`,
  strongerLead: `The bid of the ${winner.one} was better in these parts. What is confidential is left out.`,
  strongerNowhere: `Nowhere did the ${winner.one} get more points than you.`,
  foundOfWinner: `What we found of the bid of the ${winner.one}`,
  priceOnly: 'The price gave more points. The amount is confidential.',
  nothingFound: 'This follows from what the bid itself states.',
  basis: (source: string) => sentence(`On this term see: ${source}`),
  next: 'What you can do now',
  standstill: (until: string) => `The standstill period runs until ${until}. We sign no contract in that time.`,
  noContractYet: 'You cannot derive any rights from this letter yet: there is no contract.',
  disagree: (until: string) =>
    `Do you disagree with this decision? Then start summary proceedings by ${until} at the latest. That is a fast procedure before a judge. As long as the proceedings are pending, we do not sign the contract that they are about.`,
  check: 'Calculate your scores and points yourself',
  checkLead:
    'With this letter comes the file dossier.json. It holds your own part of the dossier: what was announced, what you handed in and what we found of it. With Gunwijzer you calculate your scores and points again:',
  closing: 'Yours faithfully,',
  signatures: { signature: 'Signature', name: 'Name', date: 'Date' },
  edition: 'The dossier for this bidder',

  /** For the auditor: what was sent, beside what was kept and what would be made today. */
  compared: {
    title: 'Sent letters compared',
    none: 'No letter has been sent yet.',
    found: (n: number, same: number) =>
      `${capital(count(n, 'letter', 'letters'))} compared; ${count(same, 'letter', 'letters')} without a difference.`,
    letter: 'Letter',
    file: 'Kept file',
    today: 'Made again',
    hash: (sha256: string) => `sha256 in the log: ${sha256}`,
    kept: { 'as-sent': 'as sent', missing: 'missing', changed: 'changed' },
    again: { same: 'the same', different: 'different', impossible: 'impossible: the log is not in order' },
  },

  /** The page on which an officer sends the decision and finds all letters. */
  page: {
    title: 'Award decision and letters',
    lead: 'Every bidder gets a letter of its own. What was sent does not change: a better motivation is a new letter with a new term.',
    standing: `How each ${lot.one} stands`,
    sentOn: 'Sent',
    until: 'Standstill period until',
    left: 'Left',
    over: 'over',
    states: {
      open: 'not sent yet',
      sent: 'sent',
      fixed: 'contract signed',
      withdrawn: 'withdrawn',
    },
    proceedings: 'Summary proceedings',
    proceeding: (n: number, lots: readonly string[], court: string, on: string) =>
      `Summary proceedings ${n} about ${quoted(lots)}, ${court}, started on ${on}.`,
    pending: 'Pending: no contract is signed for that part.',
    ended: (on: string) => `Ended on ${on}.`,
    letters: 'Letters sent',
    none: 'No letter has been sent yet.',
    to: 'To',
    about: 'About',
    download: 'Open the letter',
    downloadOf: (n: number, to: string) => `Open letter ${n} to ${quote(to)}`,
    send: 'Send the decision',
    notYet: 'Once the award is calculated you can send the decision here.',
    sent: 'The decision is recorded and the letters are made. Send them now.',
  },
  form: {
    title: 'Send the decision',
    lead: 'Choose what you send a decision on, and fill in what stands in every letter. You read the letters before you record them.',
    lots: capital(lot.more),
    lotsMissing: `Choose at least one ${lot.one}.`,
    sentOn: 'Date of sending',
    dateHint: 'For example 4-1-2027.',
    until: 'Last day of the standstill period',
    untilHint: 'Only where you announced a longer term. Otherwise the term of the law holds.',
    sender: 'In whose name',
    senderHint: 'For example the name of the municipality.',
    signatory: 'Who signs',
    signatoryHint: 'Name and function.',
    objection: 'Where and how a bidder objects',
    objectionHint: 'Name the court, and who answers questions of bidders.',
    language: 'Language of the letters',
    languages: { nl: 'Dutch', en: 'English' },
    sameWords: 'Why motivations are the same',
    sameWordsHint: 'Needed because bidders get the same motivation word for word, as listed above.',
    same: (lotName: string, criterion: string, bidders: readonly string[]) =>
      `${criterion} for ${quote(lotName)}: the same for ${quoted(bidders)}.`,
    sameTitle: 'The same motivation for several bidders',
    sameMore: (n: number) => `${count(n, 'more motivation', 'more motivations')} that are the same`,
    again: 'Why you send the decision anew',
    againHint: 'The term then begins again.',
    missing: (label: string) => `Fill in ${quote(label)}.`,
    preview: 'Letters',
    previewLead: 'Look at every letter as it is with these data. Nothing is recorded.',
    previewOf: (bidder: string) => `Look at the letter to ${quote(bidder)}`,
    submit: 'Go on to confirm',
    draft: 'Draft',
    count: (n: number) => count(n, 'letter', 'letters'),
    nobody: 'There is nobody to send a letter to.',
  },
});
