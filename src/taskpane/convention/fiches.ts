import { billCampaignInSteps } from "../../billing";
import { sheetOfValues, type Cell, type Steps, type WorkbookCells } from "../../cells";
import { communeOfFiche, type SheetModel } from "../../documents";
import type { Anomaly, Result } from "../../messages";
import type { Statement } from "../../statement";
import {
  campaignOf,
  conventionSettings,
  createDirectory,
  gridFor,
  natures,
  payers,
  type Campaign,
  type Convention,
  type Grid,
} from "../../tariff";
import { campaignsOf } from "../operations/campaigns";

/** The fiches that a convention gives. */
export interface Fiches {
  readonly year: number;
  /** They are of an inventory that was made up: no workbook was read, or none can be billed so. */
  readonly isMadeUp: boolean;
  readonly fiches: readonly { readonly insee: string; readonly name: string; readonly model: SheetModel }[];
}

/**
 * Bills a campaign of a convention by the whole chain, on workbooks, else on an inventory that is made up; `year`: the campaign, where
 * the convention has it, else its first. Fails where nothing can be billed.
 */
export function* fichesInSteps(
  convention: Convention,
  workbooks: readonly WorkbookCells[],
  { year: wanted, when }: { readonly year: number | null; readonly when: string },
): Steps<Result<Fiches, readonly Anomaly[]>> {
  const years = campaignsOf(convention.grids, convention);
  const year = years.find((one) => one === wanted) ?? years[0] ?? convention.from.year;
  const campaign = campaignOf(year, convention);
  const grid = gridFor(campaign);
  if (!grid.ok) return grid;
  const own = workbooks.map((workbook) => ({ ...workbook, sheets: withoutConvention(workbook.sheets) }));
  const madeUp = [madeUpInventory(campaign, grid.value)];
  let refusals: readonly Anomaly[] = [];
  for (const billed of own.length > 0 ? [own, madeUp] : [madeUp]) {
    const billing = yield* billCampaignInSteps({
      workbooks: billed,
      openingAnomalies: [],
      campaign,
      options: {},
      userSheetNames: [],
      generatedSheets: [],
      journal: { when, rows: [], record: null },
    });
    if (billing.ok && billing.value.statement.byCommune.length > 0)
      return { ok: true, value: { year, isMadeUp: billed === madeUp, fiches: fichesOf(billing.value) } };
    if (!billing.ok) refusals = billing.error;
  }
  return { ok: false, error: refusals };
}

function withoutConvention(sheets: WorkbookCells["sheets"]): WorkbookCells["sheets"] {
  const settings = conventionSettings(sheets);
  return sheets.filter((sheet) => !settings.includes(sheet));
}

function fichesOf({ sheets, statement }: { readonly sheets: readonly SheetModel[]; readonly statement: Statement }) {
  return sheets.flatMap((model) => {
    const insee = communeOfFiche(model.key);
    const commune = statement.byCommune.find(({ commune }) => commune.insee === insee)?.commune;
    return insee === null || commune === undefined ? [] : [{ insee, name: commune.name, model }];
  });
}

/** Makes up an inventory: a site of each of the first members, with each prestation once in service and once installed, and pupils. */
function madeUpInventory(campaign: Campaign, grid: Grid): WorkbookCells {
  const file = "inventaire.xlsx";
  const { site } = campaign.convention.nouns;
  const name = `${site.singular.charAt(0).toUpperCase()}${site.singular.slice(1)} A`;
  const headings = grid.rows
    .filter(({ counts }) => counts !== "pupils")
    .flatMap(({ prestation, prices }) =>
      natures
        .filter((nature) => payers.some((payer) => prices[nature][payer] !== null))
        .map((nature) => (nature === "installation" ? `${prestation} : installation dans l’année` : prestation)),
    );
  const rows = createDirectory(campaign)
    .members.slice(0, mostMadeUp)
    .map((member): Cell[] => [member.name, name, madeUpPupils, ...headings.map(() => 1)]);
  const sheet = sheetOfValues("Inventaire", [["Commune", "École", "Effectif", ...headings], ...rows], file);
  return { file, date1904: false, sheets: [sheet] };
}

const mostMadeUp = 20;
const madeUpPupils = 20;
