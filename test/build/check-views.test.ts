import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkViews } from '../../src/build/check-views.ts';
import { projectRoot } from '../../src/config.ts';

const TYPES = `
interface Item { readonly name: string; readonly note: string | null }
interface Page { readonly layout: { readonly title: string; readonly tables: null }; readonly title: string; readonly items: readonly Item[] }
export interface Views {
  'right': Page; 'room/misspelt': Page; 'empty': Page; 'any': Page & { readonly loose: any }; 'boolean': Page; 'object': Page;
  'not-handed': Page; 'wrongly-handed': Page; 'leaking': Page; 'needless': Page; 'no-partial': Page; 'narrowed': Page;
  'unclosed': Page; 'first-of-none': Page; 'gone': Page; 'twice': Page; 'computed': Page; 'circle': Page;
}`;

const VIEWS = {
  'layouts/main.ejs': '<title><%= page.layout.titel %></title><%- body %>',
  'partials/card.ejs': '<h2><%= item.name %></h2>\n<% if (item.note) { %><p><%= item.note %></p><% } %>',
  'partials/heading.ejs': '<h1><%= heading %></h1>',
  'partials/nobody.ejs': '<p>',
  'partials/egg.ejs': "<%- include('hen', {}) %>",
  'partials/hen.ejs': "<%- include('egg') %>",
  'right.ejs':
    "<%# a remark %><h1 class=\"<%= page.items.length > 0 ? 'full' : '' %>\"><%= page.title %></h1>\n" +
    "<% page.items.forEach((item, index) => { %><%= index + 1 %> <%- include('partials/card', { item }) %><% }); %>",
  'room/misspelt.ejs': '<h1>\n  <%= page.titel %></h1>',
  'empty.ejs': '<% for (const item of page.items) { %><p><%= item.note %></p><% } %>',
  'narrowed.ejs':
    '<% for (const { note } of page.items) { %><p><% if (note) { %><%= note %><% } else { %>–<% } %></p><% } %>',
  'any.ejs': '<%= page.loose %>',
  'boolean.ejs': '<%= page.items.length > 0 %>',
  'object.ejs': '<%= page.items %>',
  'not-handed.ejs': "<p>\n<%- include('partials/card', {}) %>",
  'wrongly-handed.ejs': "<%- include('partials/card', { item: { name: page.title } }) %>",
  'leaking.ejs': "<% const heading = page.title; %><%= heading %><%- include('partials/heading', {}) %>",
  'needless.ejs': "<%- include('partials/heading', { heading: page.title, other: 1 }) %>",
  'no-partial.ejs': "<%- include('partials/crad', { item: page.items }) %>",
  'unclosed.ejs': '<% if (page.title) { %><p>',
  'first-of-none.ejs': '<%= page.items[0].name %>',
  'computed.ejs': "<%- include('partials/' + page.title) %>",
  'twice.ejs':
    "<% for (const item of page.items) { %><%- include('partials/card', { item }) %><% } %>" +
    "<%- include('partials/heading', { heading: page.title }) %>",
  'circle.ejs': "<%- include('partials/egg', {}) %>",
  'stranger.ejs': '<%= page.title %>',
};

let folder: string;
let faults: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gunwijzer-views-'));
  for (const [name, text] of Object.entries({ ...VIEWS })) {
    const file = join(folder, 'views', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(join(folder, 'views.ts'), TYPES);
  faults = checkViews({
    views: join(folder, 'views'),
    types: join(folder, 'views.ts'),
    target: join(folder, 'target'),
    tsconfig: join(projectRoot(), 'tsconfig.json'),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is found in a view, or in a partial that it includes. */
const faultsOf = (view: string): string[] =>
  faults.filter((fault) => fault.startsWith(`${view}.ejs:`) || fault.includes(`(included at ${view}.ejs:`));

describe('a view that does not fit its model is named, with the line and the column', () => {
  it.each([
    [
      'a key that the model does not have',
      'room/misspelt',
      /^room\/misspelt\.ejs:2:12 Property 'titel' does not exist/,
    ],
    ['a value that may be null', 'empty', /^empty\.ejs:1:46 .*'string \| null' is not assignable/],
    ['a value of no type', 'any', /^any\.ejs:1:5 What is printed has no type/],
    ['yes or no', 'boolean', /^boolean\.ejs:1:5 .*'boolean' is not assignable/],
    ['a list', 'object', /^object\.ejs:1:5 .*is not assignable/],
    [
      'the first of a list that may be empty',
      'first-of-none',
      /^first-of-none\.ejs:1:5 Object is possibly 'undefined'/,
    ],
    ['a block that is not closed', 'unclosed', /^unclosed\.ejs:1:\d+ '}' expected/],
    ['a key of the layout', 'layouts/main', /^layouts\/main\.ejs:1:24 Property 'titel' does not exist/],
    ['a partial that is not there', 'no-partial', /^no-partial\.ejs:1:4 There is no partials\/crad\.ejs/],
    ['partials that include each other', 'partials/hen', /^partials\/hen\.ejs:1:4 partials\/egg\.ejs includes itself/],
    ['a partial whose name is computed', 'computed', /^computed\.ejs:1:4 The path of an include is one text/],
  ])('%s', (_, view, found) => {
    expect(faultsOf(view)).toEqual([expect.stringMatching(found)]);
  });

  it('a partial that is not handed what it uses, at each use', () => {
    expect(faultsOf('not-handed')).toEqual([
      "partials/card.ejs:1:9 Cannot find name 'item'. (included at not-handed.ejs:2:4)",
      "partials/card.ejs:2:8 Cannot find name 'item'. (included at not-handed.ejs:2:4)",
      "partials/card.ejs:2:30 Cannot find name 'item'. (included at not-handed.ejs:2:4)",
    ]);
  });

  it('a partial that is handed something else than it uses', () => {
    expect(faultsOf('wrongly-handed')).toEqual([
      expect.stringMatching(/^partials\/card\.ejs:2:13 Property 'note' does not exist/),
      expect.stringMatching(/^partials\/card\.ejs:2:35 Property 'note' does not exist/),
    ]);
  });

  it('a partial that uses what only the view around it knows, which drawing would not find', () => {
    expect(faultsOf('leaking')).toEqual([
      "partials/heading.ejs:1:9 'heading' is not handed to this partial. (included at leaking.ejs:1:51)",
    ]);
  });

  it('something handed over that the partial does not use', () => {
    expect(faultsOf('needless')).toEqual(["needless.ejs:1:4 'other' is declared but its value is never read."]);
  });

  it('a view without a model, a model without a view, and a partial without a view', () => {
    expect(faults).toContain('stranger.ejs:1:1 There is no model for this view.');
    expect(faults).toContain('gone.ejs:1:1 There is no such view.');
    expect(faults).toContain('partials/nobody.ejs:1:1 No view includes this partial.');
  });
});

describe('a view that fits its model', () => {
  it.each(['right', 'narrowed', 'twice'])('is let pass: %s', (view) => {
    expect(faultsOf(view)).toEqual([]);
  });
});
