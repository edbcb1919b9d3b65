import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Decimal } from "decimal.js";
import { as15Digits, CellError, finish, rowsBetweenPauses, type Cell, type SheetCells, type Steps } from "../cells";
import { formatAmount } from "../money";
import type { Split, Statement } from "./statement";

const tag = { blanks: 0, number: 1, text: 2, textAgain: 3, yes: 4, no: 5, error: 6, row: 7 } as const;

/**
 * Returns the SHA-256, in hexadecimal, of the values of a sheet's cells alone (no format, no name). Values are typed
 * and delimited: 1, "1" and a blank differ, and so does the same value in another cell; blanks at the end of a row or
 * of the sheet are ignored, and so are digits beyond Excel's precision.
 */
export function fingerprint(sheet: Pick<SheetCells, "rows">): string {
  return finish(fingerprintInSteps(sheet));
}

/** Computes the same fingerprint, with a pause between slices of rows. */
export function* fingerprintInSteps(sheet: Pick<SheetCells, "rows">): Steps<string> {
  const bytes = new ByteSink();
  // Labels repeat by the thousand: each is hashed once, then referred to by number.
  const known = new Map<string, number>();
  const text = (value: string) => {
    const number = known.get(value);
    if (number !== undefined) {
      bytes.put(tag.textAgain);
      bytes.integer(number);
      return;
    }
    known.set(value, known.size);
    bytes.put(tag.text);
    bytes.text(value);
  };
  const put = (cell: Exclude<Cell, null>) => {
    if (typeof cell === "number") {
      bytes.put(tag.number);
      bytes.double(as15Digits(cell));
    } else if (typeof cell === "string") text(cell);
    else if (cell instanceof CellError) {
      bytes.put(tag.error);
      bytes.text(cell.code);
    } else bytes.put(cell ? tag.yes : tag.no);
  };
  for (const [index, row] of sheet.rows.entries()) {
    if (index % rowsBetweenPauses === 0) yield;
    let last = -1;
    row.forEach((cell, column) => {
      if (cell === null) return;
      if (last < 0) {
        bytes.put(tag.row);
        bytes.integer(index);
      }
      if (column !== last + 1) {
        bytes.put(tag.blanks);
        bytes.integer(column - last - 1);
      }
      put(cell);
      last = column;
    });
  }
  return bytesToHex(bytes.digest());
}

const sinkSize = 1 << 16;
const roomForNumber = 8;
/** UTF-16 units of a text written at once; an empty buffer has room for them. */
const unitsAtOnce = 1024;

/** Buffers bytes for SHA-256. */
class ByteSink {
  private readonly hash = sha256.create();
  private readonly buffer = new Uint8Array(sinkSize);
  private readonly view = new DataView(this.buffer.buffer);
  private length = 0;

  put(byte: number): void {
    this.reserve(1);
    this.buffer[this.length++] = byte;
  }

  integer(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.length, value);
    this.length += 4;
  }

  double(value: number): void {
    this.reserve(roomForNumber);
    // Excel does not distinguish -0 from 0.
    this.view.setFloat64(this.length, value === 0 ? 0 : value);
    this.length += roomForNumber;
  }

  /** Writes the length of a text, then its UTF-16 units, so that no text equals two others in a row. */
  text(value: string): void {
    this.integer(value.length);
    for (let start = 0; start < value.length; start += unitsAtOnce) {
      const end = Math.min(start + unitsAtOnce, value.length);
      this.reserve(2 * (end - start));
      for (let index = start; index < end; index++, this.length += 2)
        this.view.setUint16(this.length, value.charCodeAt(index));
    }
  }

  digest(): Uint8Array {
    this.flush();
    return this.hash.digest();
  }

  private reserve(count: number): void {
    if (this.length + count > sinkSize) this.flush();
  }

  private flush(): void {
    this.hash.update(this.buffer.subarray(0, this.length));
    this.length = 0;
  }
}

/** The number of digits of a digest. */
const digits = 16;

/**
 * Returns a digest of the amounts claimed: those of every prestation and commune, by nature and payer. Quantities,
 * sources and names have no effect.
 */
export function amountsDigest({ byPrestation, byCommune, total }: Statement): string {
  const lines = [
    formatAmount(total),
    ...byPrestation.map(({ tariff, split }) => [tariff.code, ...amountsOf(split)].join(" ")),
    ...byCommune.map(({ commune, split }) => [commune.siren, ...amountsOf(split)].join(" ")),
  ];
  // A commune with nothing billed is treated like one without a school.
  const claimed = lines.filter((line) => /[1-9]/.test(line.replace(/^\S+ /, "")));
  return digestOf(claimed.join("\n"));
}

/** Returns a short digest of a text. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);
}

function amountsOf({ installation, maintenance }: Split): string[] {
  const amounts: Decimal[] = [installation.cagb, installation.commune, maintenance.cagb, maintenance.commune];
  return amounts.map(formatAmount);
}
