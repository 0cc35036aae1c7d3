import type { council as nl } from '../nl/council.ts';
import { sentences } from '../sentence.ts';
import { agree, count, format } from './words.ts';

const number = (n: number): string => format.grouped(String(n), 0);

/** One overview per year for the council: all contracts together. */
export const council: typeof nl = {
  title: (year) => `Overview for the council ${year}`,
  lead: 'Budget, growth path, complaints and decisions of all contracts that you may see.',
  years: 'Other years',
  pdf: 'This overview as PDF',
  none: (year) => `In ${year} there was no contract that you may see.`,
  fictional: 'This overview holds fictional dossiers. They are an example.',
  asOf: 'As of',
  year: 'Year',
  dossiers: 'Contract dossiers',
  glance: 'At a glance',
  contracts: (contracts, providers, dossiers) =>
    `${count(contracts, 'contract', 'contracts')} with ${count(providers, 'provider', 'providers')}, in ${count(dossiers, 'contract dossier', 'contract dossiers')}.`,
  budget: (spent, granted, share) =>
    sentences(`Of ${granted} of budget, ${spent} was spent: ${share}`, 'Only areas of which both are known count'),
  budgetUnknown: 'For no area are both the budget and the amount spent known.',
  missed: (n, known, all) =>
    known === 0
      ? 'For no area is it known how the growth path is going.'
      : known < all
        ? `For ${number(known)} of the ${count(all, 'area', 'areas')} there are figures on the growth path; in ${number(n)} of these it was missed or is at risk.`
        : n === 0
          ? 'There is no area where the growth path was missed or is at risk.'
          : `In ${number(n)} of ${count(all, 'area', 'areas')} the growth path was missed or is at risk.`,
  missing: (n) => `Together ${count(n, 'user', 'users')} of basic support ${agree(n, 'is', 'are')} missing.`,
  complaints: (n) => `${count(n, 'complaint', 'complaints')} ${agree(n, 'was', 'were')} reported.`.replace(/^no/, 'No'),
  complaintsUnknown: 'There are no figures on complaints.',
  due: (year, n) =>
    n === 0
      ? `No extension has to be decided on in ${year}.`
      : `In ${year} there ${agree(n, 'is', 'are')} ${count(n, 'extension', 'extensions')} to decide on.`,
  areas: 'Per area',
  caption: (year) => `Contracts in ${year}`,
  dossier: 'Contract dossier',
  area: 'Area',
  provider: 'Provider',
  granted: 'Budget',
  spent: 'Spent',
  used: 'Part spent',
  growth: 'Growth path',
  norm: 'Norm',
  reached: 'Reached',
  missingUsers: 'Users missing',
  complaintsColumn: 'Complaints',
  quarters: 'Quarters with figures',
  ofQuarters: (n) => `figures of ${count(n, 'quarter', 'quarters')}`,
  evaluated: 'Evaluated',
  yes: 'yes',
  no: 'no',
  noNorm: 'no norm in this year',
  unknown: 'not known',
  chart: (year) => `Part of the budget that was spent in ${year}`,
  decisions: 'Decisions on extensions',
  decisionsCaption: (year) => `Extensions that are decided on in ${year}`,
  extension: 'Extension',
  decideBy: 'By',
  status: 'Status',
  decided: (date) => `decided on ${date}`,
  noDecisions: 'There are no decisions.',
  sheet: 'Council',
  fileName: (year) => `overview-council-${year}`,
  explained:
    'The budget is the share of the area in that year. Spent and complaints are the sum of the quarters that were reported.',
};
