import type { LongTask, WorkSize } from '../../messages/long-task.ts';
import type { Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';

export interface WaitingModel {
  readonly text: Messages['work'];
  readonly lead: string;
  readonly state: string;
  /** How much work it is; null while that is not known. */
  readonly size: string | null;
  readonly limit: string;
  /** What happens when it is done. */
  readonly next: string;
  /** This very page, which becomes the answer. */
  readonly address: string;
  readonly stateHref: string;
  readonly stopAction: string;
}

/** What whoever waits for long work is told. */
export function waitingModel(
  m: Messages,
  visit: {
    readonly id: string;
    readonly task: LongTask;
    readonly begun: Date | null;
    readonly now: Date;
    readonly size: WorkSize | null;
    readonly deadlineSeconds: number;
    readonly isDownload: boolean;
    readonly address: string;
  },
): WaitingModel {
  const t = m.work;
  const { id, task, begun, now, size, deadlineSeconds, isDownload, address } = visit;
  return {
    text: t,
    lead: t.tasks[task],
    state: stateInWords(m, begun, now, size),
    size: size && t.size(size),
    limit: t.limit(deadlineSeconds),
    next: isDownload ? t.nextDownload : t.nextPage,
    address,
    stateHref: `/waiting/${id}/state`,
    stopAction: `/waiting/${id}/stop`,
  };
}

/** How far it is. @param begun null while it waits for its turn */
export const stateInWords = ({ work: t }: Messages, begun: Date | null, now: Date, size: WorkSize | null): string =>
  begun
    ? sentences(
        t.busy(Math.max(1, Math.round((now.getTime() - begun.getTime()) / 1000))),
        size?.lettersOf === undefined ? '' : t.letters(size.lettersMade ?? 0, size.lettersOf),
      )
    : t.inLine;
