/**
 * The unit of hue, lightness and saturation. Excel computes shades in integers, like the colour dialog of Windows: it
 * gives `#8EA9DB` where exact arithmetic would give `#8FAADC`.
 */
const unit = 240;
const full = 255;

type Three = readonly [number, number, number];

/** Returns a colour, RRGGBB, lightened (tint towards 1) or darkened (towards −1) as Excel does. */
export function shaded(colour: string, tint: number): string {
  if (tint === 0 || !Number.isFinite(tint)) return colour;
  const share = Math.min(Math.abs(tint), 1);
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Three;
  const [hue, lightness, saturation] = hueOf(parts);
  const changed = Math.floor(lightness * (1 - share)) + (tint < 0 ? 0 : Math.round(unit * share));
  return ofHue([hue, changed, saturation])
    .map((value) => value.toString(16).padStart(2, "0").toUpperCase())
    .join("");
}

/** Returns the quotient of integers, rounded half up. */
function divided(dividend: number, divisor: number): number {
  return Math.floor((dividend + Math.floor(divisor / 2)) / divisor);
}

/** Returns the hue, lightness and saturation of a colour. */
function hueOf([red, green, blue]: Three): Three {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [sum, spread] = [most + least, most - least];
  const lightness = divided(sum * unit, 2 * full);
  if (spread === 0) return [0, lightness, 0];
  const saturation = divided(spread * unit, lightness <= unit / 2 ? sum : 2 * full - sum);
  const below = (value: number) => divided((most - value) * (unit / 6), spread);
  const hue =
    red === most
      ? below(blue) - below(green)
      : green === most
        ? unit / 3 + below(red) - below(blue)
        : (2 * unit) / 3 + below(green) - below(red);
  return [(hue + unit) % unit, lightness, saturation];
}

function ofHue([hue, lightness, saturation]: Three): Three {
  const most =
    lightness <= unit / 2
      ? divided(lightness * (unit + saturation), unit)
      : lightness + saturation - divided(lightness * saturation, unit);
  const least = 2 * lightness - most;
  const part = (at: number) => divided(between(least, most, (at + unit) % unit) * full, unit);
  return [part(hue + unit / 3), part(hue), part(hue - unit / 3)];
}

/** Returns the value of one component of a colour, by its hue angle. */
function between(least: number, most: number, hue: number): number {
  const [rise, spread] = [unit / 6, most - least];
  if (hue < rise) return least + divided(spread * hue, rise);
  if (hue < unit / 2) return most;
  return hue < (2 * unit) / 3 ? least + divided(spread * ((2 * unit) / 3 - hue), rise) : least;
}
