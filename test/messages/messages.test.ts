import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DomainError, type Fault } from '../../src/domain/errors.ts';
import type { Remedy } from '../../src/domain/remedy.ts';
import { namesOf } from '../../src/domain/rules/names.ts';
import { ruleFaults } from '../../src/domain/scoring/rule-faults.ts';
import type { ShapeFault } from '../../src/domain/shape.ts';
import { readSample } from '../../src/exchange/samples.ts';
import type { Language } from '../../src/messages/language.ts';
import {
  describeError,
  describeFault,
  describeFaults,
  forRules,
  type Messages,
  messagesIn,
  withNames,
} from '../../src/messages/messages.ts';
import { sentence } from '../../src/messages/sentence.ts';
import { projectRoot } from '../support/http.ts';
import { faultsOf, ODD_NAMES } from '../support/language.ts';
import { criterion, singleBid, smallRules } from '../support/tender.ts';

/** What a parameter can be, by its name; by "place.name" where one name means two things. */
const COUNT = [0, 1, 2, 1250];
const NAMES = ODD_NAMES;
const LISTS = [[ODD_NAMES[0]], [ODD_NAMES[0], ODD_NAMES[1]], [...ODD_NAMES]];
const PAIRS = [
  [],
  [[ODD_NAMES[0], ODD_NAMES[1]]],
  [
    [ODD_NAMES[1], ODD_NAMES[0]],
    [ODD_NAMES[2], ODD_NAMES[0]],
  ],
];
/** Texts of people: with a mark at the end, without one, and with a name there. */
const PROSE = ['Het bewijs ontbreekt', 'Het bewijs ontbreekt.', `Ingetrokken door ${ODD_NAMES[0]}`];
const DECIMALS = ['0', '1', '2.5'];

/** As the formatter of the language writes it. */
const figures = (language: Language): string[] => (language === 'nl' ? ['0', '1', '2,5'] : ['0', '1', '2.5']);

const COUNTS =
  `n all done decimals bids limit most engine events rank of.rank of.sharedRank shown ranks open drafts page pages lines weeks
  version years extensions extensionYears announcedWinners.minimum announcedWinners.maximum months.minimum months.maximum
  lead.models lead.criteria seed seconds first last part.place withheld.parts confirmed.figures register.position findings.findings
  checkedDossiers.dossiers checkedPasswords.bound checkedPasswords.unbound days assessorsOf.others declarations.others
  contracted structural full contracts.contracts contracts.providers contracts.dossiers settled.done added corrected kept.kept kept.named subcontractors.kept subcontractors.named complaints.quarters limits-right.winners limits-right.each listsRebuilt.written listsRebuilt.differed partlyDrawn.drawn
  momentOf.number momentNameOf.number counts.services counts.phases counts.moments tooMany.most numbered.number`.split(
    /\s+/,
  );
const LISTED =
  `areas quarters lots limits bidders models members winners others orderings order criteria weighed.criteria 
  text.rows row.parts scale.scales
  sources.items timelineText.items namesOfPublished.dossiers declarations.names
  withoutNumber.names requirements.names criteria.names goals.names missingYears lengths numbers`.split(/\s+/);
const PAIRED = ['items', 'division', 'result'];
const PROSAIC = ['reason', 'condition', 'motivation', 'openLots.what', 'words', 'method'];
const FIGURES =
  `value maximum weight minimum total points price bound offered extras compared cost quality malus divisor
  lowest mean highest threshold stated computed gap difference exact low high distance from to draws amount w zeroAt floor ceiling
  reference exponent percentage zero quantity rounded committed step.steps step.fullSteps`.split(/\s+/);

function valuesOf(place: string, parameter: string, language: Language): readonly unknown[] {
  const own = `${place.split('.').at(-1)}.${parameter}`;
  const subject = (of: 'price' | 'measure', better: 'lower' | 'higher') => ({
    better,
    ...messagesIn(language).methods.subject[of],
  });
  const special: Readonly<Record<string, readonly unknown[]>> = {
    'counts.counts': [
      [{ symbol: '+', count: 0 }],
      [
        { symbol: '+', count: 1 },
        { symbol: '-', count: 2 },
      ],
    ],
    'assessorsOf.people': [
      [{ name: NAMES[0], open: 1 }],
      [
        { name: NAMES[1], open: 2 },
        { name: NAMES[0], open: 1250 },
      ],
    ],
    'prices.ambiguous.value': ['980.000'],
    'reversal.bidder': NAMES,
    moment: [messagesIn(language).format.moment('2026-11-25T22:42:45.000Z')],
    date: [messagesIn(language).format.date('2026-11-25')],
    start: [messagesIn(language).format.date('2027-01-01')],
    starts: [messagesIn(language).format.date('2028-01-01')],
    begin: [messagesIn(language).format.date('2027-03-27')],
    begun: [messagesIn(language).format.date('2027-03-20')],
    earliest: [messagesIn(language).format.date('2028-01-11')],
    'asAdopted.by': NAMES,
    'by.who': NAMES,
    by: [null, messagesIn(language).format.date('2027-12-31')],
    year: ['2027'],
    many: [true, false],
    nothingElse: [true, false],
    atLeast: [true, false],
    sealed: [true, false],
    orMore: [true, false],
    side: ['below', 'above'],
    s: [subject('price', 'lower'), subject('measure', 'higher')],
    _: [subject('price', 'lower')],
    'set-aside.maximum': [null, { amount: '€ 1', inside: true }, { amount: '€ 1', inside: false }],
    'flag.maximum': [
      { amount: '€ 1', inside: true },
      { amount: '€ 1', inside: false },
    ],
    'flag.minimum': [null, { amount: '€ 1', inside: true }, { amount: '€ 1', inside: false }],
    way: ['lower', 'higher'],
    who: [['de voorzitter'], ['de voorzitter', 'de auditor']],
    phase: ['Consensus'],
    score: DECIMALS,
    scores: [[], ['1', '2.5']],
    'lastSaved.at': ['14.05'],
    'saved.at': ['14.05'],
    'mean.scores': [['1', '2']],
    'median.scores': [['1', '2']],
    'mean.result': ['2'],
    'median.result': ['2'],
    symbol: ['+', '+/-'],
    best: ['+'],
    found: ['“Model A” heeft op meer dan de helft van de criteria een +'],
    counts: ['1 keer + en geen -'],
    steps: [['de lagere prijs'].join(''), 'de hogere score op “Zorg B.V.” en de lagere prijs'],
    'table.steps': ['1: 10%; 2: 100%'],
    step: ['de hogere score op “Zorg B.V.”', 'de lagere prijs'],
    mechanism: ['Hoogste som'],
    orderings: [['“Zorg B.V.” weegt ten minste zo zwaar als “Jansen, Smit en Zonen”']],
    becomes: ['gaat dit gebied naar Zorg B.V.', 'blijft dit gebied open'],
    elsewhere: [null, ...NAMES],
    per: ['€ 1.000'],
    vat: [null, '€ 1'],
    time: [null, '€ 2'],
    'required.field': ['Gebruikersnaam'],
    'demoLead.password': ['demo-wachtwoord'],
    'abnormally-low.of': ['de raming'],
    'abnormally-high.of': ['de raming'],
    'capacity.factor': [null, figures(language)[2]!],
    'brackets.rows': [['tot en met 2: 5'], ['tot en met 2: 5', 'tot en met 4: 3']],
    'brackets.beyond': figures(language),
    'parts.parts': [['“Bouw” (25)'], ['“Bouw” (25)', '“Beheer” (15)']],
    'lotPrice.what': [['de prijs weegt 25'], ['de prijs weegt 25', 'de raming is € 1']],
    'contestSmallest.scores': [['“Zorg B.V.” van 1 naar 2'], ['“Zorg B.V.” van 1 naar 2', '“Jansen” van 2 naar 1']],
    'contestRanks.best': [1, 2],
    'contestRanks.worst': [2, 3],
    'listening.url': ['http://gunwijzer.example'],
    sign: ['=', '≈'],
    release: ['v1'],
    file: ['input.json'],
    expression: ['10 * lowest / price'],
    head: ['5f2a'],
    'weightChange.criterion': [null, ...NAMES],
    'anyWeightChange.criterion': [null, ...NAMES],
    'set-aside.minimum': [
      { amount: '€ 1', inside: true },
      { amount: '€ 1', inside: false },
    ],
    'admissions.versions': [[1], [1, 2]],
    'dossierInOrder.outcome': Object.values(messagesIn(language).cli.outcomes),
    'edition.edition': Object.values(messagesIn(language).editions),
    'unread.fault': SHAPE_FAULTS,
    'unread.typed': [null, 'twee'],
    'unread.expected': ['figure', 'whole', 'date', 'text'],
    'wrong.why': PROSE.map((text) => sentence(text)),
    'limits-right.lots': COUNT,
    'price-share.share': [messagesIn(language).common.percentage(figures(language)[2]!)],
    'orAmount.words': [['de laagste'], ['de laagste', 'de hoogste']],
    'received.lots': COUNT,
    'nth.place': COUNT,
    'found.n': COUNT,
    'found.same': COUNT,
    'hash.sha256': ['5f2a'],
    'interestsCounted.people': COUNT,
    'interestsCounted.out': COUNT,
    'rankOf.of': COUNT,
    'lower.rank': COUNT,
    'subcontracts.others': LISTS,
    'scale.steps': LISTS,
    'place.of': COUNT,
    'place.rank': COUNT,
    'letters.made': COUNT,
    'letters.of': COUNT,
    'basis.source': PROSE,
    until: [messagesIn(language).format.date('2027-03-30')],
    on: [messagesIn(language).format.date('2027-03-10')],
    'proven.seq': [null, 12],
    'notProven.seq': [null, 12],
    'notProven.hash': ['5f2a'],
    'totals.now': figures(language),
    'totals.whole': figures(language),
    'was.who': NAMES,
    'onePoint.euros': ['€ 1'],
    pays: [true, false],
    'size.size': [
      { bids: 1, lots: 1, criteria: 1 },
      { bids: 60, lots: 12, criteria: 20 },
    ],
  };
  const known =
    special[`${place.replace(/^\./, '')}.${parameter}`] ??
    special[own] ??
    (COUNTS.includes(own) ? COUNT : undefined) ??
    (LISTED.includes(own) ? LISTS : undefined) ??
    (FIGURES.includes(own) ? figures(language) : undefined) ??
    (PROSAIC.includes(own) ? PROSE : undefined) ??
    special[parameter];
  if (known) return known;
  if (COUNTS.includes(parameter)) return COUNT;
  if (LISTED.includes(parameter)) return LISTS;
  if (PAIRED.includes(parameter)) return PAIRS;
  if (PROSAIC.includes(parameter)) return PROSE;
  return FIGURES.includes(parameter) ? figures(language) : NAMES;
}

interface Composed {
  readonly place: string;
  readonly text: string;
}

/** Every text of the messages: what is a function is called with every value of each of its parameters. */
function everyText(value: unknown, language: Language, place = ''): Composed[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value === 'function') {
    const head = String(value).slice(0, String(value).indexOf('=>'));
    const parameters = head
      .replace(/[()]/g, '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const values = parameters.map((parameter) => valuesOf(place, parameter, language));
    const calls = Math.max(1, ...values.map(({ length }) => length));
    // Each value of each parameter occurs, not every combination; a second round shifts them against each other.
    return Array.from({ length: 2 * calls }, (_, call) => ({
      place,
      text: String(
        Reflect.apply(
          value,
          undefined,
          values.map((all, index) => all[(call + (call >= calls ? index : 0)) % all.length]),
        ),
      ),
    }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => place !== '' || (key !== 'format' && key !== 'errors' && key !== 'mends' && key !== 'locale'))
    .flatMap(([key, one]) => everyText(one, language, `${place}.${key}`));
}

/** What people type is shown as they type it: no marks between thousands. */
const TYPED = [
  '.prices.hint',
  '.prices.ambiguous',
  '.bids.form.membersHint',
  '.decision.weigh.seedInvalid',
  '.decision.acceptabilitySimulated',
];
/** In a letter who buys speaks to who bid. */
const OF_A_LETTER = /^\.letters\.(?!page|form)/;
/** A page of the command line is laid out, not written; others stand before something else on the line. */
const LAID_OUT = ['.cli.usage', '.cli.passwordPrompt', '.app.errorPrefix'];

function faults(texts: readonly Composed[], language: Language): string[] {
  return texts
    .filter(({ place }) => !LAID_OUT.includes(place))
    .flatMap(({ place, text }) =>
      faultsOf(text, language)
        .filter((fault) => !(fault === 'digits that are not grouped' && TYPED.includes(place)))
        .filter((fault) => !(fault === 'another speaker than Gunwijzer' && OF_A_LETTER.test(place)))
        .map((fault) => `${place}: ${fault}: ${text}`),
    );
}

const languages: readonly Language[] = ['nl', 'en'];

describe.each(languages)('every message in %s', (language) => {
  const m = messagesIn(language);

  it('is a sound text, whatever it is made of', () => {
    const texts = everyText(m, language);
    expect(texts.length).toBeGreaterThan(1000);
    expect([...new Set(faults(texts, language))]).toEqual([]);
  });

  it('is so too in a tender that names its winners otherwise', () => {
    const { rules } = readSample(projectRoot(), 'gon-2027-demo');
    const winnerName = {
      one: { nl: 'bureau', en: 'agency' },
      more: { nl: 'bureaus', en: 'agencies' },
      article: 'het' as const,
    };
    const own = forRules(m, { award: { ...rules.award, winnerName } });
    const texts = everyText(own, language);
    expect([...new Set(faults(texts, language))]).toEqual([]);
    expect(texts.filter(({ text }) => /hoofdaanbieder|lead provider/.test(text))).toEqual([]);
  });

  it('says every error in full sentences that end, with what mends it', () => {
    const texts = Object.entries(m.errors).flatMap(([place, tell]) =>
      DETAILS.map((details) => ({ place, text: tell(known(details, OF_CODE[place])) })),
    );
    expect(texts.length).toBeGreaterThan(300);
    expect([...new Set(faults(texts, language).filter((fault) => !AS_IN_THE_FILE.test(fault)))]).toEqual([]);
    const open = texts.filter(({ place, text }) => !/[.?!…]$/.test(text) && !ENDS_WITH_WHAT_TO_TYPE.includes(place));
    expect(open).toEqual([]);
  });
});

/** These end with what to type or with what was typed. */
const ENDS_WITH_WHAT_TO_TYPE = ['one-file'];
/** Where one key means two things. */
const OF_CODE: Readonly<Record<string, object>> = {
  'price-zero': { why: 'takes-logarithm' },
  'too-many-criteria': { what: 'groups', found: 501, limit: 500 },
  'matrix-size': { what: 'alternatives', found: 51, least: 2, most: 50 },
  'scores-too-many': { found: 6, criteria: 5 },
  'formula-too-large': { bound: 'factors', found: '59049', limit: '100' },
  'formula-has-no-value': { case: 'zero-price' },
  'register-broken': { position: 1250, why: 'hash' },
  'register-differs': { position: 1250 },
  'measured-and-scored': { has: 'middle' },
  'date-passed': { date: '2027-01-31' },
  'date-before': { date: '2027-01-31', other: 'Sluiting', after: '2027-02-28' },
  'last-day-passed': { date: '2027-01-31' },
  'lots-stay-open': { winners: 2, each: 1, lots: 1250, open: 1248 },
  'line-field': { field: 'quantity', needed: true },
  'wish-names-unknown': { kind: 'goals' },
  'unit-differs': { value: '2 weken', unit: 'dagen' },
};
/** Numbers, dates and hashes as they stand in a file, to be copied. */
const AS_IN_THE_FILE =
  /^(seed-out-of-range|file-invalid|event-invalid|setting-invalid|rule-set-not-frozen|formula-has-no-value)[^:]*: (digits|a raw date|a decimal)/;

const SHAPE_FAULTS: readonly ShapeFault[] = [
  { kind: 'missing' },
  { kind: 'no-known-shape' },
  { kind: 'too-deep' },
  { kind: 'unknown-field', field: ODD_NAMES[0] },
  { kind: 'not-a', expected: 'string' },
  { kind: 'not-one-of', values: ['amount', 'sheet'] },
  { kind: 'too-little', of: 'list', limit: '1' },
  { kind: 'too-much', of: 'text', limit: '2000' },
  { kind: 'too-much', of: 'number', limit: '9' },
  { kind: 'other', reason: 'not a decimal number' },
  { kind: 'other', reason: 'Invalid input: expected this' },
];

/** Details of errors: odd names, fractions, decimals, one and many, and what may be null or left out. */
const DETAILS = SHAPE_FAULTS.map((fault, index) => ({
  name: ODD_NAMES[index % ODD_NAMES.length],
  number: ['201/2', '100/3', '2.5', '1'][index % 4],
  count: [1, 2, 1250][index % 3],
  fault,
  optional: index % 2 === 0,
}));

/** Details that know every key: what a number is called, or a list, or an absent thing. */
function known(
  { name, number, count, fault, optional }: (typeof DETAILS)[number],
  ofCode: object = {},
): Readonly<Record<string, unknown>> {
  const own: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(
      'count waiting seconds megabytes bids criteria lots maximum minimum decimals perBidder seq line column port engine first last'
        .split(' ')
        .map((key) => [key, count]),
    ),
    ...Object.fromEntries(
      'total whole committed value low high zero percentage score price'.split(' ').map((key) => [key, number]),
    ),
    because: `De inschrijving van ${name} bestaat niet.`,
    found: '5f2a',
    expected: '5f2b',
    maximumBytes: 67108864,
    path: ['.', 'lots.0.name', 'name'][count! % 3],
    fault,
    by: '2027-12-31',
    bidders: [name],
    scale: ['0', '2.5', '10'],
    roles: ['assessor', 'auditor'],
    symbols: ['price', 'lowest'],
    needed: ['consensus', 'awarded'],
    texts: [
      { label: name, lines: 'one', refused: [{ character: '\u{1F642}', line: 1, column: 4 }] },
      { place: 'lots.0.name', lines: 'one', refused: [{ character: '\u{1F642}', line: 1, column: 4 }] },
    ],
    digits: 7,
    phase: 'assessment',
    why: 'sequence',
    reason: 'Unexpected end of expression (char 5)',
    formula: '10 *',
    position: optional ? 5 : null,
    rule: 'price.points.step',
    mends: optional ? 'Maak dit lager.' : undefined,
    ...(optional ? { parent: null, criterion: name } : { parent: name, criterion: name }),
    ...ofCode,
  };
  return new Proxy(own, { get: (all, key) => (typeof key === 'string' && Object.hasOwn(all, key) ? all[key] : name) });
}

describe('an error and its faults in words', () => {
  const [nl, en] = [messagesIn('nl'), messagesIn('en')];
  const rules = smallRules({
    criteria: [
      criterion('plan', '60', [criterion('start', '60'), criterion('staff', '40.5')]),
      criterion('offer', '40'),
    ],
  });
  const names = namesOf(rules, [singleBid('a', ['lot-1'])]);

  describe('a fault in words', () => {
    it('says what is wrong, what mends it and where it is, with the names of the rules', () => {
      const [fault] = ruleFaults(rules) as [Fault];
      expect(describeFault(nl, fault, names)).toBe(
        `De wegingsfactoren onder “${rules.criteria[0]!.name.nl}” tellen op tot 100,5; het moet 100 zijn. Maak ze samen 0,5 lager. ` +
          'Waar: criteria, 1e onderdeel: onderdelen (children).',
      );
      expect(describeFault(en, fault, names)).toBe(
        `The weights under “${rules.criteria[0]!.name.en}” add up to 100.5; that must be 100. Make them 0.5 lower together. ` +
          'Where: criteria, item 1: children.',
      );
    });

    it('names a field in a file by what it means, and the way to it as the file has it', () => {
      const path = ['criteria', 1, 'children', 0, 'weight'];
      const fault: Fault = {
        path,
        code: 'file-invalid',
        details: { path: path.join('.'), fault: { kind: 'missing' } },
        mends: { kind: 'add' },
      };
      expect(describeFault(nl, fault)).toBe(
        'Het bestand klopt niet: criteria, 2e onderdeel, children, 1e onderdeel: wegingsfactor (weight) ontbreekt. Herstel het bestand en probeer het opnieuw.',
      );
      expect(describeFault(en, fault)).toBe(
        'The file is not correct: criteria, item 2, children, item 1: weight is missing. Mend the file and try again.',
      );
    });

    it('has words for every remedy, whatever its figures', () => {
      const remedies: readonly Remedy[] = [
        { kind: 'sum-to', whole: '100', now: '99.5', difference: '0.5' },
        { kind: 'sum-to', whole: '100', now: '100.5', difference: '-0.5' },
        { kind: 'one-of', values: ['a', 'b'] },
        { kind: 'one-of', values: Array.from({ length: 30 }, (_, index) => `lot-${index}`) },
        { kind: 'at-most', limit: '2.5' },
        { kind: 'at-least', limit: '1' },
        { kind: 'above', limit: '0' },
        { kind: 'below', limit: '10' },
        { kind: 'later-than', date: '2027-12-31' },
        { kind: 'announce', values: ['re-rank', 'keep'] },
        { kind: 'each-once', values: ['lot-1'] },
        { kind: 'rename' },
        { kind: 'add' },
        { kind: 'remove' },
        { kind: 'swap' },
        { kind: 'move-to-end' },
        { kind: 'choose-other' },
        { kind: 'rewrite', from: 17 },
        { kind: 'rewrite', from: null },
      ];
      for (const m of [nl, en]) {
        const texts = remedies.map((mends) =>
          describeFault(m, { path: ['lots', 0], code: 'no-criteria', details: {}, mends }).slice(
            m.errors['no-criteria']({}).lastIndexOf('. ') + 1,
          ),
        );
        for (const text of texts) {
          // A list of values may be long.
          expect(faultsOf(text.trimStart(), m.language).filter((one) => !one.endsWith(' words'))).toEqual([]);
          expect(text).toMatch(/^ [A-Z][^.]*(\.\d[^.]*)?[.…] (Waar|Where): lots, (1e onderdeel|item 1)\.$/);
        }
        expect(new Set(texts).size).toBe(remedies.length);
        expect(new Set(remedies.map(({ kind }) => kind))).toEqual(new Set(Object.keys(m.mends)));
      }
    });
  });

  describe('an error in words', () => {
    const error = new DomainError('price-zero', { bid: 'a', lot: 'lot-1', why: 'divides-by-lowest' });

    it('names bidders and lots where the names are known, and shows ids where they are not', () => {
      expect(describeError(nl, error)).toBe(
        'De prijs van inschrijving “a” in “lot-1” is nul. De formule deelt door de laagste prijs; controleer het bedrag.',
      );
      const named = `De prijs van inschrijving “${names.bidder('a')}” in “${names.lot('lot-1')}” is nul. De formule deelt door de laagste prijs; controleer het bedrag.`;
      expect(describeError(nl, error, names)).toBe(named);
      expect(describeError(nl, withNames(nl, error, names))).toBe(named);
      expect(names.bidder('a')).not.toBe('a');
    });

    it('is one text, or one for each fault that it knows, up to a hundred', () => {
      const fault: Fault = { path: ['lots'], code: 'no-criteria', details: {}, mends: null };
      const many = (count: number) => new DomainError('no-criteria', {}, new Array<Fault>(count).fill(fault));
      expect(describeFaults(nl, error, names)).toEqual([describeError(nl, error, names)]);
      expect(describeFaults(nl, many(100))).toHaveLength(100);
      expect(describeFaults(nl, many(103)).slice(100)).toEqual(['En nog 3 fouten.']);
      expect(describeFaults(en, many(101)).slice(100)).toEqual(['And 1 more fault.']);
    });

    it('never shows the words of the parser of formulas or of JSON', () => {
      const own = { formula: 'weight * (lowest', position: 17 };
      expect(describeError(nl, { code: 'formula-invalid', details: own })).toBe(
        'De formule is niet te lezen: “weight * (lowest”. Herstel de formule vanaf teken 17.',
      );
      expect(describeError(nl, { code: 'formula-invalid', details: { ...own, position: null } })).toBe(
        'De formule is niet te lezen: “weight * (lowest”. Herstel de formule.',
      );
      expect(describeError(nl, { code: 'not-json', details: { line: 3, column: 7 } })).toBe(
        'Het bestand is geen geldige JSON: het gaat mis op regel 3, bij teken 7. Herstel het bestand en probeer het opnieuw.',
      );
      const shape = { kind: 'other', reason: 'Invalid string: must match pattern /^x$/' };
      expect(describeError(nl, { code: 'setting-invalid', details: { setting: 'PORT', fault: shape } })).toBe(
        'De instelling PORT klopt niet: die heeft een waarde die niet kan. In README.md staat wat mag.',
      );
    });

    it('says what is wrong with a rule set of the product itself', () => {
      const invalid = (details: Fault['details']) => describeError(nl, { code: 'rule-set-invalid', details });
      const inFile = (what: string) => `Regelbestand criteria/tenders/x.v1.json klopt niet${what}`;
      const file = 'tenders/x.v1.json';
      expect(invalid({ file, belongsIn: 'x.v2.json' })).toBe(
        inFile(': de inhoud hoort in “x.v2.json”. Verander de naam of de inhoud.'),
      );
      expect(invalid({ file, rule: 'not-json', details: { line: 1, column: 2 } })).toBe(
        inFile(`. ${nl.errors['not-json']({ line: 1, column: 2 })}`),
      );
      expect(invalid({ file, rule: 'no-criteria', details: {} })).toBe(inFile(`. ${nl.errors['no-criteria']({})}`));
      const unknown = { path: 'options.2.variantOf', fault: { kind: 'other', reason: 'unknown id lottery' } };
      expect(invalid({ file, ...unknown })).toBe(
        inFile(': options, 3e onderdeel: variantOf is niet bekend: lottery. Herstel het bestand.'),
      );
    });
  });
});

describe('the manual', () => {
  const manual = readFileSync(join(projectRoot(), 'docs', 'handleiding.md'), 'utf8');
  const paragraphs = manual
    .split('\n')
    .map((line) =>
      line
        .replace(/^(#+|-|\d+\.) /, '')
        .replace(/`[^`]*`/g, 'code')
        .replace(/[*]/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
    )
    .filter((line) => line !== '');

  it('is written in the words of the messages, in sentences that can be read', () => {
    expect(paragraphs.length).toBeGreaterThan(30);
    // A section of a law is no decimal number.
    const found = paragraphs.flatMap((text) =>
      faultsOf(text.replace(/artikel \d+\.\d+/, 'artikel'), 'nl').map((fault) => `${fault}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the messages for a tender', () => {
  const named = (m: Messages, article?: 'de' | 'het'): Messages => {
    const { rules } = readSample(projectRoot(), 'gon-2027-demo');
    const winnerName = {
      one: { nl: 'bureau', en: 'agency' },
      more: { nl: 'bureaus', en: 'agencies' },
      ...(article ? { article } : {}),
    };
    return forRules(m, { award: { ...rules.award, winnerName } });
  };

  it('have the article of the word for a winner', () => {
    const m = named(messagesIn('nl'), 'het');
    expect(m.award.why).toBe('Waarom dit bureau?');
    expect(m.award.firstRanked).toBe('Het bureau staat in dit gebied als eerste.');
  });

  it('take it for a de-word where the rules do not say', () => {
    const { rules } = readSample(projectRoot(), 'gon-2027-demo');
    const winnerName = { one: { nl: 'partner', en: 'partner' }, more: { nl: 'partners', en: 'partners' } };
    expect(forRules(messagesIn('nl'), { award: { ...rules.award, winnerName } }).award.why).toBe(
      'Waarom deze partner?',
    );
    expect(named(messagesIn('en')).award.why).toBe('Why this agency?');
  });
});
