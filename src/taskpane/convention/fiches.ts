import { billCampaignInSteps } from "../../billing";
import { cellName, sheetOfValues, type Cell, type Steps, type WorkbookCells } from "../../cells";
import { communeOfFiche, type SheetModel } from "../../documents";
import { campaignMentionedInSteps } from "../../inventory";
import type { Anomaly, Result } from "../../messages";
import type { PartialOptions } from "../../options";
import type { Statement } from "../../statement";
import {
  campaignOf,
  countedAs,
  conventionSettings,
  createDirectory,
  gridFor,
  headcount,
  isPriced,
  natures,
  type CommuneDirectory,
  type Convention,
  type Grid,
} from "../../tariff";
import { campaignsOf } from "../operations/campaigns";

/** The fiches that a convention gives. */
export interface Fiches {
  readonly year: number;
  /** Names of the members of other campaigns alone. */
  readonly absent: readonly string[];
  /**
   * Whether they come from a sample inventory, because no workbook was read, or none can be billed under this
   * convention.
   */
  readonly isMadeUp: boolean;
  readonly fiches: readonly { readonly insee: string; readonly name: string; readonly model: SheetModel }[];
}

/**
 * Bills a campaign of a convention by the whole chain, on workbooks or else on a sample inventory. `year` is billed
 * when the convention has members then; otherwise the campaign in the titles of the workbooks, or the last one with
 * members. Fails when nothing can be billed; without an anomaly when there is no member or no price.
 */
export function* fichesInSteps(
  convention: Convention,
  workbooks: readonly WorkbookCells[],
  { year: wanted, when }: { readonly year: number | null; readonly when: string },
): Steps<Result<Fiches, readonly Anomaly[]>> {
  const years = campaignsOf(convention.grids, convention);
  const peopled = years.filter((one) => createDirectory(campaignOf(one, convention)).members.length > 0);
  const year =
    peopled.find((one) => one === wanted) ??
    (yield* campaignInSteps(workbooks, peopled, convention)) ??
    peopled.at(-1) ??
    years[0] ??
    convention.from.year;
  const campaign = campaignOf(year, convention);
  const { members } = createDirectory(campaign);
  const absent = convention.members.filter((one) => !members.includes(one)).map(({ name }) => name);
  const grid = gridFor(campaign);
  if (!grid.ok) return grid;
  const own: Billed = {
    workbooks: workbooks.map((workbook) => ({ ...workbook, sheets: withoutConvention(workbook.sheets) })),
    options: {},
  };
  const madeUp = madeUpInventory(createDirectory(campaign), grid.value);
  let refusals: readonly Anomaly[] = [];
  for (const billed of workbooks.length > 0 ? [own, madeUp] : [madeUp]) {
    const billing = yield* billCampaignInSteps({
      ...billed,
      openingAnomalies: [],
      campaign,
      userSheetNames: [],
      generatedSheets: [],
      journal: { when, rows: [], record: null },
    });
    if (billing.ok && billing.value.statement.byCommune.length > 0)
      return { ok: true, value: { year, absent, isMadeUp: billed === madeUp, fiches: fichesOf(billing.value) } };
    if (!billing.ok) refusals = billing.error;
  }
  return { ok: false, error: refusals };
}

/** Returns the campaign in the titles of workbooks, among those offered; null without one. */
function* campaignInSteps(
  workbooks: readonly WorkbookCells[],
  offered: readonly number[],
  convention: Convention,
): Steps<number | null> {
  const { snapshot } = campaignOf(convention.from.year, convention);
  const found = yield* campaignMentionedInSteps(
    workbooks.flatMap(({ sheets }) => sheets),
    offered,
    snapshot,
  );
  return found?.year ?? null;
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

/** Workbooks to bill, with the roles of columns that no word identifies. */
interface Billed {
  readonly workbooks: readonly WorkbookCells[];
  readonly options: PartialOptions;
}

/**
 * Makes a sample inventory: a site of each of the first members, with one unit of each prestation in service, one
 * installed, and pupils. The options give the roles of its columns, whatever the words of the convention.
 */
function madeUpInventory({ members, convention }: CommuneDirectory, grid: Grid): Billed {
  const { singular } = convention.nouns.site;
  const site = `${singular.charAt(0).toUpperCase()}${singular.slice(1)} A`;
  const counts = grid.rows.flatMap((row) =>
    natures
      .filter((nature) => isPriced(row, nature))
      // The column of pupils has it.
      .filter((nature) => countedAs(grid, row.code) !== headcount || nature === "installation")
      .map((nature) => ({ as: `${row.code} ${nature}`, count: row.counts === "pupils" ? madeUpPupils : 1 })),
  );
  const columns = [
    { heading: "Commune", as: "commune" },
    { heading: "École", as: "school" },
    { heading: "Effectif", as: "headcount" },
    ...counts.map(({ as }) => ({ heading: as, as })),
  ];
  const rows = members
    .slice(0, mostMadeUp)
    .map((member): Cell[] => [member.name, site, madeUpPupils, ...counts.map(({ count }) => count)]);
  const sheet = sheetOfValues("Inventaire", [columns.map(({ heading }) => heading), ...rows], file);
  return {
    workbooks: [{ file, date1904: false, sheets: [sheet] }],
    options: {
      mappings: columns.map(({ as }, column) => ({ file, sheet: sheet.name, cell: cellName(0, column), as })),
    },
  };
}

const file = "inventaire.xlsx";
const mostMadeUp = 20;
const madeUpPupils = 20;
