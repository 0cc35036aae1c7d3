import type { Contract } from '../../domain/contract/contracts.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Block, type Fact, heading, paragraph, typedFact, typedPassage } from '../blocks.ts';
import { announcedPercentage, euros } from './amounts.ts';

/** What was agreed in one area: who, from when until when, what was promised and what changed. */
export function contractBlocks(m: Messages, contract: Contract): Block[] {
  return [
    heading(1, m.following.contract.title),
    { kind: 'facts', caption: m.following.contract.facts, facts: factsOf(m, contract) },
    ...promiseBlocks(m, contract),
    ...changeBlocks(m, contract),
  ];
}

function factsOf(m: Messages, { added, provider, subcontractors, signed, ended }: Contract): Fact[] {
  const t = m.following.contract;
  const { start, until, price, reference } = added.payload;
  return [
    { term: m.following.provider, value: provider.name },
    ...(provider.members.length > 0 ? [{ term: t.members, value: m.format.list(provider.members) }] : []),
    {
      term: t.subcontractors,
      value: subcontractors.length > 0 ? m.format.list(subcontractors) : m.following.none,
    },
    { term: t.start, value: m.format.date(start) },
    { term: t.until, value: m.format.date(until) },
    ...(price === null ? [] : [{ term: t.price, value: euros(m, price) }]),
    ...(reference === null ? [] : [{ term: t.reference, value: reference }]),
    { term: t.signed, value: signed ? m.format.date(signed.payload.signedOn) : t.notSigned },
    ...(ended
      ? [{ term: t.ended, value: m.format.date(ended.payload.on) }, typedFact(m, t.endReason, ended.payload.reason)]
      : []),
  ];
}

function promiseBlocks(m: Messages, { added }: Contract): Block[] {
  const t = m.following.contract;
  const { growthPath, others } = added.payload.promises;
  const rows = [
    ...(growthPath?.steps ?? []).map(({ by, percentage }) => [
      { text: `${m.following.growth.title}, ${m.format.date(by)}` },
      { text: announcedPercentage(m, percentage) },
    ]),
    ...(growthPath
      ? [[{ text: m.following.growth.community }, { text: announcedPercentage(m, growthPath.communityInitiatives) }]]
      : []),
    ...others.map(({ subject, promise }) => [
      { text: [typedPassage(m, subject)] },
      { text: [typedPassage(m, promise)] },
    ]),
  ];
  return [
    heading(2, t.promises),
    rows.length === 0
      ? paragraph(t.noPromises)
      : {
          kind: 'table',
          caption: t.promisesCaption,
          columns: [
            { header: t.subject, align: 'start', width: 2 },
            { header: t.promise, align: 'start', width: 3, prose: true },
          ],
          rows,
        },
  ];
}

function changeBlocks(m: Messages, { changes }: Contract): Block[] {
  const t = m.following.contract;
  return [
    heading(2, t.changes),
    changes.length === 0
      ? paragraph(t.noChanges)
      : {
          kind: 'table',
          caption: t.changesCaption,
          columns: [
            { header: t.changed, align: 'start', width: 1 },
            { header: t.what, align: 'start', width: 3, prose: true },
            { header: t.reason, align: 'start', width: 2, prose: true },
            { header: t.document, align: 'start', width: 1 },
          ],
          rows: changes.map(({ payload: { from, what, reason, document } }) => [
            { text: m.format.date(from) },
            { text: [typedPassage(m, what)] },
            { text: [typedPassage(m, reason)] },
            { text: document },
          ]),
          stacks: true,
        },
  ];
}
