import { join } from 'node:path';
import ejs from 'ejs';
import type { Reply } from './asked.ts';
import type { Views } from './pages/views.ts';
import { sendPageTables } from './send-page-tables.ts';

/** Draws a view with its page model, in the layout; or sends the tables in it, where they are asked for. */
export type Render = <View extends keyof Views>(
  reply: Reply,
  view: View,
  page: Views[View],
  status?: number,
) => Promise<void>;

/**
 * Draws a view into the layout. That the view and its model fit is checked when the product is built (src/build/check-views.ts).
 * @param views the folder of the views
 */
export function createRender(views: string, options: { readonly cache: boolean }): Render {
  const draw = (file: string, data: object): Promise<string> =>
    ejs.renderFile(join(views, `${file}.ejs`), data, { cache: options.cache, views: [views] });
  return async (reply, view, page, status = 200) => {
    const body = await draw(view, { page });
    const { tables } = page.layout;
    if (tables?.wanted && status === 200) return sendPageTables(reply, body, tables, tables.wanted);
    const html = await draw('layouts/main', { page, body, tables: body.includes('<table') ? tables : null });
    reply.status(status).type('html').send(html);
  };
}
