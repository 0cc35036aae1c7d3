import type { NewContract, Opening } from '../../actions/open-contracts.ts';
import { type Block, cells, typedFact } from '../../explanation/blocks.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { Confirmation } from './confirmation.ts';

/**
 * A dossier of contracts as it will be opened.
 * @param manager the name of who manages them
 * @param basis what makes the page out of date when it changes, beside what it says
 */
export function confirmationOfContracts(
  m: Messages,
  { title, published, sum }: Opening,
  manager: string,
  contracts: readonly NewContract[],
  action: string,
  basis: Confirmation['basis'],
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const t = m.watching.opening;
  const { rules, sha256 } = published;
  const amount = sum && m.following.euro(m.format.readable(sum.euro, 2));
  return {
    confirmation: {
      title: t.confirm.title,
      yes: t.confirm.yes,
      action,
      facts: [
        typedFact(m, t.name, title),
        { term: m.confirm.terms.rules, value: m.tender.rulesVersion(inLanguage(rules.title, m), rules.version) },
        { term: t.manager, value: manager },
        {
          term: t.money,
          value: sum && amount !== null ? t.confirm.sum(amount, String(sum.priceLevel)) : t.confirm.noSum,
        },
        { term: t.contracts, value: t.confirm.count(contracts.length) },
      ],
      consequences: t.confirm.consequences,
      undo: t.confirm.undo,
      basis: [sha256, ...basis],
    },
    details: [contractsTable(m, t.confirm.caption, contracts)],
  };
}

/** What is known of contracts before they are recorded. */
export function contractsTable(m: Messages, caption: string, contracts: readonly NewContract[]): Block {
  const t = m.watching.opening;
  const fromAward = contracts.some(({ awarded }) => awarded);
  const names = (list: readonly string[]): string => (list.length === 0 ? m.common.none : m.format.list(list));
  return {
    kind: 'table',
    caption,
    columns: [
      { header: t.area, align: 'start', width: 2 },
      { header: t.provider, align: 'start', width: 2.5 },
      { header: t.subcontractors, align: 'start', width: 2.5 },
      { header: t.start, align: 'start', width: 1.5 },
      { header: t.until, align: 'start', width: 1.5 },
      ...(fromAward
        ? [
            { header: t.promise, align: 'start', width: 2 } as const,
            { header: t.price, align: 'end', width: 1.5 } as const,
            { header: t.awardedOn, align: 'start', width: 1.5 } as const,
          ]
        : []),
    ],
    rows: contracts.map(({ area, provider, subcontractors, start, until, promises, price, awarded }) => [
      ...cells(area.name),
      { text: provider.name, ...(provider.members.length === 0 ? {} : { notes: [names(provider.members)] }) },
      ...cells(names(subcontractors), m.format.date(start), m.format.date(until)),
      ...(fromAward
        ? cells(
            promisedIn(m, promises.growthPath),
            price === null ? t.noPrice : m.format.readable(price, 2),
            awarded?.on == null ? t.notSent : m.format.date(awarded.on),
          )
        : []),
    ]),
  };
}

const promisedIn = (m: Messages, path: NewContract['promises']['growthPath']): string =>
  path === null
    ? m.common.none
    : path.steps
        .map(({ by, percentage }) => `${by.slice(0, 4)}: ${m.common.percentage(m.format.decimal(percentage))}`)
        .join('; ');
