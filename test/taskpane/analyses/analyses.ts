import { writeXlsx } from "hucre/xlsx";
import { readFile, writeFile } from "node:fs/promises";
import type { PricePlace } from "../../../src/tariff";
import type { SessionContext } from "../../../src/taskpane/operations/context";
import { previewOf } from "../../../src/taskpane/state/state";
import { samplePath } from "../../acceptance/samples";
import { run, type Folder } from "../../cli/run-rebill";
import { HostWorkbook } from "../../host/model";
import { sessionIn, type SessionInExcel } from "../session-in-excel";
import { comparedShown, fieldsShown, rectifiedShown, triedShown } from "./shown";

/** A file as the browser's picker gives it. */
export const picked = (bytes: Uint8Array | string, name: string) =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name);

/** A file of the disk, picked. */
export const pickedFrom = async (path: string, name: string) => picked(await readFile(path), name);

/** A sample open in Excel and read; its campaign is in its name. */
export async function readSample(sample: string, more: Parameters<typeof sessionIn>[2] = {}): Promise<SessionInExcel> {
  const file = `${sample}.xlsx`;
  const opened = await sessionIn(await readFile(samplePath(file)), file, more);
  opened.session.dispatch({ type: "campaign-chosen", campaign: Number(sample.slice(-4)) });
  await opened.session.run.read();
  return opened;
}

/** An inventory of three schools, for what is the same whatever the size: so many workstations at Amagney. */
export const parcOf = ({ workstations }: { readonly workstations: number }): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: "Parc",
        rows: [
          ["Commune", "École", "Effectif", "Postes clients standard", "Imprimantes jet d’encre"],
          ["Amagney", "École primaire", 100, workstations, 2],
          ["Beure", "École primaire", 80, 9, 0],
          ["Thise", "École élémentaire", 120, 11, 1],
        ],
      },
    ],
  });

/** Returns the workbook that `rebill --simulate` writes in a folder, of the three schools with a grid on trial. */
export async function simulatedByCommand(folder: Folder, grid: object): Promise<HostWorkbook> {
  const [trial, parc, out] = [folder.file("projet.json"), folder.file("parc.xlsx"), folder.file("o.xlsx")];
  await writeFile(trial, JSON.stringify(grid));
  await writeFile(parc, await parcOf({ workstations: 12 }));
  expect((await run(parc, "--campaign", "2014", "--simulate", trial, "--out", out)).code).toBe(0);
  return HostWorkbook.open(await readFile(out), "parc.xlsx");
}

interface ParcAsked {
  readonly workstations: number;
  readonly campaign?: number;
  readonly more?: Parameters<typeof sessionIn>[2];
}

/** The same, open in Excel and read. */
export async function readParc({ workstations, campaign = 2014, more = {} }: ParcAsked): Promise<SessionInExcel> {
  const opened = await sessionIn(await parcOf({ workstations }), "parc.xlsx", more);
  opened.session.dispatch({ type: "campaign-chosen", campaign });
  await opened.session.run.read();
  return opened;
}

/**
 * The sheets that a workbook was given, times of day to a billionth of a day, as they come through a file; the record of the
 * Journal as data, whose fields come in any order.
 */
export function modelsOf(workbook: HostWorkbook): unknown {
  return JSON.parse(
    JSON.stringify(workbook.generatedModels(), (key, value: unknown) => {
      // A file opens on one of them; the pane leaves the user where they work.
      if (key === "isFront") return undefined;
      if (key === "record") return JSON.parse(value as string) as unknown;
      return typeof value === "number" ? Math.round(value * 1e8) / 1e8 : value;
    }),
  );
}

export function comparedIn({ session }: SessionInExcel) {
  const compared = comparedShown(session.state.analyses);
  if (compared === null) throw new Error(`Nothing is compared: ${session.state.trouble?.code}`);
  return compared;
}

export function triedIn({ session }: SessionInExcel) {
  const tried = triedShown(session.state.analyses);
  if (tried === null) throw new Error(`Nothing is tried: ${session.state.trouble?.code}`);
  return tried;
}

/** The fields of « Simuler ». */
export function pricesIn({ session: { state } }: SessionInExcel) {
  return fieldsShown(state.analyses, previewOf(state)!);
}

export function fieldOf(opened: SessionInExcel, { code, nature, payer }: PricePlace) {
  return pricesIn(opened).find((one) => one.code === code && one.nature === nature && one.payer === payer);
}

/** Types a price in its field, and leaves it. */
export function typePrice({ session }: SessionInExcel, place: PricePlace, written: string): Promise<void> {
  return session.run.tryPrice(place, written);
}

export function rectifiedIn({ session }: SessionInExcel) {
  const rectified = rectifiedShown(session.state.analyses);
  if (rectified === null) throw new Error(`Nothing is rectified: ${session.state.trouble?.code}`);
  return rectified;
}

/** Keys of the sheets that the next generation writes beside the documents. */
export function analysesPlanned({ session }: SessionInExcel): string[] {
  const { source } = session.state;
  const sheets = source.kind === "read" ? source.preview.plan.sheets : [];
  return sheets
    .map(({ key }) => key)
    .filter((key) => /^(comparaison|simulation|annexe|rectificatif|certificat|complement)/.test(key));
}

/** The sheets that the next generation writes. */
export function sheetsReady({ session }: SessionInExcel): unknown {
  const { context } = session as unknown as { readonly context: SessionContext };
  return context.snapshot?.billing.sheets.filter(({ key }) => key !== "journal");
}
