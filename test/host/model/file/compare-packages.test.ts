import { writeGenerated } from "../../../../src/workbook";
import { Package, unzip, zip } from "../../../../src/workbook/files/package";
import { WorkbookPart } from "../../../../src/workbook/files/workbook-part";
import { withPart } from "../../../workbook/files/rich-workbook";
import { modelsFor, townBytes } from "../../../workbook/office/town";
import { packageDifferences } from "./compare-packages";
import { openedFile } from "../../../opened-file";

let bytes: Uint8Array;
const billedAt = async (when: string) => {
  const workbook = await openedFile(bytes, "parc.xlsx");
  return writeGenerated(workbook, modelsFor(workbook, { when }));
};
beforeAll(async () => {
  bytes = await townBytes({ Beure: 2 });
});

test("two packages of the same parts are the same, whatever the hour of the Journal and the order of names", async () => {
  const one = await billedAt("2014-11-25 14:03");
  const reversed = withPart(await billedAt("2015-01-02 08:00"), "xl/workbook.xml", (text) => {
    const names = text.match(/<definedName [\s\S]*?<\/definedName>/g)!.reverse();
    return text.replace(/<definedName [\s\S]*?<\/definedName>/g, () => names.shift()!);
  });
  expect(packageDifferences(one, reversed)).toEqual([]);
});

test("a part that differs is told with the place, one that is missing or too many by its name", async () => {
  const one = await billedAt("2014-11-25 14:03");
  const changed = withPart(one, "xl/sharedStrings.xml", (text) => text.replace("École élémentaire", "École primaire"));
  expect(packageDifferences(one, changed)).toEqual([
    expect.stringMatching(/^xl\/sharedStrings\.xml: « .*École élémentaire.* » instead of « .*École primaire.* »$/s),
  ]);
  const parts = unzip(one);
  parts.delete("xl/styles.xml");
  expect(packageDifferences(zip(parts), one)).toEqual(["xl/styles.xml is missing"]);
  expect(packageDifferences(one, zip(parts))).toEqual(["xl/styles.xml should not be there"]);
});

test("the Journal is compared in all but its hours", async () => {
  const one = await billedAt("2014-11-25 14:03");
  const pack = Package.open(one);
  const journal = new WorkbookPart(pack, pack.workbookPath()!).sheets().find(({ key }) => key === "journal")!.path!;
  const changed = withPart(one, journal, (text) => text.replace(/<c r="B4"[^>]*><v>[^<]*/, (cell) => `${cell}9`));
  expect(packageDifferences(one, changed)).toEqual([expect.stringContaining(journal)]);
});
