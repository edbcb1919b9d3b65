// Draws the icons of the ribbon again, beside this file: node assets/icons/draw.mjs
import { writeFileSync } from "node:fs";
import { Canvas } from "./canvas.mjs";
import { draw, drawings } from "./drawings.mjs";
import { sizes } from "./pen.mjs";

for (const name of Object.keys(drawings))
  for (const size of sizes) {
    const canvas = new Canvas(size);
    draw(name, canvas);
    writeFileSync(new URL(`${name}-${size}.png`, import.meta.url), canvas.png());
  }
