import type { RulesFile } from '../../src/exchange/tender-file-shape.ts';

/** A fictional cleaning tender, as a person writes it: nothing in it is of care. */

const from = (section: string) => [{ document: 'Aanbestedingsleidraad schoonmaak (fictief)', section }];

const base: Pick<RulesFile, 'kind' | 'service' | 'scale' | 'rounding' | 'award'> = {
  kind: 'tender-rules',
  service: 'other',
  scale: { maximum: 10, decimals: 1 },
  rounding: { decimals: 2, rankOn: 'exact' },
  award: {
    winnerName: { one: { nl: 'opdrachtnemer', en: 'contractor' }, more: { nl: 'opdrachtnemers', en: 'contractors' } },
    lotName: { one: { nl: 'perceel', en: 'lot' }, more: { nl: 'percelen', en: 'lots' }, article: 'het' },
  },
};

/** Three lots, quality of several kinds, and a price in parts. */
export const cleaningRules: RulesFile = {
  ...base,
  id: 'schoonmaak-2028',
  onWithdrawal: 're-rank',
  title: { nl: 'Schoonmaak gemeentelijke gebouwen 2028', en: 'Cleaning of municipal buildings 2028' },
  lots: [
    { name: 'Noord', size: 30 },
    { name: 'Midden', size: 20, price: { part: 'Vaste schoonmaak', maximum: 250000 } },
    {
      name: 'Zuid',
      size: 15,
      weights: { Werkwijze: 25, Personeel: 25, Bewaking: 25 },
    },
  ],
  criteria: [
    {
      name: { nl: 'Sociale voorwaarden', en: 'Social conditions' },
      description: 'De inschrijver past de cao Schoonmaak toe.',
      knockOut: true,
      sources: from('2.1'),
    },
    {
      name: { nl: 'Kwaliteit', en: 'Quality' },
      weight: 30,
      children: [
        { name: { nl: 'Werkwijze', en: 'Method' }, share: '1/3', minimumScore: 4 },
        { name: { nl: 'Personeel', en: 'Staff' }, share: '1/3', scoreFrom: { kind: 'mean', decimals: 2 } },
        { name: { nl: 'Bewaking', en: 'Monitoring' }, share: '1/3' },
        { name: { nl: 'Glasbewassing op hoogte', en: 'Window cleaning at height' }, weight: 25, lots: ['Zuid'] },
      ],
    },
    { name: { nl: 'Plan van aanpak', en: 'Plan' }, weight: 20, common: true },
    {
      name: { nl: 'Reistijd', en: 'Travel time' },
      weight: 10,
      measured: {
        unit: { nl: 'minuten', en: 'minutes' },
        better: 'lower',
        points: { kind: 'linear', reference: 15, zeroAt: 100 },
        maximum: 90,
        decimals: 0,
      },
    },
    {
      name: { nl: 'Uitstoot', en: 'Emissions' },
      weight: 10,
      measured: {
        unit: { nl: 'kg CO2 per week', en: 'kg CO2 a week' },
        better: 'lower',
        points: { kind: 'proportional' },
        sealed: true,
      },
    },
  ],
  price: {
    parts: [
      {
        name: { nl: 'Vaste schoonmaak', en: 'Regular cleaning' },
        weight: 20,
        points: { kind: 'proportional' },
        rounding: { amounts: 2 },
        bounds: { maximum: 300000 },
        lines: [
          { name: 'Uren schoonmaak', unit: { nl: 'uur', en: 'hour' }, quantity: 5000 },
          { name: 'Materiaal' },
          { name: 'Algemene kosten', of: 'lines-above' },
          { name: 'Korting', subtracts: true },
        ],
      },
      {
        name: { nl: 'Regiewerk', en: 'Extra work' },
        weight: 10,
        points: { kind: 'bounds', floor: 30, ceiling: 60 },
        lines: [{ name: 'Uurtarief', unit: { nl: 'uur', en: 'hour' }, quantity: 1 }],
      },
    ],
  },
  award: {
    ...base.award,
    winners: { minimum: 1, maximum: 3 },
    maximumLotsPerBidder: 2,
    lotGroups: [{ name: 'Stad', lots: ['Noord', 'Midden'], maximumLots: 1 }],
    capacity: { name: { nl: 'capaciteit', en: 'capacity' }, unit: { nl: 'fte', en: 'FTE' } },
    tieBreak: [{ rule: 'higher-score', criterion: 'Plan van aanpak' }, 'draw'],
  },
  term: { start: '2028-01-01', years: 4, extensions: { count: 2, years: 1 } },
  course: {
    dates: [
      { name: { nl: 'Sluiting inschrijving', en: 'Closing of bids' }, date: '2027-06-01', kind: 'bids' as const },
      { name: { nl: 'Gunning', en: 'Award' }, date: '2027-09-01' },
    ],
    discussAbove: 2,
  },
};

/** Two lots for which a bid can offer a discount, and a price that is measured by itself. */
export const discountRules: RulesFile = {
  ...base,
  id: 'glasbewassing-2028',
  title: { nl: 'Glasbewassing 2028', en: 'Window cleaning 2028' },
  lots: ['Noord', 'Zuid'],
  criteria: [{ name: { nl: 'Kwaliteit', en: 'Quality' }, weight: 60 }],
  price: { weight: 40, points: { kind: 'bounds', floor: 50000, ceiling: 150000 } },
  award: { ...base.award, discounts: true, tieBreak: ['draw'] },
};
