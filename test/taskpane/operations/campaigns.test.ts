import { civilDate } from "../../../src/cells";
import { builtInGrids, type Grid } from "../../../src/tariff";
import {
  builtInCampaigns,
  campaignsOf,
  lastCampaign,
  offeredCampaigns,
} from "../../../src/taskpane/operations/campaigns";
import { smallWorkbook, tarifsSheet } from "../../cli/small-workbook";
import { yearWithoutTariff } from "../../year-without-tariff";
import { openedFile } from "../../opened-file";

const grid = (from: [number, number, number], to: [number, number, number]): Grid => ({
  ...builtInGrids[0]!,
  from: civilDate(...from)!,
  to: civilDate(...to)!,
});

describe("the campaigns offered", () => {
  it("begin with those of the first convention: 2014, renewed once for 2015", () => {
    expect(builtInCampaigns().slice(0, 2)).toEqual([2014, 2015]);
  });

  it("are those whose 1 November a grid covers, and no other year that it touches", () => {
    expect(campaignsOf([grid([2016, 11, 1], [2017, 10, 31])])).toEqual([2016]);
    expect(campaignsOf([grid([2016, 11, 2], [2017, 10, 31])])).toEqual([]);
    expect(campaignsOf([grid([2018, 1, 1], [2019, 12, 31]), grid([2016, 11, 1], [2017, 10, 31])])).toEqual([
      2016, 2018, 2019,
    ]);
  });

  it("have an end, whatever the end of a grid", () => {
    expect(campaignsOf([grid([2098, 1, 1], [9999, 12, 31])])).toEqual([2098, 2099]);
  });

  it("are also those of the workbook's own table Tarifs", async () => {
    const opened = await openedFile(await smallWorkbook(undefined, [tarifsSheet(38.5)]), "parc.xlsx");
    expect(offeredCampaigns(opened.cells)).toEqual([...builtInCampaigns(), yearWithoutTariff].sort());
  });
});

describe("the campaign suggested", () => {
  it("is that of the journal's last run", () => {
    expect(
      lastCampaign([
        [41944, 2014],
        [42309, 2015],
      ]),
    ).toBe(2015);
  });

  it("is none where the journal is empty or was written over", () => {
    expect(lastCampaign([])).toBeNull();
    expect(lastCampaign([[41944, "2014 ?"]])).toBeNull();
    expect(lastCampaign([[41944]])).toBeNull();
  });
});
