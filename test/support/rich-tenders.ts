/** Tenders that use the rules of the third engine, all made up: as people write them in a file. */

/** Lots with rules of their own, a price in parts, what is measured and sealed, what is common, and a mean of assessors. */
export const CLEANING = {
  fictional: true,
  rules: {
    id: 'schoonmaak-gebouwen',
    title: { nl: 'Schoonmaak van gebouwen', en: 'Cleaning of buildings' },
    service: 'other',
    scale: { maximum: 10, decimals: 1 },
    lots: [
      'Kantoren',
      'Scholen',
      { name: 'Sporthallen', weights: { Plan: 20, Glas: 20 }, price: { part: 'Uurtarief', maximum: 45 } },
    ],
    criteria: [
      { name: 'Plan', weight: 40, lots: ['Kantoren', 'Scholen', 'Sporthallen'] },
      { name: 'Glas', weight: 20, lots: ['Sporthallen'] },
      {
        name: 'Organisatie',
        weight: 15,
        common: true,
        children: [
          { name: 'Scholing' },
          { name: 'Toezicht' },
          { name: 'Verzuim', scoreFrom: { kind: 'mean', decimals: 2 } },
        ],
      },
      { name: 'Keurmerk', knockOut: true, common: true },
      {
        name: 'Reistijd',
        weight: 5,
        measured: { unit: 'minuten', better: 'lower', points: { kind: 'bounds', floor: 10, ceiling: 60 } },
      },
      {
        name: 'Uitstoot',
        weight: 5,
        common: true,
        measured: { unit: 'kg CO2', better: 'lower', points: { kind: 'proportional' }, sealed: true },
      },
    ],
    price: {
      parts: [
        {
          name: 'Vaste prijs',
          weight: 20,
          points: { kind: 'proportional' },
          lines: [
            { name: 'Uren', unit: 'uur', quantity: 100 },
            { name: 'Opstart' },
            { name: 'Korting', of: 'lines-above', subtracts: true },
          ],
          rounding: { lines: 2, amounts: 2 },
          abnormallyLow: [{ percentageBelow: 25, of: 'mean-of-others', when: 'or-more' }],
        },
        {
          name: 'Uurtarief',
          weight: 15,
          points: { kind: 'linear', reference: 30, zeroAt: 100 },
          bounds: { maximum: 60, maximumIs: 'outside' },
        },
      ],
    },
    onWithdrawal: 're-rank',
    award: {
      lotName: { one: 'perceel', more: 'percelen', article: 'het' },
      winnerName: { one: 'opdrachtnemer', more: 'opdrachtnemers' },
      maximumLotsPerBidder: 2,
      lotGroups: [{ name: 'Onderwijs en sport', lots: ['Scholen', 'Sporthallen'], maximumLots: 1 }],
      tieBreak: [{ rule: 'lower-price', part: 'Uurtarief' }],
    },
    course: {
      dates: [{ name: 'Gunning', date: '2027-05-01', kind: 'decision' as const }],
      discussAbove: 3,
      releasedAssessors: 'count',
    },
  },
  bids: [
    bid('Alfa', [8, 7, 9], [10, 15, 20], 40, [7, 8], 900),
    bid('Beta', [9, 6, 7], [30, 20, 12], 38, [8, 6], 700),
    bid('Gamma', [6.5, 8, 6], [60, 45, 70], 44.5, [5, 7], 1200),
  ],
};

function bid(bidder: string, plans: number[], minutes: number[], rate: number, absence: number[], emission: number) {
  return {
    bidder,
    scores: { Scholing: plans[0], Toezicht: plans[1], Verzuim: absence, Keurmerk: 1 },
    values: { Uitstoot: emission },
    lots: ['Kantoren', 'Scholen', 'Sporthallen'].map((lot, place) => ({
      lot,
      scores: { Plan: plans[place], ...(lot === 'Sporthallen' ? { Glas: plans[place] } : {}) },
      values: { Reistijd: minutes[place] },
      price: {
        parts: {
          'Vaste prijs': { lines: { Uren: rate + place, Opstart: 500, Korting: 5 } },
          Uurtarief: rate + place / 4,
        },
      },
    })),
  };
}

/** Capacities, discounts that hold together, and a tie that draws decide. */
export const TRANSPORT = {
  fictional: true,
  rules: {
    id: 'vervoer-leerlingen',
    title: 'Vervoer van leerlingen',
    service: 'other',
    lots: [
      { name: 'Noord', size: 40 },
      { name: 'Oost', size: 30 },
      { name: 'Zuid', size: 60 },
    ],
    criteria: [{ name: 'Plan', weight: 100000, scale: [0, 5, 10] }],
    price: { method: 'award-on-value' },
    award: { discounts: true, capacity: { name: 'omzet', unit: 'miljoen euro', factor: 0.5 } },
  },
  bids: [
    {
      bidder: 'Bus',
      scores: { Plan: 5 },
      price: 400000,
      capacity: 200,
      discounts: [{ lots: ['Noord', 'Oost'], percentage: 10 }],
    },
    { bidder: 'Taxi', scores: { Plan: 10 }, price: 440000, capacity: 80 },
    { bidder: 'Tram', scores: { Plan: 10 }, price: 450000, capacity: 120 },
  ],
};

/** Two bids that are equal in two lots. */
export const TIED = {
  fictional: true,
  rules: {
    id: 'groenonderhoud',
    title: 'Groenonderhoud',
    service: 'other',
    scale: { maximum: 10 },
    lots: ['Noord', 'Zuid'],
    criteria: [{ name: 'Plan', weight: 100, scoreFrom: 'median' }],
    award: { maximumLotsPerBidder: 2 },
  },
  bids: [
    { bidder: 'Eik', scores: { Plan: [8, 7, 9] } },
    { bidder: 'Beuk', scores: { Plan: [8, 8, 6] } },
  ],
  draws: [{ order: ['Beuk', 'Eik'] }],
};
