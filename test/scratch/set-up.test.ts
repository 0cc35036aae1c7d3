import { it } from 'vitest';
import { launchBrowser, openVisitor } from '../support/browser.ts';
import { startTestServer } from '../support/server.ts';
it('looks', async () => {
  const [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  const v = await openVisitor(browser, server.url, { account: 'inkoper', width: 1280 });
  const shot = async (name: string) => {
    for (const width of [390, 1280]) {
      await v.page.setViewportSize({ width, height: 900 });
      console.log(name, width, await v.page.evaluate('document.documentElement.scrollHeight'));
      await v.page.screenshot({ path: `/tmp/shots/su-${name}-${width}.png`, fullPage: true });
    }
  };
  const go = async (p: string, name: string) => { try { await v.visit(p); } catch (e) { console.log(name, JSON.stringify((e as any).actual?.map?.((x: string) => x.slice(0, 420)), null, 1)); } await shot(name); };
  await go('/set-ups', 'list0');
  await go('/set-ups/new', 'begin');
  await v.page.getByLabel('Titel').fill('Wmo-begeleiding 2028');
  await v.page.getByLabel(/Bekendgemaakte regels/).first().check();
  await v.page.getByRole('button', { name: 'Beginnen' }).click();
  await v.page.waitForURL(/what/);
  const base = v.page.url().replace(server.url, '').replace('/what', '');
  for (const s of ['what', 'criteria', 'scale', 'price', 'award', 'minimums', 'course', 'words', 'history', 'people', 'publish']) await go(`${base}/${s}`, s);
  await go(`${base}/what/lots.west`, 'lot');
  await v.visit('/set-ups/new');
  await v.page.getByLabel('Titel').fill('Van niets');
  await v.page.getByLabel('Met niets').check();
  await v.page.getByRole('button', { name: 'Beginnen' }).click();
  await v.page.waitForURL(/what/);
  const b2 = v.page.url().replace(server.url, '').replace('/what', '');
  for (const s of ['what', 'criteria', 'price']) await go(`${b2}/${s}`, `empty-${s}`);
  await v.page.getByLabel('Methode').selectOption('weighted-factor');
  await v.page.getByRole('button', { name: 'Opslaan', exact: true }).last().click();
  await v.page.waitForURL(/notice|price/);
  await go(`${b2}/price`, `weighted`);
  await go('/set-ups', 'list1');
  await v.leave(); await browser.close(); await server.stop();
}, 240000);
