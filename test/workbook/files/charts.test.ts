import { writeGenerated } from "../../../src/workbook";
import { unzip } from "../../../src/workbook/files/package";
import { openedFile } from "../office/excel";
import { recapModel } from "./models";
import { faultsOf } from "./package-check";
import { richWorkbook } from "./rich-workbook";

test("bars read downwards, and their scale stands below them; columns are as Excel draws them", async () => {
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
    return [direction, grouping, said("catAx", "orientation"), said("catAx", "crosses"), said("valAx", "crosses")];
  });
  expect(axes).toEqual([
    ["bar", "stacked", "maxMin", "autoZero", "max"],
    ["bar", "percentStacked", "maxMin", "autoZero", "max"],
    ["col", "stacked", "minMax", "autoZero", "autoZero"],
  ]);
});
