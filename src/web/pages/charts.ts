/** Geometry of the drawings on the pages: computed here, so that views only print it. */

export interface BarChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly bars: readonly {
    readonly label: string;
    readonly text: string;
    readonly length: number;
    readonly highlighted: boolean;
  }[];
}

const BAR_CHART_WIDTH = 640;

/** Horizontal bars, label above bar; the words are no part of the drawing, so that they stay as large as others in a narrow window. `full` is the value of a bar over the whole width. */
export function barChart(
  chart: { id: string; title: string; description: string; full: number },
  bars: readonly { label: string; value: number; text: string; highlighted: boolean }[],
): BarChart {
  return {
    id: chart.id,
    title: chart.title,
    description: chart.description,
    width: BAR_CHART_WIDTH,
    bars: bars.map(({ label, value, text, highlighted }) => ({
      label,
      text,
      length: Math.round((value / chart.full) * BAR_CHART_WIDTH * 10) / 10,
      highlighted,
    })),
  };
}

export interface SpreadChart {
  readonly id: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly axis: { readonly from: number; readonly to: number };
  /** From the lowest to the highest score that was given. */
  readonly range: { readonly from: number; readonly to: number };
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** How often each score was given stands in `text`: dots on one place do not hide each other. */
  readonly dots: readonly { readonly x: number; readonly text: string }[];
}

const SPREAD_MARGIN = 16;

/** The scores of one criterion on the line of the scale. @param write a score as people read it */
export function spreadChart(
  id: string,
  description: string,
  scale: readonly string[],
  scores: readonly string[],
  write: (score: string) => string,
): SpreadChart {
  const width = 320;
  const [low, high] = [Number(scale[0]), Number(scale[scale.length - 1])];
  const x = (score: string): number =>
    Math.round(SPREAD_MARGIN + ((Number(score) - low) / (high - low)) * (width - 2 * SPREAD_MARGIN));
  const given = scale.filter((step) => scores.includes(step));
  return {
    id,
    description,
    width,
    height: 56,
    axis: { from: x(scale[0]!), to: x(scale[scale.length - 1]!) },
    range: { from: x(given[0] ?? scale[0]!), to: x(given[given.length - 1] ?? scale[0]!) },
    ticks: scale.map((step) => ({ x: x(step), label: write(step) })),
    dots: given.map((step) => ({ x: x(step), text: `${scores.filter((score) => score === step).length}×` })),
  };
}

export interface CurveChart {
  readonly id: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** The line, as the points of an SVG polyline. */
  readonly line: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

const CURVE = { width: 480, height: 200, margin: 10 } as const;

/** A line through values, with a dot at some of them. Drawing only: the figures stand in words beside it. */
export function curveChart(
  id: string,
  description: string,
  line: readonly (readonly [x: number, y: number])[],
  dots: readonly (readonly [x: number, y: number])[],
): CurveChart {
  const all = [...line, ...dots];
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [low, high] = [Math.min(0, ...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const { width, height, margin } = CURVE;
  const at = (value: number, from: number, to: number, room: number): number =>
    Math.round((margin + ((value - from) / (to - from || 1)) * (room - 2 * margin)) * 10) / 10;
  const place = ([x, y]: readonly [number, number]) => ({
    x: at(x, left, right, width),
    y: Math.round((height - at(y, low, high, height)) * 10) / 10,
  });
  return {
    id,
    description,
    width,
    height,
    line: line
      .map(place)
      .map(({ x, y }) => `${x},${y}`)
      .join(' '),
    dots: dots.map(place),
  };
}
