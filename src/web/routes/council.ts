import type { Account } from '../../actions/accounts.ts';
import { type CouncilYear, councilYear, reportCouncilYear } from '../../actions/council-year.ts';
import type { Messages } from '../../messages/messages.ts';
import { CONTRACT_READERS } from '../access.ts';
import type { Asked } from '../asked.ts';
import { todayBy } from '../dutch-date.ts';
import { HttpError } from '../http-error.ts';
import { councilModel } from '../pages/council.ts';
import { sendSheet } from '../send-sheet.ts';
import { councilTable } from '../sheets/council-table.ts';
import type { Web } from './context.ts';

/** One page a year over all contracts that somebody may see, for the council: as page, PDF and spreadsheet. */
export function councilRoutes({ services, routes, render, layout }: Web): void {
  const today = (): string => todayBy(services);
  const yearOf = ({ params }: Asked): number => {
    const given = String(params.year ?? today().slice(0, 4));
    if (!/^(199\d|2[01]\d\d)$/.test(given)) throw new HttpError(404);
    return Number(given);
  };
  const found = (asked: Asked, account: Account): CouncilYear => councilYear(services, account, yearOf(asked), today());
  const trail = (m: Messages) => [{ href: '/contracts', label: m.watching.list.title }];

  routes.long('get', '/council/:year.pdf', CONTRACT_READERS, 'report', async (asked, reply, account) => {
    const m = asked.context.messages;
    const council = found(asked, account);
    const pdf = await services.renderer.render(reportCouncilYear(m, council));
    reply
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${m.council.fileName(council.year)}.pdf"`)
      .send(Buffer.from(pdf));
  });

  routes.long('get', '/council/:year.xlsx', CONTRACT_READERS, 'page', (asked, reply, account) => {
    const m = asked.context.messages;
    const council = found(asked, account);
    sendSheet(reply, m, 'xlsx', [councilTable(m, council.dossiers)], '', m.council.fileName(council.year));
  });

  for (const path of ['/council', '/council/:year'] as const) {
    routes.long('get', path, CONTRACT_READERS, 'page', async (asked, reply, account) => {
      const m = asked.context.messages;
      const model = councilModel(m, found(asked, account));
      const frame = { title: model.title, trail: trail(m) };
      await render(reply, 'contracts/council', { layout: layout(asked, frame), ...model });
    });
  }
}
