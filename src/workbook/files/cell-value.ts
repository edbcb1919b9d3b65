import { CellError, parseIsoDate, toSerial, type Cell } from "../../cells";
import { ownText, unescaped } from "./string-text";

/**
 * The value of a cell of a type, from what its `<v>` writes and from its inline text, null where it has none. Undefined for
 * what no cell can hold: a number that is none, a text that is not among the shared ones.
 */
export function cellValue(
  type: string,
  written: string | null,
  text: string | null,
  { strings, date1904 }: { readonly strings: readonly string[]; readonly date1904: boolean },
): Cell | undefined {
  if (type === "inlineStr") return text === null ? null : ownText(text);
  if (written === null) return null;
  switch (type) {
    case "str":
      return ownText(unescaped(written));
    case "b":
      return written === "1" || written.toLowerCase() === "true";
    case "e":
      return new CellError(ownText(written));
  }
  if (written === "") return null;
  switch (type) {
    case "s":
      return strings[Number(written)];
    case "d":
      return serialOf(written, date1904);
    default:
      return numberOf(written);
  }
}

function numberOf(written: string): number | undefined {
  const number = Number(written);
  // `Number` also takes `0x10` and `Infinity`, which no file may write.
  return Number.isFinite(number) && /^[\s\d.eE+-]+$/.test(written) ? number : undefined;
}

/** The serial of `2014-11-01` or `2014-11-01T18:00:00`. */
function serialOf(written: string, date1904: boolean): number | undefined {
  const [day = "", time = ""] = written.trim().split("T");
  const date = parseIsoDate(day);
  const clock = /^(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(time);
  if (date === null || clock === null) return undefined;
  const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2] ?? 0), Number(clock[3] ?? 0)];
  return toSerial(date, date1904) + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
