import type { Messages } from '../../messages/messages.ts';
import type { Asked } from '../asked.ts';
import { SHEET_TYPES, type SheetType } from '../send-sheet.ts';
import type { Downloads } from './sheet.ts';

/** The tables of a page as a spreadsheet: the page itself, asked for as one, so that nobody gets other rows than are on it. */
export interface PageSheet extends Downloads {
  /** Whether they are asked for, instead of the page. */
  readonly wanted: SheetType | null;
  readonly title: string;
  /** The dossier that the page is of. */
  readonly subject: string;
  readonly messages: Messages;
  /** When they were taken from the page, ISO 8601. */
  readonly at: string;
}

/** What of the address of a page asks for its tables. */
const TABLES = 'tables';

/** Null for what is no page to come back to: the answer to a form. */
export function pageSheet(asked: Asked, title: string, now: Date): PageSheet | null {
  if (asked.method !== 'GET') return null;
  const { messages: m, subject = '' } = asked.context;
  const wanted = asked.query[TABLES];
  return {
    label: m.sheets.tablesOfPage,
    links: (
      [
        ['xlsx', m.sheets.allXlsx],
        ['csv', m.sheets.allCsv],
      ] as const
    ).map(([type, label]) => ({
      href: addressOf(asked, type),
      label,
      full: `${label}: ${m.sheets.tablesOfPage.toLowerCase()}`,
    })),
    wanted: isSheetType(wanted) ? wanted : null,
    title,
    subject,
    messages: m,
    at: now.toISOString(),
  };
}

const isSheetType = (value: unknown): value is SheetType =>
  typeof value === 'string' && Object.hasOwn(SHEET_TYPES, value);

/** The address of the page, what it asks along. */
function addressOf({ originalUrl }: Asked, type: SheetType): string {
  const [path = '', query = ''] = originalUrl.split('?');
  const asked = new URLSearchParams(query);
  for (const key of [TABLES, 'notice']) asked.delete(key);
  asked.append(TABLES, type);
  return `${path}?${asked}`;
}
