import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeGenerated } from "../../../src/workbook";
import { bytesOf } from "../../../src/workbook/files/xml";
import { testInDepth } from "../../depth";
import { ficheModel, recapModel } from "./models";
import { faultsOf, partText } from "./package-check";
import { withPart } from "./rich-workbook";
import { openedFile } from "../../opened-file";

const sample = new Uint8Array(readFileSync(join(__dirname, "../../acceptance/samples/parc-ecoles-2014.xlsx")));

/** Writes two documents, the second in front, and returns the bytes. */
async function written(bytes: Uint8Array): Promise<Uint8Array> {
  const opened = await openedFile(bytes, "parc.xlsx");
  const front = ficheModel("titre", "Titre CAGB", { isFront: true });
  return writeGenerated(opened, [recapModel("Récapitulatif"), front]);
}

const sheetCount = (bytes: Uint8Array) => partText(bytes, "xl/workbook.xml").match(/<(?:\w+:)?sheet /g)!.length;
const partsOf = (bytes: Uint8Array) =>
  Array.from({ length: sheetCount(bytes) }, (_one, index) => partText(bytes, `xl/worksheets/sheet${index + 1}.xml`));
const selectedIn = (bytes: Uint8Array) =>
  partsOf(bytes).map((part) => /tabSelected="(1|true)"/.test(part.slice(0, part.indexOf("<sheetData"))));
const activeIn = (bytes: Uint8Array) => /activeTab="(\d+)"/.exec(partText(bytes, "xl/workbook.xml"))?.[1];

describe("a file opens on one sheet of the generation", () => {
  test("it is in front, and alone: Excel would edit at once all the sheets that are selected", async () => {
    expect(selectedIn(sample)).toContain(true);
    const out = await written(sample);
    const last = sheetCount(out) - 1;
    expect(activeIn(out)).toBe(String(last));
    expect(selectedIn(out)).toEqual(partsOf(out).map((_part, index) => index === last));
    expect(faultsOf(out)).toEqual([]);
  });

  test("nothing else of the user's sheets changes", async () => {
    const out = await written(sample);
    const plain = (part: string) => part.replace(/ (?:tabSelected="\w+"| +)(?= )/, "");
    const before = partsOf(sample);
    expect(partsOf(out).slice(0, before.length).map(plain)).toEqual(before.map(plain));
    expect(before.map((part) => part.length)).toEqual(
      partsOf(out)
        .slice(0, before.length)
        .map((part) => part.length),
    );
  });

  test("again, it is the same file", async () => {
    const once = await written(sample);
    expect(await written(once)).toEqual(once);
  });

  testInDepth("a long sheet, of which the head alone is looked at, is selected no more", async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, row) => `<row r="${row + 10_001}"><c r="A${row + 10_001}"><v>${Math.sin(row)}</v></c></row>`,
    );
    const long = withPart(sample, "xl/worksheets/sheet1.xml", (text) =>
      text.replace("</sheetData>", `${rows.join("")}</sheetData>`),
    );
    const selected = withPart(long, "xl/worksheets/sheet1.xml", (text) =>
      text.replace(/ tabSelected="\w+"/, "").replace("<sheetView ", '<sheetView tabSelected="1" '),
    );
    expect(selectedIn(selected)[0]).toBe(true);
    const out = await written(selected);
    expect(selectedIn(out).filter((is) => is)).toHaveLength(1);
    expect(selectedIn(out).at(-1)).toBe(true);
    expect(partsOf(out)[0]).toHaveLength(partsOf(selected)[0]!.length);
    expect(faultsOf(out)).toEqual([]);
  });

  test("a workbook that says nothing of its windows", async () => {
    const bare = withPart(sample, "xl/workbook.xml", (text) => text.replace(/<bookViews>.*<\/bookViews>/s, ""));
    const out = await written(bare);
    expect(activeIn(out)).toBe(String(sheetCount(out) - 1));
    expect(faultsOf(out)).toEqual([]);
  });

  test("a file opens as before when the user hid the sheet to be put in front", async () => {
    const once = await written(sample);
    const hidden = withPart(once, "xl/workbook.xml", (text) =>
      text.replace('name="Titre CAGB"', 'name="Titre CAGB" state="hidden"').replace(/activeTab="\d+"/, 'activeTab="0"'),
    );
    const out = await written(hidden);
    expect(activeIn(out)).toBe("0");
    expect(bytesOf(partText(out, "xl/worksheets/sheet1.xml"))).toEqual(
      bytesOf(partText(hidden, "xl/worksheets/sheet1.xml")),
    );
  });
});
