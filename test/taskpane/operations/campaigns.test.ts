import { writeXlsx } from "hucre/xlsx";
import { civilDate, finish, type Cell } from "../../../src/cells";
import { journalFirstRow } from "../../../src/documents";
import { message } from "../../../src/messages";
import { builtInGrids, type Grid } from "../../../src/tariff";
import {
  builtInCampaigns,
  campaignsOf,
  offeredCampaigns,
  proposedCampaignInSteps,
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

describe("the campaign proposed", () => {
  const says = async (rows: readonly (readonly Cell[])[], file = "parc.xlsx", kept: number | null = null) => {
    const sheets = [{ name: "Parc", rows: rows.map((row) => [...row]) }];
    const { cells } = await openedFile(await writeXlsx({ sheets } as Parameters<typeof writeXlsx>[0]), file);
    const run = [41968, 2015];
    const journal = file.includes("généré") ? [...Array<[]>(journalFirstRow).fill([]), run] : [];
    const found = finish(proposedCampaignInSteps({ cells, journalRows: journal }, [2013, 2014, 2015], kept));
    return found === null
      ? null
      : [found.campaign, found.notice === null ? "" : message(found.notice.code, found.notice.params)];
  };
  const headings = ["Commune", "École", "Postes 2013", "Postes 2015", "Serveurs"];

  it.each([
    ["Inventaire au 01/11/2014", 2014],
    ["Situation au 1er novembre 2014 (délibération de 2012)", 2014],
    ["Installations du 2 novembre 2013 au 1er novembre 2014", 2014],
    ["Effectifs 2014-2015", 2014],
  ])("is the one that a title says: %s", async (title, campaign) => {
    expect(await says([[title], [], headings], "parc-2015.xlsx")).toEqual([
      campaign,
      `Campagne ${campaign}, d’après le titre «\u00a0${title}\u00a0».`,
    ]);
  });

  it.each([["Rappel 2013"], ["Tarif de 2015"], ["Édité le 12/01/2015"], ["Inventaire 2012"]])(
    "is none of a title that says something else, or a campaign that is not offered: %s",
    async (title) => expect(await says([[title], headings])).toBeNull(),
  );

  it("is, where no title says one, the one that is kept, that of the last run, then that of the file’s name", async () => {
    expect(await says([headings], "généré-2013.xlsx", 2014)).toEqual([2014, ""]);
    expect(await says([headings], "généré-2013.xlsx")).toEqual([2015, "Campagne 2015, d’après le Journal."]);
    expect(await says([headings], "parc-2013.xlsx")).toEqual([2013, "Campagne 2013, d’après le nom du fichier."]);
    expect(await says([headings], "parc-2013-2014.xlsx")).toBeNull();
  });
});
