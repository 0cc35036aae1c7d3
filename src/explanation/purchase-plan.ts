import type { Attention, Standing } from '../domain/purchase-plan/count-back.ts';
import type { Planned, Service } from '../domain/purchase-plan/events.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';

/** What is said of a purchase plan, wherever it is said. */

/** When something is planned: in the words that were given for it, or by its dates. */
export function periodInWords(m: Messages, { from, until, said }: Pick<Planned, 'from' | 'until' | 'said'>): string {
  const t = m.purchasePlan;
  if (said !== null) return said;
  const day = m.format.date;
  if (from === null) return until === null ? t.noDate : t.byDay(day(until));
  if (until === null) return t.fromDay(day(from));
  return from === until ? t.onDay(day(from)) : t.between(day(from), day(until));
}

/** How many providers there may be. */
export function maximumInWords(m: Messages, maximum: Service['maximum']): string {
  const t = m.purchasePlan;
  if (maximum === null) return t.noMaximum;
  return maximum.number === null ? t.maximumUnknown : t.maximumOf(m.format.grouped(String(maximum.number), 0));
}

/** When the work on a service must begin, and whether that can still be done. */
export function standingInWords(m: Messages, standing: Standing): string {
  const t = m.purchasePlan.standing;
  const day = m.format.date;
  switch (standing.kind) {
    case 'unknown':
      return t.unknown[standing.missing[0] ?? 'starts'];
    case 'ahead':
      return standing.days === 0 ? t.today : t.ahead(day(standing.begin), standing.days);
    case 'begun':
      return t.begun(day(standing.begun), day(standing.begin));
    case 'late': {
      const { begin, begun, days, earliest } = standing;
      return begun === null
        ? t.late(day(begin), days, day(earliest))
        : t.lateBegun(day(begun), day(begin), days, day(earliest));
    }
    case 'started':
      return t.started(day(standing.starts));
    case 'ended':
      return t.ended(day(standing.starts), day(standing.until));
    default:
      return standing satisfies never;
  }
}

/** What does not go together in what is planned of a service. */
export function attentionInWords(m: Messages, service: Service, attention: Attention): string {
  const t = m.purchasePlan.attention;
  const day = m.format.date;
  switch (attention.kind) {
    case 'gap':
      return t.gap(day(attention.from), day(attention.until), attention.days);
    case 'overlap':
      return t.overlap(day(attention.from), day(attention.until), attention.days);
    case 'other-scale': {
      const { scales } = m.purchasePlan;
      const { pillar, planned } = attention;
      const said = t.scale(
        scales[service.scale],
        inLanguage(pillar.name, m),
        pillar.scales.map((one) => scales[one]),
      );
      return `${said} ${t[planned]}`;
    }
  }
}
