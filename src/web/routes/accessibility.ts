import { accessibilityModel } from '../pages/accessibility.ts';
import type { Web } from './context.ts';

/** What is known of how accessible the pages are: for everybody, also who cannot sign in. */
export function accessibilityRoutes({ services, routes, render, layout }: Web): void {
  routes.get('/accessibility', 'everyone', async (request, response) => {
    const m = request.context.messages;
    const model = accessibilityModel(m, services.config.links.contact !== null);
    await render(response, 'accessibility/accessibility', {
      layout: layout(request, { title: m.accessibility.title }),
      ...model,
    });
  });
}
