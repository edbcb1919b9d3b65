import { writeGenerated } from "../../../src/workbook";
import { unzip } from "../../../src/workbook/files/package";
import { recapModel } from "./models";
import { faultsOf, partText } from "./package-check";
import { richWorkbook } from "./rich-workbook";
import { openedFile } from "../../opened-file";

test("bars read downwards, and their scale stands below them; columns go up and down from zero, their names below all of them", async () => {
  const before = new Set(unzip(await richWorkbook()).keys());
  const output = await writeGenerated(await openedFile(await richWorkbook(), "parc.xlsm"), [recapModel("Récap")]);
  expect(faultsOf(output)).toEqual([]);
  const parts = [...unzip(output)].filter(([path]) => path.startsWith("xl/charts/chart") && !before.has(path));
  const axes = parts.map(([, bytes]) => {
    const part = new TextDecoder().decode(bytes);
    const [, grouping] = /<c:grouping val="(\w+)"/.exec(part)!;
    const said = (axis: string, element: string) =>
      new RegExp(`<c:${axis}>.*?<c:${element} val="(\\w+)"/>.*?</c:${axis}>`).exec(part)![1];
    const [, direction] = /<c:barDir val="(\w+)"/.exec(part)!;
    // How the axis of values crosses that of categories is said by the former.
    const crosses = [said("catAx", "orientation"), said("catAx", "crosses"), said("valAx", "crosses")];
    return [direction, grouping, ...crosses, /<c:catAx>.*?<c:tickLblPos val="low"\/>.*?<\/c:catAx>/.test(part)];
  });
  expect(axes).toEqual([
    ["bar", "stacked", "maxMin", "autoZero", "max", false],
    ["bar", "percentStacked", "maxMin", "autoZero", "max", false],
    ["col", "clustered", "minMax", "autoZero", "autoZero", true],
  ]);
});

test("a bar below zero keeps its colour, and is not drawn as if it rose", async () => {
  const before = new Set(unzip(await richWorkbook()).keys());
  const output = await writeGenerated(await openedFile(await richWorkbook(), "parc.xlsm"), [recapModel("Récap")]);
  expect(faultsOf(output)).toEqual([]);
  const parts = [...unzip(output)].filter(([path]) => path.startsWith("xl/charts/chart") && !before.has(path));
  const series = parts.flatMap(([, bytes]) => new TextDecoder().decode(bytes).match(/<c:ser>.*?<\/c:ser>/g));
  expect(series).toHaveLength(5);
  for (const one of series) expect(one).toContain('</c:spPr><c:invertIfNegative val="0"/>');
});

test("bars in cells are of one colour, with a line, from 0 to the highest, which fills its cell", async () => {
  const output = await writeGenerated(await openedFile(await richWorkbook(), "parc.xlsm"), [recapModel("Récap")]);
  const part = partText(output, "xl/worksheets/sheet4.xml");
  const text = part.slice(part.indexOf("</sheetData>"));
  const rules = [
    ...text.matchAll(/<conditionalFormatting sqref="(\S+)"><cfRule type="dataBar" priority="(\d)">(.*?)<\/cfRule>/g),
  ];
  expect(rules.map(([, range, priority]) => `${range} ${priority}`)).toEqual(["C3:C4 1", "B3:B3 2"]);
  expect(rules[0]![3]).toContain('<cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FFD9D9D9"/></dataBar>');
  // What Excel 2007 did not know stands apart, and is found by an identity.
  const ids = rules.map(([, , , rule]) => /<x14:id>(\{[0-9A-F-]{36}\})<\/x14:id>/.exec(rule!)![1]);
  const sequels = [
    ...text.matchAll(/<x14:cfRule type="dataBar" id="([^"]+)">(.*?)<\/x14:cfRule><xm:sqref>(\S+)<\/xm:sqref>/g),
  ];
  expect(sequels.map(([, id, , range]) => [id, range])).toEqual([
    [ids[0], "C3:C4"],
    [ids[1], "B3:B3"],
  ]);
  expect(sequels[0]![2]).toContain(
    '<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max"/><x14:borderColor rgb="FF7F7F7F"/>',
  );
  expect(/<x14:dataBar ([^>]*)>/.exec(sequels[0]![2]!)![1]).toMatch(
    /minLength="0" maxLength="100" border="1" gradient="0"/,
  );
  // In the standard's order: what is set otherwise has Excel repair the file.
  const order = [
    ...text.matchAll(/<(conditionalFormatting|hyperlinks|pageMargins|rowBreaks|drawing|extLst)[ >](?!<ext [^>]*B025)/g),
  ];
  expect([...new Set(order.map(([, name]) => name))]).toEqual([
    "conditionalFormatting",
    "hyperlinks",
    "pageMargins",
    "rowBreaks",
    "drawing",
    "extLst",
  ]);
  expect(faultsOf(output)).toEqual([]);
});
