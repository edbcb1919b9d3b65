// What several drawings share.
import { grey } from "./pen.mjs";

/** A grid of equal columns and rows, its first row coloured; `right` and `bottom` included in the outline. */
export function table(pen, [left, top, right, bottom], columns, rows, head) {
  const { canvas, w } = pen;
  pen.box(left, top, right, bottom);
  const across = (index) => left + Math.round(((right - left - w) * index) / columns);
  const down = (index) => top + Math.round(((bottom - top - w) * index) / rows);
  canvas.rectangle(head, left + w, top + w, right - w, down(1));
  for (let index = 1; index < columns; index += 1)
    canvas.rectangle(grey, across(index), top + w, across(index) + w, bottom - w);
  for (let index = 1; index < rows; index += 1)
    canvas.rectangle(grey, left + w, down(index), right - w, down(index) + w);
}

/** An arrow to the left (-1) or to the right (1), its head an open angle; the box at pixels, its height odd or even as the stroke. */
export function arrow(pen, [left, top, right, bottom], to, colour) {
  const { canvas, w } = pen;
  const middle = (top + bottom) / 2;
  const reach = (bottom - top) / 2;
  const tip = to > 0 ? right : left;
  const slant = w * Math.SQRT2;
  canvas.rectangle(colour, left + (to < 0 ? w : 0), middle - w / 2, right - (to > 0 ? w : 0), middle + w / 2);
  for (const side of [-1, 1])
    canvas.polygon(colour, [
      [tip, middle],
      [tip - to * reach, middle + side * reach],
      [tip - to * (reach + slant), middle + side * reach],
      [tip - to * slant, middle],
    ]);
}

/** A page with so many lines. */
export function pageOfText(pen, [left, top, right, bottom], lines) {
  pen.page(left, top, right, bottom);
  const margin = pen.w + pen.of(2.5);
  pen.text(left + margin, right - margin, pen.at(10), lines);
}

/** A plus sign at the bottom right, a gap around it. */
export function plus(pen, units, colour) {
  const { canvas, w } = pen;
  const thick = w + (canvas.size >= 40 ? 1 : 0);
  const arm = Math.max(3, pen.of((units - 1) / 2));
  const side = 2 * arm + thick;
  const [left, top] = [pen.at(28) - side, pen.at(28) - side];
  canvas.rectangle(null, left - w, top - w, left + side, top + side);
  canvas.rectangle(colour, left, top + arm, left + side, top + arm + thick);
  canvas.rectangle(colour, left + arm, top, left + arm + thick, top + side);
}

/** An arrow that turns around the place at the bottom right: `from` and `to` in degrees, its head at one `end`. */
export function turn(pen, units, from, to, end, colour) {
  const { canvas, w } = pen;
  const side = Math.max(pen.of(units), 8);
  const head = Math.max(2.2, side * 0.2);
  const radius = side / 2 - head * 0.5;
  const [cx, cy] = [pen.at(28) - side / 2, pen.at(28) - side / 2];
  canvas.disc(null, cx, cy, radius + head + w * 0.5);
  canvas.arc(colour, cx, cy, radius, w * 1.3, from, to);
  const angle = ((end === "to" ? to : from) * Math.PI) / 180;
  const sense = end === "to" ? 1 : -1;
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [cx + radius * nx, cy + radius * ny];
  canvas.polygon(colour, [
    [x + nx * head, y + ny * head],
    [x - ny * sense * head * 1.6, y + nx * sense * head * 1.6],
    [x - nx * head, y - ny * head],
  ]);
}

/** Two pages, one behind the other. */
export function pages(pen) {
  const { canvas, w } = pen;
  const shift = Math.max(2 * w, pen.of(4));
  const [l, t, r, b] = [pen.at(1), pen.at(0), pen.at(19), pen.at(23)];
  pen.page(l, t, r, b);
  canvas.rectangle(null, l + shift - w, t + shift - w, r + shift, b + shift);
  pen.page(l + shift, t + shift, r + shift, b + shift);
}

/** The shape between two arcs, an eye's. */
export function lens(canvas, colour, cx, cy, width, height) {
  // Two circles through both corners, as far apart as the height says.
  const radius = (width ** 2 / 4 + height ** 2 / 4) / height;
  const away = radius - height / 2;
  canvas.fill(colour, [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2], (x, y) =>
    Math.hypot(x - cx, y - cy - away) <= radius && Math.hypot(x - cx, y - cy + away) <= radius);
}

