import { parentPort } from 'node:worker_threads';
import { DomainError, type ErrorCode } from '../domain/errors.ts';
import { renderPdf } from './pdf/render.ts';
import type { Report } from './report.ts';

/** What the worker answers: the bytes, or why there are none. */
export type Answer =
  | { readonly kind: 'drawn'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failed'; readonly message: string };

/** The thread that draws: one report in, one answer out. Started by `createRenderer`. */
parentPort?.on('message', async (report: Report) => {
  const answer = await draw(report);
  const moved = answer.kind === 'drawn' ? [answer.bytes.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(answer, moved);
});

async function draw(report: Report): Promise<Answer> {
  try {
    return { kind: 'drawn', bytes: await renderPdf(report) };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'refused', code: error.code, details: error.details };
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
