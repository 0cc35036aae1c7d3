import type { Canvas } from './canvas.ts';
import { bodyWidth, color, page } from './theme.ts';

/** Most that a logo takes, and where it starts; under it stand a title, or the line under a sender. */
const box = { width: 150, height: 42, top: 28 };
const gap = 20;
const plate = { x: 14, y: 16 };

/** Draws the logo of the house at the top right of the first page, before everything else is read. */
export function drawLogo(canvas: Canvas): void {
  const size = sizeOf(canvas);
  if (!canvas.house?.logo || !size) return;
  const right = page.left + bodyWidth;
  const left = right - size.width;
  const figure = canvas.element('Figure', canvas.root, {
    alt: canvas.house.name,
    bbox: [left, box.top, right, box.top + size.height],
  });
  const { logo } = canvas.house;
  canvas.content(figure, () => canvas.engine.picture(logo, left, box.top, size.width, size.height));
  figure.end();
}

/** Draws it on a white plate that hangs from the edge of the page: not every logo can stand on a colour. */
export function drawLogoOnPlate(canvas: Canvas): void {
  const size = sizeOf(canvas);
  if (!size) return;
  const left = page.left + bodyWidth - size.width - plate.x;
  canvas.artifact(() => canvas.box(left, 0, size.width + 2 * plate.x, box.top + size.height + plate.y, color.white));
  drawLogo(canvas);
}

/** Width of the lines that stand beside the logo. */
export function widthBesideLogo(canvas: Canvas): number {
  const size = sizeOf(canvas);
  return size ? bodyWidth - size.width - gap : bodyWidth;
}

function sizeOf({ house }: Canvas): { readonly width: number; readonly height: number } | undefined {
  if (!house?.logo) return undefined;
  const { width, height } = house.logo;
  const scale = Math.min(box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}
