import { join } from 'node:path';
import ejs from 'ejs';
import type { Response } from 'express';
import type { LayoutModel } from './pages/layout-model.ts';

/** Every page model has the layout in it; the view gets the model as its one object, `page`. */
export interface Page {
  readonly layout: LayoutModel;
}

export type Render = (response: Response, view: string, page: Page, status?: number) => Promise<void>;

/**
 * Draws a view into the layout. EJS prints nothing for a misspelt key, so `strict` makes reading an unknown key an error.
 * @param views the folder of the views
 */
export function createRender(views: string, options: { readonly cache: boolean; readonly strict: boolean }): Render {
  const draw = (file: string, data: object): Promise<string> =>
    ejs.renderFile(join(views, `${file}.ejs`), data, { cache: options.cache, views: [views] });
  return async (response, view, model, status = 200) => {
    const page = options.strict ? strict(model, view) : model;
    const body = await draw(view, { page });
    const html = await draw('layouts/main', { page, body });
    response.status(status).type('html').send(html);
  };
}

/** A view of an object that throws when a key is read that is not there. */
function strict<T extends object>(target: T, path: string): T {
  return new Proxy(target, {
    get: (object, key, receiver) => {
      if (typeof key === 'symbol' || key in object) {
        const value: unknown = Reflect.get(object, key, receiver);
        return typeof value === 'object' && value !== null ? strict(value, `${path}.${String(key)}`) : value;
      }
      throw new Error(`${path} has no ${key}`);
    },
  });
}
