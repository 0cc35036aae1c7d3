import type { choose as nl } from '../nl/choose.ts';
import { quote } from '../sentence.ts';
import { law } from './law.ts';
import { agree, count, countOf, format, quoted } from './words.ts';

const times = (n: number, symbol: string): string =>
  n === 0 ? `no ${symbol}` : n === 1 ? `one ${symbol}` : `${n} times ${symbol}`;

/** The texts to choose with: contract models, neighbourhood teams, demand-led instruments and the legal frame. */
export const choose: typeof nl = {
  navigation: 'Contract models',
  overviews: 'Overviews to choose with',
  otherSets: 'Other versions and overviews',
  version: (version) => `version ${version}`,
  olderVersion: (version) => `version ${version} (there is a newer version)`,
  silent: {
    pros: 'The source names no pros.',
    cons: 'The source names no cons.',
    notes: 'The source names no points of attention.',
    leadTime: 'The source names no lead time.',
    procedure: 'The source describes no steps.',
    fits: 'The source does not say where this model fits.',
  },

  functionalModel: {
    title: 'Functional model',
    lead: 'Which facilities there are, on which level, and at what scale they are organised, paid for and bought.',
    filter: 'Filter the pillars',
    level: 'Level',
    scale: 'Scale',
    every: 'all',
    submit: 'Filter',
    clear: 'Show all pillars',
    unknownValue: (text) => `${quote(text)} is not in this filter. Choose from the list.`,
    principles: 'The rules behind it',
    caption: (name, n) => `${name}: ${count(n, 'pillar', 'pillars')}`,
    none: 'No pillar fits this filter.',
    pillar: 'Pillar',
    funding: 'Funding',
    numbered: (number, name) => `${number}. ${name}`,
    workOf: (pillar) => `What the municipality does and decides: ${pillar}`,
    functions: 'Functions',
    tasks: 'Tasks of the municipality',
    decisions: 'Points for the municipality to decide on',
    joint: 'Buying together',
    jointKinds: (n) => `${count(n, 'kind', 'kinds')} of specialist service above the municipality to contract jointly`,
    sources: 'Source of this model',
  },
  contractModels: {
    title: 'Contract models',
    lead: (models, criteria) =>
      `See ${count(models, 'way', 'ways')} to make agreements with providers, assessed on ${count(criteria, 'criterion', 'criteria')}.`,
    decide: 'Make and record a choice',
    decideLead: 'Weigh the criteria yourself, see how sure the outcome is and put your choice on record.',
    conclusion: 'What does the table say?',
    counts: (counts) => format.list(counts.map(({ symbol, count }) => times(count, symbol))),
    modelCounts: (model, counts) => `${model}: ${counts}.`,
    outstanding: (models, best) =>
      `${quoted(models)} ${agree(models.length, 'has', 'have')} a ${best} on more than half of the criteria`,
    noneOutstanding: (best) => `No model has a ${best} on more than half of the criteria`,
    sameAsSource: (found) => `${found}; the source chooses the same models.`,
    otherThanSource: (found, models) => `${found}; the source chooses otherwise: ${quoted(models)}.`,
    rule: (best) =>
      `How Gunwijzer counts: a model stands out when it has a ${best} on more than half of the criteria. Every criterion counts the same.`,
    ruleIsOurs: 'The source states no rule of its own; this rule is made by Gunwijzer.',
    reason: 'What does the source itself say?',
    outstandingBadge: (best) => `more than half ${best}`,
    table: 'All models and their scores',
    caption: (title) => `${title}: score per criterion`,
    legend: 'What the scores mean',
    level: { best: 'meets it', middle: 'partly', worst: 'does not' },
    favourable: (best) =>
      `A ${best} is favourable on every criterion. What was asked on each criterion is explained below the table.`,
    model: 'Model',
    howOften: 'How often',
    criteria: 'The criteria',
    criteriaLead: 'On each criterion this question was asked of every model.',
    pick: 'Pick',
    pickModel: (model) => `Compare ${quote(model)}`,
    pickHint: 'Would you like to see models side by side? Pick two or three in the table.',
    compare: 'Compare the models picked',
    purchaseKinds: 'What are you going to buy?',
    purchaseKindsLead: 'The source gives advice for each kind of support.',
    seeModel: (model) => `See ${quote(model)}`,
    principles: 'Which principles are behind the criteria?',

    legalTitle: 'Legal title',
    how: 'How it works',
    scores: 'Scores',
    scoresCaption: (model) => `Scores of ${model}`,
    criterion: 'Criterion',
    score: 'Score',
    asked: 'Question on this criterion',
    standing: 'Compared with the other models',
    rank: (rank, of, counts) => `By counting: rank ${rank} of ${of}, with ${counts}.`,
    sharedRank: (rank, of, counts) => `By counting: shared rank ${rank} of ${of}, with ${counts}.`,
    dominated: (models) =>
      models.length === 1
        ? `${quoted(models)} scores at least as well on every criterion, and better on at least one.`
        : `These models score at least as well on every criterion, and better on at least one: ${quoted(models)}.`,
    neverFirst: 'However you weigh the criteria, this model never comes first alone.',
    canBeFirst:
      'No other model is at least as good on every criterion and better somewhere. Under some weightings this model comes first.',
    prosAndCons: 'Pros and cons',
    pros: 'Pros',
    cons: 'Cons',
    notes: 'Points of attention',
    leadTime: 'Lead time',
    months: (minimum, maximum) =>
      minimum === maximum ? count(minimum, 'month', 'months') : `${minimum} to ${count(maximum, 'month', 'months')}`,
    procedure: 'Steps',
    decides: (who) => `Decision: ${who}`,
    fits: 'Where it fits',
    sources: 'Sources',
    compareWith: 'Compare with another model',
    compareThese: 'Compare',
    all: 'All contract models',

    compareTitle: 'Compare contract models',
    compareLead: (models) => `${quoted(models)} side by side.`,
    compareCaption: 'The models picked, side by side',
    part: 'Part',
    countsRow: 'Counted',
    steps: (n) => count(n, 'step', 'steps'),
    pickOthers: 'Pick other models',
    pickLegend: 'Pick two or three models',
    wrongNumber: (n) =>
      n === 0
        ? 'You picked no model. Pick two or three.'
        : n === 1
          ? 'You picked only one model. Pick one or two more.'
          : `You picked ${n} models. Pick two or three.`,
    unknownModel: (model) => `The model ${quote(model)} is not in this overview. Pick a model from the list.`,
  },

  neighbourhoodTeams: {
    title: 'Neighbourhood teams in other municipalities',
    lead: 'How other municipalities arranged their neighbourhood teams. Choose below what you want to see.',
    filter: 'Choose municipalities by feature',
    any: 'All',
    submit: 'Show',
    clear: 'Show all municipalities',
    caption: (shown, all) =>
      shown === all ? `All ${all} municipalities` : countOf(shown, all, 'municipality', 'municipalities'),
    item: 'Municipality',
    notes: 'Particulars',
    notesLead: 'What else the letter names. Where the letter is not clear, it says “Uncertain”.',
    notesCaption: 'Particulars per municipality',
    uncertain: 'Uncertain:',
    none: 'No municipality fits this choice.',
    unknownValue: (attribute, value) => `${attribute}: ${quote(value)} is not a choice in this list. Choose again.`,
    counts: 'Are the counts in the letter right?',
    countsLead:
      'The letter names some counts itself. Gunwijzer counts them again in the whole table, whatever you choose above.',
    countsCaption: 'Counts in the letter and in the table',
    attribute: 'Feature',
    value: 'Outcome',
    inSource: 'In the letter',
    inTable: 'In the table',
    check: 'Check',
    same: 'as in the letter',
    sources: 'Sources',
    different: 'other than in the letter',
  },

  instruments: {
    title: 'PGB, care in kind and variants',
    lead: 'Ways to pay for the support of a resident, with their pros and cons.',
    main: 'The main forms',
    variants: (option) => `${option}: variants`,
    sideBySide: (title) => `${title}, side by side`,
    sources: 'Sources',
    part: 'Part',
    how: 'How it works',
    pros: 'Pros',
    cons: 'Cons',
    notes: 'Points of attention',
  },

  law,
};
