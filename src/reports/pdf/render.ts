import type { HouseStyle } from '../house-style.ts';
import type { Report } from '../report.ts';
import { attachFiles } from './attachments.ts';
import { drawBlocks } from './body.ts';
import { addBookmarks } from './bookmarks.ts';
import { Canvas } from './canvas.ts';
import { drawContents, reserveContents } from './contents.ts';
import { drawable } from './drawable.ts';
import { Engine } from './engine.ts';
import { drawFront, hasCover } from './front.ts';
import { checkHeadingLevels, type PlacedHeading } from './heading.ts';
import { drawMargins } from './margins.ts';
import { identifyAsAccessible, reportInfo } from './metadata.ts';
import { runningHeads } from './running-head.ts';

/**
 * Draws a report as a PDF that follows both PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). Equal reports in
 * equal styles give equal bytes. Blocks the event loop while it draws; a server uses `createRenderer`.
 *
 * Any text can be drawn: for a character that the fonts lack, a square stands.
 *
 * @param house whose documents it is one of; without it, those of the program
 * @throws Error when a heading is more than one level below the one before it
 */
export async function renderPdf(given: Report, house?: HouseStyle): Promise<Uint8Array> {
  const report = drawable(given, house?.name);
  checkHeadingLevels(report.headings);
  const engine = new Engine(report.language, reportInfo(report, house));
  const canvas = new Canvas(engine, house);
  drawFront(canvas, report);
  const placed: PlacedHeading[] = [];
  const covered = hasCover(report);
  if (covered && report.opening.length > 0) canvas.newPage();
  drawBlocks(canvas, report, report.opening, placed);
  const contents = covered && report.headings.length > 0 ? reserveContents(canvas, report) : undefined;
  if (covered && !contents) canvas.newPage();
  drawBlocks(canvas, report, report.blocks, placed);
  if (contents) drawContents(canvas, contents, report, placed);
  canvas.root.end();
  addBookmarks(canvas, placed);
  drawMargins(canvas, report, runningHeads(placed, canvas.pages, contents));
  attachFiles(engine, report);
  identifyAsAccessible(engine, report);
  return engine.close();
}
