import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../src/messages/messages.ts';
import { tablesOf } from '../../src/web/page-tables.ts';

const { format } = messagesIn('nl');
const [read] = [(html: string) => tablesOf(html, format)];
/** One row of cells under as many heads. */
const rowOf = (...cells: readonly string[]) =>
  read(`<table><caption>T</caption><thead><tr>${cells.map(() => '<th>k</th>').join('')}</tr></thead>
    <tbody><tr>${cells.join('')}</tr></tbody></table>`)[0]!.rows[0];

describe('the tables of a page', () => {
  it('are those that stand in it, in their order, with captions, heads and rows', () => {
    const tables = read(`<h1>Kop</h1><p>Tekst</p>
      <table><caption>Prijzen</caption><thead><tr><th>Lot</th><th>Prijs</th></tr></thead>
        <tbody><tr><th>Haren</th><td class="utrecht-table__cell gw-number">€ 1.250,50</td></tr></tbody>
        <tbody><tr><th>Som &amp; meer</th><td class="gw-number">2</td></tr></tbody></table>
      <table><tr><td>Los</td></tr></table>`);
    expect(tables.map(({ caption, columns, rows }) => [caption, columns.map(({ header }) => header), rows])).toEqual([
      [
        'Prijzen',
        ['Lot', 'Prijs'],
        [
          ['Haren', { number: '1250.50', decimals: 2, as: 'euro' }],
          ['Som & meer', { number: '2', decimals: 0 }],
        ],
      ],
      ['', [''], [['Los']]],
    ]);
  });

  it('have figures as numbers where they are drawn as figures, and only there', () => {
    const figure = (text: string) => rowOf(`<td class="gw-number">${text}</td>`)![0];
    expect(figure('−12,50')).toEqual({ number: '-12.50', decimals: 2 });
    expect(figure('44,0%')).toEqual({ number: '44.0', decimals: 1, as: 'percentage' });
    expect(figure('1.000.000')).toEqual({ number: '1000000', decimals: 0 });
    // With digits that go on it is no longer what it was; a date, a share of a whole and a range are no figures.
    for (const text of ['33,3333…', '1.25', '2 van 3', '12-14', '–']) expect(figure(text)).toBe(text);
    expect(rowOf('<td>007</td>')).toEqual(['007']);
  });

  it('say on one line what stands in a cell, without what is pressed or only heard', () => {
    expect(
      rowOf(
        '<td><a href="/x">Zorg</a><span class="gw-cell-note">Voorlopig</span></td>',
        '<td><span class="gw-visually-hidden">Verborgen </span>12 <button>Weg</button><svg><title>x</title></svg></td>',
        '<td><ul><li>een</li><li>twee</li></ul></td>',
        '<td>  </td>',
      ),
    ).toEqual(['Zorg (Voorlopig)', '12', 'een; twee', null]);
  });

  it('have what is typed or chosen in the fields', () => {
    expect(
      rowOf(
        '<td><label class="gw-visually-hidden" for="a">Naam</label><input id="a" value="Vóór &quot;ons&quot;"></td>',
        '<td><select><option value="1">een</option><option value="2" selected>twee</option></select></td>',
        '<td><textarea>Zo &lt;is&gt; het</textarea></td>',
        '<td><input type="checkbox" checked> ja <input type="checkbox"> nee<input type="hidden" value="geheim"></td>',
      ),
    ).toEqual(['Vóór "ons"', 'twee', 'Zo <is> het', '☒ ja ☐ nee']);
  });

  it('keep cells in their columns where heads and cells stand over several', () => {
    const [table] = read(`<table><thead>
      <tr><th rowspan="2">Model</th><th colspan="2">Hoe vaak</th></tr><tr><th>goed</th><th>matig</th></tr></thead><tbody>
      <tr><th rowspan="2">A</th><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></tbody></table>`);
    expect(table!.columns.map(({ header }) => header)).toEqual(['Model', 'Hoe vaak goed', 'Hoe vaak matig']);
    expect(table!.rows).toEqual([
      ['A', '1', '2'],
      [null, '3', null],
    ]);
  });

  it('are called as their frames are, and leave out a column that only leads on', () => {
    const rows = ['a', 'b'].map((one) => `<tr><th>${one}</th><td><a href="/${one}">Bekijken</a></td></tr>`).join('');
    const [table] = read(`<div role="region" aria-label="Noord: Punten"><table><caption>Punten</caption>
      <thead><tr><th>Naam</th><th>Actie</th></tr></thead><tbody>${rows}</tbody></table></div>`);
    expect(table).toMatchObject({ caption: 'Noord: Punten', columns: [{ header: 'Naam' }], rows: [['a'], ['b']] });
  });
});
