import { DomainError, type ErrorCode } from '../../src/domain/errors.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { draftFrom } from '../../src/domain/set-up/begin.ts';
import { standingOf } from '../../src/domain/set-up/findings.ts';
import { notAmendable } from '../../src/domain/tender/amendable.ts';
import { emptyDossier, publishing } from '../support/dossier.ts';
import { smallRules } from '../support/tender.ts';
import type { Provocations } from './provocation.ts';

/** A tender that is being set up with this in it: the fault of that code is what is refused. */
const settingUp = (code: ErrorCode, change: (rules: TenderRules) => Partial<TenderRules>) => (): void => {
  const rules = smallRules({});
  const { findings } = standingOf(draftFrom({ ...rules, ...change(rules) }, 'Proef'), '2027-01-31');
  for (const { said } of findings) {
    if (said.kind === 'fault' && said.fault.code === code)
      throw new DomainError(code, said.fault.details, [said.fault]);
  }
};

export const setUp = {
  'lots-stay-open': settingUp('lots-stay-open', ({ award }) => ({
    award: { ...award, winners: { minimum: 1, maximum: 1 }, maximumLotsPerBidder: 1 },
  })),
  'same-name': settingUp('same-name', ({ lots }) => ({ lots: lots.map((lot) => ({ ...lot, name: 'Noord' })) })),
  'date-passed': settingUp('date-passed', () => ({
    course: { dates: [{ name: { nl: 'Uiterste datum', en: 'Deadline' }, date: '2026-01-31' }] },
  })),
  'date-before': settingUp('date-before', () => ({
    course: {
      dates: [
        { name: { nl: 'Beslissing', en: 'Decision' }, date: '2027-03-01', kind: 'decision' },
        { name: { nl: 'Sluiting', en: 'Closing' }, date: '2027-04-01', kind: 'bids' },
      ],
    },
  })),
  'last-day-twice': settingUp('last-day-twice', () => ({
    course: {
      dates: ['2027-03-01', '2027-04-01'].map((date) => ({
        name: { nl: 'Sluiting', en: 'Closing' },
        date,
        kind: 'bids' as const,
      })),
    },
  })),
  'last-day-passed': () => {
    const dates = [{ name: { nl: 'Sluiting', en: 'Closing' }, date: '2027-03-01', kind: 'bids' as const }];
    const dossier = emptyDossier();
    dossier.run('chair', publishing({ ...smallRules({}), course: { dates } }));
    const refusal = notAmendable(dossier.state()!, '2027-03-02');
    if (refusal) throw refusal;
  },
} satisfies Provocations;
