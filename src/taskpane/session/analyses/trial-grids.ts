import type { Anomaly, MessageCode } from "../../../messages";
import { gridFor, loadGrid, readTarifs } from "../../../tariff";
import type { Campaign, Grid } from "../../../tariff";
import type { OpenResult } from "../../../workbook/files";

export type GridsRead = { readonly grids: readonly Grid[] } | { readonly refusals: readonly Anomaly[] };

/** Opens a workbook of the disk; null where what opens files did not come. */
type Open = () => Promise<OpenResult | null>;

/** The grids of a file, as for `rebill --simulate`: a data file like the built-in ones, or the table `Tarifs` of a workbook. */
export async function readGrids(bytes: Uint8Array, file: string, open: Open): Promise<GridsRead> {
  if (/\.json$/i.test(file)) return gridsOfData(bytes, file);
  const opened = await open();
  if (opened === null) return refuse("pane-file-not-loaded", file);
  if (!opened.ok) return { refusals: [opened.anomaly] };
  const { cells } = opened.workbook;
  const tarifs = readTarifs(cells.sheets, cells.date1904);
  if (tarifs === null) return refuse("pane-grid-no-tarifs", file);
  return "anomalies" in tarifs ? { refusals: tarifs.anomalies } : { grids: tarifs.grids };
}

/** Among several grids, the one of the campaign; where none covers it, the last: a trial need not be in force. */
export function gridOnTrial(grids: readonly Grid[], campaign: Campaign): Grid {
  const inForce = gridFor(campaign, grids);
  return "grid" in inForce ? inForce.grid : grids.at(-1)!;
}

function gridsOfData(bytes: Uint8Array, file: string): GridsRead {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("pane-grid-not-json", file);
  }
  const loaded = loadGrid(raw);
  return "grid" in loaded
    ? { grids: [loaded.grid] }
    : {
        refusals: loaded.errors.map(({ code, params }) => ({
          severity: "error",
          code,
          file,
          sheet: null,
          cell: null,
          params,
        })),
      };
}

function refuse(code: MessageCode, file: string): GridsRead {
  return { refusals: [{ severity: "error", code, file, sheet: null, cell: null, params: { file } }] };
}
