// A small canvas of flat colours, and its PNG: enough to draw icons again anywhere, with nothing but Node.
import { deflateSync } from "node:zlib";

/** Samples a side of each pixel: a slanted edge gets 64 shades, an edge on a whole pixel stays sharp. */
const fine = 8;

/** A transparent square of `size` pixels. Coordinates are pixels, from the top left; a colour is "#rrggbb", or null to erase. */
export class Canvas {
  constructor(size) {
    this.size = size;
    this.side = size * fine;
    this.samples = new Int32Array(this.side * this.side).fill(-1);
  }

  /** Paints each sample whose centre satisfies `inside(x, y)`, within the box. */
  fill(colour, [left, top, right, bottom], inside) {
    const value = colour === null ? -1 : Number.parseInt(colour.slice(1), 16);
    const limit = (pixel) => Math.min(this.side, Math.max(0, Math.floor(pixel * fine)));
    for (let row = limit(top); row < limit(bottom + 1); row += 1)
      for (let column = limit(left); column < limit(right + 1); column += 1)
        if (inside((column + 0.5) / fine, (row + 0.5) / fine)) this.samples[row * this.side + column] = value;
  }

  rectangle(colour, left, top, right, bottom) {
    this.fill(colour, [left, top, right, bottom], (x, y) => x >= left && x < right && y >= top && y < bottom);
  }

  polygon(colour, points) {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    this.fill(colour, box, (x, y) => {
      let inside = false;
      points.forEach(([ax, ay], index) => {
        const [bx, by] = points[(index + 1) % points.length];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      });
      return inside;
    });
  }

  disc(colour, cx, cy, radius) {
    const box = [cx - radius, cy - radius, cx + radius, cy + radius];
    this.fill(colour, box, (x, y) => Math.hypot(x - cx, y - cy) <= radius);
  }

  /** Part of a ring, clockwise from the angle `from` to `to`, in degrees, 0 at the right and 90 at the bottom. */
  arc(colour, cx, cy, radius, width, from = 0, to = 360) {
    const outer = radius + width / 2;
    this.fill(colour, [cx - outer, cy - outer, cx + outer, cy + outer], (x, y) => {
      if (Math.abs(Math.hypot(x - cx, y - cy) - radius) > width / 2) return false;
      const angle = (Math.atan2(y - cy, x - cx) * 180) / Math.PI;
      return (((angle - from) % 360) + 360) % 360 <= to - from;
    });
  }

  line(colour, ax, ay, bx, by, width) {
    const length = Math.hypot(bx - ax, by - ay);
    const [nx, ny] = [((by - ay) / length) * (width / 2), ((ax - bx) / length) * (width / 2)];
    this.polygon(colour, [
      [ax + nx, ay + ny],
      [bx + nx, by + ny],
      [bx - nx, by - ny],
      [ax - nx, ay - ny],
    ]);
  }

  /** The canvas as the bytes of a PNG, 8 bits a channel with alpha. */
  png() {
    const { size, side, samples } = this;
    const rows = Buffer.alloc(size * (1 + size * 4));
    for (let y = 0; y < size; y += 1)
      for (let x = 0; x < size; x += 1) {
        const sum = [0, 0, 0, 0];
        for (let row = y * fine; row < (y + 1) * fine; row += 1)
          for (let column = x * fine; column < (x + 1) * fine; column += 1) {
            const value = samples[row * side + column];
            if (value < 0) continue;
            sum[0] += value >> 16;
            sum[1] += (value >> 8) & 255;
            sum[2] += value & 255;
            sum[3] += 1;
          }
        const at = y * (1 + size * 4) + 1 + x * 4;
        for (let channel = 0; channel < 3; channel += 1)
          rows[at + channel] = sum[3] === 0 ? 0 : Math.round(sum[channel] / sum[3]);
        rows[at + 3] = Math.round((sum[3] / fine ** 2) * 255);
      }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(size, 0);
    header.writeUInt32BE(size, 4);
    header.set([8, 6], 8);
    return Buffer.concat([
      Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(rows, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  }
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = -1;
  for (const byte of body) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeInt32BE(~crc, body.length + 4);
  return whole;
}
