import { checksumName } from "../../../../src/workbook/checksum";
import { Package, unzip } from "../../../../src/workbook/files/package";
import { WorkbookPart } from "../../../../src/workbook/files/workbook-part";
import { textOf } from "../../../../src/workbook/files/xml";

/**
 * Where two workbooks differ, part by part and byte by byte: nothing, for the same one. Left out: the hours of the Journal, which are those of
 * each run, with the seal and the record that they go into, and the orders that mean nothing: of names, of content types.
 */
export function packageDifferences(found: Uint8Array, expected: Uint8Array): string[] {
  const [one, other] = [comparableParts(found), comparableParts(expected)];
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].flatMap((path) => {
    const [left, right] = [one.get(path), other.get(path)];
    if (left === undefined) return [`${path} is missing`];
    if (right === undefined) return [`${path} should not be there`];
    return left === right ? [] : [`${path}: ${firstDifference(left, right)}`];
  });
}

function comparableParts(bytes: Uint8Array): Map<string, string> {
  const pack = Package.open(bytes);
  const workbook = pack.workbookPath()!;
  const sheets = new WorkbookPart(pack, workbook).sheets();
  const place = sheets.findIndex(({ key }) => key === "journal");
  const journal = sheets[place]?.path;
  const seal = new RegExp(`(<definedName name="${checksumName}" localSheetId="${place}"[^>]*>)[^<]*`);
  return new Map(
    [...unzip(bytes)].map(([path, part]) => {
      if (!/\.(xml|rels|vml)$/.test(path)) return [path, Buffer.from(part).toString("latin1")];
      const text = textOf(part);
      if (path === workbook) {
        const ofAnyHour = text.replace(seal, "$1").replace(/'when':'[^']*'/g, "");
        return [path, sorted(ofAnyHour, /<definedName [\s\S]*?<\/definedName>/g)];
      }
      if (path === "[Content_Types].xml") return [path, sorted(text, /<Override [^>]*>/g)];
      return [path, path === journal ? withoutHours(text) : text];
    }),
  );
}

/** The text with these elements, which follow each other, in alphabetical order. */
function sorted(text: string, elements: RegExp): string {
  const found = (text.match(elements) ?? []).sort();
  return text.replace(elements, () => found.shift()!);
}

/** Runs are listed from row 4 on, their hour first. */
function withoutHours(text: string): string {
  return text.replace(/(<c r="A(?:[4-9]|\d{2,})"[^>]*>)(?:<v>[^<]*<\/v>|<is>.*?<\/is>)/g, "$1");
}

function firstDifference(left: string, right: string): string {
  let place = 0;
  while (left[place] === right[place]) place++;
  const around = (text: string): string => text.slice(Math.max(0, place - 60), place + 60);
  return `« ${around(left)} » instead of « ${around(right)} »`;
}
